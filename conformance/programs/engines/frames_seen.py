# modes: stress
# must-compile: hot, deeper
import inspect
import sys
import traceback


def who(depth=1):
    f = sys._getframe(depth)
    out = []
    while f is not None and f.f_code.co_name != "<module>":
        out.append((f.f_code.co_name, f.f_lineno - f.f_code.co_firstlineno))
        f = f.f_back
    return out


def hot(n, probe):
    total = 0
    for i in range(n):
        total += deeper(i, probe)
    return total


def deeper(i, probe):
    if probe and i == 3:
        probe()
    return i + 1


for _ in range(200):
    hot(50, None)
hot(10, lambda: print(who()))
hot(10, lambda: print([(s.function, s.lineno > 0) for s in inspect.stack()[:-1]]))
hot(10, lambda: print([(s.name, s.line) for s in traceback.extract_stack()][1:]))


def caller_locals(probe):
    a = 1
    b = [a]
    for i in range(100):
        a += i
        if i == 90:
            probe()
    return a


def show_caller():
    f = sys._getframe(1)
    print(f.f_code.co_name, {k: v for k, v in f.f_locals.items() if k != "probe"})


for _ in range(100):
    caller_locals(int)
caller_locals(lambda: dict(sys._getframe(1).f_locals))  # docs/differences.md: the first look may be incomplete
print(caller_locals(show_caller))


def own_locals(x, y=2):
    z = x + y
    del y
    inner = [q for q in range(2)]
    return locals()


for _ in range(500):
    own_locals(1)
print(own_locals(5))


def with_cell(x):
    def inner():
        return x
    x += 1
    return locals()["x"], inner(), sorted(locals())


for _ in range(300):
    with_cell(1)
print(with_cell(10))


def evals(x):
    y = x * 2
    return eval("x + y"), [v for v in [eval("y")]]


for _ in range(200):
    evals(1)
print(evals(21))


def raises(n):
    for i in range(n):
        if i == n - 1:
            x = i
            raise ValueError("at the end")


def catches(n):
    try:
        raises(n)
    except ValueError as e:
        frame = e.__traceback__.tb_next.tb_frame
        return frame.f_code.co_name, frame.f_locals["i"], frame.f_locals["x"], e.__traceback__.tb_lineno - frame.f_back.f_code.co_firstlineno if frame.f_back else None


for _ in range(200):
    catches(20)
print(catches(50))


def write_locals():
    f = sys._getframe(1)
    f.f_locals["v"] = "written"


def writable():
    v = "original"
    write_locals()
    return v


for _ in range(3):
    writable()  # docs/differences.md: the first look at a function that runs compiled may be incomplete
print([writable() for _ in range(3)])


def globals_of():
    return sys._getframe(1).f_globals["__name__"], sys._getframe().f_builtins is not None, sys._getframe(0).f_code.co_name


print(globals_of())
try:
    sys._getframe(1000)
except ValueError as e:
    print(e)


class C:
    def method(self):
        return who(1)

    @property
    def prop(self):
        return who(1)

    def __add__(self, o):
        return who(1)


def uses_c(c):
    return c.method(), c.prop, c + 1, [who() for _ in range(1)], (lambda: who())(), sorted([1], key=lambda x: print(who()) or x), list(map(lambda x: who(), [1])), list(who() for _ in range(1))


c = C()
print(uses_c(c))


def gen():
    yield who()
    yield from sub()


def sub():
    yield who()


print(list(gen()))


def warn():
    import warnings
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        deep_warn()
    return w[0].lineno - deep_warn.__code__.co_firstlineno, w[0].filename == __file__


def deep_warn():
    import warnings
    x = 1
    warnings.warn("careful", stacklevel=1)


print(warn())
