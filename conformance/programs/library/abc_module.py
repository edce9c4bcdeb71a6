# modes: stress
# must-compile: attempt, Shape.area, Shape.describe, Half.area
import abc
import collections.abc as c


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self):
        return 0

    @property
    @abc.abstractmethod
    def name(self): ...

    @classmethod
    @abc.abstractmethod
    def make(cls): ...

    def describe(self):
        return f"{self.name} {self.area()}"


class Half(Shape):
    def area(self):
        return super().area() + 1


class Full(Half):
    name = "full"

    @classmethod
    def make(cls):
        return cls()


print(attempt(Shape), attempt(Half), Full.make().describe(), sorted(Shape.__abstractmethods__), Full.__abstractmethods__, issubclass(Full, Shape))


class One(abc.ABC):
    @abc.abstractmethod
    def f(self): ...


print(attempt(One), One.register(int), isinstance(5, One), issubclass(bool, One), isinstance("s", One), One.register(list) is list)


class Hook(abc.ABC):
    @classmethod
    def __subclasshook__(cls, k):
        return True if any("quack" in b.__dict__ for b in k.__mro__) else NotImplemented


class Duck:
    def quack(self): ...


print(isinstance(Duck(), Hook), isinstance(5, Hook), issubclass(Duck, Hook), attempt(issubclass, 5, Hook))
checks = [c.Iterable, c.Iterator, c.Sized, c.Container, c.Collection, c.Sequence, c.MutableSequence, c.Mapping, c.MutableMapping, c.Set, c.MutableSet, c.Hashable, c.Callable, c.Reversible, c.Generator, c.Awaitable, c.Coroutine, c.Buffer]
for v in ([], (), {}, set(), "s", b"b", 5, iter([]), (x for x in ()), range(3), len, {}.keys(), {}.values(), frozenset(), None, bytearray(), memoryview(b"")):
    print(type(v).__name__, [k.__name__ for k in checks if isinstance(v, k)])


class Seq(c.Sequence):
    def __len__(self):
        return 3

    def __getitem__(self, i):
        if i < 0 or i > 2:
            raise IndexError
        return i * 10


class Map(c.MutableMapping):
    def __init__(self):
        self.d = {}

    def __getitem__(self, k):
        return self.d[k]

    def __setitem__(self, k, v):
        self.d[k] = v

    def __delitem__(self, k):
        del self.d[k]

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)


class MySet(c.Set):
    def __init__(self, it):
        self.it = list(dict.fromkeys(it))

    def __contains__(self, x):
        return x in self.it

    def __iter__(self):
        return iter(self.it)

    def __len__(self):
        return len(self.it)


s, m = Seq(), Map()
print(list(s), 20 in s, s.index(10), s.count(5), list(reversed(s)), attempt(s.index, 7))
m["a"] = 1
m.update(b=2)
print(m.get("a"), m.pop("a"), m.setdefault("c", 3), list(m.items()), m == {"b": 2, "c": 3}, m.popitem(), "b" in m, list(m.keys()), m.clear(), len(m), attempt(m.pop, "q"))
x = MySet([1, 2]) | MySet([2, 3])
print(list(x), list(MySet([1, 2]) & [2]), MySet([1]) <= MySet([1, 2]), MySet([1]) == {1}, list(MySet([1, 2]) - {1}), MySet([1]).isdisjoint([2]), attempt(c.Sequence), attempt(c.Callable))
