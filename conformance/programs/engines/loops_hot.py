# modes: stress
# must-compile: nested, whiles, ranges, breaks
def nested(n):
    t = 0
    for i in range(n):
        for j in range(i, n):
            if (i + j) % 3 == 0:
                continue
            t += i * j
    return t


def whiles(n):
    a = b = 0
    while a < n:
        a += 1
        while b < a * 2:
            b += 3
            if b % 7 == 0:
                break
    return a, b


def ranges(start, stop, step):
    out = 0
    last = None
    for i in range(start, stop, step):
        out = out * 3 + i
        last = i
        out %= 10007
    return out, last


def breaks(items, limit):
    seen = 0
    for i, x in enumerate(items):
        if x > limit:
            break
        seen += x
    else:
        i = "all"
    return i, seen


for _ in range(60):
    nested(20)
    whiles(30)
    ranges(0, 50, 3)
    breaks([1, 2, 3], 5)
print(nested(60), whiles(500), ranges(0, 100, 7), ranges(100, 0, -7), ranges(5, 5, 1), ranges(2 ** 63 - 5, 2 ** 63 + 5, 3), ranges(-2 ** 63, -2 ** 63 + 3, 1))
print(breaks([1, 2, 3], 2), breaks([], 2), breaks([0.5, 5], 1), breaks((True, 2 ** 70), 10), breaks(iter([1, 2]), 5), breaks({1: 0, 9: 0}, 5), breaks(range(10 ** 6), 100))


def index_var(n):
    for i in range(n):
        pass
    try:
        return i
    except UnboundLocalError as e:
        return str(e)


for _ in range(300):
    index_var(5)
print(index_var(10), index_var(0))


def modify_index(n):
    out = []
    for i in range(n):
        i += 100
        out.append(i)
    return out


def zips(a, b):
    t = 0
    for x, y in zip(a, b):
        t += x * y
    return t


def enums(a):
    return sum(i * x for i, x in enumerate(a, 1))


def revs(a):
    out = []
    for x in reversed(a):
        out.append(x)
    return out


for _ in range(200):
    modify_index(3)
    zips([1, 2], [3, 4])
    enums([1, 2, 3])
    revs([1, 2, 3])
print(modify_index(4), zips([1, 2, 3], (1.5, 2)), zips(range(5), range(5)), zips("ab" and [1], [2 ** 63]), enums((1.5, 2)), revs("abc"), revs(range(4)), revs((1, None)))


def chars(s):
    n = 0
    for c in s:
        if c == "a":
            n += 1
    return n


for _ in range(200):
    chars("banana")
print(chars("banana"), chars(["a", "b", 1]), chars("😀a"), chars({"a": 1}), chars(b"a"))


class It:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


def over(it):
    t = 0
    for x in it:
        t += x
    return t


for _ in range(200):
    over([1, 2, 3])
    over(It(3))
print(over(It(100)), over([1.5, 2]), over(x * 2 for x in range(10)), over({1, 2, 3}), over(map(int, "123")), over(filter(None, [0, 5])), over(memoryview(b"ab")), over(bytearray(b"a")), over(()))


def long_running(n):
    a, b, c = 0, 1, 2
    for i in range(n):
        a, b, c = b, c, (a + b + c + i) % 1000003
    return a, b, c


print(long_running(50000))


def until(pred):
    n = 0
    while not pred(n):
        n += 1
    return n


print(until(lambda n: n * n > 5000), until(lambda n: n > 3 and "yes"), until(lambda n: [] if n < 300 else [1]))
