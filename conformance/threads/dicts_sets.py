"""Eight threads grow, set and pop shared dicts and sets."""

from collections import OrderedDict

from _stress import WORKERS, expect, run, together

N = 120


class Key:
    """A key whose hash and comparison are Python code, with many collisions."""

    def __init__(self, v):
        self.v = v

    def __hash__(self):
        return self.v % 5

    def __eq__(self, other):
        return self.v == other.v


def insert(n):
    table = {}

    def work(k):
        for i in range(N):
            table[k * N + i] = k
            table[f"{k}-{i}"] = i
            if table[k * N + i] != k or table[f"{k}-{i}"] != i:
                raise AssertionError("own store not seen")
    problems = together(work)
    expect(problems, "length", len(table), 2 * WORKERS * N)
    expect(problems, "int keys", sorted(x for x in table if type(x) is int), list(range(WORKERS * N)))
    return problems


def update_own(n):
    """Stores under a thread's own keys survive the growth that others cause."""
    table = {k: 0 for k in range(WORKERS)}

    def work(k):
        for i in range(N):
            table[k] = i
            table[100 + k * N + i] = i
            if table[k] != i:
                raise AssertionError(f"lost {k}: {table[k]} for {i}")
    problems = together(work)
    expect(problems, "own", [table[k] for k in range(WORKERS)], [N - 1] * WORKERS)
    return problems


def setdefault_once(n):
    """setdefault gives every thread the same object."""
    table = {}
    got = [[] for _ in range(WORKERS)]

    def work(k):
        for i in range(N):
            got[k].append(table.setdefault(i, object()))
    problems = together(work)
    for k in range(WORKERS):
        expect(problems, f"same objects in {k}", all(a is b for a, b in zip(got[0], got[k])), True)
    return problems


def pop_once(n):
    table = {i: i for i in range(WORKERS * N)}
    taken = [[] for _ in range(WORKERS)]

    def work(k):
        if k % 2:
            for i in range(WORKERS * N):
                x = table.pop(i, None)
                if x is not None:
                    taken[k].append(x)
        else:
            while True:
                try:
                    taken[k].append(table.popitem()[0])
                except KeyError:
                    return
    problems = together(work)
    expect(problems, "popped", sorted(x for t in taken for x in t), list(range(WORKERS * N)))
    expect(problems, "left", table, {})
    return problems


def delete_and_insert(n):
    """A key that comes and goes never shows a value that nobody stored."""
    table = {}
    strange = []

    def work(k):
        for i in range(N):
            key = i % 7
            table[key] = (key, k)
            x = table.get(key)
            if x is not None and x[0] != key:
                strange.append((key, x))
            try:
                del table[key]
            except KeyError:
                pass
    problems = together(work)
    expect(problems, "strange", strange, [])
    expect(problems, "left", table, {})
    return problems


def iterate(n):
    """Iteration while others insert gives stored values or RuntimeError."""
    table = {i: i for i in range(50)}
    strange = []

    def work(k):
        for i in range(N // 4):
            if k % 2:
                table[1000 + k * N + i] = 1000 + k * N + i
            else:
                try:
                    for a, b in table.items():
                        if a != b:
                            strange.append((a, b))
                except RuntimeError:
                    pass
                for a in list(table):
                    if type(a) is not int:
                        strange.append(a)
    problems = together(work)
    expect(problems, "strange", strange, [])
    expect(problems, "length", len(table), 50 + WORKERS // 2 * (N // 4))
    return problems


def python_keys(n):
    table = {}

    def work(k):
        for i in range(N // 6):
            table[Key(k * 100 + i)] = k
            if table[Key(k * 100 + i)] != k:
                raise AssertionError("lost")
    problems = together(work)
    expect(problems, "length", len(table), WORKERS * (N // 6))
    return problems


def sets(n):
    shared = set()
    counts = [0] * WORKERS

    def work(k):
        for i in range(N):
            shared.add(k * N + i)
            shared.add(i)
            if k * N + i not in shared:
                raise AssertionError("lost")
        for i in range(k * N, k * N + N, 2):
            if i >= N:
                shared.remove(i)
        len(shared | {1, 2})
        list(shared.copy())
    problems = together(work)
    wanted = set(range(N)) | {x for x in range(N, WORKERS * N) if x % 2}
    expect(problems, "set", shared == wanted or sorted(shared ^ wanted), True)
    taken = [[] for _ in range(WORKERS)]

    def drain(k):
        while True:
            try:
                taken[k].append(shared.pop())
            except KeyError:
                return
    problems += together(drain)
    expect(problems, "popped", sorted(x for t in taken for x in t), sorted(wanted))
    return problems


def move_to_end(n):
    """Keys are moved to either end while others are inserted: none is lost, none is missing meanwhile."""
    shared = OrderedDict((-k, k) for k in range(1, WORKERS))

    def work(k):
        for i in range(N):
            shared[k * N + i] = i
            shared.move_to_end(k * N + i // 2, last=i % 4 != 0)
            shared.move_to_end(-1)
            if shared[-1] != 1 or shared[k * N] != 0:
                raise AssertionError("missing")
    problems = together(work)
    expect(problems, "keys", sorted(shared), list(range(1 - WORKERS, 0)) + list(range(WORKERS * N)))
    expect(problems, "length", len(shared), WORKERS * N + WORKERS - 1)
    return problems


run(insert, update_own, setdefault_once, pop_once, delete_and_insert, iterate, python_keys, sets,
    move_to_end)
