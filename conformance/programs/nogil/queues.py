# modes: stress
# must-compile: pong, worker
import queue
import threading

q = queue.Queue(2)
q.put(1)
q.put(2)
print(q.full(), q.qsize(), q.empty())
for f in (lambda: q.put_nowait(3), lambda: q.put(3, timeout=0.01)):
    try:
        f()
    except queue.Full:
        print("full")
print(q.get(), q.get())
for f in (q.get_nowait, lambda: q.get(timeout=0.01)):
    try:
        f()
    except queue.Empty:
        print("empty")
l, p, s = queue.LifoQueue(), queue.PriorityQueue(), queue.SimpleQueue()
for x in (3, 1, 2):
    l.put(x)
    p.put((x, str(x)))
    s.put(x)
print([l.get() for _ in range(3)], [p.get() for _ in range(3)], [s.get() for _ in range(3)], s.empty())
work = queue.Queue(10)
results = queue.Queue()


def worker():
    while True:
        x = work.get()
        if x is None:
            work.task_done()
            return
        results.put(x * x)
        work.task_done()


ts = [threading.Thread(target=worker) for _ in range(3)]
for t in ts:
    t.start()
for i in range(300):
    work.put(i)
for _ in ts:
    work.put(None)
work.join()
for t in ts:
    t.join()
print(results.qsize(), sum(results.get() for _ in range(300)))
try:
    work.task_done()
except ValueError as e:
    print(e)
q = queue.Queue()
q.put(1)
q.shutdown()
print(q.get())
for f in (q.get, lambda: q.put(5)):
    try:
        f()
    except queue.ShutDown as e:
        print(type(e).__name__)
a, b = queue.SimpleQueue(), queue.SimpleQueue()


def pong():
    while (x := a.get()) is not None:
        b.put(x + 1)


t = threading.Thread(target=pong)
t.start()
x = 0
for _ in range(500):
    a.put(x)
    x = b.get()
a.put(None)
t.join()
print(x)
