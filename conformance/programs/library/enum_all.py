# modes: stress
# must-compile: attempt, C.lower, C.first, Planet.ratio
from enum import CONTINUOUS, UNIQUE, Enum, EnumType, Flag, IntEnum, IntFlag, StrEnum, auto, member, nonmember, unique, verify


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


class C(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    def lower(self):
        return self.name.lower()

    @classmethod
    def first(cls):
        return list(cls)[0]


print(C.RED, repr(C.RED), C(2), C["BLUE"], C.RED.name, C.RED.value, list(C), len(C), C.CRIMSON is C.RED, C.RED.lower(), C.first(), C.RED in C, 1 in C, "x" in C, C.__members__.keys(), C.RED == 1, C.RED is C.RED, attempt(C, 9), attempt(lambda: C["X"]), attempt(lambda: C.X), attempt(setattr, C, "RED", 5), attempt(lambda: C.RED < C.BLUE), hash(C.RED) == hash(C.RED), C, type(C), isinstance(C.RED, C))


class N(IntEnum):
    A = 1
    B = auto()
    Z = auto()


class S(StrEnum):
    X = auto()
    Y = "why"


print(N.B + 1, N.A < N.B, N.B == 2, f"{N.A} {N.A!r}", S.X, S.Y == "why", S.X.upper(), sorted([N.Z, N.A]), int(N.Z), [1, 2, 3][N.A], N(2), "%d" % N.A, S("x"), str(S.X), repr(S.X))


class F(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(F.R, F.R | F.X, ~F.R, F.RW & F.R, F.R in F.RW, list(F.RW), bool(F(0)), F(0), repr(F.R | F.X), F(3), attempt(F, 99), F.R ^ F.RW, len(F.RW), F["RW"], F.RW.value)


class I(IntFlag):
    A = 1
    B = 2


print(I.A | I.B, I.A | 8, repr(I(8)), I.A & 1, I.A + 1, ~I.A, I(0))


class Planet(Enum):
    EARTH = (1.0, 2)
    MARS = (0.5, 3)

    def __init__(self, mass, moons):
        self.mass = mass
        self.moons = moons

    @property
    def ratio(self):
        return self.mass / self.moons


print(Planet.MARS.ratio, Planet.EARTH.value, Planet((1.0, 2)))


class Auto(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last):
        return name.lower() + str(count)
    ONE = auto()
    TWO = auto()

    @classmethod
    def _missing_(cls, v):
        return cls.ONE if v == "default" else None


print(list(Auto), Auto("default"), attempt(Auto, "zz"))
D = Enum("D", "P Q R")
E = Enum("E", {"a": 1, "b": 2}, module="m", qualname="q.E")
print(list(D), E.a, E.__module__, E.__qualname__, repr(D.P))
print(attempt(unique, C), attempt(lambda: type("Sub", (C,), {})), attempt(lambda: C.RED.value.__class__), attempt(verify(CONTINUOUS), N) is N)


class Mixed(str, Enum):
    A = "a"
    B = "b"
    f = nonmember(5)
    g = member(6) if False else "g"


print(Mixed.A.upper(), Mixed.A == "a", Mixed("b"), Mixed.f, list(Mixed), f"{Mixed.A}", Mixed.A.value)


class Method(Enum):
    def __call__(self, x):
        return self.value * x
    TWO = 2

    def __eq__(self, o):
        return NotImplemented

    def __hash__(self):
        return 5


print(Method.TWO(5), Method.TWO == Method.TWO, EnumType is type(C))
match C.GREEN:
    case C.RED:
        print("red")
    case C.GREEN:
        print("green")
import pickle
import copy
print(pickle.loads(pickle.dumps(C.BLUE)) is C.BLUE, copy.deepcopy(C.RED) is C.RED, {C.RED: 1}[C(1)], dir(C)[:3], [c.name for c in reversed(C)])
