# modes: stress
# must-compile: mix
class V:
    def __init__(self, name):
        self.name = name


def binary(symbol):
    def method(self, other):
        return f"({self.name} {symbol} {other.name if isinstance(other, V) else other})"

    def reflected(self, other):
        return f"({other} r{symbol} {self.name})"

    def inplace(self, other):
        return f"({self.name} {symbol}= {other.name if isinstance(other, V) else other})"
    return method, reflected, inplace


NAMES = {"add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**", "lshift": "<<",
         "rshift": ">>", "and": "&", "or": "|", "xor": "^", "matmul": "@"}
for name, symbol in NAMES.items():
    method, reflected, inplace = binary(symbol)
    setattr(V, f"__{name}__", method)
    setattr(V, f"__r{name}__", reflected)
    setattr(V, f"__i{name}__", inplace)
a, b = V("a"), V("b")
for symbol in NAMES.values():
    scope = {"a": a, "b": b}
    print(eval(f"a {symbol} b", scope), eval(f"a {symbol} 1", scope), eval(f"1 {symbol} a", scope), end=" ")
    exec(f"a {symbol}= 2", scope)
    print(scope["a"])


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


class Plain:
    pass


p = Plain()
for symbol in list(NAMES.values()) + ["<", "<=", ">", ">="]:
    print(attempt(lambda: eval(f"p {symbol} 1")), "|", attempt(lambda: eval(f"[] {symbol} p")))
for expression in ("-p", "+p", "~p", "p[0]", "p()", "len(p)", "p in p", "1 in 5", "abs(p)", "int(p)", "divmod(p, 1)", "p ** 1", "pow(p, 1, 2)",
                   "iter(p)", "next(p)", "reversed(p)", "hash([])", "p.x", "[1][p]", "'a' + 1", "1 + 'a'", "'a' * 'b'", "[] + ()", "{} | []",
                   "None + 1", "'%d' % 'x'", "3 @ 4", "round(p)", "bool(p)", "float(p)", "complex(p)"):
    print(expression, "->", attempt(lambda: eval(expression)))


class NI:
    def __add__(self, o):
        return NotImplemented

    def __eq__(self, o):
        return NotImplemented

    def __lt__(self, o):
        return NotImplemented


class Sub(NI):
    def __radd__(self, o):
        return "sub radd"

    def __gt__(self, o):
        return "sub gt"


print(attempt(lambda: NI() + NI()), NI() + Sub(), NI() == NI(), NI() < Sub(), attempt(lambda: NI() < NI()))


class Priority(int):
    def __radd__(self, o):
        return "reflected first"

    def __add__(self, o):
        return "own"


print(1 + Priority(2), Priority(2) + 1, 1.5 + Priority(2), Priority(1) * 3)


class Cmp:
    def __init__(self, v):
        self.v = v

    def __eq__(self, o):
        return "eq" if self.v == o.v else ""

    def __lt__(self, o):
        return ["lt"] if self.v < o.v else []


print(Cmp(1) == Cmp(1), Cmp(1) != Cmp(1), Cmp(1) != Cmp(2), Cmp(1) < Cmp(2), Cmp(1) > Cmp(2), Cmp.__hash__)
print(attempt(hash, Cmp(1)), sorted([Cmp(3), Cmp(1), Cmp(2)], key=lambda c: c.v)[0].v, min(Cmp(2), Cmp(1)).v)


class Chain:
    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        print("lt", self.v, o.v)
        return self.v < o.v


print(Chain(1) < Chain(2) < Chain(3), Chain(3) < Chain(1) < Chain(5))


class Num:
    def __init__(self, n):
        self.n = n

    def __add__(self, o):
        return Num(self.n + (o.n if isinstance(o, Num) else o))
    __radd__ = __add__

    def __iadd__(self, o):
        self.n += o
        return self


def mix(k):
    total = Num(0)
    for i in range(k):
        total = total + i
        total = 1 + total
        total += 2
    return total.n


for _ in range(20):
    mix(100)
print(mix(1000), sum([Num(1), Num(2)]).n)


class Index:
    def __index__(self):
        return 2


print([1, 2, 3][Index()], "abc"[Index()], range(10)[Index()], list(range(5))[Index():], hex(Index()), [0] * Index(), bytes(Index()))
