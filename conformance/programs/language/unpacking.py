# modes: stress
# must-compile: swap, attempt, short, long_
def swap(a, b):
    a, b = b, a
    return a, b


print(swap(1, 2))
a, (b, *c), d = 1, (2, 3, 4), 5
print(a, b, c, d)
*a, = range(3)
print(a)
first, *middle, last = "hello"
print(first, middle, last)
[x, [y, z]] = [1, (2, 3)]
print(x, y, z)
i = [0, 0]
k = 0
k, i[k] = 1, "set"
print(k, i)


class Target:
    pass


t = Target()
t.a, t.b, *t.rest = {"x": 1, "y": 2, "z": 3}
print(t.a, t.b, t.rest)


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def short():
    a, b, c = 1, 2


def long_():
    a, b = 1, 2, 3


def star_short():
    a, *b, c, d = [1, 2]


def not_iterable():
    a, b = 5


def from_generator():
    a, b = (i for i in range(5))


def from_dict():
    a, b = {1: 2}


for f in (short, long_, star_short, not_iterable, from_generator, from_dict):
    attempt(f)
print([*range(3), *"ab", *[]], (*(), 1), {*[1, 1], 2} == {1, 2}, {**{"a": 1}, "b": 2, **{"a": 3}})


def show(*args, **kw):
    return args, sorted(kw.items())


print(show(*[1], 2, *(3,), a=1, **{"b": 2}, **{"c": 3}))
attempt(lambda: show(**{"a": 1}, **{"a": 2}))
attempt(lambda: show(**{1: 2}))
attempt(lambda: show(*5))
attempt(lambda: show(**5))
attempt(lambda: {**[1]})
attempt(lambda: [*5])
for i, (p, *q) in enumerate([(1, 2, 3), "xyz", [7]]):
    print(i, p, q)


def returns():
    rest = 2, 3
    return 1, *rest


def yields():
    yield 1, *(2, 3)


print(returns(), list(yields()))
for x in 1, *[2, 3]:
    print(x, end=" ")
print()
t = (1, 2, 3)
a, b, c = t
(a), (b,), c = 1, [2], 3
print(a, b, c)
x = y = z = []
x.append(1)
print(z)
a, b = b, a = 1, 2
print(a, b)
d = {}
d["k"], d["j"] = d_ = 1, 2
print(d, d_)


class Iter:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        print("iter", end=" ")
        return self

    def __next__(self):
        print("next", end=" ")
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


a, b = Iter(2)
print(a, b)
attempt(lambda: (lambda a, b: 0)(*Iter(3)))
