# modes: stress
# must-compile: sieve, marked, truths, flip, kind_changes, appended, places, as_values
"""Lists of bools, which are kept a byte an item: read, stored, sliced, changed in kind under a loop."""


def sieve(limit):
    prime = [True] * limit
    prime[0] = prime[1] = False
    n = 2
    while n * n < limit:
        if prime[n]:
            for multiple in range(n * n, limit, n):
                prime[multiple] = False
        n += 1
    return [n for n in range(limit) if prime[n]]


def marked(limit):
    flags = [False] * limit
    for step in (2, 3, 5):
        flags[::step] = [True] * ((limit + step - 1) // step)
    flags[1::7] = [False] * len(flags[1::7])
    flags[-3:] = (True, False, True)
    return flags


def truths(flags):
    count = 0
    for flag in flags:
        if flag:
            count += 1
        elif flag is False:
            count += 1000
    return count


def flip(flags, n):
    for i in range(n):
        flags[i] = not flags[i]
        flags[-i - 1] = flags[i] and not flags[n - i - 1]
    return flags


def kind_changes(flags, at, value):
    seen = []
    for i in range(len(flags)):
        if i == at:
            flags[i] = value
        flags[i - 1] = True
        seen.append(flags[i])
    return seen


def appended(n):
    bools = []
    for i in range(n):
        bools.append(i % 3 == 0)
    return bools


def places(flags):
    flags[0] = flags[3]
    flags[1] = flags[2] or flags[3]
    flags[2] = flags[0] and flags[1]
    return flags[0], flags[1], flags[2], flags[3]


def as_values(flags):
    total = 0
    for i in range(len(flags)):
        total += flags[i] * 2 + (flags[i] is True) + (flags[i] == 1) + [10, 20][flags[i]]
    return total


def shown(value):
    return [(type(v).__name__, v) for v in value]


for _ in range(40):
    primes = sieve(5000)
    flags = marked(3000)
    count = truths(flags)
    flip(flags, 3000)
    bools = appended(700)
    total = as_values(bools)
print(len(primes), primes[-3:], count, sum(flags), sum(bools), total, truths(bools))
for _ in range(300):
    four = places([False, False, True, True])
print(four)
for _ in range(300):
    plain = kind_changes([False] * 12, 5, False)
print(plain)
for value in (None, 1, 2.5, "x", 10 ** 30, []):
    print(shown(kind_changes([False] * 8, 5, value)))
    print(shown(kind_changes([False] * 8, 0, value)))
for wrong in ([True] * 3, [0] * 3, (1.5, 2.5), ["a"], []):
    try:
        print(truths(wrong), as_values(wrong))
    except TypeError as e:
        print(type(e).__name__, e)
print(places([1, 0, 2, 3]), places(["a", "", "b", "c"]))
try:
    print(places([True, False]))
except IndexError as e:
    print(e)


class Switching:
    """Its iteration changes the list beside it."""

    def __init__(self, flags):
        self.flags = flags

    def __iter__(self):
        for i in range(len(self.flags)):
            yield i
            if i == 600:
                self.flags.append("end")
            if i == 900:
                self.flags[3] = 7


def beside(flags):
    total = 0
    for i in Switching(flags):
        if flags[i]:
            total += i
        flags[i] = False
    return total


for _ in range(3):
    changing = [True, False] * 600
    print(beside(changing), changing[3], changing[-1], len(changing))

a = [True, False, True]
b = a + [False]
a += [True]
a.extend((False, True))
a.insert(1, False)
print(a, b, a * 2, 0 * a, a[::-1], a[1:3], a[::2], a == [1, 0, 0, 1, 1, 0, 1], a < b, a > b)
print(True in a, 1 in a, 2 in a, 0.0 in b, a.index(False), a.index(0), a.count(1), a.count(True))
print(a.pop(), a.pop(0), a.pop(1), a)
del a[1]
a.reverse()
print(a, sorted(b), sorted(b, reverse=True), min(b), max(b), any(b), all(b), sum(b))
b.sort(key=lambda v: not v)
print(b, b + [2], [None] + b, b + ["x"], list(reversed(b)), tuple(b), set(b))
b[1:3] = [5]
print(b, shown(b))
c = [True] * 6
c[::2] = [False] * 3
c[5:0:-2] = c[:3]
print(c)
c[::3] = [1, 2]
print(c)
try:
    c[::2] = [True] * 2
except ValueError as e:
    print(e)
d = [False] * 5
d[::2] = d[2:]
d[::-1] = d
print(d, d.copy(), repr(d))
d.clear()
d.append(False)
print(d, len(d), d.__sizeof__() > 0)
first, *rest = [True, False, False]
print(first, rest, [*rest, 3], [x for x in [True, True] if x])
e = [False] * 4
e[1] += 1
e[2] |= True
print(shown(e))
f = [True, True, False]
it = iter(f)
print(next(it))
f[1] = None
f.append(0)
print(list(it))
