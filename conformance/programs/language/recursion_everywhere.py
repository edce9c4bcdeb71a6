# must-compile: attempt, endless, Same.p, nest
"""Unbounded recursion in Python, repr, comparison, hashing, copying, pickling, json, iteration; all usable afterwards."""
import copy
import functools
import json
import pickle
import sys


def attempt(label, f):
    try:
        r = f()
        print(label, "finished", str(r)[:30])
    except BaseException as e:
        print(label, type(e).__name__, "" if isinstance(e, RecursionError) else str(e)[:32])


def endless(n=0):
    return endless(n + 1)


class Same:
    def __repr__(self):
        return f"<{self!r}>"

    def __eq__(self, other):
        return self == other

    def __hash__(self):
        return hash((self,))

    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __call__(self):
        return self()

    def __len__(self):
        return len(self)

    def __iter__(self):
        return iter(self)

    def __add__(self, other):
        return self + other

    def __getitem__(self, i):
        return self[i]

    def __bool__(self):
        return bool(self)

    def __contains__(self, x):
        return x in self

    def __format__(self, spec):
        return format(self, spec)

    def __deepcopy__(self, memo):
        return copy.deepcopy(self, {})

    @property
    def p(self):
        return self.p


s = Same()
attempt("function", endless)
attempt("lambda", lambda: (f := lambda: f())())
for label, f in (("repr", lambda: repr(s)), ("eq", lambda: s == s), ("hash", lambda: hash(s)), ("getattr", lambda: s.y), ("call", s), ("len", lambda: len(s)), ("iter", lambda: iter(s)),
                 ("add", lambda: s + 1), ("getitem", lambda: s[0]), ("bool", lambda: not s), ("in", lambda: 1 in s), ("format", lambda: f"{s}"), ("deepcopy", lambda: copy.deepcopy(s)), ("property", lambda: s.p)):
    attempt(label, f)


def nest(make, n=100_000):
    x = make(None)
    for _ in range(n):
        x = make(x)
    return x


lists, dicts, tuples = nest(lambda x: [x]), nest(lambda x: {"k": x}), nest(lambda x: (x,))
for label, x in (("list", lists), ("dict", dicts), ("tuple", tuples)):
    attempt(label + " repr", lambda: repr(x))
    attempt(label + " eq", lambda: x == nest(type(x[0] if label != "dict" else x)) if False else x == copy.copy(x))
    attempt(label + " deepcopy", lambda: copy.deepcopy(x))
    attempt(label + " pickle", lambda: pickle._dumps(x) if False else pickle.dumps(x))
    attempt(label + " json", lambda: json.dumps(x))
a = nest(lambda x: [x])
attempt("list compare", lambda: a == lists)
attempt("json text", lambda: json.loads("[" * 100_000 + "]" * 100_000))
loop = []
loop.append(loop)
other = [loop]
print(repr(loop), repr(other), len(copy.deepcopy(loop)), pickle.loads(pickle.dumps(loop))[0].__class__)
attempt("loop json", lambda: json.dumps(loop))
attempt("loop compare", lambda: loop == [[loop]] and [loop] == loop)
partial = functools.partial(endless)
attempt("partial", partial)


def generator():
    yield from generator()


attempt("generator", lambda: next(generator()))
attempt("sorted key", lambda: sorted([1], key=lambda x: endless()))
attempt("map", lambda: list(map(endless, [1])))
sys.setrecursionlimit(200)
depth = []


def measure():
    depth.append(1)
    measure()


attempt("limited", measure)
print(100 < len(depth) <= 200, sys.getrecursionlimit())
sys.setrecursionlimit(1000)
for bad in (0, -1, "x"):
    attempt(f"limit {bad}", lambda: sys.setrecursionlimit(bad))
del lists, dicts, tuples, a


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


print(deep(800), sum(range(10)), repr([1, (2, {3: 4})]))
