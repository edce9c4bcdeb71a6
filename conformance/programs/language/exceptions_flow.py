# modes: stress
# must-compile: order, loop, chained, context
def order(which):
    log = []
    try:
        try:
            log.append("body")
            if which == 1:
                raise KeyError("k")
            if which == 2:
                raise ValueError("v")
            if which == 3:
                return log + ["returned"]
        except KeyError as e:
            log.append(f"caught {e!r}")
        else:
            log.append("else")
        finally:
            log.append("finally")
    except ValueError as e:
        log.append(f"outer {e}")
    return log


for w in range(4):
    print(order(w))


def loop():
    out = []
    for i in range(6):
        try:
            if i == 1:
                continue
            if i == 4:
                break
            out.append(i)
        finally:
            out.append(-i)
    else:
        out.append("else")
    return out


print(loop())


def chained():
    try:
        try:
            1 / 0
        except ZeroDivisionError as e:
            raise ValueError("second") from e
    except ValueError as e:
        return type(e.__cause__).__name__, e.__cause__ is e.__context__, e.__suppress_context__


def context():
    try:
        try:
            {}["x"]
        except KeyError:
            [][1]
    except IndexError as e:
        return repr(e.__context__), e.__cause__, e.__suppress_context__


def from_none():
    try:
        try:
            {}["x"]
        except KeyError:
            raise RuntimeError from None
    except RuntimeError as e:
        return repr(e), repr(e.__context__), e.__suppress_context__


print(chained(), context(), from_none())


def name_is_deleted():
    try:
        raise ValueError
    except ValueError as e:
        pass
    try:
        return e
    except UnboundLocalError as x:
        return str(x)


print(name_is_deleted())


def reraise():
    try:
        try:
            raise OSError(2, "gone", "file")
        except OSError:
            raise
    except FileNotFoundError as e:
        return e, e.errno, e.strerror, e.filename


print(reraise())
try:
    raise
except RuntimeError as e:
    print(e)


def attempt(f):
    try:
        return f()
    except BaseException as e:
        return f"{type(e).__name__}: {e}"


def raise_(x):
    raise x


def raise_from(x, y):
    raise x from y


class Strange(Exception):
    def __new__(cls):
        return 5


print(attempt(lambda: raise_(5)), attempt(lambda: raise_(int)), attempt(lambda: raise_(Strange)))
print(attempt(lambda: raise_from(ValueError, 5)), attempt(lambda: raise_from(ValueError(1), KeyError)))


def bad_except():
    try:
        raise ValueError
    except 5:
        pass


def bad_except_tuple():
    try:
        raise ValueError
    except (KeyError, "x"):
        pass


print(attempt(bad_except), attempt(bad_except_tuple))


def tuples(e):
    try:
        raise e
    except (KeyError, (IndexError)) as x:
        return "lookup", x.args
    except ArithmeticError:
        return "arithmetic"
    except BaseException:
        return "base"


print(tuples(KeyError(1, 2)), tuples(IndexError), tuples(OverflowError), tuples(KeyboardInterrupt))


def nested_finally():
    log = []

    def f():
        try:
            try:
                return log.append("value") or "result"
            finally:
                log.append("inner")
        finally:
            log.append("outer")
    return f(), log


print(nested_finally())


def handled():
    import sys
    seen = [sys.exception()]
    try:
        raise ValueError(1)
    except ValueError:
        seen.append(repr(sys.exception()))
        try:
            raise KeyError(2)
        except KeyError:
            seen.append(repr(sys.exception()))
        seen.append(repr(sys.exception()))
    seen.append(sys.exception())
    return seen


print(handled())
e = ValueError("noted")
e.add_note("one")
e.add_note("two")
print(e.__notes__, attempt(lambda: e.add_note(5)))
print(e.with_traceback(None) is e, attempt(lambda: setattr(e, "__traceback__", 5)), attempt(lambda: setattr(e, "__cause__", 5)))
while True:
    try:
        break
    finally:
        print("left the loop")
