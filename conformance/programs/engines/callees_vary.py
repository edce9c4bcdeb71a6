# modes: on stress
# must-compile: drive, fold, areas, Shape.describe
import sys


def adder(n):
    total = 0

    def add(x, more=0):
        nonlocal total
        total += x
        return total + n + more
    return add


def drive(f, n):
    r = 0
    for i in range(n):
        r += f(i)
    return r


for k in range(40):
    drive(adder(k), 60)
print(drive(adder(1), 10), drive(adder(0.5), 10), drive(adder(2 ** 63 - 10), 3))
print(drive(lambda x: x * 2, 10), drive(abs, 10), drive(int, 5))


def shown(f, *args):
    try:
        return f(*args)
    except Exception as e:
        names = []
        tb = e.__traceback__.tb_next
        while tb:
            names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno, sorted(map(str, tb.tb_frame.f_locals))))
            tb = tb.tb_next
        return type(e).__name__, str(e), names


print(shown(drive, adder("x"), 3))
print(shown(drive, None, 3))


def fold(f, items, start):
    r = start
    for x in items:
        r = f(r, x)
    return r


for k in range(30):
    fold(lambda a, b: (a * 31 + b) % 1009, range(100), k)
print(fold(lambda a, b: (a * 31 + b) % 1009, range(100), 7), fold(max, [3, 9, 4], 0))
print(shown(fold, lambda a, b: a / (b - 3), range(6), 1))


class Shape:
    name = "shape"
    factor = 2
    scale = 0.5

    def __init__(self, size):
        self.size = size

    def area(self):
        return 0

    @property
    def double(self):
        return self.size * self.factor

    def describe(self):
        return self.area() + len(self.name) * self.scale + self.double


class Square(Shape):
    name = "square"

    def area(self):
        return self.size * self.size


class Circle(Shape):
    factor = 3

    def __init__(self, size):
        self.round = True
        super().__init__(size)

    def area(self):
        return 3.25 * self.size * self.size


class Slotted:
    __slots__ = ("size", "tag")

    def __init__(self, size):
        self.size = size

    def describe(self):
        return -self.size


class Lazy(Shape):
    @property
    def double(self):
        raise ValueError("no double of", self.size)


def areas(items):
    total = 0
    for item in items:
        total += item.describe()
    return total


def mixed(n):
    kinds = Shape, Square, Circle, Slotted
    return [kinds[i % 4](i % 7) for i in range(n)]


for k in range(40):
    areas(mixed(60))
print(areas(mixed(20)))
print(shown(areas, mixed(3) + [Lazy(4)]))
print(shown(areas, mixed(3) + [object()]))
items = mixed(9)
items[1].size = 2 ** 40
items[2].size = "ab"
print(shown(areas, items))
items[2].size = 1
items[4].describe = lambda: 1000
items[5].__class__ = Circle
print(areas(items))
Shape.double = property(lambda self: 1)
print(areas(items))
Shape.double = 5
print(areas(items))
Shape.factor = 7
Shape.scale = 10
Shape.area = lambda self: sys._getframe(1).f_code.co_name == "describe"
print(areas(items))


class More1(Square):
    pass


class More2(Square):
    pass


class More3(Square):
    def describe(self):
        return 1


class More4(Square):
    def describe(self):
        return 2


many = [c(2) for c in (Shape, Square, Circle, Slotted, More1, More2, More3, More4)]
for k in range(60):
    areas(many)
print(areas(many))
for k in range(60):
    for o in many:
        o.size += k
print([o.size for o in many], areas(many))


# what may or may not run Python code
class Sized:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __iter__(self):
        return iter(range(self.n))


class Truth:
    def __bool__(self):
        return len(seen) % 2 == 0


def sizes(items):
    n = 0
    for x in items:
        if x:
            n += len(x)
        else:
            n -= 1
    return n


def pairs(items):
    t = 0
    for x in items:
        a, b = x
        t += a * b
    return t


for k in range(60):
    sizes(["abc", (), [1, 2], {}, {1: 2}, None and 0 or "x"])
    pairs([(1, 2), (3, 4)] * 20)
print(sizes(["abc", Sized(4), Sized(0), "\U0001f600\U0001f600", b"xy", range(5), {1, 2}]))
print(pairs([(1, 2), [3, 4], Sized(2), "  " and (2.5, 2)]))
print(shown(pairs, [(1, 2), (1, 2, 3)])[:2], shown(pairs, [(1, 2), [1]])[:2], shown(pairs, [5])[:2])
seen = []
for k in range(5):
    seen.append(bool(Truth()))
print(seen, shown(sizes, [Truth()]), shown(sizes, [None, 0, 0.0, True]))
for k in range(50):
    sizes([Sized(k % 3), "ab"])
    pairs([[1, 2], (k, 2)])
print(sizes([Sized(4), "ab"]), pairs([[1, 2], (3, 4)]))


# arguments by name
def named(a, b=2, *, c, d=4):
    return a + b * 10 + c * 100 + d * 1000


def simple(a, b=2, c=3, *, d):
    return a + b * 10 + c * 100 + d


class Made:
    def __init__(self, x, y=5, *, z):
        self.all = x, y, z

    def take(self, p, q=1):
        return p - q


def by_name(n):
    t = 0
    for i in range(n):
        t += simple(i, c=1, d=2) + simple(d=i, a=1) + named(b=1, a=i, c=0)
        m = Made(z=i, x=1)
        t += m.all[1] + m.take(q=i, p=len(m.all)) + m.take(i, q=2)
    return t


for k in range(40):
    by_name(60)
print(by_name(20))
simple.__defaults__ = (7, 8)
print(by_name(20))
simple.__kwdefaults__ = {"d": 1}
Made.__init__.__defaults__ = (2 ** 70,)
print(by_name(20))
Made.take = lambda self, p, q: p * q
print(by_name(20))


def wrong(n, f):
    for i in range(n):
        if i == 90:
            return shown(f, i)
        simple(i, d=2)


print(wrong(100, lambda i: simple(i, e=2, d=1))[:2], wrong(100, lambda i: simple(i, a=2, d=1))[:2])
del simple.__kwdefaults__
print(shown(lambda: simple(1))[:2], shown(lambda: Made(1))[:2])
