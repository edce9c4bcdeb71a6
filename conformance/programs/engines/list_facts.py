# modes: stress
# must-compile: swap, rebind, kinds, halves, other_kind
"""What compiled code knows of lists from one item to the next, and of division by powers of two."""


class Sub(list):
    def __getitem__(self, i):
        return ("sub", list.__getitem__(self, i))


def swap(a, n):
    low = 0
    high = n - 1
    while low < high:
        a[low], a[high] = a[high], a[low]
        low += 1
        high -= 1
    return a


def rebind(a, b, n):
    t = []
    for i in range(n):
        t.append(a[i])
        if i % 3 == 1:
            a, b = b, a
        t.append(a[i])
        c = a
        t.append(c[i])
        a[i] = c[i] * 2
        c = b
        t.append(c[i])
    return t


def kinds(a, n):
    for i in range(n):
        x = a[i]
        if i == 20:
            a[1] = "text"
        elif i == 30:
            a.clear()
            a.extend([i] * n)
        elif i == 35:
            a.append(0.5)
        a[i] = a[0]
        a[-1] = x
    return a


def halves(n):
    t = 0
    for i in range(-n, n):
        t = t * 7 % 64 + i // 2 + i // 8 * 3 + i % 16 + i % 1 + i // 1 + (i * 1000003 << 20) // 1048576 % 4
    return t


def other_kind(values):
    t = []
    for v in values:
        t.append((v[0], v[1]))
        t.append((v[-1], v[1]))
    return t


print(swap(list(range(11)), 11), swap([x / 2 for x in range(6)], 6), swap(["a", 1, 2.5, None], 4))
for _ in range(30):
    r = swap(list(range(300)), 300)
print(r[:5], swap(bytearray(b"abcdef"), 6))
print(rebind([1] * 9, [0.5] * 9, 9))
for _ in range(30):
    r = rebind(list(range(60)), [x * 3 for x in range(60)], 60)
print(r[-8:], rebind([1] * 6, ["x"] * 6, 6), rebind(Sub([1] * 6), [2] * 6, 6))
for _ in range(20):
    r = kinds([x / 4 for x in range(40)], 40), kinds(list(range(40)), 40)
print(r)
print([halves(n) for n in (1, 10, 1000)])
many = [[1, 2, 3]] * 50
print(other_kind(many)[:2], other_kind(many + [(1, 2), Sub([4, 5]), "ab", {0: 1, 1: 2, -1: 3}, [1.5, 2.5], [None, 1]])[-12:])
for bad in ([[1]], [[]], [None], [{}]):
    try:
        other_kind(many + bad)
    except (IndexError, TypeError, KeyError) as e:
        print(type(e).__name__, e)


def appends(n, odd):
    ints = []
    floats = []
    others = []
    for i in range(n):
        ints.append(i * 2)
        floats.append(i / 2)
        others.append((i,) if i % 2 else None)
        if i == odd:
            ints.append("text")
            floats.append(7)
    return ints, floats, others, [i for i in range(n)], [i * 0.5 for i in range(n)], [i if i != odd else 0.5 for i in range(n)]


def sliced(a, n):
    t = []
    for i in range(-n, n):
        t.append((a[i:], a[:i], a[i:i + 2], a[::-1], a[:], a[i:None:2], a[True:i], a[i]))
    return t


for _ in range(20):
    r = appends(60, 40)
print(r, appends(3, 1), appends(0, 0))
for a in ([1, 2, 3], [0.5, 1.5, 2.5], "abc", (1, 2, 3), Sub([1, 2, 3]), b"abc", "a\U0001F600c"):
    for _ in range(8):
        r = sliced(a, 3)
    print(r)
print([1, 2][2 ** 70:], [1, 2][:-2 ** 70], [1, 2][-2 ** 63:2 ** 62], [][:], [1, 2][5:1])
for bad in ("x", 1.5):
    try:
        print([1, 2][bad:])
    except TypeError as e:
        print(e)
try:
    sliced("ab", 3)
except IndexError as e:
    print(e)
