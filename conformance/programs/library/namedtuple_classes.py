# modes: stress
# must-compile: plain, show
# Named tuples, from usual and unusual arguments, and after what makes them was replaced.
import builtins
import collections
import copy
import pickle
import re
import sys
import traceback
from collections import namedtuple


def print(*values):
    builtins.print(re.sub(" at 0x[0-9a-f]+", "", " ".join(map(str, values))))


def plain(value):
    if isinstance(value, (staticmethod, classmethod)):
        return type(value).__name__, plain(value.__func__), sorted(value.__dict__.items(), key=str)
    if callable(value) and hasattr(value, "__code__"):
        return (value.__name__, value.__qualname__, value.__doc__, value.__module__, value.__defaults__,
                value.__code__.co_varnames, value.__code__.co_freevars, value.__globals__ is collections.__dict__,
                [type(c.cell_contents).__name__ for c in value.__closure__ or ()])
    return value


def show(c):
    print(c, c.__mro__, c.__module__, c.__qualname__)
    for k, v in c.__dict__.items():
        print("  ", k, plain(v), type(v).__name__)
    if len(c._fields) > len(c._field_defaults):
        try:
            c()
        except TypeError as e:
            print(e)
    o = c(*range(len(c._fields)))
    print(o, o._asdict(), o._replace(), c._make(o) == o, copy.copy(o), o.__getnewargs__(), repr(c._make(range(len(o)))))
    try:
        c._make(range(50))
    except TypeError as e:
        print(e)


def attempt(*a, **k):
    try:
        show(namedtuple(*a, **k))
    except Exception:
        text = traceback.format_exc().splitlines()
        print([l.strip() for l in text if "namedtuple" in l and "File" in l and "collections" in l][-1:][:0], text[-1])


class Text(str):
    pass


attempt("P", "x y")
attempt("P", "x, y,z\n w")
attempt("P", ["a"])
attempt("P", ("a", "b"), defaults=(1,))
attempt("P", "a b c", defaults=[1, 2])
attempt("P", "a b", defaults=(1, 2, 3))
attempt("P", "a b", defaults=iter([5]))
attempt("P", "")
attempt("P", ())
attempt("P", "a b", module="elsewhere")
attempt("P", "a b", module=5)
attempt("P", "a b", module="")
attempt("P", "a a _b class 5", rename=True)
for fields in ("a a", "_a", "class", "5", "a-b", "a\tb", "caf\u00e9 b", "x\u00a0y", ["a b"], [1, 2], [Text("q"), "r"], ["a", "a"], None,
               (f for f in "pq"), {"a": 1}, Text("u v"), "count index", "cls self", ["__new__"]):
    attempt("P", fields)
for name in ("class", "5", "", Text("N"), 7, "_P", "\u00c9", "a.b"):
    attempt(name, "x")
try:
    namedtuple("P")
except TypeError as e:
    print(e)

Pair = namedtuple("Pair", "left right", defaults=(None,))
print(pickle.loads(pickle.dumps(Pair(1))), Pair(1) == (1, None), Pair.left.__doc__, Pair._field_defaults, Pair.__match_args__)
print(Pair.__new__.__globals__.keys(), Pair.__new__.__globals__["__name__"], Pair.__new__.__globals__["__builtins__"])
print(namedtuple("A", "q").q.__doc__ is namedtuple("B", "r").r.__doc__, sys._is_interned(Pair.__name__))


def inner():
    return namedtuple("Inner", "a").__module__


print(inner(), eval("namedtuple('E', 'a').__module__", {"namedtuple": namedtuple, "__name__": "evaluated"}))
print(eval("namedtuple('E', 'a').__module__", {"namedtuple": namedtuple}))


class Derived(Pair):
    __slots__ = ()

    def both(self):
        return self.left, self.right


print(Derived(1, 2).both(), Derived(3)._replace(left=4), Derived._make([5, 6]))
for name, wrapper in (("_iskeyword", lambda n: builtins.print("keyword", n)), ("_tuplegetter", lambda i, d: property(lambda s: s[i], doc=d))):
    real = getattr(collections, name)
    setattr(collections, name, wrapper)
    print(namedtuple("R", "a b")(1, 2))
    setattr(collections, name, real)
collections.eval = lambda t, n: (builtins.print("eval", t), eval(t, n))[1]
print(namedtuple("R", "a b")(1, 2))
del collections.eval
intern = sys.intern
sys.intern = lambda s: (builtins.print("intern", s), intern(s))[1]
print(namedtuple("R", "a b")(1, 2))
sys.intern = intern
defaults, namedtuple.__kwdefaults__["module"] = namedtuple.__kwdefaults__, "kept"
print(namedtuple("R", "a b").__module__)
namedtuple.__kwdefaults__["module"] = None
events = []
sys.addaudithook(lambda e, a: events.append(e) if e in ("compile", "exec") else None)
namedtuple("Audited", "a b")
print(events)
