# modes: stress
# must-compile: Account.balance, Account.deposit, Account.from_text, Account.valid
import functools


class Vec:
    __match_args__ = ("x", "y")
    __slots__ = ("x", "y")

    def __init__(self, x=0, y=0):
        self.x, self.y = x, y

    def __iter__(self):
        yield self.x
        yield self.y

    def __repr__(self):
        return f"Vec({self.x}, {self.y})"

    def __eq__(self, o):
        return isinstance(o, Vec) and tuple(self) == tuple(o)

    def __hash__(self):
        return hash(tuple(self))

    def __add__(self, o):
        return Vec(self.x + o.x, self.y + o.y)

    def __mul__(self, k):
        return Vec(self.x * k, self.y * k) if isinstance(k, (int, float)) else self.x * k.x + self.y * k.y

    __rmul__ = __mul__

    def __neg__(self):
        return self * -1

    def __abs__(self):
        return (self * self) ** 0.5

    def __bool__(self):
        return bool(self.x or self.y)

    def __getitem__(self, i):
        return (self.x, self.y)[i]

    def __len__(self):
        return 2

    def __contains__(self, v):
        return v in tuple(self)

    def __format__(self, spec):
        return f"<{self.x:{spec}}|{self.y:{spec}}>"

    def __matmul__(self, o):
        return ("matmul", self, o)

    def __complex__(self):
        return complex(self.x, self.y)

    def __round__(self, n=0):
        return Vec(round(self.x, n), round(self.y, n))

    def __reversed__(self):
        return iter((self.y, self.x))

    def __call__(self, **kw):
        return Vec(kw.get("x", self.x), kw.get("y", self.y))


a, b = Vec(1, 2), Vec(3, 4)
x, y = a
print(a + b, a * 3, 3 * a, a * b, -a, abs(b), bool(Vec()), a[0], a[-1], len(a), 2 in a, f"{a:.1f}", a @ b, complex(a), round(Vec(1.234, 5.678), 1), list(reversed(a)), a(x=9), {a: 1}[Vec(1, 2)], a == Vec(1, 2), a != b, x, y, [*a], max(a, b, key=abs), sum([a, b], Vec()))


class Account:
    interest = 0.02
    _count = 0

    def __new__(cls, *args):
        cls._count += 1
        return super().__new__(cls)

    def __init__(self, owner, balance=0):
        self.owner, self.__balance = owner, balance

    @property
    def balance(self):
        return self.__balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("deposit must be positive")
        self.__balance += amount
        return self

    @classmethod
    def from_text(cls, text):
        name, amount = text.split(":")
        return cls(name, int(amount))

    @staticmethod
    def valid(name):
        return name.isalpha()

    @functools.cached_property
    def code(self):
        return self.owner[:2].upper() + str(len(self.owner))

    def __enter__(self):
        self.before = self.__balance
        return self

    def __exit__(self, kind, *rest):
        if kind:
            self.__balance = self.before
        return kind is ValueError


class Savings(Account):
    interest = 0.05

    def deposit(self, amount):
        return super().deposit(amount + int(amount * self.interest))


s = Savings.from_text("Ann:100")
with s:
    s.deposit(100).deposit(100)
    s.deposit(-1)
print(s.balance, s.code, Account._count, Savings._count, Savings.valid("x1"), type(s).__name__, s._Account__balance, [c.__name__ for c in Savings.__mro__])
try:
    s.balance = 5
except AttributeError as e:
    print(e)


class Mixin:
    def describe(self):
        return f"{self.kind()} via {type(self).__name__}"


class A(Mixin):
    def kind(self):
        return "a"


class B(A):
    def kind(self):
        return "b" + super().kind()


class Left(A):
    def kind(self):
        return "left>" + super().kind()


class Right(A):
    def kind(self):
        return "right>" + super().kind()


class Both(Left, Right):
    def kind(self):
        return "both>" + super().kind()


print(B().describe(), Both().describe(), [k.__name__ for k in Both.__mro__])
for _ in range(300):
    Both().describe()
    a + b
    s.deposit(1)
print(s.balance, Both().kind())
