# modes: stress
# must-compile: total, sizes, make, wide, moves, mixed, fill, against, escape
"""Attributes, methods and constructors in compiled loops, while objects and classes change under them."""


class Point:
    scale = 10

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def size(self):
        return self.x * self.x + self.y

    def move(self, by):
        self.x += by
        return self


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Wide:
    def __init__(self, n):
        self.a = n
        self.b = n + 1
        self.c = n + 2
        self.d = n + 3
        self.e = n + 4
        self.f = n + 5


def total(points):
    t = 0
    for p in points:
        t += p.x + p.y
    return t


def sizes(points, n):
    t = 0
    for i in range(n):
        p = points[i % len(points)]
        t += p.size()
    return t


def make(n):
    made = []
    for i in range(n):
        made.append(Point(i, 1.5 * i))
    return made


def make_slotted(n):
    return [Slotted(i, -i) for i in range(n)]


def wide(n):
    t = 0
    for i in range(n):
        w = Wide(i)
        w.e += w.a
        w.f = w.e - w.d
        t += w.f + w.c
    return t


def moves(p, n):
    for i in range(n):
        p.move(i % 3).y = i
    return p.x, p.y


points = make(3000)
print(total(points), total(make_slotted(3000)), total(points))
print(sizes(points, 4000))
print(wide(4000), moves(Point(0, 0), 4000))

# An attribute taken away in the middle.
del points[2000].y
try:
    total(points)
except AttributeError as e:
    print(e)
points[2000].y = 7
print(total(points))

# A method hidden by the instance, then replaced in the class, then its code.
points[5].size = lambda: 1000000
print(sizes(points, 4000))
Point.size = lambda self: 2
print(sizes(points, 4000))


def other(self):
    return 3


Point.size.__code__ = other.__code__
print(sizes(points, 4000))

# A data descriptor over what was an instance attribute.
Point.x = property(lambda self: 1)
print(total(points[:100] + points[3:50]))
del Point.x
print(total(points))


# Constructors that change.
def second(self, x, y):
    self.y = y
    self.x = -x


def third(self, x, y):
    second(self, x, y)
    return 5


first = Point.__init__
Point.__init__ = second
print(total(make(3000)))
first.__code__ = third.__code__
Point.__init__ = first
try:
    make(3000)
except TypeError as e:
    print(e)
Point.__init__ = second


class Other(Point):
    def __new__(cls, x, y):
        made = super().__new__(cls)
        made.z = x
        return made


def mixed(kinds, n):
    t = 0
    for i in range(n):
        p = kinds[i % len(kinds)](i, 1)
        t += p.x + p.y
    return t


print(mixed([Point, Other, Slotted], 4000))
try:
    for i in range(4000):
        Point(i) if i == 3900 else Point(i, i)
except TypeError as e:
    print(e)


# append of what is a list and what is not.
class Counting(list):
    def append(self, item):
        super().append(item)
        super().append(item)


def fill(target, n):
    for i in range(n):
        target.append(i)
    return len(target), target[-1]


print(fill([], 3000), fill(Counting(), 3000), fill([0.5], 10), fill(["a"], 3000))


# The modulus of complex numbers against bounds.
def against(numbers, bound, n):
    below = upto = above = from_ = 0
    for i in range(n):
        z = numbers[i % len(numbers)]
        if abs(z) < bound:
            below += 1
        if abs(z) <= bound:
            upto += 1
        if abs(z) > bound:
            above += 1
        if abs(z) >= bound:
            from_ += 1
    return below, upto, above, from_


numbers = [3 + 4j, 1j, -5 + 0j, 5.000000000000001 + 0j, 4.999999999999999 + 0j, 6 + 1j, 0j]
print(against(numbers, 5, 3500), against(numbers, 5.0, 3500), against(numbers, -1, 700), against(numbers, 0, 700))
print(against(numbers + [complex("nan"), complex("inf")], 5, 900))
print(against(numbers, float("nan"), 700), against([1e-200 + 1e-200j, 2e-200 + 0j], 1.5e-200, 700))
try:
    against(numbers + [complex(1.5e308, 1.5e308)], 5, 4000)
except OverflowError as e:
    print(e)


def escape(zs, c, limit):
    counts = [0] * len(zs)
    for i in range(len(zs)):
        z = zs[i]
        n = 0
        while n < limit and abs(z) < 2:
            z = z * z + c
            n += 1
        counts[i] = n
    return counts


grid = [complex(a / 10, b / 10) for a in range(-15, 16) for b in range(-15, 16)]
print(sum(escape(grid, complex(-0.62772, -0.42193), 60)))
grid[700] = 3
grid[800] = 1.5
print(sum(escape(grid, complex(-0.62772, -0.42193), 60)))
