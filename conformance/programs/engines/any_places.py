# modes: stress
# must-compile: swapped, read, stored, strided, offsets
"""Items at places that are no counters of loops: computed, negative, out of range, too large for a JVM int."""


def swapped(items):
    low = 0
    high = len(items) - 1
    while low < high:
        items[low], items[high] = items[high], items[low]
        low += 1
        high -= 1
    return items


def read(items, places):
    total = 0
    for place in places:
        total += items[place * 1]
    return total


def stored(items, places, value):
    for place in places:
        items[place * 1] = value
    return items


def strided(items, start, step):
    at = start
    total = 0
    while -len(items) <= at < len(items):
        total += items[at]
        items[at] = items[at]
        at += step
    return total


def offsets(items):
    total = 0
    for i in range(1, len(items) - 1):
        total += items[i - 1] * 2 + items[i + 1] - items[i - 3] + items[len(items) - i]
        items[i - 1] = items[i + 1]
        items[-i] = items[i]
    return total


kinds = (lambda: list(range(20)), lambda: [k / 4 for k in range(20)], lambda: [k % 3 == 0 for k in range(20)],
         lambda: [str] * 0 + [2 ** 70 + k for k in range(20)])
for make in kinds:
    for _ in range(150):
        a = swapped(make())
        b = read(make(), (0, 5, 19, -1, -20, 7))
        c = stored(make(), (3, -3, 0, 19), make()[4])
        d = strided(make(), 2, 3), strided(make(), -2, -3)
        e = offsets(make())
    print(a, b, c, d, e)
for place in (20, -21, 2 ** 31, -2 ** 31, 2 ** 32, 2 ** 32 + 3, -2 ** 32 + 3, 2 ** 62, -2 ** 63, 2 ** 63 - 1, 2 ** 64):
    for make in kinds:
        try:
            print(read(make(), (1, place)))
        except IndexError as error:
            print(place, error)
        try:
            print(stored(make(), (1, place), make()[2]))
        except IndexError as error:
            print(place, error)
for value in (5, 2.5, None, True, 2 ** 80):
    for make in kinds:
        print(stored(make(), (1, -1, 6), value)[-2:])
empty = []
for call in (read, lambda items, places: stored(items, places, 1)):
    try:
        print(call(empty, (0,)))
    except IndexError as error:
        print(error)
