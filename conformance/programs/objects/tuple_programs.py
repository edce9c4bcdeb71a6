# modes: stress
# must-compile: swap, minmax, dist
def swap(p):
    a, b = p
    return b, a


def minmax(items):
    lo = hi = items[0]
    for x in items:
        if x < lo:
            lo = x
        elif x > hi:
            hi = x
    return lo, hi


def dist(p, q):
    return sum((a - b) ** 2 for a, b in zip(p, q)) ** 0.5


def fib_pair(n):
    if n == 0:
        return 0, 1
    a, b = fib_pair(n // 2)
    c, d = a * (2 * b - a), a * a + b * b
    return (d, c + d) if n % 2 else (c, d)


for _ in range(300):
    swap((1, 2))
    minmax([3, 1, 2])
    dist((1, 2), (3, 4))
    fib_pair(30)
print(swap((1, "a")), swap("xy"), minmax([3, 1, 2]), minmax(["b", "a"]), minmax([1.5, 2 ** 70, -1]), dist((0, 0), (3, 4)), dist((1.5,), (2,)), fib_pair(100)[0], fib_pair(500)[0] % 10 ** 9)
points = [(x, y) for x in range(3) for y in range(3)]
print(points, sorted(points, key=lambda p: (-p[1], p[0]))[:4], max(points), {p: sum(p) for p in points[:3]}, (1, 1) in points, points.index((2, 0)), [a for a, _ in points[::4]], tuple(zip(*points[:3])), dict(points[:3]), set(points[:2]) == {(0, 1), (0, 0)})
record = ("ann", 30, ("x", "y"))
name, age, (first, *rest) = record
print(name, age, first, rest, record + (1,), record[-1][0], record * 2, len(record), record.count(30), hash(record) == hash(("ann", 30, ("x", "y"))), record == ("ann", 30, ("x", "y")), record < ("bob",), ("a",) < ("a", "b"), (1, 2) == [1, 2])
a, b, c = 1, 2, 3
for _ in range(300):
    a, b, c = b, c, a
print(a, b, c, *((i, j) for i, j in enumerate("ab")), (yield_ := (1,))[0], (), (1,), tuple("ab"), (*"ab", *[1]))


def returns_many(n):
    return n, n + 1, n + 2


total = 0
for i in range(2000):
    x, y, z = returns_many(i)
    total += x * y - z
print(total, returns_many(2 ** 63 - 2), returns_many(0.5))
