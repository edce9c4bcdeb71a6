# must-compile: attempt, NT.both, f, Stack.__init__
import typing
from typing import Any, Callable, ClassVar, Generic, Literal, NamedTuple, Optional, ParamSpec, Protocol, TypedDict, TypeVar, Union, cast, get_args, get_origin, overload, runtime_checkable


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


T = TypeVar("T")
print(Optional[int], Union[int, None, str], Union[int, int], Callable[[int], str], Callable[..., Any], Literal[1, "a"], ClassVar[int], list[T], typing.List[int], typing.Dict[str, int], typing.Tuple[int, ...])
print(get_origin(list[int]), get_args(dict[str, int]), get_origin(Union[int, str]), get_args(Callable[[int, str], bool]), get_args(Optional[int]), get_origin(int), get_args(Literal[1, 2]))


class NT(NamedTuple):
    x: int
    y: str = "d"

    def both(self):
        return f"{self.x}{self.y}"


print(NT(1), NT(1, "z").both(), NT._fields, NT._field_defaults, NT.__annotations__, attempt(NT))


class TD(TypedDict, total=False):
    a: int
    b: str


print(TD(a=1), TD.__annotations__, TD.__total__, sorted(TD.__optional_keys__), attempt(isinstance, {}, TD))


@runtime_checkable
class Closes(Protocol):
    def close(self) -> None: ...


class File:
    def close(self):
        pass


class NotRuntime(Protocol):
    x: int


print(isinstance(File(), Closes), isinstance(5, Closes), issubclass(File, Closes), attempt(isinstance, 5, NotRuntime), attempt(Closes))


class Stack(Generic[T]):
    def __init__(self):
        self.items: list[T] = []


print(Stack[int], Stack[int]().items, Stack.__parameters__, attempt(lambda: Stack[int, str]), Stack[T][int], Stack[int] == Stack[int], attempt(lambda: Generic[int]))


@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x):
    return x


print(f(1), len(typing.get_overloads(f)), cast(int, "not int"), typing.get_type_hints(NT), typing.NewType("Id", int)(5), T.__name__, TypeVar("B", bound=int).__bound__, TypeVar("C", int, str).__constraints__, attempt(TypeVar, "D", int))
print(list[int] == typing.List[int], list[int].__origin__, list[int].__args__, hash(list[int]) == hash(list[int]), dict[str, T][int], (list[T] | None)[int], int | str, (int | str).__args__, isinstance(1, int | str), issubclass(bool, int | str), type(int | str), typing.Annotated[int, "meta"], typing.Annotated[int, 5].__metadata__, typing.get_type_hints(type("Q", (), {"__annotations__": {"a": "int"}})))
P = ParamSpec("P")
print(P.args, P.kwargs, Callable[P, T], Callable[P, T][[int], str], typing.TypeVarTuple("Ts"), typing.Unpack[tuple[int, str]], typing.Self, typing.Never, typing.Final[int], typing.TYPE_CHECKING, typing.is_typeddict(TD), typing.assert_type(1, int), attempt(typing.assert_never, 1), typing.reveal_type.__name__, typing.get_protocol_members(Closes))
