"""Eight threads grow, set and pop shared lists."""

from _stress import WORKERS, expect, run, together

N = 120


def append(n):
    """No element is lost; each thread's elements stay in order."""
    items = []
    problems = together(lambda k: [items.append(k * N + i) for i in range(N)])
    expect(problems, "sorted", sorted(items), list(range(WORKERS * N)))
    for k in range(WORKERS):
        mine = [x for x in items if x // N == k]
        expect(problems, f"order of {k}", mine, sorted(mine))
    return problems


def store_while_growing(n):
    """A store into an existing element survives that others make the list grow, whatever kind it stores."""
    values = [1, 2.5, "text", None, 2 ** 70, (1,)]
    items = [0] * WORKERS
    problems = []

    def work(k):
        if k % 2:
            for i in range(N):
                items.append(0)
        else:
            for i in range(N):
                items[k] = values[(n + k + i) % len(values)]
                if items[k] != values[(n + k + i) % len(values)]:
                    problems.append(f"store of {k} lost: {items[k]!r}")
                    return
    problems += together(work)
    expect(problems, "length", len(items), WORKERS + N * (WORKERS // 2))
    expect(problems, "grown", set(items[WORKERS:]), {0})
    return problems


def pop(n):
    """Each element is popped exactly once."""
    items = list(range(WORKERS * N))
    taken = [[] for _ in range(WORKERS)]

    def work(k):
        while True:
            try:
                taken[k].append(items.pop() if k % 2 else items.pop(0))
            except IndexError:
                return
    problems = together(work)
    expect(problems, "popped", sorted(x for t in taken for x in t), list(range(WORKERS * N)))
    expect(problems, "left", items, [])
    return problems


def extend_and_slice(n):
    """Slices see only values that somebody stored, and whole extensions."""
    items = []
    strange = []

    def work(k):
        for i in range(N // 4):
            items.extend([k, k, k])
            for x in items[-12:]:
                if type(x) is not int or not 0 <= x < WORKERS:
                    strange.append(x)
            if len(items[:]) % 3 and WORKERS == 1:
                strange.append("part")
    problems = together(work)
    expect(problems, "strange values", strange, [])
    expect(problems, "length", len(items), WORKERS * (N // 4) * 3)
    for k in range(WORKERS):
        expect(problems, f"count of {k}", items.count(k), N // 4 * 3)
    return problems


def mixed_kinds(n):
    """Ints, floats and objects arrive from different threads while others read and sort copies."""
    items = [0]
    strange = []

    def work(k):
        for i in range(N):
            if k < 2:
                items.append(i)
            elif k < 4:
                items.append(i + 0.5)
            elif k < 5:
                items.append(str(i))
            elif k < 6:
                for x in items:
                    if x is None:
                        strange.append(x)
                if i > 5:
                    break
            else:
                sorted([x for x in items if type(x) is int])
                if i > 5:
                    break
    problems = together(work)
    expect(problems, "strange", strange, [])
    expect(problems, "length", len(items), 5 * N + 1)
    expect(problems, "ints", sorted(x for x in items if type(x) is int), sorted([0] + 2 * list(range(N))))
    expect(problems, "floats", sorted(x for x in items if type(x) is float), sorted(2 * [i + 0.5 for i in range(N)]))
    return problems


def reverse_and_insert(n):
    items = list(range(40))

    def work(k):
        for i in range(N // 4):
            if k % 4 == 0:
                items.reverse()
            elif k % 4 == 1:
                items.insert(0, 1000 + k)
            elif k % 4 == 2:
                items.sort(key=lambda x: -x) if i % 7 == 0 and False else items.count(1000)
            else:
                items[5:5] = [2000 + k]
    problems = together(work)
    expect(problems, "original", sorted(x for x in items if x < 40), list(range(40)))
    expect(problems, "inserted", len([x for x in items if x >= 1000]), 2 * (WORKERS // 4) * (N // 4))
    return problems


def taken_over(n):
    """A thread changes lists of its own, fast, and its neighbour breaks in: nothing is lost, nothing shows twice."""
    made = [[[] for _ in range(10)] for _ in range(WORKERS)]
    stored = [[[0] * 4 for _ in range(10)] for _ in range(WORKERS)]

    def fill(items, counts, k, other):
        for i in range(N):
            items.append(i * WORKERS + k)
            counts[1] += 1
            if items.pop() % WORKERS == k:
                items.append(i * WORKERS + k)
            if i == 5 + k:
                for j in range(20):
                    other[0].append(j * WORKERS + WORKERS)
                    other[1][3] = j

    def work(k):
        for items, counts, *other in zip(made[k], stored[k], made[(k + 1) % WORKERS], stored[(k + 1) % WORKERS]):
            fill(items, counts, k, other)
    problems = together(work)
    for k in range(WORKERS):
        expect(problems, f"stored by {k}", stored[k], [[0, N, 0, 19]] * 10)
        for items in made[k]:
            if any(type(x) is not int for x in items) or len(items) > N + 20:
                problems.append(f"{k}: {items}")
    return problems


def clear_and_fill(n):
    """Lists of ints and floats are emptied and filled again: who goes through one sees nothing that was not in it."""
    ints = list(range(1, 2000))
    floats = [i + 0.5 for i in range(1999)]
    strange = []

    def through(items):
        for x in items:
            if not x:
                return True
        return False

    def work(k):
        for i in range(N):
            if k < 2:
                ints.clear()
                ints.extend(range(1, 500 + i * 37 % 1500))
                floats.clear()
                for j in range(40):
                    floats.append(j + 1.5)
                floats.extend([0.5] * (i * 53 % 900))
            elif through(ints) or through(floats):
                strange.append(i)
    problems = together(work)
    expect(problems, "strange", strange, [])
    return problems


run(append, clear_and_fill, store_while_growing, pop, extend_and_slice, mixed_kinds, reverse_and_insert,
    taken_over)
