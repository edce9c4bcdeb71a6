# must-compile: A.f, B.f, Shows.mro, Wrong.mro
# Metatypes whose mro() looks at, or changes, the class while it is being made.


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as error:
        return "%s: %s" % (type(error).__name__, error)


class Shows(type):
    def mro(cls):
        print("mro of", cls.__name__, cls.__mro__)
        return type.mro(cls)


class Shown(metaclass=Shows):
    pass


class Wrong(type):
    answer = ()

    def mro(cls):
        return cls.answer


for answer in ((), (int, 5), (dict,)):
    Wrong.answer = answer
    print(attempt(Wrong, "W", (), {}))


class A:
    def f(self):
        return "A"


class B:
    def f(self):
        return "B"


class C(A):
    pass


print(C().f(), A.__subclasses__(), B.__subclasses__())
C.__bases__ = (B,)
print(C().f(), A.__subclasses__(), B.__subclasses__())
print(attempt(setattr, B, "__bases__", (C,)))
print(attempt(setattr, C, "__bases__", ()), attempt(delattr, list, "__doc__"))


class Setter:
    def __set__(self, obj, value):
        obj.__dict__["x"] = value


class UsesSetter:
    x = Setter()


u = UsesSetter()
print(type(u.x).__name__)
u.x = 3
print(u.x)
print(attempt(object.__setattr__, C, "y", 1), attempt(setattr, 1, "__class__", bool))
for member in (complex.real, slice.start, property.fget, type(A.f).__globals__, float.real):
    print(type(member).__name__, member)
print(attempt(setattr, property(), "fget", 1))
