# must-compile: a, b, chain, clean
import io
import traceback


def clean(text):
    return text.replace(__file__, "FILE")


def a(x):
    return b(x, 1)


def b(x, y):
    z = x + y
    return z / 0


try:
    a(1)
except ZeroDivisionError as e:
    print(clean(traceback.format_exc()))
    print(traceback.format_exception_only(e), clean("".join(traceback.format_tb(e.__traceback__, 1))))
    print([(f.name, f.lineno, f.line) for f in traceback.extract_tb(e.__traceback__)])
    te = traceback.TracebackException.from_exception(e, capture_locals=True)
    print([f.locals for f in te.stack][1:], te.exc_type_str, str(te), len(te.stack))
    out = io.StringIO()
    traceback.print_exception(e, file=out, limit=-1)
    print(clean(out.getvalue()))
print(traceback.format_exception_only(KeyError("k")), traceback.format_exception_only(ValueError, ValueError("a\nb")), traceback.format_exception_only(SyntaxError("m", ("f", 1, 3, "a b\n", 1, 4))), traceback.format_exception(None), traceback.format_exc())
n = ValueError("with notes")
n.add_note("note 1")
n.add_note("two\nlines")
print("".join(traceback.format_exception(n)))


def chain():
    try:
        try:
            1 / 0
        except ZeroDivisionError as e:
            raise KeyError("second") from e
    except KeyError:
        raise ValueError("third")


try:
    chain()
except ValueError:
    print(clean(traceback.format_exc()))
    print(clean(traceback.format_exc(chain=False)))


def group():
    errors = []
    for f in (lambda: int("x"), lambda: {}["k"]):
        try:
            f()
        except Exception as e:
            errors.append(e)
    raise ExceptionGroup("grouped", errors + [ExceptionGroup("inner", [TypeError("t")])])


try:
    group()
except ExceptionGroup as e:
    print(clean(traceback.format_exc()))


def rec(n):
    if n:
        rec(n - 1)
    else:
        raise RuntimeError("bottom")


try:
    rec(10)
except RuntimeError:
    print(clean(traceback.format_exc()))
print(clean("".join(traceback.format_list([("FILE", 1, "f", "code")]))), [f.name for f in traceback.extract_stack()], traceback.format_stack()[0].startswith("  File"))
try:
    compile("x = (1,\ny = 2", "src.py", "exec")
except SyntaxError as e:
    print("".join(traceback.format_exception_only(e)))
for bad in ("abc.lowr", "undefined_nam", "import mth", "from errno import EINT", "[].appendd"):
    try:
        undefined_name = 1
        abc = "s"
        exec(bad)
    except Exception as e:
        print("".join(traceback.format_exception_only(e)).strip().partition(" (/")[0])
import sys
sys.excepthook, old = lambda t, v, tb: print("hook", t.__name__, v), sys.excepthook
sys.excepthook(ValueError, ValueError("direct"), None)
sys.excepthook = old


class Weird(Exception):
    def __str__(self):
        raise RuntimeError("no str")


print(traceback.format_exception_only(Weird()), traceback.walk_tb(None).__class__.__name__)
