# modes: stress
# must-compile: attempt, P.norm, Post.__post_init__
from dataclasses import KW_ONLY, FrozenInstanceError, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


@dataclass
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)

    def norm(self):
        return self.x ** 2 + self.y ** 2


p = P(1, 2)
print(p, p == P(1, 2), p != P(1), p.norm(), attempt(P), attempt(P, 1, 2, [], 4), attempt(lambda: p < p), attempt(hash, p), P(1).tags is P(1).tags, asdict(p), astuple(p), replace(p, x=9), is_dataclass(P), [f.name for f in fields(P)], P.__match_args__)


@dataclass(order=True, frozen=True)
class F:
    a: int
    b: str = field(default="z", compare=False)
    c: int = field(default=1, repr=False)


f = F(1)
print(f, F(1) < F(2), sorted([F(3), F(1)]), hash(f) == hash(F(1, "q")), f == F(1, "other"), attempt(setattr, f, "a", 5), attempt(delattr, f, "a"), {f: 1}[F(1)])


@dataclass
class Base:
    x: int
    y: int = 5


@dataclass
class Child(Base):
    z: int = 7
    x: int = 1


print(Child(), Child(z=2), attempt(lambda: dataclass(type("Bad", (Base,), {"__annotations__": {"w": int}}))))


@dataclass
class Post:
    a: int
    b: InitVar[int]
    c: int = field(init=False)
    _: KW_ONLY
    d: int = 4

    def __post_init__(self, b):
        self.c = self.a + b


print(Post(1, 2), Post(1, 2, d=9).c, attempt(Post, 1, 2, 3), attempt(lambda: dataclass(type("M", (), {"__annotations__": {"m": list}, "m": []}))))


@dataclass(slots=True)
class S:
    a: int
    b: int = 2


print(S(1), S.__slots__, attempt(setattr, S(1), "q", 1), hasattr(S(1), "__dict__"))


@dataclass(kw_only=True, eq=False, repr=False)
class K:
    a: int


print(attempt(K, 1), K(a=1).a, K(a=1) == K(a=1))
M = make_dataclass("M", [("x", int), ("y", int, 3), "z"] if False else [("x", int), ("y", int, 3)], namespace={"sum": lambda self: self.x + self.y})
print(M(1), M(1).sum(), M.__name__)


@dataclass
class Node:
    v: int
    children: list["Node"] = field(default_factory=list)
    extra: dict = field(default_factory=dict, repr=False, metadata={"k": 1})


n = Node(1, [Node(2), Node(3, [Node(4)])], {"a": Node(5)})
print(n, asdict(n), fields(Node)[2].metadata["k"], fields(Node)[0].type, Node(1) == Node(1), astuple(n)[1])
r = Node(1)
r.children.append(r)
print(r)
match p:
    case P(x, y=2):
        print("matched", x)


@dataclass
class G[T]:
    item: T


print(G(5), G[int]("s"), attempt(asdict, 5), attempt(fields, 5), attempt(replace, Post(1, 2), a=3), [P(i).norm() for i in range(300)][-1])
