# must-compile: show, Point.method, Point.name_error, operators
"""Tracebacks as text: carets under calls, operators, subscripts, attributes; chains, notes, repeated frames, suggestions."""
import traceback


def show(f, *args):
    try:
        f(*args)
    except BaseException:
        print(traceback.format_exc().replace(__file__, "FILE"), end="")


class Point:
    def __init__(self):
        self.width = 1
        self._hidden = 2

    def method(self):
        return self.widht

    def name_error(self):
        return width


def operators(a, b):
    return (a.x + b) * (a
                        // b)


def subscripts():
    data = {"key": [1, 2, {"inner": None}]}
    return data["key"][2]["inner"]["deep"] + data["key"][0]


def calls():
    return max(1, *[2, 3], key=lambda v: int(
        "x",
        base=v))


def chain():
    try:
        {}["missing"]
    except KeyError as e:
        try:
            int("x")
        except ValueError:
            raise RuntimeError("both") from e


def context():
    try:
        1 / 0
    finally:
        [].pop()


def suppressed():
    try:
        1 / 0
    except ZeroDivisionError:
        raise LookupError("clean") from None


def recursive(n):
    if n == 0:
        raise ValueError("bottom")
    recursive(n - 1)


def noted():
    e = TypeError("with notes")
    e.add_note("first")
    e.add_note("second\nline")
    raise e


def comprehension():
    return [1 / (x - 2) for x in range(5)]


def generator():
    yield 1
    raise OSError(2, "No such file", "name")


def in_generator():
    return list(generator())


def unpack():
    a, (b, c) = 1, (2, 3, 4)


def long_line():
    return {"a": 1, "b": 2, "c": 3}["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"] if len("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx") else None


def asserted(x):
    assert x > 5 and x < 10, f"x is {x}"


def misspelt():
    lenght = 5
    return lenth + lenght


def attribute():
    return "".uper + 1


def wide():
    é = {"ключ": 1}
    return é["ключ"] + é["日本"] + 1


class Unprintable(Exception):
    def __str__(self):
        raise ValueError("no")


class Multi(Exception):
    def __str__(self):
        return "line one\nline two"


def raises(e):
    raise e


for f in (operators, subscripts, calls, chain, context, suppressed, noted, comprehension, in_generator, unpack, long_line, misspelt, attribute, wide, Point().method, Point().name_error):
    print("==", f.__name__)
    show(f, *((1, 2) if f is operators else ()))
show(recursive, 8)
show(asserted, 3)
for e in (Unprintable(), Multi(), Exception(), KeyError("k"), SystemExit(3), StopIteration(5), SyntaxError("msg", ("f.py", 3, 5, "  a b c", 3, 6)), UnicodeDecodeError("utf-8", b"abc\xff", 3, 4, "bad"), ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [TypeError("t")])])):
    show(raises, e)
try:
    chain()
except RuntimeError as e:
    t = traceback.TracebackException.from_exception(e, limit=-1, capture_locals=True)
    print("".join(t.format()).replace(__file__, "FILE"))
    print([(s.name, s.line) for s in t.stack], traceback.format_exception_only(e), t.exc_type_str, t.__cause__.exc_type_str)
    print([x.name for x in traceback.extract_tb(e.__traceback__)], [f.f_code.co_name for f, _ in traceback.walk_tb(e.__traceback__)])
