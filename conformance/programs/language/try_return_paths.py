# modes: stress
# must-compile: paths
def paths(k):
    log = []
    try:
        log.append("a")
        if k == 0:
            return log
        if k == 1:
            raise ValueError(k)
        if k == 2:
            raise KeyError(k)
        log.append("b")
    except ValueError:
        log.append("v")
        if k == 1:
            return log
    except KeyError as e:
        log.append(e.args)
    else:
        log.append("else")
        if k == 3:
            return log
    finally:
        log.append("finally")
    log.append("end")
    return log


for _ in range(300):
    for k in range(5):
        paths(k)
print([paths(k) for k in range(5)])


def nested(k):
    out = []
    for i in range(3):
        try:
            try:
                if k == i:
                    out.append(10 // (k - i))
                out.append(i)
                if i == 1 and k == 5:
                    break
                if i == 0 and k == 6:
                    continue
            finally:
                out.append("f")
        except ZeroDivisionError:
            out.append("z")
        else:
            out.append("e")
    else:
        out.append("loop else")
    return out


for _ in range(200):
    nested(5)
print([nested(k) for k in (0, 1, 2, 5, 6, 9)])


def swallow():
    while True:
        try:
            try:
                1 / 0
            except ZeroDivisionError:
                raise KeyError
            finally:
                break
        finally:
            pass
    return "swallowed"


print(swallow())


def gen_finally(log):
    try:
        for i in range(3):
            try:
                yield i
            finally:
                log.append(i)
    finally:
        log.append("closed")


log = []
for x in gen_finally(log):
    if x == 1:
        break
import gc
gc.collect()
g = gen_finally(log2 := [])
next(g)
g.close()
print(log2)


def exception_variable():
    e = "outer"
    try:
        raise ValueError
    except ValueError as e:
        pass
    try:
        e
    except UnboundLocalError:
        return "unbound"


print(exception_variable())


def deep_unwind(n):
    try:
        if n == 0:
            raise IndexError("bottom")
        deep_unwind(n - 1)
    finally:
        counts.append(n)


counts = []
try:
    deep_unwind(30)
except IndexError as e:
    print(e, counts[:3], len(counts))


def reraise_modified():
    try:
        try:
            raise ValueError("original")
        except ValueError as e:
            e.args = ("modified",)
            raise
    except ValueError as e:
        return str(e)


def raise_in_else():
    try:
        try:
            pass
        except ValueError:
            return "wrong"
        else:
            raise ValueError("from else")
    except ValueError as e:
        return str(e)


def raise_in_finally():
    try:
        try:
            raise ValueError("first")
        finally:
            raise KeyError("second")
    except KeyError as e:
        return repr(e), repr(e.__context__)


print(reraise_modified(), raise_in_else(), raise_in_finally())
