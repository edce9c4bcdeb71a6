# modes: stress
# must-compile: down
import sys

sys.setrecursionlimit(600)


def attempt(f, *a):
    try:
        return f(*a)
    except RecursionError as e:
        return "RecursionError"


def down(n):
    return 0 if n == 0 else 1 + down(n - 1)


for _ in range(300):
    down(20)


def forever():
    return forever()


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


try:
    forever()
except RecursionError as e:
    print(e)
print(down(400), attempt(down, 100000), attempt(forever), even(300), attempt(even, 10 ** 6), down(400))


class Repr:
    def __repr__(self):
        return repr(self)


class Getattr:
    def __getattr__(self, n):
        return self.other


class Add:
    def __add__(self, o):
        return self + o


class Eq:
    def __eq__(self, o):
        return self == o


class Iter:
    def __iter__(self):
        return iter(self)


class Call:
    def __call__(self):
        return self()


class Prop:
    @property
    def p(self):
        return self.p


class Str:
    def __str__(self):
        return f"{self}"


class Hash:
    def __hash__(self):
        return hash(self)


class Len:
    def __len__(self):
        return len(self)


print(attempt(repr, Repr()), attempt(getattr, Getattr(), "x"), attempt(lambda: Add() + 1), attempt(lambda: Eq() == 1))
print(attempt(iter, Iter()), attempt(Call()), attempt(lambda: Prop().p), attempt(str, Str()), attempt(hash, Hash()), attempt(len, Len()))


def mutual_generators(n):
    if n:
        yield from mutual_generators(n - 1)
    yield n


print(sum(mutual_generators(200)), attempt(lambda: sum(mutual_generators(100000))))
print(attempt(lambda: sorted([1, 2], key=lambda x: forever())), attempt(lambda: list(map(lambda x: down(10 ** 6), [1]))))


def catch_deep(n):
    try:
        return catch_deep(n + 1)
    except RecursionError:
        return n > 100


print(catch_deep(0))


def finally_deep():
    try:
        finally_deep()
    finally:
        pass


print(attempt(finally_deep))
a = []
for _ in range(200):
    a = [a]
print(len(repr(a)), a == a, attempt(lambda: isinstance(a, list)))
x = []
x.append(x)
y = []
y.append(y)
print(attempt(lambda: x == y), x == x, repr(x))
d = {}
e = {}
d[1] = e
e[1] = d
print(repr(d), attempt(lambda: d == e))
print(down(100), sys.getrecursionlimit())
try:
    sys.setrecursionlimit(0)
except ValueError as err:
    print(err)
sys.setrecursionlimit(3000)
print(down(2000), attempt(down, 10 ** 6))


def deep_lambda(n):
    f = lambda x: x
    for _ in range(n):
        f = (lambda g: lambda x: g(x) + 1)(f)
    return f


print(deep_lambda(500)(0), attempt(deep_lambda(100000), 0))
