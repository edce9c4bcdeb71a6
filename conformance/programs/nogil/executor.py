# modes: stress
# must-compile: fails, fib, square
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, TimeoutError, as_completed, wait
import threading
import time


def square(x):
    return x * x


def fails(x):
    raise ValueError(f"failed {x}")


with ThreadPoolExecutor(3) as pool:
    fs = [pool.submit(square, i) for i in range(10)]
    print([f.result() for f in fs], all(f.done() for f in fs), fs[0].running(), fs[0].cancelled())
    print(list(pool.map(square, range(5))), list(pool.map(pow, [2, 3], [5, 2])))
    f = pool.submit(fails, 1)
    print(repr(f.exception()), f.done())
    try:
        f.result()
    except ValueError as e:
        print(e)
    try:
        list(pool.map(fails, [1, 2]))
    except ValueError as e:
        print(e)
    print(sorted(x.result() for x in as_completed([pool.submit(square, i) for i in range(5)])))
    done, not_done = wait([pool.submit(square, 2), pool.submit(square, 3)])
    print(len(done), len(not_done))
    gate = threading.Event()
    slow = pool.submit(gate.wait, 10)
    done, not_done = wait([slow, pool.submit(square, 1)], return_when=FIRST_COMPLETED)
    print(len(done), len(not_done))
    try:
        slow.result(timeout=0.01)
    except TimeoutError:
        print("timeout")
    called = []
    slow.add_done_callback(lambda f: called.append(f.result()))
    gate.set()
    slow.result()
time.sleep(0)
print(called)
try:
    pool.submit(square, 1)
except RuntimeError as e:
    print(e)
with ThreadPoolExecutor(1) as pool:
    gate = threading.Event()
    first = pool.submit(gate.wait)
    second = pool.submit(square, 5)
    while not first.running():
        time.sleep(0.001)
    print(second.cancel(), second.cancelled(), first.cancel())
    gate.set()
names = set()
with ThreadPoolExecutor(2, thread_name_prefix="pre", initializer=lambda: names.add("init")) as pool:
    list(pool.map(lambda _: names.add(threading.current_thread().name[:3]), range(4)))
print(sorted(names))


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


with ThreadPoolExecutor(2) as pool:
    print(list(pool.map(fib, [15, 16, 17, 18])))
try:
    ThreadPoolExecutor(0)
except ValueError as e:
    print(e)
