# modes: stress
# must-compile: cm, attempt, decorated, never
import asyncio
import contextlib
import io


@contextlib.contextmanager
def cm(name, log, swallow=False):
    log.append(f"enter {name}")
    try:
        yield name
    except ValueError as e:
        log.append(f"error {e}")
        if not swallow:
            raise
    finally:
        log.append(f"exit {name}")


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


log = []
with cm("a", log) as v:
    log.append(v)
with cm("b", log, True):
    raise ValueError("x")
try:
    with cm("c", log):
        raise ValueError("y")
except ValueError:
    log.append("outside")
print(log)


@cm("deco", log)
def decorated():
    return "value"


print(decorated(), decorated(), log[-4:])


@contextlib.contextmanager
def never():
    if False:
        yield


@contextlib.contextmanager
def twice():
    yield 1
    yield 2


@contextlib.contextmanager
def stops():
    try:
        yield
    except StopIteration as e:
        raise RuntimeError("converted") from e


def use(m, error=None):
    with m:
        if error:
            raise error


print(attempt(use, never()), attempt(use, twice()), attempt(use, twice(), KeyError()), attempt(use, stops(), StopIteration(1)), attempt(use, cm("z", []), StopIteration("s")))
log = []
with contextlib.ExitStack() as s:
    s.enter_context(cm("1", log))
    s.callback(log.append, "callback")
    s.push(lambda *a: log.append(a[0]))
    s.enter_context(cm("2", log, True))
    raise ValueError("v")
print(log)
with contextlib.ExitStack() as s:
    kept = s.pop_all()
    kept.callback(print, "closed later")
kept.close()
print(attempt(lambda: contextlib.ExitStack().enter_context(5)))


def stack_errors():
    with contextlib.ExitStack() as s:
        s.callback(lambda: 1 / 0)
        s.callback(lambda: {}["k"])
        raise ValueError("first")


try:
    stack_errors()
except ZeroDivisionError as e:
    print(repr(e), repr(e.__context__), repr(e.__context__.__context__))
with contextlib.suppress(KeyError, IndexError):
    {}["x"]
with contextlib.suppress(ValueError):
    raise ExceptionGroup("g", [ValueError(1)])
out = io.StringIO()
with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
    print("captured")
print(repr(out.getvalue()))


class Closing:
    def close(self):
        print("closed")


with contextlib.closing(Closing()), contextlib.nullcontext(5) as n:
    print(n)


class Deco(contextlib.ContextDecorator):
    def __enter__(self):
        print("in", end=" ")

    def __exit__(self, *a):
        print("out", end=" ")


@Deco()
def g(x):
    return x


print(g(1))


@contextlib.asynccontextmanager
async def acm(log):
    log.append("aenter")
    try:
        yield 1
    finally:
        log.append("aexit")


async def main():
    log = []
    async with acm(log) as v, contextlib.AsyncExitStack() as s:
        await s.enter_async_context(acm(log))
        s.push_async_callback(asyncio.sleep, 0)
        log.append(v)
    return log


print(asyncio.run(main()))


class AbstractUse(contextlib.AbstractContextManager):
    def __exit__(self, *a):
        return True


with AbstractUse() as u:
    1 / 0
print(type(u).__name__, isinstance(open, contextlib.AbstractContextManager), issubclass(Deco, contextlib.AbstractContextManager))
for _ in range(300):
    with cm("hot", log := []) as v:
        pass
print(log)
