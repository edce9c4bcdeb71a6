# modes: stress
# must-compile: attempt, leaf, root, run
import inspect
import types


def attempt(f, *a):
    try:
        return f(*a)
    except BaseException as e:
        return f"{type(e).__name__}: {e}"


class Future:
    def __init__(self):
        self.value = None

    def __await__(self):
        got = yield self
        return ("awaited", got)


async def leaf(f):
    return await f


async def root(f):
    try:
        r = await leaf(f)
        return "root", r
    except KeyError as e:
        return "handled", e.args


f = Future()
c = root(f)
print(c.send(None) is f, inspect.getcoroutinestate(c), c.cr_await is not None, attempt(c.send, 5).startswith("StopIteration"))
c = root(f)
c.send(None)
try:
    c.throw(KeyError("k"))
except StopIteration as e:
    print(e.value)
print(attempt(c.send, None))
c = root(f)
c.close()
print(attempt(c.send, None), inspect.getcoroutinestate(c))


def run(c):
    while True:
        try:
            c.send(None)
        except StopIteration as e:
            return e.value


async def bad():
    await 5


async def bad2():
    class A:
        def __await__(self):
            return 5
    await A()


async def stop():
    raise StopIteration(1)


print(attempt(run, bad()), attempt(run, bad2()), attempt(run, stop()))


@types.coroutine
def switch(v):
    return (yield v)


async def numbers(n):
    for i in range(n):
        got = await switch(i)
        yield i, got


async def consume():
    out = []
    async for i, got in numbers(3):
        out.append((i, got))
    else:
        out.append("else")
    return out


c = consume()
print([c.send(None), c.send("a"), c.send("b"), attempt(c.send, "c")])


class Manager:
    def __init__(self, log):
        self.log = log

    async def __aenter__(self):
        self.log.append("enter")
        await switch("e")
        return "value"

    async def __aexit__(self, kind, value, tb):
        await switch("x")
        self.log.append(("exit", kind and kind.__name__))
        return kind is KeyError


async def managed(error):
    log = []
    try:
        async with Manager(log) as v, Manager(log):
            log.append(v)
            if error:
                raise error
    except Exception as e:
        log.append(repr(e))
    return log


print(run(managed(None)), run(managed(KeyError())), run(managed(ValueError())))


class Iter:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


async def loop():
    out = []
    async for x in Iter(5):
        if x == 3:
            continue
        if x == 1:
            break
        out.append(x)
    return out, [y async for y in Iter(3)], [await leaf_value(i) for i in range(3)]


async def leaf_value(i):
    return i * i


print(run(loop()))


async def not_aiter():
    async for x in [1]:
        pass


async def not_anext():
    class A:
        def __aiter__(self):
            return 5
    async for x in A():
        pass


print(attempt(run, not_aiter()), attempt(run, not_anext()))


async def agen():
    try:
        x = yield 1
        print("sent", x)
        yield 2
    except GeneratorExit:
        print("agen closed")
        raise
    except ValueError as e:
        yield f"caught {e}"
    finally:
        await switch("cleanup")
        print("agen finally")


async def drive():
    g = agen()
    a = await g.__anext__()
    b = await g.asend("s")
    await g.aclose()
    g = agen()
    await anext(g)
    c = await g.athrow(ValueError("v"))
    d = await anext(g, "default")
    return a, b, c, d


print(run(drive()))
print(inspect.iscoroutinefunction(root), inspect.isasyncgenfunction(agen), inspect.iscoroutine(c), type(agen()).__name__)
c = leaf(Future())
print(c.__name__, c.__qualname__, c.cr_code.co_name, c.cr_frame.f_code.co_name, c.cr_running)
c.close()
c = leaf_value(2)
run(c)
print(attempt(run, c))
