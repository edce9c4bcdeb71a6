# modes: stress
# must-compile: Odd.half, errors, twice, Odd.__init__
"""Pattern matching on classes, mappings, sequences and values, with guards, nesting and binding rules."""
from collections import OrderedDict, UserDict, deque
from dataclasses import dataclass
from enum import Enum


class Color(Enum):
    RED = 1
    BLUE = 2


@dataclass
class Point:
    x: int
    y: int


@dataclass
class Shape:
    name: str
    points: list
    color: Color = Color.RED


class Odd:
    __match_args__ = ("a",)

    def __init__(self, a):
        self.a = a

    @property
    def half(self):
        print("half asked")
        return self.a / 2


def describe(v):
    match v:
        case None | True | False:
            return f"singleton {v}"
        case Color.RED:
            return "red"
        case int() | float() as n if n < 0:
            return f"negative {n}"
        case 0 | 0.5:
            return "nothing or half"
        case int(n):
            return f"int {n}"
        case "x" | b"x":
            return "an x"
        case str() as s if len(s) > 3:
            return f"long {s}"
        case Point(0, y=0):
            return "origin"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point(x=x):
            return f"point at {x}"
        case Shape("line", [Point(x=a), Point(x=b)]):
            return f"line {a}-{b}"
        case Shape(points=[first, *_, last], color=Color.BLUE | Color.RED as c):
            return f"shape {first.x}..{last.x} {c.name}"
        case Shape(points=[]):
            return "empty shape"
        case [[a, [b]], c]:
            return f"nested {a}{b}{c}"
        case [1, 2, *rest] | [*rest, 2, 1]:
            return f"rest {rest}"
        case []:
            return "empty"
        case [single]:
            return f"one {single!r}"
        case {"kind": "user", "name": str(name), **others}:
            return f"user {name} {others}"
        case {"kind": _, 1: [*_, last]}:
            return f"kinded {last}"
        case {}:
            return f"mapping {len(v)}"
        case Odd(a=5, half=h):
            return f"odd {h}"
        case Odd(a):
            return f"odd of {a}"
        case complex(real=r, imag=i):
            return f"complex {r} {i}"
        case _:
            return f"other {type(v).__name__}"


values = [None, True, 1.0, 0, 0.5, -3, -2.5, 7, "x", b"x", "abcd", "ab", Color.RED, Color.BLUE, Point(0, 0), Point(2, 2), Point(1, 5),
          Shape("line", [Point(1, 0), Point(2, 0)]), Shape("poly", [Point(3, 0), Point(4, 0), Point(5, 0)], Color.BLUE), Shape("e", []),
          Shape("dot", [Point(1, 1)]), [[1, [2]], 3], [1, 2, 3, 4], (9, 2, 1), [], (), [5], ["ab"], deque([1, 2]), range(1, 3), bytearray(b"ab"),
          {"kind": "user", "name": "ann", "age": 3}, {"kind": "user", "name": 5}, {"kind": 0, 1: (4, 5)}, {}, OrderedDict(a=1), UserDict(b=2),
          Odd(5), Odd(6), 3 + 4j, {1, 2}, object, len]
for v in values:
    print(describe(v))


def errors(v):
    match v:
        case Point(1, 2, 3):
            pass


def twice(v):
    match v:
        case Odd(1, a=1):
            return "both"


for f, v in ((errors, Point(1, 2)), (twice, Odd(1))):
    try:
        print(f(v))
    except TypeError as e:
        print(type(e).__name__, e)
for source in ("match x:\n case a: pass\n case 1: pass", "match x:\n case [a, a]: pass", "match x:\n case a | 1: pass", "match x:\n case {**r, 'a': 1}: pass",
               "match x:\n case [*a, *b]: pass", "match x:\n case Point(x=1, x=2): pass", "match x:\n case {'a': 1, 'a': 2}: pass", "match x:\n case 1 + 1: pass",
               "match x:\n case -a: pass", "match x:\n case f(): pass\n case f'': pass", "match x:\n case a.b() as c.d: pass", "match x:\n case _ as _: pass"):
    try:
        compile(source, "<m>", "exec")
        print("fine")
    except SyntaxError as e:
        print(e.msg, e.lineno, e.offset)
match = case = 3
match [match, case]:
    case [3, case]:
        print(match, case)
