# family: containers
# checksum: 32239158
# must-compile: unit, lists, dicts
"""Lists, dicts, sets, deques and tuples made, filled, searched, sliced and emptied."""

from collections import deque

from harness import run

SIZE = 4000


def lists():
    items = []
    for i in range(SIZE):
        items.append(i * 7 % 1013)
    evens = [x for x in items if x % 2 == 0]
    items.extend(evens)
    items[100:200] = items[200:100:-1]
    items.reverse()
    while len(items) > SIZE:
        items.pop()
    del items[::3]
    items.insert(5, -1)
    return sum(items) + items.index(-1) + items.count(7)


def dicts():
    table = {}
    for i in range(SIZE):
        key = i * 31 % 997
        table[key] = table.get(key, 0) + i
    names = {}
    for key, value in table.items():
        names.setdefault("k%d" % (value % 101), []).append(key)
    total = 0
    for name in sorted(names):
        total = (total * 33 + sum(names[name])) % 1000003
    for key in list(table):
        if key % 3:
            del table[key]
    merged = dict(table)
    merged.update((k + 1, v) for k, v in table.items())
    return total + len(merged)


def sets():
    a = {i * 3 for i in range(SIZE // 2)}
    b = {i * 5 for i in range(SIZE // 2)}
    return len(a & b) + len(a | b) * 3 + len(a - b) * 5 + sum(a ^ b) % 1009


def queues():
    queue = deque()
    total = 0
    for i in range(SIZE):
        queue.append((i, i & 7))
        if i % 3 == 2:
            first, kind = queue.popleft()
            total += first * kind
    return total + len(queue)


def grid():
    cells = {(x, y): x ^ y for x in range(40) for y in range(40)}
    total = 0
    for x in range(1, 39):
        for y in range(1, 39):
            total += cells[x - 1, y] + cells[x + 1, y] - cells[x, y - 1] + cells[x, y + 1]
    return total


def unit():
    total = 0
    for _ in range(6):
        total += lists() + dicts() + sets() + queues() + grid()
    return total


run(unit)
