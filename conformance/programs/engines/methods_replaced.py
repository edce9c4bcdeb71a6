# modes: stress
# must-compile: use, loop
class Base:
    factor = 2

    def value(self):
        return 1

    def scaled(self):
        return self.value() * self.factor


class Child(Base):
    pass


def use(o):
    return o.scaled() + o.value()


def loop(o, n, at, action):
    total = 0
    for i in range(n):
        total += o.value()
        if i == at:
            action()
    return total


b, c = Base(), Child()
for _ in range(1500):
    use(b)
    use(c)
print(use(b), use(c))
Base.value = lambda self: 10
print(use(b), use(c))
Child.value = lambda self: 100
print(use(b), use(c))
del Child.value
print(use(c))
Base.factor = 0.5
print(use(b), use(c))
c.value = lambda: 7
print(use(c), use(b))
del c.value
Base.value = 5
try:
    use(b)
except TypeError as e:
    print(e)
Base.value = lambda self: 1
for _ in range(100):
    loop(b, 20, -1, None)


def replace():
    Base.value = lambda self: 1000


print(loop(b, 100, 50, replace))
Base.value = lambda self: 1


def shadow():
    b.value = lambda: 5


print(loop(b, 100, 50, shadow))
del b.value


def change_class():
    b.__class__ = Other


class Other:
    def value(self):
        return 2.5


print(loop(b, 100, 50, change_class))
b = Base()


class Prop:
    @property
    def value(self):
        return lambda: 3


def swap_bases():
    Child.__bases__ = (Other,)


class Mid(Other):
    def extra(self):
        return 1


c = Child()
print(loop(c, 100, 10, lambda: None), loop(Prop(), 10, 5, lambda: None))


class Meta(type):
    def __setattr__(cls, k, v):
        super().__setattr__(k, v)


class WithMeta(metaclass=Meta):
    def value(self):
        return 1


w = WithMeta()


def through_meta():
    WithMeta.value = lambda self: 50


print(loop(w, 100, 50, through_meta), loop(w, 10, 100, None))


class Counting:
    calls = 0

    def value(self):
        Counting.calls += 1
        type(self).calls += 1
        return Counting.calls


print(loop(Counting(), 200, -1, None), Counting.calls)


class Dynamic:
    def __getattr__(self, name):
        return lambda: 9


print(loop(Dynamic(), 30, 10, lambda: setattr(Dynamic, "value", lambda self: 1)))


class A:
    def f(self):
        return "A"


class B(A):
    def f(self):
        return "B" + super().f()


def call_f(o, n):
    out = ""
    for i in range(n):
        out = o.f()
    return out


o = B()
call_f(o, 2000)
print(call_f(o, 3))
A.f = lambda self: "new A"
print(call_f(o, 3))
del B.f
print(call_f(o, 3))
for k in range(60):
    A.f = lambda self, k=k: k
    call_f(o, 30)
print(call_f(o, 2))
B.__eq__ = lambda self, other: "eq"
print(o == 1)
B.__len__ = lambda self: 0
print(bool(o), not o)
del B.__len__
print(bool(o))
B.__call__ = lambda self, x: x + 1
print(o(4))
B.__getattribute__ = lambda self, n: "intercepted " + n
print(o.anything)
