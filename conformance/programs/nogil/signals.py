# must-compile: handler, interrupt_main, set_in_thread, spin
import os
import signal
import threading
import time

got = []
old = signal.signal(signal.SIGUSR1, lambda n, f: got.append((signal.Signals(n).name, f.f_code.co_name if f else None)))
print(old is signal.SIG_DFL, signal.getsignal(signal.SIGUSR1) is not None)


def spin():
    os.kill(os.getpid(), signal.SIGUSR1)
    end = time.time() + 5
    n = 0
    while not got and time.time() < end:
        n += 1
    return got


print(spin()[0][0])
got.clear()
signal.raise_signal(signal.SIGUSR1)
for _ in range(100):
    time.sleep(0.001)
print(len(got))


def interrupt_main():
    time.sleep(0.05)
    os.kill(os.getpid(), signal.SIGINT)


for kind in ("sleep", "loop", "lock", "join"):
    t = threading.Thread(target=interrupt_main)
    begin = time.time()
    try:
        t.start()
        if kind == "sleep":
            time.sleep(10)
        elif kind == "loop":
            while True:
                pass
        elif kind == "lock":
            lock = threading.Lock()
            lock.acquire()
            lock.acquire()
        else:
            threading.Event().wait(10)
    except KeyboardInterrupt:
        print(kind, "interrupted", time.time() - begin < 5)
    t.join()


class Custom(Exception):
    pass


def handler(n, f):
    raise Custom("from handler")


signal.signal(signal.SIGALRM, handler)
signal.setitimer(signal.ITIMER_REAL, 0.03)
try:
    sum(x for x in iter(int, 1))
except Custom as e:
    print(e)
signal.alarm(0)
threads_error = []


def set_in_thread():
    try:
        signal.signal(signal.SIGUSR1, signal.SIG_DFL)
    except ValueError as e:
        threads_error.append(str(e))


t = threading.Thread(target=set_in_thread)
t.start()
t.join()
print(threads_error)
print(signal.Signals.SIGTERM, int(signal.SIGKILL), signal.strsignal(2), signal.SIGINT in signal.valid_signals(), signal.default_int_handler is signal.getsignal(signal.SIGINT))
for bad in (lambda: signal.signal(signal.SIGKILL, handler), lambda: signal.signal(9999, handler), lambda: signal.signal(signal.SIGUSR1, 5.5)):
    try:
        bad()
    except (OSError, ValueError, TypeError) as e:
        print(type(e).__name__, e)

# What was ignored can be caught again, and goes to its default.
for n in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM, signal.SIGUSR1):
    before = signal.getsignal(n)
    signal.signal(n, signal.SIG_IGN)
    os.kill(os.getpid(), n)
    caught = []
    signal.signal(n, lambda number, frame: caught.append(number))
    os.kill(os.getpid(), n)
    while not caught:
        time.sleep(0.01)
    signal.signal(n, signal.SIG_IGN)
    signal.signal(n, before)
    with open("/proc/self/status") as status:
        mask = [int(line.split()[1], 16) for line in status if line.startswith("SigIgn")][0]
    print(n.name, caught, mask >> n - 1 & 1)
