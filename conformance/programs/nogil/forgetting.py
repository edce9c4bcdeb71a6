# must-compile: gen, work, Forgotten.__init__
"""Threads forget generators and instances with __del__ at once: each is finalised exactly once."""
import collections
import gc
import threading

ended = collections.deque()
deleted = collections.deque()


class Forgotten:
    def __init__(self, i):
        self.i = i

    def __del__(self):
        deleted.append(self.i)


def gen(i):
    try:
        yield i
        yield i
    finally:
        ended.append(i)


def work(k):
    for i in range(2000):
        g = gen((k, i))
        next(g)
        if i % 3 == 0:
            next(g)
        if i % 2:
            list(g)
        if i % 10 == 0:
            Forgotten((k, i))


threads = [threading.Thread(target=work, args=(k,)) for k in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
for _ in range(4):
    gc.collect()
print(len(ended), len(set(ended)), len(deleted), len(set(deleted)))


def left_behind():
    """What a thread ran is forgotten with it, although a list lives on that the thread was the only one to change."""
    import _thread
    import time
    import weakref

    changed = []

    def task():
        changed.append(None)

    gone = []
    watch = weakref.ref(task, gone.append)
    count = _thread._count()
    _thread.start_new_thread(task, ())
    del task
    for _ in range(2000):
        if changed and _thread._count() == count:
            gc.collect()
            if gone:
                break
        time.sleep(0.005)
    return changed, len(gone), watch()


print(left_behind())
