# modes: stress
# must-compile: parse_all, retry
def parse_all(words):
    good, bad = 0, []
    for w in words:
        try:
            good += int(w)
        except ValueError as e:
            bad.append(str(e)[-5:])
        except TypeError:
            bad.append(None)
    return good, bad


def retry(f, n):
    for k in range(n):
        try:
            return k, f(k)
        except ArithmeticError:
            continue
        finally:
            tries.append(k)
    return None


tries = []
for _ in range(200):
    parse_all(["1", "2", "3"])
    retry(lambda k: 10 // k, 3)
print(parse_all(["1", "x", "3", None, "4.5", "9" * 30]), parse_all([]))
tries.clear()
print(retry(lambda k: 10 // (k - 2) if k < 3 else k, 5), retry(lambda k: 1 // 0, 3), tries)


class Flaky:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 20:
            raise StopIteration
        if self.n % 7 == 0:
            raise OSError(self.n)
        return self.n


def drain(it):
    out, errors = [], []
    while True:
        try:
            for x in it:
                out.append(x)
            return out, errors
        except OSError as e:
            errors.append(e.args[0])


for _ in range(50):
    drain(Flaky())
print(drain(Flaky()))


def dict_or_default(d, keys):
    t = 0
    for k in keys:
        try:
            t += d[k]
        except KeyError:
            t -= 1
    return t


def attr_or_default(objects):
    t = 0
    for o in objects:
        try:
            t += o.value
        except AttributeError:
            t += 100
    return t


class V:
    value = 3


for _ in range(100):
    dict_or_default({1: 2}, [1, 1, 1])
    attr_or_default([V(), V()])
print(dict_or_default({1: 2, "a": 5}, [1, "a", None, 2.5]), attr_or_default([V(), 5, "s", V]))


def nested(n):
    log = []
    for i in range(n):
        try:
            for j in range(3):
                try:
                    if (i + j) % 4 == 3:
                        raise IndexError(i)
                    if j == 2 and i % 5 == 4:
                        raise RuntimeError(i)
                except IndexError:
                    log.append("i")
                    break
            else:
                log.append("e")
        except RuntimeError as e:
            log.append("r%d" % e.args[0])
        finally:
            log.append(".")
    return "".join(log)


for _ in range(40):
    nested(8)
print(nested(20))


def deep_raise(n):
    if n == 0:
        raise LookupError("deep")
    try:
        return deep_raise(n - 1)
    except KeyError:
        return "never"


def catch(n):
    c = 0
    for _ in range(n):
        try:
            deep_raise(5)
        except LookupError as e:
            c += len(e.args[0])
    return c


print(catch(300))
