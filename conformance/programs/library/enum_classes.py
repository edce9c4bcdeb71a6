# modes: stress
# must-compile: plain, show
# Enumerations made by class statements: plain ones, and such as call functions of the program while they are made.
import builtins
import dataclasses
import enum
import re
import sys
import threading
import traceback
from enum import CONFORM, EJECT, KEEP, STRICT, Enum, EnumDict, EnumType, Flag, IntEnum, IntFlag, ReprEnum, StrEnum, auto, member, nonmember


def print(*values):
    builtins.print(re.sub(" at 0x[0-9a-f]+", "", " ".join(map(str, values))))


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e} {getattr(e, '__notes__', '')}"


def plain(value):
    if isinstance(value, Enum):
        return repr(value)
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, (staticmethod, classmethod)):
        return type(value).__name__, value.__func__.__qualname__
    return getattr(value, "__qualname__", value if not type(value).__repr__ is object.__repr__ else type(value).__name__)


def show(c):
    if not isinstance(c, EnumType):
        return print(c)
    print(repr(c), type(c), c.__mro__, c.__doc__, c.__module__, c.__qualname__, len(c), list(c))
    for k, v in c.__dict__.items():
        if k != "__weakref__":
            print("  ", k, plain(v), isinstance(v, c))
    for k, m in c.__members__.items():
        print("  ", k, repr(m), str(m), f"{m}", plain(m.__dict__), type(m) is c, attempt(c, m.value) is m)


def build(text, *bases, **keywords):
    """A class statement, by its body's text."""
    space = {}
    head = ", ".join([f"B{i}" for i in range(len(bases))] + [f"{k}={k}_" for k in keywords])
    exec(f"class Made({head}):\n    " + text.replace("\n", "\n    "),
         globals() | {f"B{i}": b for i, b in enumerate(bases)} | {f"{k}_": v for k, v in keywords.items()}, space)
    return space["Made"]


for c in (Enum, ReprEnum, IntEnum, StrEnum, Flag, IntFlag, enum.FlagBoundary):
    print(c, [k for k in c.__dict__ if k != '__weakref__'], c._member_type_, c._value_repr_, c._use_args_, plain(c._new_member_))

KINDS = [(Enum,), (IntEnum,), (StrEnum,), (Flag,), (IntFlag,), (str, Enum), (int, ReprEnum), (int, Flag)]
RARE = [(int, Enum), (ReprEnum,), (float, Enum), (IntEnum, IntFlag), (bytes, Enum)]
BODIES = [
    "A = 1\nB = 2\nC = 1\nD = 3",
    "A = 'a'\nB = 'b'\nC = 'a'",
    "'''Documented.'''\nA = auto()\nB = auto()\nC = 9\nD = auto()",
    "A = 4\nB = 1\nAB = 5\nC = 2\nN = 0",
    "A = auto()\nB = 'x'\nC = auto()",
    "A = 1, 2\nB = (3,)",
    "A = None\nB = True\nC = 1.5\nD = []\nE = []",
    "A = 1\ndef f(self): return self.value\n@property\ndef p(self): return self.name\n@classmethod\ndef c(cls): return cls.A\n@staticmethod\ndef s(): return 5",
    "def __str__(self): return 'str'\ndef __format__(self, spec): return 'format'\nA = 1",
    "def __repr__(self): return super().__repr__() + '!'\nA = 1",
    "A = 1\nA = 2",
    "A = 1\ndef A(self): pass",
    "def A(self): pass\nA = 1",
    "mro = 1",
    "name = 1\nvalue = 2",
    "real = 1\nupper = 2\nlower = 3",
    "_x_ = 1",
    "_order_ = 'A B'\nA = 1\nB = 2",
    "_order_ = 'B A'\nA = 1\nB = 2",
    "__order__ = 'A B'\nA = 1\nB = 2",
    "_ignore_ = 'i q'\ni = 5\nA = 1\nfor i in range(3): vars()[f'X{i}'] = i + 10",
    "_ignore_ = ['A']\nA = 1",
    "__private = 3\n_Made__other = 4\n_single = 5\nA = 1",
    "A = -1\nB = -8",
    "A = 2 ** 70\nB = 2 ** 62\nC = 2 ** 63",
    "A = nonmember(5)\nB = member(6)\nC = member(lambda self: 7)",
    "class Inner: pass\nA = 1",
    "A: int = 1\nB: int",
    "def __init__(self, *a): print('init', a, self._value_)\nA = 1\nB = 2",
    "def __new__(cls, *a): print('new', a); o = object.__new__(cls); o._value_ = a[0]; return o\nA = 1",
    "def __init_subclass__(cls, **k): print('sub', cls, k)\nA = 1",
    "@classmethod\ndef _missing_(cls, v): print('missing', v); return cls.A\nA = 1",
    "def _generate_next_value_(name, start, count, last): print('next', name, start, count, last); return name * 2\nA = auto()\nB = auto()",
    "@staticmethod\ndef _generate_next_value_(name, start, count, last): return count + 7\nA = auto()\nB = auto()",
    "A = auto()\ndef _generate_next_value_(name, start, count, last): return 1",
    "x = auto()\ny = x\nz = auto()",
    "A = auto(7)\nB = auto(), 5",
    "def __eq__(self, o): return True\ndef __hash__(self): return 3\nA = 1\nB = 2",
    "__slots__ = ()\nA = 1",
    "def __setattr__(self, n, v): print('set', n, v); object.__setattr__(self, n, v)\nA = 1",
    "def __bool__(self): return False\nA = 1\nB = 1",
    "pass",
]
for kind in KINDS + RARE:
    for body in BODIES[:4] if kind in RARE else BODIES:
        print("--", [b.__name__ for b in kind], repr(body))
        show(attempt(build, body, *kind))
for boundary in (STRICT, CONFORM, EJECT, KEEP, None, 5, ""):
    for base in (Flag, IntFlag, IntEnum):
        c = attempt(build, "A = 1\nB = 4", base, boundary=boundary)
        show(c)
        if isinstance(c, EnumType):
            print(attempt(c, 2), attempt(c, 8), attempt(c, -2))
print(attempt(build, "A = 1", Enum, other=3))

# Bases
Empty = build("def both(self): return self.name, self.value\nlimit = property(lambda self: 3)", Enum)
show(build("A = 1\nB = auto()", Empty))
show(attempt(build, "B = 1", build("A = 1", Enum)))
show(build("A = 'x'\nB = auto()", build("def _generate_next_value_(name, *a): return name.title()", StrEnum)))


class Mixin:
    def hello(self):
        return "hello " + self.name

    def __init_subclass__(cls, **k):
        print("mixin", cls.__name__, k)


show(build("A = 1", Mixin, Enum))
show(build("A = 1", Mixin, IntEnum))


@dataclasses.dataclass
class Data:
    x: int
    y: int = 3


show(build("A = 1\nB = 1, 2", Data, Enum))


class Named:
    def __set_name__(self, owner, name):
        print("named", owner.__name__, name, list(owner.__dict__.get("_member_map_", ())))

    def __get__(self, o, t=None):
        return 5


show(build("A = 1\nd = Named()\nB = 2", Enum))


class Raising:
    def __set_name__(self, owner, name):
        raise ValueError("raised")

    __get__ = None


print(attempt(build, "A = 1\nd = Raising()", IntEnum))


class Meta(EnumType):
    @classmethod
    def __prepare__(metacls, name, bases, **k):
        print("prepare", name, k)
        return super().__prepare__(name, bases, **k)

    def __new__(metacls, name, bases, body, **k):
        print("new", name, list(body), type(body).__name__, body.member_names)
        return super().__new__(metacls, name, bases, body, **k)

    def __setattr__(cls, name, value):
        print("set", name)
        super().__setattr__(name, value)


class WithMeta(Enum, metaclass=Meta):
    pass


show(build("A = 1\nB = auto()", WithMeta))

# The functional interface, and bodies made by hand.
show(Enum("Made", "A B C"))
show(IntFlag("Made", ["A", "B"], start=4, module="here", qualname="There.Made"))
show(StrEnum("Made", {"A": "1", "B": "2"}))
show(Enum("Made", [("A", 1)], type=int))
d = EnumType.__prepare__("Made", (IntEnum,))
print(type(d), dict(d).keys(), d.member_names, plain(vars(d)))
d["A"], d["B"] = 1, auto()
d.update({"C": 5}, D=auto())
print(d.member_names, plain(vars(d)), attempt(d.__setitem__, "A", 3), attempt(d.__setitem__, 5, 6), attempt(d.__setitem__, "_q_", 6))
show(EnumType("Made", (IntEnum,), d))
print(list(d), plain(vars(d)))
d = EnumDict("Other")
d["A"] = 1
print(attempt(d.__setitem__, "B", auto()), d.member_names)
d = EnumDict()
print(attempt(d.__setitem__, "_Made__x", 1), d.member_names)
print(attempt(EnumType.__prepare__, "X", (int,)), attempt(EnumType.__prepare__, "X", ()), attempt(EnumType, "X", (Enum,), {}))


def fails():
    class Bad(IntEnum):
        A = "x"


try:
    fails()
except ValueError:
    print([(f.name, f.line) for f in traceback.extract_tb(sys.exc_info()[2])][-3:], traceback.format_exc().splitlines()[-1])

# What the library relies on is replaced, and put back.
SIMPLE = "A = 1\nB = auto()\n"


def replaced(where, name, wrapper):
    real = where.__dict__[name]
    setattr(where, name, wrapper(getattr(where, name)))
    try:
        print(name, attempt(lambda: list(build(SIMPLE, IntEnum).__members__)))
    finally:
        setattr(where, name, real)
    print(list(build(SIMPLE, IntEnum).__members__))


for name in ("_is_private", "_is_sunder", "_is_descriptor"):
    replaced(enum, name, lambda f: lambda *a: (print(f.__name__, a[-1]), f(*a))[1])
for name in ("__setattr__", "__delattr__"):
    replaced(EnumType, name, lambda f: lambda cls, n, *v: (print(f.__name__, cls.__name__, n), f(cls, n, *v))[1])
replaced(EnumType, "_find_new_", lambda f: lambda *a: (print("find", len(a)), f(*a))[1])
replaced(EnumType, "_add_member_", lambda f: lambda *a: (print("add", a[1]), f(*a))[1])
replaced(EnumDict, "__setitem__", lambda f: lambda d, k, v: (print("item", k), f(d, k, v))[1])
replaced(enum._proto_member, "__set_name__", lambda f: lambda *a: (print("set_name", a[2]), f(*a))[1])
replaced(Enum, "_generate_next_value_", lambda f: staticmethod(lambda *a: (print("next", a), 50)[1]))
replaced(enum.auto, "__init__", lambda f: lambda self, *a: (print("auto", a), setattr(self, "value", 77))[0])
enum.isinstance = lambda o, t: (print("isinstance", getattr(t, "__name__", t)), isinstance(o, t))[1]
print(list(build(SIMPLE, IntEnum).__members__))
del enum.isinstance

calls = []
sys.setprofile(lambda f, e, a: calls.append(f.f_code.co_name) if e == "call" and "enum" in f.f_code.co_filename else None)
build(SIMPLE, IntEnum)
sys.setprofile(None)
print([c for c in calls if c not in ("build", "<genexpr>")])

made = []
threads = [threading.Thread(target=lambda: made.extend(build("A = 1\nB = 2\nC = auto()", IntEnum) for _ in range(30)))
           for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(made), len(set(map(id, made))), all(c.C == 3 and c(2) is c.B and list(c.__members__) == c._member_names_ for c in made))
