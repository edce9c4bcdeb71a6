# modes: stress
# must-compile: make, chain
# What super finds, while the classes that it looks in change.


class Base:
    def who(self):
        return "Base"

    @classmethod
    def named(cls):
        return "named " + cls.__name__


class Other(Base):
    pass


class Middle(Other):
    def who(self):
        return "Middle " + super().who()


class Leaf(Middle):
    def __new__(cls, *args):
        return super(Leaf, cls).__new__(cls)

    def who(self):
        return "Leaf " + super().who()

    @classmethod
    def named(cls):
        return super().named() + "!"


class Number(int):
    def __new__(cls, value):
        return super().__new__(cls, value + 1)


def make(n):
    last = None
    for i in range(n):
        last = Leaf(i)
    return last


def chain(leaf, n):
    texts = set()
    for i in range(n):
        texts.add(leaf.who() + " " + leaf.named() + " " + Leaf.named())
    return sorted(texts)


def attempt(f, *args):
    try:
        return f(*args)
    except (TypeError, AttributeError) as e:
        return "%s: %s" % (type(e).__name__, e)


leaf = make(3000)
print(chain(leaf, 1000))
Other.who = lambda self: "Other"
print(chain(leaf, 1000))
del Other.who
print(chain(leaf, 1000))


class New(Base):
    def who(self):
        return "New"


Other.__bases__ = (New,)
print(chain(leaf, 1000))
Middle.__bases__ = (Base,)
print(chain(leaf, 1000))
Base.who = 5
print(attempt(chain, leaf, 3))
del Base.who
print(attempt(chain, leaf, 3))
Base.__new__ = lambda cls: attempt(object.__new__, cls)
print(type(make(300)).__name__)
print([Number(i) for i in range(3)], attempt(object.__new__, Number), attempt(int.__new__, Leaf))
print(attempt(object.__new__, Leaf).__class__.__name__, attempt(object.__new__), attempt(object.__new__, 3))
Leaf.__new__ = staticmethod(lambda cls: object.__new__(cls))
print([type(Leaf()).__name__ for _ in range(3)])


class Abstract(Leaf):
    pass


Abstract.__abstractmethods__ = frozenset(["m"])
print(attempt(Abstract), attempt(object.__new__, Abstract))
Abstract.__abstractmethods__ = frozenset()
print(type(attempt(Abstract)).__name__)
print(super(Middle, leaf).named(), attempt(lambda: super(Leaf, 3)), attempt(lambda: super(Base, leaf).who))
