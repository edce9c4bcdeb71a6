# must-compile: attempt, C.m, P.v2, P.__init__
def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


class C:
    "doc"
    x = 1

    def m(self):
        return 2


c = C()
print(getattr(c, "x"), getattr(c, "y", None), attempt(getattr, c, "y"), hasattr(c, "m"), hasattr(c, "q"))
setattr(c, "z", 3)
print(c.z, vars(c), attempt(setattr, c, "a", 1, 2), attempt(getattr), delattr(c, "z"), vars(c))
print(isinstance(c, C), issubclass(C, object), type(c) is C, type(c).__name__, callable(c.m), callable(c))
print(dir(c)[-2:], sorted(vars(C))[-3:], attempt(vars, 5))
D = type("D", (C,), {"x": 5, "n": lambda self: self.x})
print(D().n(), D.__mro__, D.__doc__, D.__module__, attempt(type, "D", (5,), {}), attempt(type, "D", (C, object, C), {}))
print(attempt(type, "E", (object, C), {}))
s = super(D, D())
print(s.x, s.m(), attempt(lambda: s.nope), super(D, D).x, attempt(super, 5), attempt(lambda: super(D, 5)), attempt(lambda: super()))


class P:
    def __init__(self):
        self._v = 0

    v = property(lambda self: self._v, lambda self, x: setattr(self, "_v", x), doc="the v")
    w = property()

    @v.deleter
    def v2(self):
        self._v = "deleted"


p = P()
p.v = 9
print(p.v, P.v.__doc__, P.v.fset is not None, attempt(lambda: p.w), attempt(setattr, p, "w", 1))
del p.v2
print(p.v)
print(classmethod(len).__func__ is len, staticmethod(len).__wrapped__ is len, staticmethod(len)("ab"), C.__dict__["m"].__get__(c)())
print(id(c) == id(c), type(id(c)).__name__, repr(C), str(C), C.__class__, C().__class__ is C)
print(globals()["c"] is c, "attempt" in globals(), locals() is globals(), __name__, [k for k in vars(__import__("builtins")) if k == "print"])


class Slots:
    __slots__ = ["a"]


print(attempt(vars, Slots()), hasattr(Slots(), "a"), attempt(setattr, Slots(), "b", 1), Slots.__slots__)


class Magic:
    def __getattr__(self, name):
        if name == "boom":
            raise ValueError("boom")
        raise AttributeError(name)

    def __dir__(self):
        return ["b", "a"]


print(hasattr(Magic(), "x"), attempt(hasattr, Magic(), "boom"), getattr(Magic(), "q", 1), attempt(getattr, Magic(), "boom", 1), dir(Magic()))
print(help.__class__.__name__, copyright.__class__.__name__, type(exit).__name__, repr(exit), Ellipsis, NotImplemented)
