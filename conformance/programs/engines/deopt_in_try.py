# modes: stress
# must-compile: careful, layered
def careful(values):
    out = []
    for v in values:
        x = None
        try:
            x = v + 1
            y = x * 2
            out.append(y)
        except TypeError as e:
            out.append(("type", str(e), x))
        except OverflowError as e:
            out.append("overflow")
        else:
            out.append("ok")
        finally:
            out.append(len(out))
    return out


for _ in range(300):
    careful([1, 2, 3])
print(careful([1, 2.5, "a", 2 ** 63 - 1, None, True, [1]]))


def layered(values):
    log = []
    for v in values:
        try:
            try:
                try:
                    log.append(100 // v)
                except ZeroDivisionError:
                    log.append("zero")
                    raise ValueError("from zero")
                finally:
                    log.append("f1")
            except ValueError as e:
                log.append(repr(e.__context__))
                if len(log) > 50:
                    raise
            finally:
                log.append("f2")
        except TypeError as e:
            log.append(str(e))
    return log


for _ in range(300):
    layered([1, 2, 5])
print(layered([4, 0, 2.0, "x", 2 ** 64]))


def returns(v):
    try:
        return v + 1
    finally:
        v = "changed"
        if v == 5:
            return "never"


def overrides(v):
    for i in range(3):
        try:
            if i == v:
                break
            v + 1
        finally:
            if i == 1:
                continue
    return i


for _ in range(300):
    returns(1)
    overrides(2)
print(returns(5), returns(1.5), returns(2 ** 63 - 1), overrides(0), overrides(1), overrides(5))
try:
    returns("s")
except TypeError as e:
    print(e)


class Manager:
    def __init__(self):
        self.n = 0

    def __enter__(self):
        self.n += 1
        return self.n

    def __exit__(self, kind, value, tb):
        self.n += 10
        return kind is ZeroDivisionError


def managed(values):
    m = Manager()
    out = []
    for v in values:
        with m as n:
            out.append(10 // v + n)
        with m:
            pass
    return out, m.n


for _ in range(200):
    managed([1, 2, 3])
print(managed([1, 0, 2.0, 2 ** 65]))


def raising(n):
    caught = 0
    for i in range(n):
        try:
            if i % 3 == 0:
                raise KeyError(i)
            elif i % 3 == 1:
                [][i]
            else:
                {}[i]
        except KeyError as e:
            caught += e.args[0]
        except IndexError:
            caught += 1
    return caught


for _ in range(20):
    raising(30)
print(raising(300))
