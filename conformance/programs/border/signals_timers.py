# must-compile: expired
"""Signals within the process: alarms, timers, handlers that raise, masks of nothing, wake-up, and restoring."""
import os
import signal
import time

print(signal.getsignal(signal.SIGALRM) == signal.SIG_DFL, signal.getsignal(signal.SIGINT) in (signal.default_int_handler, signal.SIG_IGN))
seen = []
old = signal.signal(signal.SIGALRM, lambda n, frame: seen.append((signal.Signals(n).name, frame is not None)))
print(old == signal.SIG_DFL, signal.alarm(100), signal.alarm(0) in (99, 100))
print(signal.setitimer(signal.ITIMER_REAL, 0.02, 0.02))
while len(seen) < 3:
    time.sleep(0.01)
remaining, interval = signal.setitimer(signal.ITIMER_REAL, 0)
print(seen[:3], 0 <= remaining <= 0.02, round(interval, 3), signal.getitimer(signal.ITIMER_REAL))


class Timeout(Exception):
    pass


def expired(n, frame):
    raise Timeout("too slow")


signal.signal(signal.SIGALRM, expired)
for work in (lambda: time.sleep(20), lambda: sum(i for i in iter(int, 1)), lambda: [None for _ in iter(int, 1) if False]):
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    start = time.monotonic()
    try:
        work()
    except Timeout as e:
        print(type(e).__name__, e, time.monotonic() - start < 10)
r, w = os.pipe()
os.set_blocking(r, False)
os.set_blocking(w, False)
previous = signal.set_wakeup_fd(w)
signal.signal(signal.SIGUSR1, lambda n, f: None)
os.kill(os.getpid(), signal.SIGUSR1)
deadline = time.monotonic() + 10
while time.monotonic() < deadline:
    try:
        print(previous, os.read(r, 10) == bytes([signal.SIGUSR1]))
        break
    except BlockingIOError:
        time.sleep(0.01)
print(signal.set_wakeup_fd(-1) == w)
for bad in (lambda: signal.signal(99, expired), lambda: signal.signal(signal.SIGKILL, expired), lambda: signal.signal(signal.SIGUSR1, 5),
            lambda: signal.alarm("x"), lambda: os.kill(os.getpid(), 999), lambda: os.kill(2 ** 22 + 5, 0), lambda: signal.Signals(0)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(signal.strsignal(15), signal.SIGTERM, repr(signal.SIGINT), signal.Signals["SIGHUP"] == 1, signal.Handlers.SIG_DFL == 0)
signal.signal(signal.SIGUSR1, signal.SIG_IGN)
os.kill(os.getpid(), signal.SIGUSR1)
print(signal.getsignal(signal.SIGUSR1) is signal.SIG_IGN, signal.signal(signal.SIGUSR1, signal.SIG_DFL))
