# modes: stress
# must-compile: f, side, generic, Box.put
import annotationlib
import typing
from typing import Generic, TypeVar

x: int = 5
y: "forward"
z: list[Undefined]
print(x, "y" in globals())


def f(a: int, b: str = "x", *c: float, d: "later", **e: Missing) -> None:
    local: Whatever = 1
    return local


print(f(1, d=2), sorted(annotationlib.get_annotations(f, format=annotationlib.Format.STRING).items()))
try:
    f.__annotations__
except NameError as e:
    print(e)
Missing = dict
print(f.__annotations__["e"], f.__annotations__["return"], f.__annotations__["d"])


class C:
    a: int
    b: "C" = None
    c: list[C]

    def m(self, o: C) -> "C":
        return self


print(C.__annotations__["c"], C.m.__annotations__["o"] is C, typing.get_type_hints(C.m)["return"] is C)
print(annotationlib.get_annotations(C, format=annotationlib.Format.STRING))


def side(log, value):
    log.append(value)
    return value


log = []


def g(p: side(log, "p")):
    pass


print(log, g.__annotations__, log)


def generic[T](v: T, *w: T) -> list[T]:
    return [v, *w]


class Box[T, U: int = bool]:
    items: list[T]

    def put[V: (int, str)](self, v: V) -> V:
        return v


type Alias = list[int]
type Recursive[T] = dict[str, Recursive[T]] | T
print(generic(1, 2), generic.__type_params__, Box.__type_params__, Box.put.__type_params__[0].__constraints__)
print(Box[int], Box.__type_params__[1].__bound__, Box.__type_params__[1].__default__, Box[str]().put(5))
print(Alias, Alias.__value__, Recursive.__type_params__, Recursive[int], Recursive.__value__)
print(Box.__orig_bases__, Box.__mro__[1:], Box[int].__origin__, Box[int].__args__)


def star[*Ts, **P](a: tuple[*Ts]) -> typing.Callable[P, int]: ...


print(star.__type_params__, star.__annotations__["a"])
T = TypeVar("T")


class Old(Generic[T]):
    pass


print(Old[int], Old.__parameters__, T, list[int], dict[str, list[int]], tuple[int, ...], int | str | None)
print(typing.Optional[int], typing.Union[int, str], typing.Literal["a", 1], typing.Callable[[int], str], typing.Any)
print(list[int]([1, 2]), (int | str) == (str | int), isinstance(5, int | str), isinstance("", int | None))


def attempt(fn):
    try:
        return fn()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


print(attempt(lambda: isinstance([], list[int])), attempt(lambda: int[str]), attempt(lambda: Box[int, bool, str]), attempt(lambda: int | 5))


class Scoped[T]:
    def method(self):
        return T

    class Inner[U]:
        t = T


print(Scoped().method(), Scoped.Inner.t, attempt(lambda: T.__name__))


def lazily[T: nonexistent](x: T): ...


print(attempt(lambda: lazily.__type_params__[0].__bound__))
