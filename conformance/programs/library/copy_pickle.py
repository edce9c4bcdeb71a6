# must-compile: attempt, Pers.persistent_id, Unpers.persistent_load, Unpers.find_class
import copy
import pickle


class P:
    def __init__(self, x):
        self.x = x

    def __eq__(self, o):
        return type(o) is type(self) and self.__dict__ == o.__dict__


class Slots:
    __slots__ = ("a", "b")


class Custom:
    def __init__(self, v):
        self.v = v

    def __reduce__(self):
        return Custom, (self.v * 2,)


class State:
    def __getstate__(self):
        return {"saved": 1}

    def __setstate__(self, s):
        self.restored = s


class NewArgs(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    def __getnewargs__(self):
        return tuple(self)


class Copies:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return "deep"


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {str(e)[:70]}"


shared = [1]
loop = {"s": shared, "t": (shared, 5), "p": P(shared)}
loop["self"] = loop
d = copy.deepcopy(loop)
print(d["self"] is d, d["s"] is d["t"][0], d["s"] is d["p"].x, d["s"] is shared, copy.copy(loop)["s"] is shared)
print(copy.copy([1]), copy.copy((1,)), copy.copy({1}), copy.copy("s"), copy.copy(Copies()), copy.deepcopy(Copies()), copy.copy(Custom(2)).v, copy.copy(len) is len, copy.deepcopy(P) is P, copy.copy(State()).restored)
t = (1, 2)
print(copy.deepcopy(t) is t, copy.deepcopy(([],)) , copy.replace(P, x=1) if hasattr(P, "__replace__") else "", attempt(copy.replace, P(1), x=2))
values = [None, True, 5, -2 ** 70, 2.5, 1j, "é😀", b"\x00b", bytearray(b"ba"), [1, [2]], (1,), (), {"a": {"b": 1}}, {1, 2}, frozenset([3]), range(5), slice(1, 2), P([1]), len, P, ValueError("v", 1), NewArgs(1, 2), ..., NotImplemented, int, 1e300, "x" * 300, list(range(300)), {i: str(i) for i in range(50)}]
for proto in range(pickle.HIGHEST_PROTOCOL + 1):
    print(proto, [attempt(lambda: (r := pickle.loads(pickle.dumps(v, proto))) == v or (type(r), r.args if isinstance(r, Exception) else r)) for v in values])
r = pickle.loads(pickle.dumps(loop))
print(r["self"] is r, r["s"] is r["t"][0], pickle.loads(pickle.dumps(Custom(1))).v, pickle.loads(pickle.dumps(State())).restored)
s = Slots()
s.a = 1
print(pickle.loads(pickle.dumps(s)).a, attempt(pickle.dumps, lambda: 0)[:37], attempt(pickle.dumps, (x for x in [])), attempt(pickle.loads, b"")[:8])


class Pers(pickle.Pickler):
    def persistent_id(self, o):
        return "five" if o == 5 else None


class Unpers(pickle.Unpickler):
    def persistent_load(self, pid):
        return f"<{pid}>"

    def find_class(self, module, name):
        raise pickle.UnpicklingError(f"{module}.{name} forbidden")


import io
f = io.BytesIO()
Pers(f).dump([5, 6])
f.seek(0)
print(Unpers(f).load(), attempt(Unpers(io.BytesIO(pickle.dumps(P(1)))).load))
import copyreg
copyreg.pickle(complex, lambda c: (complex, (c.imag, c.real)))
print(copy.copy(1 + 2j), pickle.loads(pickle.dumps(3 + 4j)))
