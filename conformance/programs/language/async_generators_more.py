# modes: stress
# must-compile: pause, count, run, consume
"""Asynchronous generators: iteration, asend, athrow, aclose, cleaning up, comprehensions, and a scheduler of our own."""
import gc
import types
import warnings


@types.coroutine
def pause(value):
    return (yield value)


async def count(n):
    try:
        for i in range(n):
            got = yield i
            if got:
                print("got", got, await pause(f"paused {i}"))
    except ValueError as e:
        print("caught", e)
        yield "after"
    finally:
        print("cleaned")


def run(coroutine, answers=()):
    answers = iter(answers)
    value = None
    while True:
        try:
            request = coroutine.send(value)
        except StopIteration as e:
            return e.value
        value = next(answers, None)
        print("  request", request, "answer", value)


async def consume():
    result = []
    async for i in count(3):
        result.append(i)
    return result, [i async for i in count(4) if i % 2], {i: i * i async for i in count(2)}, {await pause(i) async for i in count(2)}


print(run(consume(), [10, 20]))


async def manual():
    g = count(5)
    print(await anext(g), await g.asend("hello"), await g.athrow(ValueError("thrown")))
    try:
        print(await anext(g))
    except StopAsyncIteration as e:
        print("stopped", e.args)
    print(await anext(g, "default"))
    h = count(3)
    print(await anext(h))
    await h.aclose()
    print(await anext(h, "closed"))
    for bad in (lambda: h.asend(1), lambda: h.athrow(KeyError("late"))):
        try:
            print(await bad())
        except BaseException as e:
            print(type(e).__name__, e)
    fresh = count(1)
    try:
        await fresh.asend("not started")
    except TypeError as e:
        print(e)
    print(await fresh.aclose())


run(manual(), ["a1"])


async def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


async def bad_close():
    g = stubborn()
    await anext(g)
    try:
        await g.aclose()
    except RuntimeError as e:
        print(type(e).__name__, e)


run(bad_close())


class Rows:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration("end")
        self.n -= 1
        return await pause(self.n)


async def nested():
    return [[x async for x in Rows(2)] + [y] async for y in Rows(2)], [z for z in [await pause("z")]], sum([i async for i in Rows(3)])


print(run(nested(), range(100)))


async def raising():
    yield 1
    raise StopIteration("inside")


async def check():
    try:
        async for x in raising():
            print(x)
    except RuntimeError as e:
        print(e, type(e.__cause__).__name__)
    for bad in (5, [1]):
        try:
            async for x in bad:
                pass
        except TypeError as e:
            print(e)
    try:
        await 5
    except TypeError as e:
        print(e)


run(check())
g = count(1)
print(type(g).__name__, hasattr(g, "__aiter__"), g.ag_running, g.ag_await, count.__name__, g.__aiter__() is g)
run(g.aclose())


async def broken():
    async with object():
        pass


try:
    run(broken())
except TypeError as e:
    print(e)


def forgotten(make):
    """The warnings of a step of a generator that nobody awaits."""
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        make(count(1))
        gc.collect()
        gc.collect()
    print([(w.category.__name__, str(w.message)) for w in seen])


forgotten(lambda g: g.asend(None))
forgotten(lambda g: g.__anext__())
forgotten(lambda g: g.athrow(ValueError))
forgotten(lambda g: g.aclose())
forgotten(lambda g: g.aclose().close())
forgotten(lambda g: run(g.aclose()))
forgotten(lambda g: g)
