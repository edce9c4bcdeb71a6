# modes: stress
# must-compile: looks_up, raises_and_sums, suppressed, nested, chained, finals
"""Handlers of hot loops: what is raised in compiled code is handled there, with the right variables and context."""
import sys
import traceback


def looks_up(n, d):
    hits = 0
    for i in range(n):
        try:
            d[i % 7]
        except KeyError as e:
            hits += 1
        else:
            hits += 2
        finally:
            hits += 10
    return hits


def raises_and_sums(n):
    t = 0.0
    x = 1
    for i in range(n):
        x = i
        try:
            if i % 3 == 0:
                raise ValueError(i)
            x = 1.5
            t += x
            int("q" if i % 5 == 0 else "1")
        except ValueError as e:
            t += x
    return t, x


class Context:
    def __init__(self):
        self.left = 0

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        self.left += 1
        return kind is ValueError


def suppressed(n, context):
    k = 0
    for i in range(n):
        with context as c:
            if i % 4 == 0:
                raise ValueError
            k += i + c.left - c.left
    return k


def nested(n):
    out = []
    for i in range(n):
        try:
            try:
                if i % 2:
                    raise KeyError(i)
                out.append(1 // (i % 5))
            except KeyError as e:
                out.append((repr(sys.exception()), sys.exc_info()[0] is KeyError))
                raise LookupError("again") from e
            finally:
                out.append(i)
        except (LookupError, ZeroDivisionError) as e:
            out.append((repr(e), repr(e.__cause__), repr(e.__context__)))
        assert sys.exception() is None
    return out


def chained(n):
    last = None
    for i in range(n):
        try:
            [][i]
        except IndexError:
            try:
                {}["k"]
            except KeyError as e:
                last = e
    return last


def finals(n):
    done = 0
    for i in range(n):
        try:
            if i % 3 == 1:
                continue
            if i == n - 1:
                return done
        finally:
            done += 1
    return -1


for _ in range(100):
    looks_up(30, {1: 1, 2: 2})
    raises_and_sums(30)
    suppressed(30, Context())
    nested(30)
    chained(30)
    finals(30)
print(looks_up(1000, {1: 1, 2: 2}), looks_up(10, [0] * 7), raises_and_sums(1000))
c = Context()
print(suppressed(1000, c), c.left, finals(100))
print(nested(7))
e = chained(50)
print("".join(traceback.format_exception(e)).replace(__file__, "FILE"))
try:
    looks_up(10, [0])
except IndexError as e:
    print([(f.name, f.lineno) for f in traceback.extract_tb(e.__traceback__)], e.__traceback__.tb_next.tb_frame.f_locals)


def many_kinds(n, values):
    a = 1
    b = 2.0
    seen = []
    for i in range(n):
        try:
            a = i
            b = values[i % len(values)] * 2
            a = b / 2
            b = int(a)
            if b == 3:
                raise StopIteration(a)
        except TypeError:
            seen.append(("type", a, b))
            a = None
        except StopIteration as e:
            seen.append(("stop", a, b, e.value))
        except ZeroDivisionError:
            pass
    return a, b, seen[-2:]


for _ in range(50):
    many_kinds(100, [1, 2, 3.0])
print(many_kinds(100, [1, 2, 3.0]), many_kinds(9, ["s", 3, None]), many_kinds(5, [2 ** 80]))
