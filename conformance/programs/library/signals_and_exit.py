# modes: stress
# must-compile: handler, raising, not_here
# Signal handlers on the main thread, timers, masks, and functions at exit.
import atexit
import os
import signal
import threading
import time

seen = []


def handler(number, frame):
    seen.append((number, frame is not None, threading.current_thread() is threading.main_thread()))


print(signal.getsignal(signal.SIGUSR1), signal.signal(signal.SIGUSR1, handler))
signal.raise_signal(signal.SIGUSR1)
print(seen, signal.getsignal(signal.SIGUSR1) is handler)
seen.clear()
os.kill(os.getpid(), signal.SIGUSR1)
deadline = time.monotonic() + 10
while not seen and time.monotonic() < deadline:
    pass
print(seen)


def raising(number, frame):
    raise LookupError("from the handler")


signal.signal(signal.SIGALRM, raising)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    while True:
        time.sleep(5)
except LookupError as error:
    print("caught", error, signal.getitimer(signal.ITIMER_REAL))
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    print("interrupted")
seen.clear()
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
signal.raise_signal(signal.SIGUSR1)
print(seen, signal.SIGUSR1 in signal.sigpending())
signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1])
print(seen)
for wrong in (lambda: signal.signal(99, handler), lambda: signal.signal(signal.SIGKILL, handler),
              lambda: signal.signal(signal.SIGUSR1, 5), lambda: signal.strsignal(99), lambda: signal.setitimer(0, -1)):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
print(signal.strsignal(signal.SIGINT), signal.Signals(15), signal.SIG_DFL, len(signal.valid_signals()))


def not_here():
    try:
        signal.signal(signal.SIGUSR1, handler)
    except ValueError as error:
        print(error)


thread = threading.Thread(target=not_here)
thread.start()
thread.join()
atexit.register(print, "first registered, last called")
atexit.register(print, "keywords", sep="|", end="!\n")
atexit.register(print, "never")
atexit.unregister(handler)
print(atexit._ncallbacks())
raise SystemExit(7)
