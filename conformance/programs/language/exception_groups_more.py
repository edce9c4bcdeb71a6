# modes: stress
# must-compile: MyGroup.derive, tree, handle, fail
"""except*: splitting, nesting, what is raised inside, notes, subclasses, derive, and what is refused."""
import traceback


class MyGroup(ExceptionGroup):
    def __new__(cls, message, excs, code=0):
        self = super().__new__(cls, message, excs)
        self.code = code
        return self

    def derive(self, excs):
        return MyGroup(self.message, excs, self.code)


def tree(e, depth=0):
    if isinstance(e, BaseExceptionGroup):
        return f"{type(e).__name__}({e.message}: " + ", ".join(tree(x) for x in e.exceptions) + ")"
    return repr(e)


def handle(error):
    steps = []
    try:
        try:
            raise error
        except* ValueError as g:
            steps.append(("value", tree(g)))
        except* (TypeError, KeyError) as g:
            steps.append(("type or key", tree(g)))
            raise RuntimeError("replaced")
        except* OSError as g:
            steps.append(("os", tree(g)))
            raise
        else:
            steps.append("else")
        finally:
            steps.append("finally")
    except BaseException as e:
        steps.append(("left", tree(e), tree(e.__context__) if e.__context__ else None))
    return steps


inner = ExceptionGroup("inner", [ValueError(1), TypeError(2), ExceptionGroup("deep", [OSError(3), ValueError(4)])])
for error in (ExceptionGroup("all values", [ValueError(1), ValueError(2)]), ValueError("naked"), inner, ExceptionGroup("o", [OSError(1)]),
              ExceptionGroup("k", [KeyError("k"), ZeroDivisionError()]), BaseExceptionGroup("b", [KeyboardInterrupt(), ValueError(5)]), MyGroup("m", [ValueError(1), EOFError(2)], 7)):
    print(handle(error))
m = MyGroup("coded", [ValueError(1), MyGroup("sub", [KeyError(2)], 2)], 1)
m.add_note("a note")
a, b = m.split(KeyError)
print(tree(a), a.code, a.exceptions[0].code, tree(b), b.code, a.__notes__, m.subgroup(OSError), tree(m.subgroup(lambda e: not isinstance(e, BaseExceptionGroup))))
for bad in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [1]), lambda: ExceptionGroup("x", [KeyboardInterrupt()]), lambda: ExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup("x"), lambda: m.split(5), lambda: ExceptionGroup("x", ValueError())):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
for source in ("try: pass\nexcept* ValueError: break", "while 1:\n try: pass\n except* ValueError: continue", "def f():\n try: pass\n except* ValueError: return 1",
               "try: pass\nexcept*: pass", "try: pass\nexcept* A: pass\nexcept B: pass"):
    try:
        compile(source, "<e>", "exec")
    except SyntaxError as e:
        print(e.msg, e.lineno)
try:
    try:
        raise ValueError(1)
    except* ExceptionGroup:
        pass
except TypeError as e:
    print(e)


def fail(n):
    raise ZeroDivisionError(n)


errors = []
for n in range(2):
    try:
        fail(n)
    except ZeroDivisionError as e:
        e.add_note(f"note {n}")
        errors.append(e)
try:
    raise ExceptionGroup("gathered", errors) from KeyError("cause")
except ExceptionGroup as e:
    print(traceback.format_exc().replace(__file__, "FILE"))
    print([x.__traceback__.tb_next.tb_frame.f_code.co_name for x in e.exceptions], e, repr(e))
