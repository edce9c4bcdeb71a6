# modes: stress
# must-compile: attempt, side, both, complicated
class Truth:
    def __init__(self, name, value):
        self.name = name
        self.value = value

    def __bool__(self):
        print("?" + self.name, end=" ")
        return self.value

    def __repr__(self):
        return self.name


T, F = Truth("T", True), Truth("F", False)
for expression in ("T and F", "F and T", "T or F", "F or T", "not T", "not F", "T and T or F", "F or F and T", "not (T and F)",
                   "1 if T else 2", "1 if F else 2", "T and (F or T) and 5", "(T or F) and (F and T)", "0 or [] or '' or 'x'", "1 and 2 and 0 and 3"):
    print(expression, "=", end=" ")
    print(eval(expression))
if T and not F:
    print("yes")
if F:
    pass
elif F or T:
    print("elif")
else:
    print("else")
while F:
    pass
assert T, "message"
try:
    assert F, "failed"
except AssertionError as e:
    print("assertion", e)
try:
    assert 1 == 2
except AssertionError as e:
    print(repr(e))


class Len:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


def attempt(f):
    try:
        return f()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


class BadBool:
    def __bool__(self):
        return 5


print(bool(Len(0)), bool(Len(3)), attempt(lambda: bool(Len(-1))), attempt(lambda: bool(Len("x"))), attempt(lambda: bool(BadBool())), attempt(lambda: not BadBool()))
print([bool(x) for x in (0, 0.0, 0j, -0.0, "", b"", [], (), {}, set(), range(0), None, False, 1, "0", [0], float("nan"), object(), ..., NotImplemented is None)])
print(1 < 2 < 3, 1 < 2 > 1, 3 > 2 > 2, 1 == 1.0 == True, 1 < 3 < 2, 1 != 2 != 1, not 1 == 2)


def side(x):
    print("side", x, end=" ")
    return x


print(side(1) < side(2) < side(3), side(3) < side(2) < side(1))
print(1 in [1] == True, (1 in [1]) == True, 1 is 1 is not None, None is None, [] is [], () is ())
nan = float("nan")
print(nan == nan, nan != nan, nan in [nan], [nan] == [nan], nan is nan, (nan,) == (nan,))
print("a" in "abc", "" in "", "bc" not in "abc", b"a" in b"abc", 97 in b"abc", attempt(lambda: 1 in "abc"), attempt(lambda: "a" in b"abc"))
print(True + True, True == 1, True is 1, isinstance(True, int), -True, ~True if False else "-", True & False, True ^ True, True | 0, type(True & 1), type(True & True))
print(1 if 0 else 2 if 0 else 3, (lambda: 1 if True else 2)(), [x if x % 2 else -x for x in range(4)])
x = 5
print(x if x else 0, x and x - 5 or "zero", x or 1 / 0, 0 and 1 / 0)


def both(a, b):
    if a and b:
        return "both"
    if a or b:
        return "one"
    if not (a or b):
        return "none"


print([both(a, b) for a in (0, 1) for b in ([], [1])])


def complicated(a, b, c):
    if (a or b) and not (b and c) or (a and c):
        return 1
    return 0


print([complicated(a, b, c) for a in (0, 1) for b in (0, 1) for c in (0, 1)])


class Contains:
    def __contains__(self, x):
        return "truthy" if x > 1 else ""


print(2 in Contains(), 1 in Contains(), 2 not in Contains())
