# modes: stress
# must-compile: trace, param, f, attempt
import functools


def trace(f):
    @functools.wraps(f)
    def wrapper(*a, **k):
        print("call", f.__name__, a, k)
        return f(*a, **k)
    return wrapper


def param(x):
    print("param", x)

    def deco(f):
        print("deco", x)
        f.tag = getattr(f, "tag", ()) + (x,)
        return f
    return deco


@param(1)
@param(2)
@trace
def f(a, b=2, *c, d, e=5, **g):
    "docs"
    return a, b, c, d, e, g


print(f(1, d=4), f(1, 2, 3, d=4, z=9), f.tag, f.__name__, f.__doc__, f.__wrapped__.__defaults__, f.__wrapped__.__kwdefaults__)


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


def pos(a, b, /, c, *, d):
    return a, b, c, d


def none():
    pass


def one(a):
    return a


def three(a, b, c=1, *, k, l):
    return a


print(attempt(pos, 1, 2, 3, d=4), attempt(pos, 1, 2, c=3, d=4))
print(attempt(pos, 1, b=2, c=3, d=4))
print(attempt(pos, 1, 2, 3, 4))
print(attempt(pos, 1, 2, 3))
print(attempt(none, 1), attempt(none, x=1), attempt(one), attempt(one, 1, 2), attempt(one, 1, a=2))
print(attempt(three), attempt(three, 1), attempt(three, 1, 2), attempt(three, 1, 2, 3, 4, k=1, l=2), attempt(three, 1, 2, k=1, l=1, m=2))
print(attempt(three, 1, 2, 3, 4), attempt(lambda *, alpha: 0, alhpa=1))


def default(x, acc=[]):
    acc.append(x)
    return acc


default(1)
print(default(2), default.__defaults__)
default.__defaults__ = (["new"],)
print(default(3))
default.__defaults__ = None
print(attempt(default, 1))
one.__code__ = (lambda a: a * 100).__code__
print(one(2), attempt(setattr, one, "__code__", 5), attempt(setattr, one, "__defaults__", 5), attempt(setattr, one, "__name__", 5))


def make(n):
    def inner():
        return n
    return inner


g = make(5)
print(g.__closure__[0].cell_contents, g.__code__.co_freevars, make.__code__.co_cellvars, attempt(setattr, one, "__code__", g.__code__))
g.__closure__[0].cell_contents = 6
print(g())
f.attr = 1
print(f.__dict__["attr"], vars(f)["tag"])


class CountCalls:
    def __init__(self, f):
        self.f = f
        self.n = 0

    def __call__(self, *a):
        self.n += 1
        return self.f(*a)


@CountCalls
def counted(x):
    return x


counted(1)
counted(2)
print(counted.n)


@(lambda c: setattr(c, "extra", 1) or c)
class Decorated:
    @staticmethod
    @functools.lru_cache
    def cached(n):
        print("miss", n)
        return n * n

    @functools.singledispatchmethod
    def show(self, x):
        return "any"

    @show.register
    def _(self, x: int):
        return "int"


print(Decorated.extra, Decorated.cached(3), Decorated.cached(3), Decorated().show(1), Decorated().show("s"))
h = lambda x, *y, z=3, **w: (x, y, z, w)
print(h(1), h(1, 2, z=4, q=5), h.__name__)
print(pos.__code__.co_posonlyargcount, pos.__code__.co_argcount, pos.__code__.co_kwonlyargcount, pos.__code__.co_varnames)
buttons = [lambda: 1]


@buttons[0].__class__.__call__.__class__.__name__.__class__
def weird():
    pass


print(type(weird))


def evaluation_order():
    log = []

    def n(x):
        log.append(x)
        return x

    def fn(*a, **k):
        return a, k
    n(fn)(n(1), *[n(2)], n(3), k=n(4), **{"z": n(5)})
    {n("k1"): n("v1"), n("k2"): n("v2")}
    (n(10) + n(11)) * n(12)
    d = {}
    d[n("key")] = n("value")
    n(1) if n(0) else n(2)
    return log[1:]


print(evaluation_order())
