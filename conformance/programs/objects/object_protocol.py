# modes: stress
# must-compile: attempt, A.__init__, Bool.__len__, Bool2.__bool__
def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


class A:
    def __init__(self):
        self.b = 1
        self.a = 2


a = A()
print(sorted(dir(a))[-2:], vars(a), a.__dict__ is a.__dict__, a.__class__, a.__module__, a.__doc__, isinstance(a, object), hash(a) == hash(a), a == a, a != A(), a.__eq__(1), a.__ne__(a), attempt(lambda: a < a), repr(a).startswith("<__main__.A object at 0x"))
a.__dict__["c"] = 3
del a.__dict__["b"]
print(a.c, attempt(lambda: a.b), vars(a), getattr(a, "a"), hasattr(a, "zz"), attempt(getattr, a, 5), attempt(setattr, a, 5, 1), attempt(hasattr, a, 5), attempt(getattr, a), attempt(delattr, a, "zz"))
a.__dict__ = {"new": 1}
print(a.new, vars(a), attempt(setattr, a, "__dict__", 5), attempt(delattr, a, "__dict__"), vars(a))
setattr(a, "odd name", 5)
print(getattr(a, "odd name"), vars(a))
o = object()
print(attempt(setattr, o, "x", 1), attempt(vars, o), attempt(lambda: o.x), attempt(object, 1), attempt(vars, 5), type(o), o.__class__ is object, object.__base__, object.__bases__, object.__subclasshook__(int), object.__doc__ is not None)
print(type(5), type("a") is str, type(type), type(None), type(...), type(NotImplemented), type(print), type(len), type(lambda: 0), type(A.__init__), type(a.__init__), type([].append), type(int.__add__), type((5).__add__), type(int.real), type(dict.fromkeys), type(A.__dict__), type(type.__dict__["__mro__"]), type((i for i in ())), type(property()), type(classmethod), type(A.__dict__.get("__weakref__")))
print(repr(None), repr(...), repr(NotImplemented), repr(int), repr(A), repr(len), repr([].append).startswith("<built-in method append of list object"), repr(str.upper), repr(int.__add__), repr((5).__add__).startswith("<method-wrapper '__add__' of int object"), repr(A.__init__).startswith("<function A.__init__ at"), repr(a.__init__).startswith("<bound method A.__init__ of <__main__.A"), repr(type), repr(property).strip(), repr(int.real), repr(A.__dict__["__dict__"]), repr(super), repr(dict.fromkeys).startswith("<built-in method fromkeys of type"))
print(attempt(lambda: None.x), attempt(lambda: None()), attempt(lambda: None + 1), attempt(setattr, None, "x", 1), attempt(type(None), 1), type(None)() is None, type(...)() is ..., type(NotImplemented)() is NotImplemented, attempt(bool, NotImplemented), not None, None == 0, hash(None) == hash(None), bool(...))
print(isinstance(1, (str, (int,))), attempt(isinstance, 1, 5), attempt(isinstance, 1, (str, 5)), isinstance(True, int), issubclass(bool, int), attempt(issubclass, 1, int), attempt(issubclass, int, 5), issubclass(int, (str, object)), isinstance(A, type), isinstance(None, type(None)), isinstance([], list | tuple))
print(callable(len), callable(A), callable(a), callable(lambda: 0), callable(None), id(a) == id(a), id(None) == id(None), isinstance(id(a), int))


class R:
    def __repr__(self):
        return "R!"


class S(R):
    def __str__(self):
        return "S!"


print(R(), str(R()), [R()], S(), [S()], f"{S()} {S()!r}", "%s %r" % (S(), S()), {"k": S()}, (S(),), {R(): 1}, ascii(R()), attempt(format, S(), ">5"))


class Eq:
    def __eq__(self, o):
        return True


print(Eq() == 5, 5 == Eq(), Eq() != 5, attempt(hash, Eq()), [Eq()] == [1], 1 in [Eq()], (1, 2) == (1, Eq()), {"a": 1} == {"a": Eq()}, Eq.__hash__)


class HashNone:
    __hash__ = None


class HashStr:
    def __hash__(self):
        return "x"


class HashBig:
    def __hash__(self):
        return 2 ** 70 + 5


print(attempt(hash, HashNone()), attempt(hash, HashStr()), hash(HashBig()) == hash(2 ** 70 + 5) or hash(HashBig()), attempt(lambda: {HashNone(): 1}))


class Reduce:
    def __init__(self, x):
        self.x = x


import copy
r = Reduce([1, [2]])
s, d = copy.copy(r), copy.deepcopy(r)
print(s.x is r.x, d.x == r.x, d.x is r.x, r.__reduce_ex__(2)[0].__name__, r.__reduce_ex__(4)[2], r.__getstate__(), object().__getstate__(), r.__sizeof__() > 0, A.__sizeof__(a) > 0)
print(A.__init__(a), A.__new__(A).__class__, attempt(A.__new__), attempt(A.__new__, 5), attempt(A.__new__, int), attempt(int.__new__, str), attempt(object.__new__, int), attempt(object.__init__, a, 5), attempt(A, 5))
print(a.__dir__().__class__, attempt(a.__getattribute__, "nope"), type.__getattribute__(A, "__name__"), A().__getattribute__("a"), object.__getattribute__(A(), "b"))


class Dir:
    def __dir__(self):
        return ["z", "a"]


class DirBad:
    def __dir__(self):
        return [1, "a"]


print(dir(Dir()), attempt(dir, DirBad()), "real" in dir(5), sorted(dir(A) == dir(A) and ["ok"]), dir.__name__, len(dir()) > 3)


class Bool:
    def __len__(self):
        return 0


class Bool2:
    def __bool__(self):
        return True

    def __len__(self):
        return 0


print(bool(Bool()), bool(Bool2()), not Bool(), attempt(len, 5), attempt(len, type("L", (), {"__len__": lambda s: -1})()), attempt(len, type("L", (), {"__len__": lambda s: 1.5})()), attempt(len, type("L", (), {"__len__": lambda s: 2 ** 70})()), len(type("L", (), {"__len__": lambda s: True})()))
