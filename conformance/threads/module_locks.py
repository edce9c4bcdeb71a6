"""importlib's module locks, taken in one order by all threads: nobody deadlocks, so nobody is told so.

Who waits is found by following who waits for whom; put together from what held at different times, that makes rings
that never were. Locks taken in a ring do deadlock, and then one thread at least is told."""

import importlib._bootstrap as bootstrap
import random
import threading

from _stress import HANG, WORKERS, expect, run, together


def ordered(n):
    locks = [bootstrap._ModuleLock(f"ordered_{i}") for i in range(6)]
    inside = [0] * len(locks)
    told = [0] * WORKERS

    def work(k):
        chance = random.Random(n * WORKERS + k)
        for _ in range(100):
            held = []
            for i in range(len(locks)):
                if chance.random() < 0.5:
                    try:
                        locks[i].acquire()
                    except bootstrap._DeadlockError:
                        told[k] += 1
                        continue
                    held.append(i)
                    inside[i] += 1
            for i in held:
                if inside[i] != 1:
                    raise AssertionError(f"{inside[i]} threads hold lock {i}")
                inside[i] -= 1
                locks[i].release()
    problems = together(work)
    expect(problems, "told of a deadlock", told, [0] * WORKERS)
    expect(problems, "owners", [lock.owner for lock in locks], [None] * len(locks))
    expect(problems, "locked", [lock.locked() for lock in locks], [False] * len(locks))
    return problems


def ring(n):
    locks = [bootstrap._ModuleLock(f"ring_{i}") for i in range(WORKERS)]
    barrier = threading.Barrier(WORKERS)
    told = [0] * WORKERS

    def work(k):
        locks[k].acquire()
        barrier.wait(HANG)
        try:
            locks[(k + 1) % WORKERS].acquire()
        except bootstrap._DeadlockError as e:
            told[k] = 1
        else:
            locks[(k + 1) % WORKERS].release()
        locks[k].release()
    problems = together(work)
    expect(problems, "some thread was told", sum(told) > 0, True)
    expect(problems, "locked", [lock.locked() for lock in locks], [False] * WORKERS)
    return problems


run(ordered, ring)
