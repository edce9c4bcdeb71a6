# modes: stress
# must-compile: attempt, split, naked, none_raised
import traceback


def attempt(f):
    try:
        return f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"


def split(errors):
    log = []
    try:
        try:
            raise ExceptionGroup("many", errors)
        except* ValueError as g:
            log.append(("value", g.exceptions))
        except* (KeyError, IndexError) as g:
            log.append(("lookup", g.exceptions))
        else:
            log.append("else")
        finally:
            log.append("finally")
    except ExceptionGroup as rest:
        log.append(("rest", repr(rest)))
    return log


print(split([ValueError(1), KeyError(2), ValueError(3)]))
print(split([ValueError(1), TypeError(2)]))
print(split([ExceptionGroup("inner", [ValueError(1), OSError(5)]), IndexError(3)]))


def naked():
    try:
        raise ValueError("plain")
    except* ValueError as g:
        return_value = repr(g)
    return return_value


print(naked())


def none_raised():
    log = []
    try:
        log.append("body")
    except* ValueError:
        log.append("never")
    else:
        log.append("else")
    return log


print(none_raised())


def raising_inside():
    try:
        try:
            raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
        except* ValueError:
            raise KeyError("new")
    except ExceptionGroup as g:
        return repr(g), [repr(x.__context__) for x in g.exceptions]


print(raising_inside())


def reraise():
    try:
        try:
            raise ExceptionGroup("g", [ValueError(1), TypeError(2), ValueError(3)])
        except* ValueError:
            raise
    except ExceptionGroup as g:
        return repr(g)


print(reraise())
g = ExceptionGroup("top", [ValueError(1), ExceptionGroup("sub", [TypeError(2), ValueError(3)])])
print(g.message, g.exceptions, str(g))
print(g.subgroup(ValueError), g.subgroup(lambda e: isinstance(e, TypeError)), g.subgroup(OSError))
match, rest = g.split(TypeError)
print(repr(match), repr(rest))
print(repr(g.derive([KeyError()])))
print(attempt(lambda: ExceptionGroup("x", [])), attempt(lambda: ExceptionGroup("x", 5)), attempt(lambda: ExceptionGroup("x", [1])))
print(attempt(lambda: ExceptionGroup("x", [KeyboardInterrupt()])), attempt(lambda: ExceptionGroup(1, [ValueError()])))
print(type(BaseExceptionGroup("x", [ValueError()])).__name__, type(BaseExceptionGroup("x", [SystemExit()])).__name__)


class Mine(ExceptionGroup):
    def derive(self, excs):
        return Mine(self.message + "'", excs)


m = Mine("mine", [ValueError(1), KeyError(2)])
print([repr(p) for p in m.split(KeyError)])


def star_with_group_class():
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ExceptionGroup:
        pass


print(attempt(star_with_group_class))
try:
    try:
        raise OSError("a")
    except OSError as a:
        try:
            raise KeyError("b")
        except KeyError as b:
            raise ExceptionGroup("both", [a, b, ExceptionGroup("deep", [ValueError("c")])])
except ExceptionGroup:
    text = traceback.format_exc()
    print(text.replace(__file__, "FILE"))


def loops():
    out = []
    for i in range(3):
        try:
            if i:
                raise ExceptionGroup("g", [ValueError(i)])
        except* ValueError as e:
            out.append(e.exceptions[0].args[0])
    return out


print(loops())
