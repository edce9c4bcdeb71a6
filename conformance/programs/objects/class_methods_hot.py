# modes: stress
# must-compile: pairs, Pair.of, through
# Class methods called through their class, hot, while classes, methods and metaclasses change.


class Meta(type):
    pass


class Pair(metaclass=Meta):
    unit = 1

    def __init__(self, a, b):
        self.a = a
        self.b = b

    @classmethod
    def of(cls, a, b=3):
        p = cls(a, b)
        p.b += cls.unit
        return p

    @classmethod
    def name(cls):
        return cls.__name__


class Child(Pair):
    unit = 10


def pairs(n):
    total = 0
    for i in range(n):
        p = Pair.of(i, 2)
        total += p.a * p.b
        total += Child.of(i).b
    return total, type(Child.of(1)).__name__, Pair.name(), Child.name()


def through(cls, n):
    total = 0
    for i in range(n):
        total += cls.of(i).b
    return total


def attempt(f, *args):
    try:
        return f(*args)
    except (TypeError, AttributeError) as e:
        return "%s: %s" % (type(e).__name__, e)


print(pairs(2000), through(Pair, 900), through(Child, 900))
Pair.unit = 2
print(pairs(900), through(Pair, 900), through(Child, 900))
Child.of = classmethod(lambda cls, a, b=0: cls(a, b))
print(pairs(900), through(Child, 900))
del Child.of
print(pairs(900), through(Child, 900))
Meta.of = lambda cls, a, b=5: Pair(a, 100)
print(pairs(300), through(Pair, 300))
Meta.of = property(lambda cls: lambda a, b=5: Pair(a, 1000))
print(pairs(300), through(Pair, 300))
del Meta.of
print(pairs(300), through(Pair, 300))
print(Pair.of is Pair.of, Pair.of == Pair.of, Pair.of.__self__.__name__, attempt(Pair.of), attempt(through, Meta, 2))
Pair.of = staticmethod(lambda a, b=0: Pair(a, b))
print(pairs(300), through(Pair, 300))
Pair.of = 5
print(attempt(pairs, 3))
