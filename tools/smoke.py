# What must work for anything to work; its output is compared with the oracle's by tools/smoke.
import time


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def counter():
    n = 0

    def add(k=1):
        nonlocal n
        n += k
        return n
    return add


class Base:
    kind = "base"

    def __init__(self, x):
        self.x = x

    def twice(self):
        return self.x * 2


class Derived(Base):
    def twice(self):
        return super().twice() + 1


def gen(n):
    for i in range(n):
        yield i * i


print(fib(15), 2 ** 100, 7 // 2, -7 % 3, 1.5 + 2)
add = counter()
add()
print(add(4), Base(3).twice(), Derived(3).twice(), Derived.kind)
print(list(gen(5)), [x for x in range(10) if x % 2], {k: v for k, v in zip("ab", (1, 2))})
try:
    {}["missing"]
except KeyError as error:
    print("caught", error)
finally:
    print("finally")
a, *b = (1, 2, 3)
print(a, b, f"{a:>4}|{1.5:.2f}|{'x'!r}", sorted([3, 1, 2]), time.gmtime(0).tm_year)
total = 0
for i in range(100000):
    total += i
print(total)
