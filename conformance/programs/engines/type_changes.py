# modes: stress
# must-compile: add, compare, index, call, attr, concat
def add(a, b):
    return a + b


def compare(a, b):
    return a < b, a == b, a is b


def index(c, i):
    return c[i]


def call(f, x):
    return f(x)


def attr(o):
    return o.v


def concat(parts):
    s = parts[0]
    for p in parts[1:]:
        s = s + p
    return s


class P:
    def __init__(self, v):
        self.v = v

    def __add__(self, o):
        return "P+"

    def __radd__(self, o):
        return "+P"

    def __lt__(self, o):
        return "P<"

    def __gt__(self, o):
        return "P>"

    def __getitem__(self, i):
        return ("P", i)

    def __call__(self, x):
        return ("called", x)


class Q:
    __slots__ = ("v",)

    def __init__(self, v):
        self.v = v


class R:
    v = "class attribute"


class S:
    @property
    def v(self):
        return "property"


class T:
    def __getattr__(self, n):
        return "getattr " + n


for _ in range(2000):
    add(1, 2)
    compare(1, 2)
    index([1, 2], 0)
    call(abs, -1)
    attr(P(1))
    concat(["a", "b"])


def attempt(f, *a):
    try:
        return f(*a)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


values = [1, True, 2.5, 2 ** 70, 1j, "s", b"b", [1], (1,), None, P(0)]
for a in values:
    print([attempt(add, a, b) for b in values])
for a in values[:-1]:
    print([attempt(compare, a, b) for b in values[:-1]])
for c in ([1, 2], (1, 2), "ab", b"ab", range(5), {0: "zero", 1: "one", "k": "v"}, P(1), 5, bytearray(b"x")):
    print([attempt(index, c, i) for i in (0, -1, 1, 5, True, "k", 1.0, slice(1), None)])
for f in (abs, len, str, lambda x: x, P(1), P, int, [].append, "x".join, type, None, 5, print, dict.get):
    r = attempt(call, f, -1)
    print(type(r).__name__ if isinstance(r, P) else r)
for o in (P(1), P("s"), Q(2), R(), S(), T(), P, 5, None, R, Q):
    r = attempt(attr, o)
    print(r if not hasattr(r, "__get__") else type(r).__name__)
p = P(1)
p.extra = 5
del p.v
print(attempt(attr, p))
p.v = 2
print(attempt(attr, p), attempt(attr, Q.__new__(Q)))
print(concat(["x", "y", "z"]), concat([1, 2, 3]), concat([[1], [2]]), concat([1, 2.5, 2 ** 64]), attempt(concat, ["a", 1]), concat([(1,), (2,)]))
for i in range(500):
    add(values[i % 4], values[(i + 1) % 4])
print(add(1, 1), add("a", "b"), add([1], [2]))
