# must-compile: attempt, generator_recursion, Deep.__init__, Deep.__repr__
import sys


def attempt(f, *a, **k):
    try:
        r = f(*a, **k)
        return "ok" if r is None or not isinstance(r, (int, str)) else r
    except BaseException as e:
        return f"{type(e).__name__}: {str(e)[:60]}"


print(attempt(compile, "(" * 150 + ")" * 150, "", "eval"), attempt(compile, "(" * 250, "", "eval"), attempt(compile, "[" * 190 + "]" * 190, "", "eval"))
print(attempt(eval, "-" * 300 + "1"), attempt(eval, "not " * 301 + "x", {"x": 1}) if False else "", attempt(eval, "+".join(["1"] * 2000)), attempt(eval, "1" + "0" * 5000) if False else "")
print(attempt(compile, "x" + ".y" * 300, "", "eval"), attempt(eval, "lambda: " * 50 + "1"), attempt(compile, "\n".join(" " * i + "if x:" for i in range(99)) + "\n" + " " * 99 + "pass", "", "exec"))
print(attempt(compile, "\n".join(" " * i + "if x:" for i in range(101)) + "\n" + " " * 101 + "pass", "", "exec"))
print(attempt(compile, "".join("  " * i + "for x in y:\n" for i in range(25)) + "  " * 25 + "pass", "", "exec"))
print(attempt(compile, "f(" + ", ".join(f"a{i}" for i in range(300)) + ")", "", "exec"), attempt(compile, "def f(" + ", ".join(f"a{i}" for i in range(300)) + "): pass", "", "exec"), attempt(compile, "x = [" + "1, " * 5000 + "]", "", "exec"))
print(attempt(int, "9" * 5000), attempt(lambda: "x" * (2 ** 62)), attempt(lambda: [0] * (2 ** 62)), attempt(lambda: (1,) * (2 ** 61)), attempt(bytes, 2 ** 62), attempt(bytearray, 2 ** 62), attempt(lambda: 1 << (2 ** 62)) if False else "", attempt(range, 10 ** 30), attempt(lambda: "%999999999999d" % 5), attempt(lambda: f"{5:999999999999}"), attempt(lambda: "a".zfill(2 ** 62)), attempt(lambda: "a".center(2 ** 62)), attempt(lambda: [].__mul__(2 ** 63)), attempt(lambda: "ab" * 2 ** 63), attempt(lambda: b"ab" * 2 ** 62))
data = []
for _ in range(100000):
    data = [data]
print(attempt(repr, data)[:14], attempt(lambda: data == data), attempt(lambda: str({"k": data}))[:14])
del data
t = ()
for _ in range(100000):
    t = (t,)
print(attempt(hash, t)[:14] if False else "hash skipped", attempt(repr, t)[:14])


class Deep:
    def __init__(self, inner):
        self.inner = inner

    def __repr__(self):
        return f"Deep({self.inner!r})"

    def __eq__(self, o):
        return self.inner == o.inner


a = b = None
for _ in range(5000):
    a, b = Deep(a), Deep(b)
print(attempt(repr, a)[:14], attempt(lambda: a == b)[:14] if isinstance(attempt(lambda: a == b), str) else "", 1 + 1)
print(attempt(sorted, [1, "a"]), attempt(sum, "ab"), attempt(max, [1, None]), attempt(lambda: {}.fromkeys(5)), attempt(lambda: [1, 2, 3].index(4)), attempt("".join, [1]), attempt(open, "\0"), attempt(open, ""), attempt(open, "x" * 5000), attempt(chr, 2 ** 40), attempt(lambda: "a".encode("no-such-codec")), attempt(b"\xff".decode), attempt("\ud800".encode), attempt(lambda: exec("x = 1\n\x00")), attempt(eval, "\ud800"), attempt(compile, b"# -*- coding: nope -*-\n", "", "exec"), attempt(compile, b"\xff\xfe", "", "exec"), attempt(compile, b"x = '\xff'", "", "exec"), attempt(__import__, ""), attempt(__import__, "a\0b"), attempt(__import__, 5), attempt(sys.setrecursionlimit, -1), attempt(sys.setrecursionlimit, "x"), attempt(sys.getsizeof))


def generator_recursion():
    yield from generator_recursion()


print(attempt(lambda: next(generator_recursion()))[:14], attempt(lambda: list(map(lambda f: f(f), [lambda f: f(f)])))[:14], attempt(lambda: (lambda f: f(f))(lambda f: f(f)))[:14])
print("still alive")
