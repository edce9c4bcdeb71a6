# modes: stress
# must-compile: U.slow, attempt, P.ro, Failing.x
class Data:
    def __set_name__(self, owner, name):
        self.name = name
        print("set_name", owner.__name__, name)

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return obj.__dict__.get(self.name, "default")

    def __set__(self, obj, value):
        obj.__dict__[self.name] = ("set", value)

    def __delete__(self, obj):
        obj.__dict__.pop(self.name, None)


class NonData:
    def __get__(self, obj, owner=None):
        return ("nondata", obj is None, owner.__name__)


class C:
    d = Data()
    n = NonData()


c = C()
print(c.d, c.n, C.n, type(C.d).__name__)
c.d = 5
c.n = 6
print(c.d, c.n, c.__dict__)
del c.d
print(c.d)
c.__dict__["d"] = "raw"
print(c.d)


class Cached:
    def __init__(self, f):
        self.f = f

    def __get__(self, obj, owner):
        value = obj.__dict__[self.f.__name__] = self.f(obj)
        return value


class U:
    @Cached
    def slow(self):
        print("computing")
        return 42


u = U()
print(u.slow, u.slow)


class Getattr:
    x = 1

    def __getattr__(self, name):
        if name.startswith("dyn_"):
            return name[4:]
        raise AttributeError(f"no {name}", name=name, obj=self)


g = Getattr()
print(g.x, g.dyn_a, getattr(g, "other", "fallback"), hasattr(g, "dyn_b"), hasattr(g, "zz"))


class Getattribute:
    def __init__(self):
        self.a = 1

    def __getattribute__(self, name):
        if name == "a":
            return object.__getattribute__(self, "a") + 100
        if name == "bad":
            raise AttributeError("bad")
        return super().__getattribute__(name)

    def __getattr__(self, name):
        return "fallback " + name


print(Getattribute().a, Getattribute().bad, Getattribute().zzz)


class Setattr:
    def __setattr__(self, name, value):
        if name == "locked":
            raise AttributeError("locked")
        super().__setattr__(name, value * 2)

    def __delattr__(self, name):
        print("deleting", name)
        super().__delattr__(name)


s = Setattr()
s.x = 4
print(s.x, vars(s))
del s.x


def attempt(f, *a):
    try:
        return f(*a)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


print(attempt(setattr, s, "locked", 1), attempt(delattr, s, "nothing"))


class P:
    @property
    def ro(self):
        return 1

    wo = property(None, lambda self, v: None)


print(attempt(setattr, P(), "ro", 1), attempt(delattr, P(), "ro"), attempt(getattr, P(), "wo"), P.ro.fget(P()))


class Failing:
    @property
    def x(self):
        return self.missing

    def __getattr__(self, name):
        return f"got {name}"


print(Failing().x)


class Both:
    @property
    def x(self):
        raise AttributeError("inside")


print(attempt(getattr, Both(), "x"), getattr(Both(), "x", "dflt"))


class Slots:
    __slots__ = ("a", "b", "__dict__")


class OnlySlots:
    __slots__ = ("a", "_b")
    c = 1


class SubSlots(OnlySlots):
    __slots__ = ["d"]


class Open(OnlySlots):
    pass


o = OnlySlots()
print(attempt(getattr, o, "a"), attempt(setattr, o, "z", 1), attempt(setattr, o, "c", 1), hasattr(o, "__dict__"))
o.a = 1
print(o.a, attempt(delattr, o, "a"), attempt(delattr, o, "a"))
s = SubSlots()
s.a, s.d = 1, 2
print(s.a, s.d, type(OnlySlots.a).__name__, OnlySlots.a)
p = Open()
p.z = 5
print(p.__dict__, Slots().__dict__)
print(attempt(lambda: type("X", (), {"__slots__": ("a",), "a": 1})), attempt(lambda: type("X", (), {"__slots__": "1x"})))
print(attempt(lambda: type("X", (int,), {"__slots__": "a"})), attempt(lambda: type("Y", (tuple,), {"__slots__": "a"})))
print(attempt(lambda: type("Z", (OnlySlots, Slots), {})))
f = C.__dict__["n"]
print(f.__get__(c, C), (lambda self: self).__get__(7)(), str.upper.__get__("abc")(), attempt(lambda: (lambda: 0).__get__(None, None)))
