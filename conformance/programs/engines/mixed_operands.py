# modes: stress
# must-compile: Box.halves, all_of
"""Ints out of attributes and lists beside floats: each is treated as what it was seen to be."""


class Box:
    def __init__(self, state):
        self.state = state

    def halves(self):
        return self.state / 2.0, 2.0 / self.state, self.state * 0.5, self.state - 0.5, self.state + 1.5


def all_of(values, x):
    r = []
    for v in values:
        r.append((v / x, x * v, v % x, v // x, v < x, v == x))
    return r


def powers(values):
    r = []
    for v in values:
        r.append((v ** 0.5, v ** 2, 2.0 ** v, v ** 2.0))
    return r


for n in (1, 3, 7, 2 ** 53 + 1, 2 ** 62 + 1, 2 ** 63, 2 ** 70, 0.25, True, -5):
    box = Box(n)
    for _ in range(40):
        r = box.halves()
    print(r)
for n in (0, 2 ** 1024, "x", None):
    try:
        print(Box(n).halves())
    except (ZeroDivisionError, OverflowError, TypeError) as e:
        print(type(e).__name__, e)
many = [1, 2, 3, 4.5, 2 ** 53 + 1, 2 ** 64, -7, True] * 10
for _ in range(12):
    r = all_of(many, 2.5), all_of(many, -0.75), all_of(many[:3], 3), powers(many[:4] * 10), powers([2, 3] * 10)
print(r[0][:8], r[1][:8], r[2], r[3][:4], r[4][:2])
try:
    all_of([1, 2], 0.0)
except ZeroDivisionError as e:
    print(e)
