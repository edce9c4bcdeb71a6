# modes: stress
# must-compile: Reduce.append, Reduce.extend, Finder.find_class, Finder.persistent_load
"""Pickling in every protocol: classes with every hook, shared and cyclic values, refusals, copyreg."""
import collections
import copyreg
import datetime
import decimal
import enum
import fractions
import functools
import io
import pickle
import pickletools


class Plain:
    def __init__(self, a):
        self.a = a

    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)

    __hash__ = None


class State(Plain):
    def __getstate__(self):
        return {"a": self.a, "saved": True}

    def __setstate__(self, state):
        self.a = state["a"]
        self.loaded = state["saved"]


class Slots:
    __slots__ = ("x", "y")


class NewArgs(tuple):
    def __new__(cls, a, *, b):
        self = super().__new__(cls, (a,))
        self.b = b
        return self

    def __getnewargs_ex__(self):
        return (self[0],), {"b": self.b}


class Reduce:
    def __init__(self, n):
        self.n, self.items = n, []

    def __reduce__(self):
        return Reduce, (self.n,), {"extra": 1}, iter(self.items), None

    def append(self, x):
        self.items.append(x)

    def extend(self, xs):
        self.items.extend(xs)


class Kind(enum.Flag):
    A = 1
    B = 2


class ListSub(list):
    pass


class DictSub(dict):
    def __setitem__(self, k, v):
        super().__setitem__(k, ("set", v))


Named = collections.namedtuple("Named", "p q")


class Outer:
    class Inner:
        pass

    def method(self):
        return "method"

    @classmethod
    def build(cls):
        return cls.__name__


s = Slots()
s.x = 1
r = Reduce(5)
r.items += [1, 2]
shared = [1]
values = [None, True, 0, -1, 255, 65536, 2 ** 31, -2 ** 63, 2 ** 100, 1.5, float("inf"), 2j, "text", "é\ud800𝄞\n", b"bytes", bytearray(b"ba"), (), (1,), (1, 2, 3, 4), [1, [2]], {"a": {"b": ()}}, {1, 2}, frozenset([3]), range(3), slice(1, None, 2), Ellipsis, NotImplemented, int, len, Plain, Outer.Inner,
          Plain([1]), State(7), Kind.A | Kind.B, Named(1, 2), collections.OrderedDict(b=1, a=2), collections.Counter("aab"), collections.deque([1, 2], 5), collections.defaultdict(list, a=[1]), datetime.datetime(2026, 1, 2, tzinfo=datetime.timezone.utc), datetime.timedelta(1, 2), decimal.Decimal("1.50"), fractions.Fraction(1, 3),
          functools.partial(int, base=2), ValueError("v", 1), ListSub([1, 2]), Outer().method, Outer.build, str.upper, [].append]
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    ok = []
    for v in values:
        try:
            back = pickle.loads(pickle.dumps(v, protocol))
            ok.append(type(back) is type(v) and (repr(back) == repr(v) if not isinstance(v, (Plain, functools.partial)) and "0x" not in repr(v) else True))
        except Exception as e:
            ok.append(f"{type(v).__name__} {type(e).__name__}")
    print(protocol, all(x is True for x in ok), [x for x in ok if x is not True])
    try:
        n, q = pickle.loads(pickle.dumps(NewArgs(1, b=2), protocol)), pickle.loads(pickle.dumps(r, protocol))
        print(n, n.b, q.n, q.items, q.extra, vars(pickle.loads(pickle.dumps(State(3), protocol))))
        print(pickle.loads(pickle.dumps(s, protocol)).x)
    except Exception as e:
        print(type(e).__name__, str(e).partition("<")[0])
    a, b = pickle.loads(pickle.dumps((shared, shared), protocol))
    loop = [1]
    loop.append({"me": loop})
    l = pickle.loads(pickle.dumps(loop, protocol))
    d = DictSub()
    d["k"] = 1
    print(a is b, l[1]["me"] is l, dict(pickle.loads(pickle.dumps(d, protocol))))
for bad in (lambda: pickle.dumps(lambda: 0), lambda: pickle.dumps(open(__file__)), lambda: pickle.dumps(x for x in ()), lambda: pickle.loads(b"cos\nnothing_zz\n."), lambda: pickle.loads(b"\x80\x63."), lambda: pickle.dumps(1, 99), lambda: pickle.dumps(type("Local", (), {})())):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0].partition(": ")[0])


class Finder(pickle.Unpickler):
    def find_class(self, module, name):
        if module == "builtins" and name in ("range", "set"):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is forbidden")

    def persistent_load(self, pid):
        return f"<{pid}>"


class Keeper(pickle.Pickler):
    def persistent_id(self, o):
        return o.a if isinstance(o, Plain) else None

    def reducer_override(self, o):
        return (range, (5,)) if o is len else NotImplemented


buffer = io.BytesIO()
Keeper(buffer, 4).dump([Plain("kept"), {1}, len])
print(Finder(io.BytesIO(buffer.getvalue())).load())
try:
    Finder(io.BytesIO(pickle.dumps(print))).load()
except pickle.UnpicklingError as e:
    print(e)
copyreg.pickle(Slots, lambda o: (Slots, ()))
print(hasattr(pickle.loads(pickle.dumps(s)), "x"))
print([op.name for op, arg, pos in pickletools.genops(pickle.dumps([1, "a", (2.5, None)], 2))], len(pickletools.optimize(pickle.dumps(["a", "a"], 4))))
