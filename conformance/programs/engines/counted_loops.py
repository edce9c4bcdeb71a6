# modes: stress
# must-compile: steps, bounds, sliding, shrinking, growing, roots, nested, rebound, changing
"""Loops over ranges and lists as compiled code does them, in chunks: their ends, and what changes them inside."""


def steps(n):
    t = 0
    for i in range(n):
        t = t * 3 % 1000003 + i
    for i in range(n, 0, -1):
        t = t * 3 % 1000003 + i
    for i in range(-n, n, 7):
        t = t * 3 % 1000003 + i
    for i in range(n, -n, -5):
        t = t * 3 % 1000003 + i
    for i in range(3, 3):
        t = -1
    return t, i


def bounds(start, stop, step):
    seen = []
    for i in range(start, stop):
        seen.append(i)
        if len(seen) > 4:
            break
    for i in range(start, stop, step):
        seen.append(i)
        if len(seen) > 9:
            break
    return seen


def sliding(a):
    n = len(a)
    t = 0
    for i in range(-n, n):
        t += a[i]
    for i in range(n - 1):
        t += a[i + 1] - a[i]
    try:
        for i in range(n + 1):
            a[i] = a[i] + 1
    except IndexError as e:
        return t, i, str(e)


def shrinking(a):
    seen = 0
    for x in a:
        seen += x
        if x % 3 == 0:
            a.pop()
            a.pop()
    return seen, len(a)


def growing(a, most):
    seen = 0
    for x in a:
        seen += x
        if len(a) < most:
            a.append(x + 1)
    return seen, len(a)


def roots(values):
    t = 0.0
    for v in values:
        t += v ** 0.5 + v ** 2 + v ** 1.5
    return t


def nested(n):
    t = 0
    for i in range(n):
        for j in range(i):
            for k in range(j, i, 2):
                t += i ^ j ^ k
    return t


def rebound(a):
    t = 0
    for i in range(len(a)):
        t += a[i]
        if i == 5:
            a = [x * 2 for x in a]
        elif i == 9:
            a = tuple(a)
    return t


def changing(a):
    for i in range(len(a)):
        if i == 7:
            a[i] = 0.5
        elif i == 11:
            a[i] = "text"
        else:
            a[i] = i * 2
    return a


for n in (0, 1, 2, 30, 999, 1000, 1001, 2500):
    print(steps(n) if n else None)
for case in ((0, 3, 1), (2 ** 30 - 2, 2 ** 30 + 2, 2), (2 ** 31 - 2, 2 ** 31 + 2, 1), (2 ** 62, 2 ** 62 + 3, 1),
             (2 ** 63 - 2, 2 ** 63 + 2, 1), (-2 ** 31 - 1, -2 ** 31 + 3, 3), (5, -5, -3), (-2 ** 63 - 2, -2 ** 63, 1),
             (0, 10, 2 ** 40), (True, 4, True)):
    for _ in range(12):
        r = bounds(*case)
    print(r)
for n in (5, 12, 1300):
    print(sliding(list(range(n))), sliding([x / 2 for x in range(n)]), sliding([x - 1 + 1j for x in range(n)]))
for n in (6, 40, 3000):
    print(shrinking(list(range(n))), shrinking([float(x) for x in range(n)]), shrinking([True] * n))
for n in (6, 40, 3000):
    print(growing([1], n), growing([1.5, 2], n))
print(roots([0.25, 2.0, 3.0, 1e150, 5e-324, 0.0, 1e-200]), roots([x / 7 for x in range(3000)]))
print(roots([2, 3, 4]), [roots([-2.0])] * 2)
try:
    roots([1.0, 1e200])
except OverflowError as e:
    print(e)
print([nested(n) for n in (3, 20, 60)])
for _ in range(30):
    r = rebound(list(range(20)))
print(r, rebound([0.5] * 20))
for _ in range(30):
    r = changing([0] * 20)
print(r)
print(changing([1.0] * 13))
