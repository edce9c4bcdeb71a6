# modes: stress
# must-compile: insertion, merge, quick
def insertion(a):
    a = a[:]
    for i in range(1, len(a)):
        x = a[i]
        j = i - 1
        while j >= 0 and a[j] > x:
            a[j + 1] = a[j]
            j -= 1
        a[j + 1] = x
    return a


def merge(a):
    if len(a) < 2:
        return a
    m = len(a) // 2
    l, r = merge(a[:m]), merge(a[m:])
    out = []
    i = j = 0
    while i < len(l) and j < len(r):
        if l[i] <= r[j]:
            out.append(l[i])
            i += 1
        else:
            out.append(r[j])
            j += 1
    return out + l[i:] + r[j:]


def quick(a):
    if len(a) < 2:
        return a
    p = a[len(a) // 2]
    return quick([x for x in a if x < p]) + [x for x in a if x == p] + quick([x for x in a if x > p])


def heap(a):
    a = a[:]

    def sift(i, n):
        while (c := 2 * i + 1) < n:
            if c + 1 < n and a[c + 1] > a[c]:
                c += 1
            if a[i] >= a[c]:
                return
            a[i], a[c] = a[c], a[i]
            i = c
    for i in reversed(range(len(a) // 2)):
        sift(i, len(a))
    for n in range(len(a) - 1, 0, -1):
        a[0], a[n] = a[n], a[0]
        sift(0, n)
    return a


def data(n, seed=1):
    for _ in range(n):
        seed = seed * 16807 % 2147483647
        yield seed % 1000


sorts = (insertion, merge, quick, heap, sorted)
for _ in range(15):
    for s in sorts:
        s(list(data(30)))
ints = list(data(300))
print([s(ints) == sorted(ints) for s in sorts], merge(ints)[:5])
for other in ([x / 8 for x in ints], [str(x) for x in ints], [(x % 5, x) for x in ints], [x if x % 2 else x * 2 ** 60 for x in ints], [True, 0, 2.5, -1], [], ["b"], [[2], [1, 5], [1]]):
    print([s(other) == sorted(other) for s in sorts], [type(x).__name__ for x in heap(other)[:2]])
people = [("ann", 30, "x"), ("bob", 25, "y"), ("cyd", 30, "y"), ("dan", 25, "x")]
print(sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: (-p[1], p[0])), sorted(people, key=lambda p: p[2], reverse=True), min(people, key=lambda p: p[1]), max(people, key=lambda p: (p[1], p[0])))
by = lambda *ks: lambda p: tuple(p[k] for k in ks)
print(sorted(people, key=by(2, 0)), list(map(lambda p: p[0].title(), people)), list(filter(lambda p: p[1] > 26, people)), (lambda f, n: f(f, n))(lambda f, n: 1 if n < 2 else n * f(f, n - 1), 10))


class Rev:
    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        return self.v > o.v


print(sorted(ints[:6], key=Rev), sorted(range(10), key=lambda x: (x % 3, -x)))
