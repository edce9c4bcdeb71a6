# modes: stress
# must-compile: Base.hello, Base.make, Base.add, Base.upper
class Base:
    "doc of Base"
    shared = []
    count = 0

    def __init__(self, name):
        self.name = name
        type(self).count += 1

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"

    def hello(self):
        return f"hello from {self.name}"

    @classmethod
    def make(cls, *names):
        return [cls(n) for n in names]

    @staticmethod
    def add(a, b):
        return a + b

    @property
    def upper(self):
        "the name in upper case"
        return self.name.upper()

    @upper.setter
    def upper(self, value):
        self.name = value.lower()

    @upper.deleter
    def upper(self):
        self.name = "deleted"


class Child(Base):
    def __init__(self, name, age=0):
        super().__init__(name)
        self.age = age

    def hello(self):
        return super().hello() + f", aged {self.age}"


b, = Base.make("b")
c = Child("c", 3)
print(b, c, b.hello(), c.hello(), Base.count, Child.count, Child.add(1, 2), c.add("a", "b"))
c.upper = "XYZ"
print(c.upper, c.name)
del c.upper
print(c.name, Base.upper.__doc__, Base.__doc__, Child.__doc__)


def attempt(f, *a):
    try:
        return f(*a)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


print(attempt(lambda: b.missing), attempt(lambda: Base.missing), attempt(lambda: delattr(b, "missing")))
print(attempt(lambda: Base()), attempt(lambda: Base(1, 2)), attempt(lambda: b.hello(1)), attempt(lambda: Base.hello()))
print(attempt(lambda: object.__new__(5)), attempt(lambda: object(1)), attempt(lambda: Child.make(1)[0].age))
print(Child.__mro__, Child.__bases__, Child.__base__, Base.__subclasses__())
print(Child.__name__, Child.__qualname__, Child.__module__, isinstance(c, Base), issubclass(Child, Base), issubclass(Base, (int, object)))
print(vars(c), sorted(k for k in dir(c) if not k.startswith("_")))
b.hello = lambda: "instance"
print(b.hello(), Base.hello(b))
Base.later = lambda self: "later " + self.name
print(b.later(), c.later())
print(b.hello is b.hello, c.hello == c.hello, c.hello is c.hello, c.hello.__self__ is c, c.hello.__func__ is Child.hello)
Base.shared.append(1)
print(Child.shared, "shared" in vars(c))
c.shared = 5
print(c.shared, Base.shared)
del c.shared
print(c.shared)


class A:
    def f(self):
        return "A"


class B(A):
    def f(self):
        return "B" + super().f()


class C(A):
    def f(self):
        return "C" + super().f()


class D(B, C):
    def f(self):
        return "D" + super().f()


print(D().f(), [k.__name__ for k in D.__mro__], super(B, D()).f(), super(C, D).f(D()))
print(attempt(lambda: type("X", (A, B), {})), attempt(lambda: type("X", (bool,), {})), attempt(lambda: type("X", (A, A), {})))
a = A()
a.__class__ = B
print(a.f(), attempt(lambda: setattr(a, "__class__", int)), attempt(lambda: setattr(a, "__class__", 5)))
B.__bases__ = (C,)
print([k.__name__ for k in D.__mro__] if False else B().f())


class Outer:
    class Inner:
        def f(self):
            def g():
                pass
            return g.__qualname__


print(Outer.Inner.__qualname__, Outer.Inner().f())
N = type("N", (Base,), {"extra": 1, "f": lambda self: self.extra})
print(N("n").f(), N, N.__module__)


class Private:
    __secret = 1

    def __hidden(self):
        return self.__secret

    def show(self):
        return self.__hidden()


print(Private().show(), [k for k in vars(Private) if "secret" in k or "hidden" in k], attempt(lambda: Private().__secret))


class Callable:
    def __call__(self, *a, **k):
        return a, k


print(Callable()(1, x=2), callable(Callable()), callable(b), attempt(lambda: b()))
