# modes: stress
# must-compile: describe, describe_object
from dataclasses import dataclass
from enum import Enum


class Color(Enum):
    RED = 1
    BLUE = 2


@dataclass
class Point:
    x: int
    y: int


class Pair:
    __match_args__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right


def describe(v):
    match v:
        case None:
            return "none"
        case True | False:
            return f"bool {v}"
        case 0:
            return "zero"
        case -1 | 1.5 | 2 + 3j:
            return f"number {v}"
        case int(n) if n > 100:
            return f"big {n}"
        case int():
            return "int"
        case "hello" | b"bytes":
            return f"greeting {v!r}"
        case str(s):
            return f"str {s}"
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [1, *rest]:
            return f"starts with 1, {rest}"
        case [first, _, *_, last]:
            return f"long {first} {last}"
        case (a, b):
            return f"pair {a} {b}"
        case {"kind": "circle", "r": r, **rest}:
            return f"circle {r} {sorted(rest)}"
        case {"kind": kind}:
            return f"kind {kind}"
        case {}:
            return "mapping"
        case _:
            return describe_object(v)


def describe_object(v):
    match v:
        case Point(x=0, y=0):
            return "origin"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point(x=px) as p:
            return f"point {px} {p}"
        case Pair(Pair(a, b), right=c):
            return f"nested {a} {b} {c}"
        case Pair(left, right):
            return f"Pair {left} {right}"
        case Color.RED:
            return "red"
        case Color():
            return "color"
        case float() as f:
            return f"float {f}"
        case _:
            return f"other {type(v).__name__}"


values = [None, True, False, 0, 0.0, -1, 1.5, 2 + 3j, 7, 1000, "hello", b"bytes", "x", b"y", [], [5], (1,), [1, 2, 3],
          (4, 5), [4, 5, 6], range(2), {"kind": "circle", "r": 2, "z": 1}, {"kind": "square"}, {}, {"a": 1}, Point(0, 0),
          Point(3, 3), Point(1, 2), Pair(Pair(1, 2), 3), Pair(1, 2), Color.RED, Color.BLUE, 2.5, {1, 2}, object]
for _ in range(60):
    for v in values:
        describe(v)
for v in values:
    print(describe(v))


def binding(v):
    match v:
        case [a, [b, *c]] | {"a": a, "b": b, "c": c}:
            return a, b, c
        case (str() | int()) as w, *_:
            return w
        case {"x": [_, {"y": deep}]}:
            return deep


print(binding([1, [2, 3, 4]]), binding({"a": 1, "b": 2, "c": 3}), binding(["s", 0]), binding({"x": [0, {"y": "deep"}]}))


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def too_many():
    match Point(1, 2):
        case Point(a, b, c):
            return 1


def twice():
    match Point(1, 2):
        case Point(1, x=1):
            return 1


class Bad:
    __match_args__ = ["x"]


def not_tuple():
    match Bad():
        case Bad(x):
            return x


def no_args():
    match object():
        case object(x):
            return x


def not_class():
    thing = 5
    match 1:
        case thing(x=1):
            return 1


for f in (too_many, twice, not_tuple, no_args, not_class):
    attempt(f)
match = 3
case = match + 1
print(match, case)
match (match, case):
    case 3, x:
        print("soft", x)
match [1, 2], {"k": 1}:
    case [a, b], {"k": c, **rest}:
        print(a, b, c, rest)
