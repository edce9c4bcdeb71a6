# modes: on stress
# must-compile: walk, Vector.__add__, count_less
import sys


class Vector:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(self.x + other.x, self.y + other.y)

    def __sub__(self, other):
        return self.x - other

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)

    def __eq__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return self.x == other.x and self.y == other.y

    def __lt__(self, other):
        return self.x < other.x

    def __getitem__(self, i):
        if i > 1:
            raise IndexError(i)
        return self.y if i else self.x

    def __repr__(self):
        return f"<{self.x} {self.y}>"


class Sub(Vector):
    __slots__ = ()

    def __radd__(self, other):
        return "radd", other.x

    def __eq__(self, other):
        return "sub eq"


class Right:
    def __radd__(self, other):
        return sys._getframe(1).f_code.co_name, other.x

    def __eq__(self, other):
        return "right eq"

    def __gt__(self, other):
        return "right gt"


def walk(v, step, n):
    same = 0
    for i in range(n):
        v = v + step
        v += step * (i & 3)
        if v == step:
            same += 1
    return v, same, v[0] + v[1]


def shown(f, *args):
    try:
        return f(*args)
    except Exception as e:
        names = []
        tb = e.__traceback__.tb_next
        while tb:
            names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
            tb = tb.tb_next
        return type(e).__name__, str(e), names


for _ in range(60):
    walk(Vector(0, 1), Vector(1, 2), 50)
print(walk(Vector(0, 1), Vector(1, 2), 10), walk(Vector(0.5, 2 ** 62), Vector(1, 2 ** 61), 9))


def plus(a, b):
    return a + b


def minus(a, b):
    return a - b


def equal(a, b):
    return a == b


def less(a, b):
    return a < b


def item(a, b):
    return a[b]


def each(f, a, bs, n=400):
    for _ in range(n):
        shown(f, a, bs[0])
    return [shown(f, a, b) for b in bs]


v = Vector(3, 4)
others = [Vector(1, 1), Sub(5, 6), Right(), 7, "text", None, [1], 2.5, Vector("a", "b")]
for f in (plus, minus, equal, less):
    print(f.__name__, each(f, v, others))
    print(f.__name__, each(f, v, others[::-1], 40))
    print(f.__name__, [shown(f, b, v) for b in others])
print(each(item, v, [0, 1, 2, "a", None, slice(1)]))
for _ in range(60):
    for b in others:
        shown(plus, v, b)
        shown(equal, v, b)
print([shown(plus, v, b) for b in others], [shown(equal, v, b) for b in others])


def count_less(items, limit):
    n = 0
    for x in items:
        if x < limit:
            n += 1
        if not x == limit:
            n += 10
    return n


items = [Vector(i, -i) for i in range(30)]
for _ in range(60):
    count_less(items, Vector(12, -12))
print(count_less(items, Vector(12, -12)))
items[20] = Sub(3, 4)
print(shown(count_less, items, Vector(12, -12)))
Vector.__lt__ = lambda self, other: NotImplemented
print(shown(count_less, items, Vector(12, -12)))
Vector.__iadd__ = lambda self, other: self
Vector.__eq__ = lambda self, other: True
print(walk(Vector(0, 1), Vector(1, 2), 10))
del Vector.__getitem__
print(shown(walk, Vector(0, 1), Vector(1, 2), 10), min(items[:3], key=lambda v: v.x))
