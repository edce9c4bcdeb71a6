# family: objects
# checksum: 4487624
# must-compile: total, Square.area, Circle.area
"""Method calls over objects of several classes, properties, operators on a vector class, and `__getitem__`."""

from harness import run

SHAPES = 3000
ROUNDS = 8


class Shape:
    name = "shape"

    def __init__(self, size):
        self.size = size

    def area(self):
        return 0.0

    def describe(self):
        return self.area() + len(self.name)

    @property
    def double(self):
        return self.size * 2


class Square(Shape):
    name = "square"

    def area(self):
        return float(self.size * self.size)


class Circle(Shape):
    name = "circle"
    PI = 3.25

    def area(self):
        return self.PI * self.size * self.size


class Frame(Square):
    name = "frame"

    def area(self):
        return super().area() - 1.0

    @classmethod
    def of(cls, size):
        return cls(size)

    @staticmethod
    def weight(size):
        return size & 3


class Vector:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def __getitem__(self, i):
        return self.y if i else self.x


def shapes(n):
    kinds = (Square, Circle, Frame.of)
    return [kinds[i % 3](i % 17) for i in range(n)]


def total(items):
    result = 0.0
    for item in items:
        result += item.describe() + item.double
    return result


def vectors(n):
    v = Vector(0, 0)
    step = Vector(1, -2)
    for i in range(n):
        v = v + step * (i & 3)
        if v == step:
            v = v + step
    return v[0] * 10 + v[1] + Frame.weight(n)


def unit():
    items = shapes(SHAPES)
    result = 0
    for _ in range(ROUNDS):
        result += int(total(items)) + vectors(SHAPES)
    return result


run(unit)
