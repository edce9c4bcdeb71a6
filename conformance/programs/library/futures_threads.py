# must-compile: work, block, use_local, meet
"""concurrent.futures and threading in use: maps in order, exceptions, callbacks, cancelling, timeouts, local values, barriers."""
import concurrent.futures as cf
import contextvars
import threading
import time


def work(n):
    if n % 4 == 3:
        raise ValueError(f"bad {n}")
    return n * n


with cf.ThreadPoolExecutor(4, thread_name_prefix="pool") as pool:
    print(list(pool.map(work, [0, 1, 2, 4])), list(pool.map(pow, range(4), [2] * 4, chunksize=2)))
    futures = {pool.submit(work, n): n for n in range(8)}
    results = {}
    for f in cf.as_completed(futures):
        try:
            results[futures[f]] = f.result()
        except ValueError as e:
            results[futures[f]] = str(e)
    print(dict(sorted(results.items())))
    try:
        print(list(pool.map(work, range(5))))
    except ValueError as e:
        print("map", e)
    print(pool.submit(lambda: threading.current_thread().name.startswith("pool")).result())
    gate = threading.Event()
    started = threading.Semaphore(0)

    def block():
        started.release()
        return gate.wait(20)

    blocked = [pool.submit(block) for _ in range(4)]
    for _ in blocked:
        started.acquire()
    waiting = pool.submit(work, 1)
    print(waiting.cancel(), waiting.cancelled(), blocked[0].cancel(), [type(waiting.exception).__name__])
    try:
        blocked[0].result(timeout=0.01)
    except TimeoutError as e:
        print(type(e).__name__, e.args, cf.TimeoutError is TimeoutError)
    try:
        waiting.result()
    except cf.CancelledError as e:
        print(type(e).__name__)
    seen = []
    blocked[0].add_done_callback(lambda f: seen.append(f.result()))
    gate.set()
    done, not_done = cf.wait(blocked, timeout=20)
    while not seen:
        time.sleep(0.001)
    print(len(done), len(not_done), seen)
    blocked[0].add_done_callback(lambda f: seen.append("at once"))
    print(seen)
try:
    pool.submit(work, 1)
except RuntimeError as e:
    print(e)
for bad in (lambda: cf.ThreadPoolExecutor(0), lambda: cf.ThreadPoolExecutor(initializer=5), lambda: list(cf.as_completed([])), lambda: cf.Future().set_result(1), lambda: cf.wait([], return_when="x")):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
f = cf.Future()
print(f.running(), f.done(), f.set_running_or_notify_cancel(), f.running())
f.set_exception(KeyError("set"))
print(f.done(), repr(f.exception()))
try:
    f.set_result(2)
except cf.InvalidStateError as e:
    print(type(e).__name__)
with cf.ThreadPoolExecutor(2, initializer=lambda: 1 / 0) as broken:
    try:
        broken.submit(work, 1).result(20)
    except cf.BrokenExecutor as e:
        print(type(e).__name__)
local, out = threading.local(), []


def use_local(n):
    print_me = hasattr(local, "x")
    local.x = n
    time.sleep(0.001)
    out.append((n, local.x, print_me))


barrier, passed = threading.Barrier(3, action=lambda: passed.append("action")), []


def meet(n):
    barrier.wait(20)
    passed.append(n)


for target in (use_local, meet):
    threads = [threading.Thread(target=target, args=(n,)) for n in range(3)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
print(sorted(out), passed[0], sorted(passed[1:]), barrier.broken, hasattr(local, "x"))
barrier.abort()
try:
    barrier.wait()
except threading.BrokenBarrierError as e:
    print(type(e).__name__)
condition, items = threading.Condition(), []


def producer():
    for i in range(5):
        with condition:
            items.append(i)
            condition.notify()


t = threading.Thread(target=producer)
got = []
with condition:
    t.start()
    while len(got) < 5:
        condition.wait_for(lambda: items, timeout=20)
        got.append(items.pop(0))
t.join()
print(got)
lock, rlock, semaphore = threading.Lock(), threading.RLock(), threading.BoundedSemaphore(2)
print(lock.acquire(), lock.acquire(False), lock.acquire(timeout=0.01), lock.locked(), lock.release(), rlock.acquire(), rlock.acquire(), rlock.release(), rlock.release(), semaphore.acquire(), semaphore.release())
for bad in (lock.release, rlock.release, semaphore.release, lambda: lock.acquire(False, 1), lambda: lock.acquire(timeout=-2), lambda: threading.Thread().join(), lambda: threading.current_thread().join(), lambda: threading.Thread(group=1), condition.notify, t.start):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
variable = contextvars.ContextVar("variable", default="default")
variable.set("main")
seen = []
threads = [threading.Thread(target=lambda: seen.append(variable.get())), threading.Thread(target=lambda: seen.append(variable.get()), context=contextvars.copy_context())]
for t in threads:
    t.start()
    t.join()
print(seen, threading.main_thread() is threading.current_thread(), threading.active_count(), [t.name for t in threading.enumerate()])
timer = threading.Timer(0.01, seen.append, ["timer"])
timer.start()
timer.join()
print(seen[-1], timer.finished.is_set())
caught = []
threading.excepthook = lambda a: caught.append((a.exc_type.__name__, str(a.exc_value), a.thread.name))
t = threading.Thread(target=work, args=(3,), name="failing")
t.start()
t.join()
print(caught)
