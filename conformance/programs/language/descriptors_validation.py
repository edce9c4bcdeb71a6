# modes: stress
# must-compile: Thing.area, Thing.who, Thing.double, Lazy.__init__
"""Descriptors in use: lazy values, typed fields, methods bound to classes, priority of data descriptors, __slots__."""
import functools


class Lazy:
    def __init__(self, f):
        self.f = f
        functools.update_wrapper(self, f)

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        value = obj.__dict__[self.name] = self.f(obj)
        return value


class Typed:
    def __init__(self, *kinds):
        self.kinds = kinds

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        try:
            return obj.__dict__[self.name]
        except KeyError:
            raise AttributeError(self.name) from None

    def __set__(self, obj, value):
        if not isinstance(value, self.kinds):
            raise TypeError(f"{type(obj).__name__}.{self.name}: {value!r}")
        obj.__dict__[self.name] = value


class Both:
    def __init__(self, f):
        self.f = f

    def __get__(self, obj, cls=None):
        return functools.partial(self.f, obj if obj is not None else cls)


class Thing:
    size = Typed(int, float)
    label = Typed(str)

    def __init__(self, size, label="none"):
        self.size, self.label = size, label

    @Lazy
    def area(self):
        """The area."""
        print("computing")
        return self.size ** 2

    @Both
    def who(self, extra=""):
        return (self if isinstance(self, type) else type(self).__name__ + "()", extra)

    @property
    def double(self):
        return self.size * 2

    @double.setter
    def double(self, value):
        self.size = value / 2

    @double.deleter
    def double(self):
        self.size = 0


t = Thing(3)
print(t.area, t.area, t.__dict__, Thing.area.__doc__, Thing.area.name)
t.size = 5
print(t.area, t.double)
t.double = 9
del t.area
print(t.size, t.area, t.who("x"), Thing.who())
del t.double
t.__dict__["double"] = "hidden"
print(t.size, t.double, t.__dict__["double"])
for bad in (lambda: setattr(t, "size", "x"), lambda: Thing("y"), lambda: setattr(t, "label", 1), lambda: Thing.__new__(Thing).size, lambda: delattr(t, "size"), lambda: property().__get__(t), lambda: setattr(Thing(1), "double", "x"), lambda: Thing.size.__set__(t, None)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


class Slotted:
    __slots__ = ("a", "b", "__dict__")
    c = 7

    def __init__(self):
        self.a = 1


s = Slotted()
s.z = 26
print(s.a, s.c, s.__dict__, Slotted.a.__get__(s), hasattr(s, "b"), sorted(Slotted.__slots__))
Slotted.a.__set__(s, 4)
Slotted.a.__delete__(s)
for bad in (lambda: s.a, lambda: Slotted.a.__get__(5), lambda: Slotted.a.__delete__(s), lambda: type("X", (), {"__slots__": "a", "a": 1}), lambda: type("Y", (int,), {"__slots__": "a"})(3).a, lambda: type("Z", (tuple,), {"__slots__": "a"})):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


class Meta(type):
    x = property(lambda cls: "from meta " + cls.__name__)


class WithMeta(metaclass=Meta):
    pass


print(WithMeta.x, hasattr(WithMeta(), "x"), [type(v).__name__ for v in (Thing.__dict__["who"], Thing.__dict__["double"], Thing.__dict__["__init__"], Slotted.__dict__["a"])])


class Calls:
    def __getattribute__(self, name):
        if name.startswith("v"):
            return name * 2
        return super().__getattribute__(name)

    def __getattr__(self, name):
        return "missing " + name

    def __setattr__(self, name, value):
        super().__setattr__(name, [value])

    def __delattr__(self, name):
        super().__setattr__(name, "deleted")


c = Calls()
c.n = 5
print(c.vx, c.other, c.n, getattr(c, "n"), c.__dict__)
del c.n
print(c.n, object.__getattribute__(c, "n"))
