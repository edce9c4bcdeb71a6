# modes: stress
# must-compile: add, consumer, through
import threading

lock = threading.Lock()
print(lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.01), lock.release(), lock.locked())
try:
    lock.release()
except RuntimeError as e:
    print(e)
r = threading.RLock()
with r:
    with r:
        print("twice")
try:
    r.release()
except RuntimeError as e:
    print(e)
total = 0


def add(n):
    global total
    for _ in range(n):
        with lock:
            total += 1


ts = [threading.Thread(target=add, args=(1000,)) for _ in range(4)]
[t.start() for t in ts]
[t.join() for t in ts]
print(total)
cond = threading.Condition()
queue = []
out = []


def consumer():
    while True:
        with cond:
            while not queue:
                cond.wait()
            x = queue.pop(0)
        if x is None:
            return
        out.append(x)


t = threading.Thread(target=consumer)
t.start()
for i in range(50):
    with cond:
        queue.append(i)
        cond.notify()
with cond:
    queue.append(None)
    cond.notify_all()
t.join()
print(out == list(range(50)))
e = threading.Event()
print(e.is_set(), e.wait(0.01))
seen = []
t = threading.Thread(target=lambda: seen.append(e.wait(10)))
t.start()
e.set()
t.join()
print(seen)
s = threading.Semaphore(2)
print(s.acquire(), s.acquire(), s.acquire(blocking=False))
s.release()
b = threading.BoundedSemaphore(1)
try:
    b.release()
except ValueError as x:
    print(x)
barrier = threading.Barrier(3, action=lambda: passed.append("action"))
passed = []


def through(k):
    barrier.wait()
    passed.append(k)


ts = [threading.Thread(target=through, args=(k,)) for k in range(3)]
[t.start() for t in ts]
[t.join() for t in ts]
print(passed[0], sorted(passed[1:]), barrier.parties, barrier.n_waiting)
barrier = threading.Barrier(2)
try:
    barrier.wait(0.01)
except threading.BrokenBarrierError:
    print("broken", barrier.broken)
fired = []
timer = threading.Timer(0.01, fired.append, ["timer"])
timer.start()
timer.join()
print(fired)
timer = threading.Timer(5, fired.append, ["never"])
timer.start()
timer.cancel()
timer.join()
print(fired)
try:
    lock.acquire(timeout=-5)
except ValueError as x:
    print(x)
try:
    cond.wait()
except RuntimeError as x:
    print(x)
