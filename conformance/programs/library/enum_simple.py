# modes: stress
# must-compile: plain, show
# Enumerations made by _simple_enum and _convert_, plain ones and such as only the library's own code can make.
import enum
import re
import signal
import socket
import sys
import threading
import types
from enum import KEEP, STRICT, Enum, Flag, IntEnum, IntFlag, StrEnum, _simple_enum, auto


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


def plain(value):
    if isinstance(value, Enum):
        return repr(value)
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    return getattr(value, "__qualname__", value)


def show(c):
    print(repr(c), type(c), c.__mro__, c.__doc__, c.__module__, c.__qualname__, len(c), list(c))
    for k, v in c.__dict__.items():
        print("  ", k, plain(v), isinstance(v, c))
    for k, m in c.__members__.items():
        print("  ", k, repr(m), str(m), plain(m.__dict__), type(m) is c, attempt(c, m.value) is m)


for c in (enum.EnumCheck, re.RegexFlag, signal.Signals, signal.Handlers, signal.Sigmasks, socket.AddressFamily):
    show(c)
print(re.I | re.M, re.RegexFlag(0), socket.AF_INET, repr(signal.SIGINT), socket.MsgFlag.MSG_PEEK | 1)


class Base:
    A = 3
    B = 1
    C = 3
    AB = 4
    name_of = lambda self: self.name


def make(base, **attributes):
    boundary = attributes.pop("boundary", None)
    return _simple_enum(base, boundary=boundary)(type("Made", (), attributes))


show(_simple_enum(IntEnum)(Base))
show(_simple_enum(IntFlag)(Base))
show(_simple_enum(Flag, boundary=KEEP)(Base))
show(_simple_enum(Enum)(Base))
show(make(StrEnum, X="x", Y="y", Z="x"))
show(make(Flag, X=4, Y=1, Z=2, N=0, W=7, boundary=STRICT))
print(attempt(make(Flag, X=4, boundary=STRICT), 8))
for base in (Enum, IntEnum, Flag, StrEnum):
    print(attempt(make, base, X=auto(), Y=auto()), attempt(make, base, X="1", Y=2.5), attempt(make, base, X=[1], Y=[1]))
    print(attempt(make, base, name=1, value=2), attempt(make, base, X=-1, Y=-8), attempt(make, base, X=(5,), Y=True))
    print(attempt(make, base, mro=1, real=2), attempt(make, base, _x_=1, __y__=2, _Made__z=3, _w=4), attempt(make, base))
    print(attempt(make, base, X=2 ** 70, Y=2 ** 63), attempt(make, base, __slots__=("q",), X=1))


@_simple_enum(IntEnum)
class Status:
    def __new__(cls, value, phrase):
        self = int.__new__(cls, value)
        self._value_ = value
        self.phrase = phrase
        return self

    OK = 200, "fine"
    GONE = 410, "gone"

    @property
    def short(self):
        return self.phrase[0]


print(Status.OK.phrase, Status(410).short, Status.OK + 1, Status.__new_member__ is Status._new_member_)


class Loud(IntEnum):
    """Prints what happens to it."""

    def __init__(self, *a):
        print("init", a, self._name_)

    def __init_subclass__(cls, **k):
        print("subclass", cls.__name__, k)
        super().__init_subclass__(**k)

    def _generate_next_value_(name, start, count, last):
        print("next", name, start, count, last)
        return name.lower()

    @classmethod
    def _missing_(cls, value):
        print("missing", value)
        return cls.A


c = make(Loud, A=1, B=2, C=1)
print(c.__members__, c(7))


class Setting(Enum):
    def __setattr__(self, name, value):
        print("set", name, plain(value))
        super().__setattr__(name, value)


print(make(Setting, A=1, B=1).__members__)


class Described:
    def __set_name__(self, owner, name):
        print("named", owner.__name__, name, type(owner).__name__)

    def __get__(self, o, t=None):
        return 5


print(make(IntEnum, A=1, D=Described()).__members__)


class Meta(enum.EnumType):
    def __setattr__(cls, name, value):
        print("meta", name)
        super().__setattr__(name, value)


class WithMeta(IntEnum, metaclass=Meta):
    pass


print(make(WithMeta, A=1).__members__)

# _convert_
m = types.ModuleType("made")
sys.modules["made"] = m
m.__dict__.update(AA_X=3, AA_Y=1, AA_Z=3, aa_x=9, AB_N="text", AC_1=1.5, AC_2=2)
show(IntEnum._convert_("One", "made", lambda name: name.startswith("AA_")))
print(m.One, m.AA_X is m.One.AA_X, m.AA_Z is m.AA_X, m.AA_X.name)
seen = []
print(attempt(IntEnum._convert_, "Two", "made", lambda name: seen.append(name) or name.startswith("AB_")))
print([s for s in seen if not s.startswith("__")])
print(attempt(Enum._convert_, "Three", "made", lambda name: name in ("AC_1", "AC_2")).__members__)
print(attempt(IntEnum._convert_, "Four", "nowhere", lambda name: True))
print(attempt(IntFlag._convert_, "Five", "made", lambda C: C.isupper() and C.startswith("_")).__members__)
show(IntFlag._convert_("Six", "made", lambda C: C.isupper() and C.startswith("SOCK_"), source=socket._socket, as_global=True)) \
    if hasattr(socket, "_socket") else None

# What the library relies on is replaced, and put back.
real = enum._is_private
enum._is_private = lambda c, n: (print("private", c, n), real(c, n))[1]
print(make(IntEnum, A=1).__members__)
enum._is_private = real
real = enum.EnumType.__setattr__
enum.EnumType.__setattr__ = lambda cls, n, v: (print("set", cls.__name__, n), real(cls, n, v))[1]
print(make(IntEnum, A=1).__members__)
enum.EnumType.__setattr__ = real
enum.isinstance = lambda o, t: (print("isinstance"), isinstance(o, t))[1]
print(make(IntEnum, A=1).__members__)
del enum.isinstance
print(make(IntEnum, A=1).__members__)

calls = []
sys.setprofile(lambda f, e, a: calls.append(f.f_code.co_name) if e == "call" else None)
make(IntEnum, A=1)
sys.setprofile(None)
print(calls)

made = []
threads = [threading.Thread(target=lambda: made.extend(make(IntEnum, **{f"N{i}": i for i in range(20)}) for _ in range(20)))
           for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(made), all(c.N7 + 1 == 8 and c(7) is c.N7 and list(c.__members__) == c._member_names_ for c in made))
