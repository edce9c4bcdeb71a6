"""Locks, conditions, queues, thread starts and ends, and exceptions between eight threads: no update lost, no deadlock."""

import collections
import queue
import threading

from _stress import HANG, WORKERS, expect, run, together

N = 60


def locked_counter(n):
    lock = threading.Lock()
    box = {"count": 0}
    total = [0]

    def work(k):
        for i in range(N):
            with lock:
                box["count"] += 1
                total[0] += i
    problems = together(work)
    expect(problems, "count", box["count"], WORKERS * N)
    expect(problems, "total", total[0], WORKERS * sum(range(N)))
    return problems


def queues(n):
    q = queue.Queue(5)
    out = [[] for _ in range(WORKERS)]

    def work(k):
        if k % 2:
            for i in range(N):
                q.put(k * 1000 + i)
            q.put(None)
        else:
            while (x := q.get()) is not None:
                out[k].append(x)
    problems = together(work)
    expect(problems, "received", sorted(x for o in out for x in o), sorted(k * 1000 + i for k in range(1, WORKERS, 2) for i in range(N)))
    return problems


def deques(n):
    d = collections.deque()
    taken = [[] for _ in range(WORKERS)]

    def work(k):
        for i in range(N):
            d.append(k * N + i)
            try:
                taken[k].append(d.popleft() if i % 2 else d.pop())
            except IndexError:
                pass
    problems = together(work)
    expect(problems, "elements", sorted([x for t in taken for x in t] + list(d)), list(range(WORKERS * N)))
    return problems


def many_threads(n):
    """Threads start threads; each result arrives."""
    results = []

    def leaf(k, i):
        results.append((k, i))

    def work(k):
        inner = [threading.Thread(target=leaf, args=(k, i)) for i in range(3)]
        for t in inner:
            t.start()
        for t in inner:
            t.join()
    problems = together(work)
    expect(problems, "results", sorted(results), [(k, i) for k in range(WORKERS) for i in range(3)])
    return problems


def exceptions(n):
    """Exceptions, generators and deep calls in all threads at once."""
    results = [0] * WORKERS
    closed = []

    def fail(i):
        if i % 3 == 0:
            raise KeyError(i)
        return i

    def gen(m):
        try:
            for i in range(m):
                yield i
        finally:
            closed.append(m)

    def deep(m):
        return 0 if m == 0 else 1 + deep(m - 1)

    def work(k):
        total = 0
        for i in range(N):
            try:
                total += fail(i)
            except KeyError as e:
                total += e.args[0] * 2
            finally:
                total += 1
        total += sum(gen(N)) + deep(50)
        results[k] = total
    problems = together(work)
    wanted = sum(i * 2 if i % 3 == 0 else i for i in range(N)) + N + sum(range(N)) + 50
    expect(problems, "results", results, [wanted] * WORKERS)
    expect(problems, "closed", closed, [N] * WORKERS)
    return problems


def conditions(n):
    cond = threading.Condition()
    turn = [0]
    order = []

    def work(k):
        for r in range(4):
            with cond:
                while turn[0] % WORKERS != k:
                    if not cond.wait(HANG):
                        raise AssertionError("lost wake-up")
                order.append(k)
                turn[0] += 1
                cond.notify_all()
    problems = together(work)
    expect(problems, "order", order, list(range(WORKERS)) * 4)
    return problems


run(locked_counter, queues, deques, many_threads, exceptions, conditions)
