# modes: stress
# must-compile: third, second
import traceback


def first(x):
    return second(
        x,
        [x for _ in range(2)],
    )


def second(x, ys):
    total = 0
    for y in ys:
        total += third(
            y
        ) + 1
    return total


def third(y):
    a = y + 1
    b = (a *
         2
         // (y - 5))
    return b


for _ in range(500):
    first(3)


def show(f, *a):
    try:
        f(*a)
    except Exception as e:
        print(traceback.format_exc().replace(__file__, "FILE"))


show(first, 5)
show(first, "s")


class Deep:
    def __init__(self, n):
        self.n = n

    def go(self, k):
        if k == 0:
            return self.n.missing.attribute
        return self.go(k - 1)

    def __getitem__(self, k):
        raise KeyError(k)

    def __call__(self, *a):
        return self[a[0]] + 1


d = Deep(None)
show(d.go, 3)
show(d, "key")


def chained():
    try:
        third(5)
    except ZeroDivisionError as e:
        try:
            raise KeyError("k") from e
        except KeyError:
            raise ValueError("final")


show(chained)


def in_comprehension(n):
    return [1 // (i - n) for i in range(10)]


for _ in range(50):
    in_comprehension(100)
show(in_comprehension, 4)


def in_generator(n):
    for i in range(n):
        yield 10 / (n - 1 - i)


show(lambda: sum(in_generator(5)))
show(lambda: sorted([3, 1, 2], key=lambda x: x.nothing))
show(lambda: max(in_generator(3), key=lambda v: v))


def multi(a, b, c):
    return (a.x
            + b.y
            + c.z)


class N:
    x = 1
    y = 2


show(multi, N, N, N)


def with_finally(n):
    try:
        return 1 // n
    finally:
        n = n + 1


show(with_finally, 0)


def recursion(n):
    if n == 0:
        raise RuntimeError("bottom")
    recursion(n - 1)


show(recursion, 10)


def reraised():
    try:
        third(5)
    except ZeroDivisionError:
        x = 1
        raise


show(reraised)
e = ValueError("stored")


def raise_stored():
    raise e


show(raise_stored)
show(raise_stored)
