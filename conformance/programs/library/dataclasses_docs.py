# must-compile: show
"""The docstrings that `dataclasses` writes: the signatures of classes of all kinds, and what was replaced on the way."""
import abc
import collections.abc
import dataclasses
import enum
import inspect
import sys
import typing
from dataclasses import KW_ONLY, InitVar, dataclass, field


def show(cls):
    print(cls.__doc__)
    if issubclass(cls, _colorize.ThemeSection):
        return
    init = cls.__dict__.get('__init__')
    notes = None if init is None else vars(init) or init.__annotations__
    print('   ', notes, '__annotations_cache__' in cls.__dict__,
          [name for name in cls.__annotations__])
    if init is not None:
        print('   ', init.__annotations__ is init.__annotations__, init.__kwdefaults__, init.__defaults__,
              init.__annotate__.__qualname__)


class Color(enum.Enum):
    RED = 1


class Meta(type):
    pass


class CallMeta(type):
    def __call__(cls, *args, other=1):
        return super().__call__(*args)


class SignedMeta(type):
    @property
    def __signature__(cls):
        return inspect.Signature([inspect.Parameter('meta', inspect.Parameter.POSITIONAL_ONLY)])


class NamedMeta(type):
    @property
    def __module__(cls):
        return 'elsewhere'


class Named(metaclass=NamedMeta):
    pass


class Abstract(abc.ABC):
    pass


class WithMeta(metaclass=Meta):
    pass


class Text(str):
    def __repr__(self):
        return 'Text!'


class Odd:
    def __repr__(self):
        return 'Odd -> None'


@dataclass
class Empty:
    pass


@dataclass
class Plain:
    a: int
    b: str = 'x'
    c: float = 1.5
    d: bool = True
    e: None = None
    f: 'int' = 10 ** 30
    g: list[int] = field(default_factory=list)
    h: dict[str, int] = field(default_factory=dict)
    i: tuple[int, ...] = ()
    j: complex = 1j
    k: bytes = b'k'


@dataclass(kw_only=True)
class Keywords:
    a: int
    b: str = 'ä'
    c: str = '\U0001F600'


@dataclass
class Mixed:
    a: int
    _: KW_ONLY
    b: int = 3
    c: Color = Color.RED


@dataclass
class Types:
    a: Color
    b: Abstract
    c: WithMeta
    d: Named
    e: collections.abc.Callable
    f: type
    g: Plain
    h: abc.ABCMeta
    i: typing.Any
    j: typing.Union
    k: int | str
    l: typing.Optional[int]
    m: collections.abc.Callable[[int], str]
    n: list['Plain']
    o: typing.List[int]
    p: list
    q: typing.Generic
    r: 'a "quoted" text'
    s: typing.ClassVar[int] = 3
    t: InitVar[int] = 4
    u: list[Color] = ()
    v: set[None] = None


@dataclass
class OnlyTypes:
    a: Color
    b: Abstract
    c: WithMeta
    e: collections.abc.Callable
    f: type
    g: Plain
    h: abc.ABCMeta
    n: list[Plain]
    p: list
    t: Text


@dataclass
class MetaModule:
    d: Named


@dataclass
class Defaults:
    a: str = Text('t')
    b: Odd = Odd()
    c: int = sys.maxsize
    d: object = Plain
    e: object = inspect.Parameter.empty
    f: float = float('nan')


@dataclass
class Child(Plain):
    a: str = 'child'
    z: int = 3


@dataclass
class Base0(Abstract):
    x: int


@dataclass
class OfGeneric[T]:
    x: T
    y: int = 0


@dataclass
class Iterates(collections.abc.Mapping[str, str]):
    x: str = 'x'

    def __getitem__(self, key):
        return key

    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0


@dataclass
class Calls(metaclass=CallMeta):
    x: int


@dataclass
class Signed(metaclass=SignedMeta):
    x: int


@dataclass
class OwnSignature:
    x: int
    __signature__ = inspect.Signature()


@dataclass
class OwnNew:
    x: int

    def __new__(cls, y):
        return super().__new__(cls)


@dataclass
class OwnInit:
    x: int

    def __init__(self, q: int = 3, *rest, w, **more) -> None:
        pass


@dataclass
class Documented:
    """Has a text."""
    x: int


@dataclass(slots=True, frozen=True, order=True)
class Slots:
    x: int
    y: int = 2


@dataclass
class Self:
    self: int
    return_: int = 1


@dataclass
class Forward:
    x: Later
    y: int = 0


class Later:
    pass


@dataclass
class After:
    x: Later


@dataclass
class Arrow:
    x: ' -> None' = ' -> None'


# A base of the library whose annotations cannot be evaluated, with fields that do not depend on them, and that do.
import _colorize


@dataclass
class Section(_colorize.ThemeSection):
    x: str = 'x'


@dataclass
class Strange(_colorize.ThemeSection):
    x: str = 'x'
    _name_to_value: int = 3


for themed in (_colorize.Argparse, _colorize.Syntax, _colorize.Theme, _colorize.ThemeSection):
    print(themed.__doc__, '__annotations_cache__' in themed.__dict__)
    try:
        print(themed.__init__.__annotations__)
    except (NameError, AttributeError) as e:
        print(repr(e))


for cls in list(globals().values()):
    if isinstance(cls, type) and dataclasses.is_dataclass(cls):
        show(cls)
        try:
            print('   ', inspect.signature(cls, annotation_format=dataclasses.annotationlib.Format.FORWARDREF))
        except (TypeError, ValueError) as e:
            print('   ', repr(e))
print(Forward.__init__.__annotations__, Abstract.__dict__.get('__annotations_cache__', 'none'))

made = dataclasses.make_dataclass('Made', [('a', int), 'b', ('c', str, 'c'), ('d', list, field(default_factory=list))])
show(made)

# What the text depends on, replaced.
real = inspect.formatannotation
inspect.formatannotation = lambda annotation, base_module=None, **others: '<%s>' % (annotation,)


@dataclass
class Replaced:
    x: int


print(Replaced.__doc__)
inspect.formatannotation = real
shown = inspect.Parameter._format
inspect.Parameter._format = lambda self, **others: self.name.upper()


@dataclass
class Formatted:
    x: int


print(Formatted.__doc__)
inspect.Parameter._format = shown
class Str(str):
    def __new__(cls, signature):
        return str.__new__(cls, '%s(%s)' % (type(signature).__name__, list(signature.parameters)))


dataclasses.str = Str


@dataclass
class Shown:
    x: int


print(Shown.__doc__)
del dataclasses.str
calls = []


def trace(frame, event, argument):
    calls.append(frame.f_code.co_name)


sys.settrace(trace)


@dataclass
class Traced:
    x: int


sys.settrace(None)
print(Traced.__doc__, 'signature' in calls, 'formatannotation' in calls)


@dataclass
class Last:
    x: int = 3


print(Last.__doc__, inspect.signature(Last), type(inspect.signature(Last)))
