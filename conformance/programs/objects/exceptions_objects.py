# must-compile: attempt, context_cycle, raiser, Custom.__init__
def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except BaseException as e:
        return f"{type(e).__name__}: {e}"


import builtins
kinds = [(n, v) for n, v in sorted(vars(builtins).items()) if isinstance(v, type) and issubclass(v, BaseException)]
for name, kind in kinds:
    print(name, [b.__name__ for b in kind.__mro__[1:-1]], kind.__name__ == name)
for name, kind in kinds:
    for args in ((), ("m",), (1, "two")):
        r = attempt(kind, *args)
        print(name, args, repr(r) if isinstance(r, BaseException) else r, "|", attempt(str, r), getattr(r, "args", None))
e = OSError(2, "No such", "f.txt")
print(repr(e), str(e), e.errno, e.strerror, e.filename, e.filename2, e.args, type(e), OSError(2, "x", "a", None, "b"), str(OSError(1, "p", "a", None, "b")), OSError("one").errno, type(OSError(13, "x")), type(OSError(17, "x")), type(OSError(9999, "x")), OSError(2), OSError(2, "a", "b", "c").args)
print(type(ConnectionError(104, "x")), BlockingIOError(11, "x", 5).characters_written, attempt(lambda: BlockingIOError(1, "x").characters_written))
u = UnicodeDecodeError("utf-8", b"abc\xff", 3, 4, "invalid start")
print(u, repr(u), u.encoding, u.object, u.start, u.end, u.reason, UnicodeEncodeError("ascii", "é", 0, 1, "bad"), UnicodeEncodeError("ascii", "aéé", 1, 3, "bad"), UnicodeTranslateError("é", 0, 1, "why"), attempt(UnicodeDecodeError, 1, 2), UnicodeDecodeError("x", b"abcd", 1, 3, "r"))
s = SyntaxError("msg", ("file", 1, 2, "text", 1, 5))
print(s, repr(s), s.msg, s.filename, s.lineno, s.offset, s.text, s.end_lineno, s.end_offset, SyntaxError("a").lineno, attempt(SyntaxError, "a", (1, 2)), str(SyntaxError("m", ("f", 3, 1, None))))
print(SystemExit(3).code, SystemExit().code, SystemExit(1, 2).code, StopIteration(5).value, StopIteration().value, StopIteration(1, 2).value, KeyError("k"), str(KeyError("k")), str(KeyError(1, 2)), str(KeyError()), ImportError("m", name="n", path="p").name, attempt(ImportError, "m", foo=1), AttributeError("m", name="n", obj=5).obj, NameError("m", name="q").name, ModuleNotFoundError("x", name="y").name)


class Custom(Exception):
    def __init__(self, a, b):
        self.a = a
        self.b = b


class WithStr(Exception):
    def __str__(self):
        return "custom str"


class Kw(ValueError):
    def __init__(self, *, code):
        super().__init__(f"code {code}")
        self.code = code


c = Custom(1, 2)
print(repr(c), str(c), c.args, c.a, repr(WithStr("x")), str(WithStr("x")), Kw(code=5), repr(Kw(code=5)), attempt(Custom, 1))
e = ValueError(1)
e.args = (2, 3)
print(e, e.args, attempt(setattr, e, "args", 5), e.__dict__, e.__cause__, e.__context__, e.__suppress_context__, e.__traceback__, attempt(ValueError, x=1))
e.x = 5
print(e.x, e.__dict__, e == ValueError(2, 3), hash(e) == hash(e), e.__reduce__(), Kw(code=1).__reduce__()[2])
import pickle
import copy
print(repr(pickle.loads(pickle.dumps(ValueError("a", 1)))), repr(copy.copy(KeyError("z"))), repr(pickle.loads(pickle.dumps(OSError(2, "m", "f")))), attempt(lambda: pickle.loads(pickle.dumps(c))))


def raiser():
    raise ValueError("deep")


try:
    raiser()
except ValueError as e:
    tb = e.__traceback__
    print(tb.tb_lineno, tb.tb_next.tb_frame.f_code.co_name, tb.tb_next.tb_next, type(tb), tb.tb_lasti >= 0, attempt(setattr, tb, "tb_next", tb), attempt(type(tb), 1))
    n = e.with_traceback(None)
    print(n is e, e.__traceback__)
print(issubclass(TimeoutError, OSError), IOError is OSError, EnvironmentError is OSError, issubclass(UnicodeError, ValueError), issubclass(ExceptionGroup, Exception), BaseException.__subclasses__()[0].__name__ if False else "", Exception.__doc__, ValueError.__module__)
try:
    try:
        raise KeyError("a")
    finally:
        raise ValueError("b")
except ValueError as e:
    print(repr(e.__context__))


def context_cycle():
    a = ValueError("a")
    try:
        try:
            raise a
        except ValueError:
            raise KeyError from a
    except KeyError as k:
        try:
            raise a
        except ValueError as b:
            return repr(b.__context__), repr(k.__cause__), k.__context__ is a


print(context_cycle())
