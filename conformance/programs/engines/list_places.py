# modes: stress
# must-compile: step, grows, widens, calls, counts, turns, parts
"""Lists of numbers read and written at constant places, whose storage, kind and size change between two of them."""


def step(a, b, dt):
    dx = a[0] - b[0]
    dy = a[1] - b[1]
    pull = (dx * dx + dy * dy + 1.5) ** 0.5
    a[2] -= dx * pull * dt
    a[3] -= dy * pull * dt
    b[2] += dx * pull * dt
    b[3] += dy * pull * dt
    a[0] += dt * a[2]
    a[1] += dt * a[3]


def same_list(n):
    """Both names are one list."""
    a = [1.0, 2.0, 0.5, 0.25]
    for _ in range(n):
        step(a, a, 0.125)
    return a


def grows(a, other):
    """The list that is appended to may be the one that is read."""
    x = a[0] + a[1]
    other.append(x)
    return a[0] + a[1] + a[2] + len(a)


def widens(a, other, value):
    x = a[0] + a[1]
    other[1] = value
    a[0] = x
    a[2] = x
    return a[0], a[1], a[2]


def calls(a, f):
    x = a[0] + a[1]
    f(a)
    return x + a[0] + a[1]


def counts(a):
    a[0] += 1
    a[1] += a[0]
    a[2] = a[0] - a[1]
    return a[0] + a[1] + a[2]


def turns(a, yes):
    first = a[0]
    if yes:
        a[1] = first
        a[2] += a[1]
    else:
        a = [first, first, first]
        a[1] += a[0]
    return a[0] + a[1] + a[2]


def shortens(a):
    a.pop()


def swaps(a):
    a[0], a[1] = a[1], a[0]
    a[2] = a[0]


def forgets(a):
    a[:] = [str(x) for x in a]


def tried(f, *arguments):
    try:
        return f(*arguments)
    except (IndexError, TypeError, OverflowError) as e:
        return type(e).__name__, str(e), arguments[0]


def parts(a):
    b = a[:]
    c = a[1:-1]
    return b, c, a[-2:], a[5:2], b is a


class Noted(list):
    def __getitem__(self, i):
        return list.__getitem__(self, i) * 2


def main():
    bodies = [[float(i), i * 0.5, 1.0, -1.0] for i in range(5)]
    for k in range(400):
        step(bodies[k % 5], bodies[(k + 2) % 5], 0.01)
    print(bodies)
    print(same_list(300))
    for n in (0, 1, 100, 300):
        a = [1.0, 2.0, 3.0]
        b = []
        for k in range(n):
            grows(a, a if k % 3 == 0 else b)
        print(n, len(a), len(b), a[-1], grows(a, a))
    for k in range(300):
        a = [1.0, 2.0, 3.0]
        got = widens(a, a, 4.5)
    print(got)
    for value in (7, 'seven', None, 2 ** 70, True):
        a = [1.0, 2.0, 3.0]
        print(tried(widens, a, a, value), a)
        print(tried(widens, a, [0, 0], value), a)
    for f in (swaps, shortens, forgets):
        for k in range(250):
            calls([1.5, 2.5, 3.5], swaps)
        print(f.__name__, tried(calls, [1.5, 2.5, 3.5], f), tried(calls, [1.5, 2.5], f))
    a = [0, 0, 0]
    for k in range(300):
        counts(a)
    print(a)
    for a in ([2 ** 63 - 2, 1, 1], [2 ** 63 - 1, 1, 1], [1, 2.5, 3], [1, 2], [], [True, 1, 1], (1, 2, 3), {0: 1, 1: 2},
              Noted([1, 2, 3]), 'abc'):
        print(tried(counts, a), a)
    for k in range(300):
        turns([1.0, 2.0, 3.0], k % 2 == 0)
    for a in ([1.0, 2.0, 3.0], [1.0, 2.0], [1, 2, 3], [1.0], Noted([1.0, 2.0, 3.0])):
        print(tried(turns, a, True), tried(turns, a, False), a)
    try:
        step([1.0, 2.0, 3.0, 4.0], [1.0, 2.0, 3.0], 0.5)
    except IndexError as e:
        print(e)
    short = [1.0, 2.0, 3.0]
    for k in range(6):
        try:
            step(short, bodies[0], 0.5)
        except IndexError as e:
            print(e, short, bodies[0])
    step(bodies[1], bodies[2], 1)
    for k in range(300):
        got = parts([k, 2, 3, 4])
    print(got)
    for a in ([], [1.5], ['a', None, 2], list(range(9)), (1, 2, 3), 'text', Noted([1, 2, 3]), 7, b'abc'):
        print(tried(parts, a))
    print(bodies[1], bodies[2])


main()
