# modes: stress
# must-compile: Planet._missing_, Planet.density, Item.__post_init__, Frozen.__hash__
"""Introspection of enums, dataclasses and annotations: what decorators make, what is refused, forward references."""
import dataclasses
import enum
import inspect
import typing
from dataclasses import KW_ONLY, InitVar, dataclass, field
from typing import Annotated, Any, ClassVar, Generic, Literal, NamedTuple, NewType, Optional, Protocol, TypedDict, TypeVar, Union


@dataclass(order=True, slots=True)
class Item:
    name: str
    price: float = 0.0
    tags: list[str] = field(default_factory=list, compare=False, metadata={"unit": "none"})
    _: KW_ONLY
    count: int = 1
    seed: InitVar[int] = 3
    total: float = field(init=False, repr=False)
    kinds: ClassVar[dict] = {}

    def __post_init__(self, seed):
        self.total = self.price * self.count + seed


@dataclass(frozen=True)
class Frozen:
    a: int
    b: "Frozen | None" = None

    def __hash__(self):
        return 5


a, b = Item("a", 2.0, count=3), Item("b", tags=["x"], seed=0)
print(a, b, a < b, a == Item("a", 2.0, ["other"], count=3), a.total, dataclasses.asdict(a), dataclasses.astuple(b), inspect.signature(Item), Item.__match_args__, hasattr(a, "__dict__"), Item.__slots__)
print([(f.name, f.type, f.kw_only, f.metadata.get("unit")) for f in dataclasses.fields(Item)], dataclasses.replace(a, name="z", seed=1), dataclasses.is_dataclass(Item), Frozen(1, Frozen(2)), hash(Frozen(1)), dataclasses.replace(Frozen(1), a=9))
for bad in (lambda: setattr(Frozen(1), "a", 2), lambda: delattr(Frozen(1), "a"), lambda: Item(), lambda: Item("a", 1, [], 2), lambda: dataclasses.replace(a, total=5), lambda: hash(a), lambda: dataclasses.make_dataclass("X", ["a", "a"]), lambda: dataclasses.make_dataclass("X", [("a", list, [])]), lambda: dataclasses.make_dataclass("X", [("a", int, 1), "b"]), lambda: dataclasses.fields(5), lambda: a < 5, lambda: setattr(a, "nope", 1), lambda: dataclass(5)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
Made = dataclasses.make_dataclass("Made", [("x", int), ("y", int, field(default=5))], bases=(Frozen,), frozen=True, namespace={"sum": lambda self: self.x + self.y}) if False else dataclasses.make_dataclass("Made", [("x", int), ("y", int, 5)], namespace={"sum": lambda self: self.x + self.y})
print(Made(1), Made(1).sum(), Made.__doc__, Made(1) == Made(1, 5))


class Color(enum.StrEnum):
    RED = enum.auto()
    DARK_RED = "dark-red"
    CRIMSON = RED


class Perm(enum.IntFlag, boundary=enum.KEEP):
    R, W, X = 4, 2, 1
    RW = R | W


class Planet(enum.Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.642, 3.39)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    @classmethod
    def _missing_(cls, value):
        return cls.MARS if value == "red" else None

    @enum.property
    def density(self):
        return round(self.mass / self.radius, 3)

    @enum.nonmember
    class Helper:
        pass

    G = enum.member(6.67) if False else (1, 1)


print(list(Color), Color.CRIMSON is Color.RED, Color("dark-red"), f"{Color.RED}", Color.__members__, [p for p in Perm.RW], Perm.R | 8, ~Perm.R & Perm.RW, Perm(0), Perm.RW in Perm(7), repr(Perm.X | Perm.W), Planet("red"), Planet.EARTH.density, Planet.Helper.__name__, Planet.MARS.name, len(Planet))
for bad in (lambda: Planet("blue"), lambda: Color["NOPE"], lambda: setattr(Color, "RED", 1), lambda: Color("x"), lambda: enum.Enum("E", "a a"), lambda: type("Sub", (Color,), {}), lambda: enum.unique(enum.Enum("E", {"a": 1, "b": 1})), lambda: Planet.EARTH < Planet.MARS, lambda: Perm("x"), lambda: Color.RED.nope, lambda: enum.verify(enum.CONTINUOUS)(enum.Enum("E", {"a": 1, "b": 3}))):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(enum.IntEnum("Dyn", "one two", start=5).two + 1, enum.Enum("M", ["a", "b"], module=__name__).b, Color.RED.__class__.__mro__[1:3], enum.global_enum_repr(Perm.R) if False else "", sorted(Color), max(Perm))

T = TypeVar("T", bound=int)


class Box(Generic[T]):
    items: list[T]
    parent: Optional["Box[T]"]


class Movie(TypedDict, total=False):
    title: typing.Required[str]
    year: int


class Pair[A, B = str](NamedTuple):
    left: A
    right: B | None = None


class Quacks(Protocol):
    def quack(self) -> str: ...


type Tree[X] = X | list[Tree[X]]
UserId = NewType("UserId", int)


def annotated(a: int, b: "Later", *c: Annotated[str, 5], d: Union[int, None] = None) -> list[Box[int]]:
    """Doc."""


class Later:
    pass


print(typing.get_type_hints(annotated), typing.get_type_hints(Box), typing.get_type_hints(annotated, include_extras=True)["c"], inspect.signature(annotated), inspect.signature(Pair))
print(Movie.__required_keys__, Movie.__optional_keys__, Movie(title="t"), Pair(1), Pair._field_defaults, Tree, Tree.__value__, Tree[int], UserId(5), UserId.__supertype__, Pair.__type_params__, Box[int].__origin__.__name__, typing.get_args(Literal["a", 1]), typing.get_origin(dict[str, int]), Optional[int], Any, int | str | None)
for bad in (lambda: Box[int, str], lambda: isinstance(1, list[int]), lambda: typing.get_type_hints(type("X", (), {"__annotations__": {"a": "Nope_zz"}})), lambda: isinstance(5, Quacks), lambda: Quacks(), lambda: Literal[[]] if False else Union[5] if False else Optional[1, 2], lambda: typing.cast("x", 5), lambda: TypeVar("T", int), lambda: Movie.nope, lambda: Generic[int], lambda: typing.NoReturn[1]):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


class Meta:
    x: int = 5

    def method(self, a, /, b=1, *args, c, **kw) -> None:
        pass

    static = staticmethod(lambda z: z)


signature = inspect.signature(Meta().method)
print(signature, [(p.name, p.kind.name, p.default is p.empty) for p in signature.parameters.values()], signature.bind(1, 2, 3, c=4, z=5).arguments, signature.replace(return_annotation=int), inspect.getdoc(annotated), inspect.isfunction(Meta.static), inspect.get_annotations(Meta), [n for n, _ in inspect.getmembers(Meta, inspect.isfunction)])
for bad in (lambda: signature.bind(1), lambda: signature.bind(c=1), lambda: signature.bind(1, c=1, b=2, a=3).kwargs, lambda: inspect.signature(5), lambda: inspect.Parameter("x y", inspect.Parameter.KEYWORD_ONLY), lambda: inspect.getsource(len)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
