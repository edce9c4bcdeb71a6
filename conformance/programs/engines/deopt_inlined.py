# modes: stress
# must-compile: outer, middle
import sys


def leaf(a, b):
    return a + b


def middle(a, b):
    x = leaf(a, b)
    y = leaf(x, 1)
    return x * 2 + y


def outer(a, b, log):
    before = a
    r = middle(a, b)
    log.append(before)
    return r, before


def run(n, values):
    log = []
    out = []
    for i in range(n):
        a, b = values[i % len(values)]
        out.append(outer(a, b, log))
    return out, log


for _ in range(100):
    run(30, [(1, 2)])
try:
    run(3, [(1, 2), ("a", "b")])
except TypeError as e:
    print("TypeError", e)
print(run(4, [(1, 2), (1.5, 2)]))
print(run(3, [(2 ** 62, 2 ** 62)]))


class Adds:
    def __repr__(self):
        return f"Adds({self.v})"

    def __init__(self, v):
        self.v = v

    def __add__(self, o):
        frame = sys._getframe(1)
        names = []
        while frame and frame.f_code.co_name != "<module>":
            names.append((frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno))
            frame = frame.f_back
        self.seen = names
        return self.v + (o.v if isinstance(o, Adds) else o)


a = Adds(5)
print(run(2, [(a, 3)]), a.seen)


def fails(x):
    return 10 // x


def calls_fails(x):
    y = x - 1
    return fails(y) + 1


def caught(values):
    out = []
    for v in values:
        try:
            out.append(calls_fails(v))
        except ZeroDivisionError as e:
            tb = e.__traceback__
            lines = []
            while tb:
                lines.append((tb.tb_frame.f_code.co_name, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno))
                tb = tb.tb_next
            out.append(lines)
    return out


for _ in range(200):
    caught([2, 3, 4])
print(caught([2, 1, 3]))


def three(a):
    def two(b):
        def one(c):
            return c * a + b
        return one(b + 1)
    return two(a + 1)


for _ in range(500):
    three(3)
print(three(3), three(3.5), three(2 ** 40), three("ab") if False else three(True))


def default_args(a, b=10, *rest, k=5, **kw):
    return a + b + k + len(rest) + len(kw)


def many(n):
    t = 0
    for i in range(n):
        t += default_args(i) + default_args(i, 1) + default_args(i, 1, 2, 3) + default_args(i, k=2) + default_args(i, z=1)
    return t


for _ in range(20):
    many(50)
print(many(1000))


def recursive(n, acc):
    if n == 0:
        return acc
    return recursive(n - 1, acc + n)


for _ in range(100):
    recursive(20, 0)
print(recursive(50, 0), recursive(50, 0.5), recursive(50, 2 ** 63 - 100))
