# modes: stress
# must-compile: attempt, f, fib, typed
import functools


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


p = functools.partial(pow, 2)
q = functools.partial(int, base=2)
print(p(5), q("101"), p.func, p.args, q.keywords, functools.partial(p, 3)(), attempt(functools.partial), attempt(functools.partial, 5), functools.partial(print, functools.Placeholder, "b").args[1], functools.partial(divmod, functools.Placeholder, 3)(10), repr(functools.partial(len, "a")))
print(functools.reduce(lambda a, b: a * b, [1, 2, 3, 4]), functools.reduce(max, [3], 10), attempt(functools.reduce, max, []), functools.reduce(lambda a, b: a + [b], "ab", []))


@functools.lru_cache(maxsize=2)
def f(x, y=1):
    "doc f"
    calls.append(x)
    return x * y


calls = []
print([f(1), f(2), f(1), f(3), f(2), f(1, y=2)], calls, f.cache_info(), f.cache_clear(), f.cache_info(), f.__wrapped__(5), f.__name__, f.__doc__, f.cache_parameters(), attempt(f, []))


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(100), fib.cache_info())


@functools.lru_cache(typed=True)
def typed(x):
    return type(x).__name__


print(typed(1), typed(1.0), typed(True), typed.cache_info())


@functools.total_ordering
class V:
    def __init__(self, v):
        self.v = v

    def __eq__(self, o):
        return self.v == o.v

    def __lt__(self, o):
        return self.v < o.v


print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2), sorted([V(2), V(1)])[0].v, attempt(functools.total_ordering, type("X", (), {})))


@functools.singledispatch
def show(x):
    return f"object {x}"


@show.register
def _(x: int):
    return f"int {x}"


@show.register(list)
@show.register(tuple)
def _(x):
    return f"seq {len(x)}"


@show.register
def _(x: float | None):
    return "float or None"


print(show(1), show("s"), show([1]), show((1, 2)), show(True), show(1.5), show(None), show.dispatch(bool)(3), sorted(k.__name__ for k in show.registry), attempt(show))


class Cached:
    @functools.cached_property
    def value(self):
        calls.append("computed")
        return 5

    @functools.partialmethod
    def half(self):
        pass

    def add(self, a, b):
        return a + b
    add5 = functools.partialmethod(add, 5)


c = Cached()
print(c.value, c.value, calls.count("computed"), vars(c), c.add5(2))
del c.value
print(c.value, calls.count("computed"))
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)), functools.cmp_to_key(lambda a, b: 0)(1) == functools.cmp_to_key(lambda a, b: 0)(2))


def deco(g):
    @functools.wraps(g)
    def w(*a):
        return g(*a)
    return w


@deco
def named(x: int) -> str:
    "documented"


print(named.__name__, named.__doc__, named.__annotations__, named.__wrapped__.__name__, functools.WRAPPER_ASSIGNMENTS)


class Count:
    n = 0

    @functools.lru_cache(None)
    def m(self, x):
        Count.n += 1
        return x


k = Count()
[k.m(i % 3) for i in range(300)]
print(Count.n, Count.m.cache_info().hits)
