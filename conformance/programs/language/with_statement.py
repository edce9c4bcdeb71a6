# modes: stress
# must-compile: use, returning, looping, attempt
import contextlib


class Manager:
    def __init__(self, name, log, swallow=False, fail=None):
        self.name = name
        self.log = log
        self.swallow = swallow
        self.fail = fail

    def __enter__(self):
        self.log.append("enter " + self.name)
        if self.fail == "enter":
            raise RuntimeError("enter " + self.name)
        return self.name.upper()

    def __exit__(self, kind, value, tb):
        self.log.append(f"exit {self.name} {kind.__name__ if kind else None} {value} {tb is not None}")
        if self.fail == "exit":
            raise RuntimeError("exit " + self.name)
        return self.swallow


def use(*managers, error=None):
    log = managers[0].log
    try:
        with managers[0] as a, managers[1] as b:
            log.append(f"body {a} {b}")
            if error:
                raise error
            log.append("end")
        log.append("after")
    except Exception as e:
        log.append(f"outside {e!r} context {e.__context__!r}")
    return log


for error in (None, ValueError("x")):
    for swallow in (False, True):
        for fail in (None, "enter", "exit"):
            log = []
            print(use(Manager("a", log, swallow), Manager("b", log, False, fail), error=error))


def returning():
    log = []
    with Manager("r", log):
        return log


def looping():
    log = []
    for i in range(4):
        with Manager(str(i), log):
            if i == 1:
                continue
            if i == 2:
                break
    return log


print(returning(), looping())


def attempt(f):
    try:
        return f()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


class OnlyEnter:
    def __enter__(self):
        return 1


def no_exit():
    with OnlyEnter():
        pass


def nothing():
    with 5:
        pass


async def not_async():
    async with OnlyEnter():
        pass


def swapped():
    class A:
        async def __aenter__(self):
            pass

        async def __aexit__(self, *a):
            pass
    with A():
        pass


print(attempt(no_exit), attempt(nothing), attempt(lambda: not_async().send(None)), attempt(swapped))
with (
    contextlib.nullcontext(1) as a,
    contextlib.nullcontext((2, [3, 4])) as (b, [c, *d]),
):
    print(a, b, c, d)


class T:
    pass


t = T()
items = [0]
with contextlib.nullcontext(5) as t.x, contextlib.nullcontext(6) as items[0]:
    print(t.x, items)


@contextlib.contextmanager
def managed(log):
    log.append("in")
    try:
        yield 42
    except KeyError as e:
        log.append(f"saw {e!r}")
    finally:
        log.append("out")


log = []
with managed(log) as v:
    log.append(v)
with managed(log):
    raise KeyError(1)
print(log)
with contextlib.suppress(ZeroDivisionError), contextlib.ExitStack() as stack:
    stack.callback(print, "callback")
    stack.enter_context(managed(log))
    1 / 0
print(log[-1])


class Falsy:
    def __bool__(self):
        raise ValueError("truth")


class Asks:
    def __enter__(self):
        pass

    def __exit__(self, *a):
        return Falsy()


def asks():
    with Asks():
        1 / 0


print(attempt(asks))
