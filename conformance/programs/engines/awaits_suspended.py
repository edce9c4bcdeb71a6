# modes: stress
# must-compile: inner, middle, outer, Section.__aenter__, Section.__aexit__, handling, waits
"""Chains of compiled coroutines, suspended, looked at, thrown into, closed, resumed by others and forgotten."""

import asyncio
import gc
import inspect
import sys
import types


class Switch:
    def __await__(self):
        return (yield "switch")


@types.coroutine
def tick(value):
    return (yield value)


LOG = []


async def inner(n):
    try:
        got = await Switch()
        got = got or 0
        got += await tick(n) or 0
        return got + n
    except KeyError as e:
        LOG.append(("inner", repr(e), repr(sys.exception())))
        more = await tick("handling")
        LOG.append(("again", repr(sys.exception()), more))
        return -1
    finally:
        LOG.append("inner ends")


async def middle(n):
    return await inner(n) + 1


class Section:
    def __init__(self, swallow):
        self.swallow = swallow

    async def __aenter__(self):
        await tick("enter")
        return self

    async def __aexit__(self, *exception):
        await tick("exit")
        LOG.append(("exit", exception[0] and exception[0].__name__))
        return self.swallow


async def outer(n, swallow=False):
    async with Section(swallow) as section:
        value = await middle(n)
        if n % 7 == 0:
            raise ValueError(n)
        return value, section.swallow
    return "swallowed"


class Stream:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.n -= 1
        if self.n < 0:
            raise StopAsyncIteration
        return await inner(self.n)


async def each(n):
    total = 0
    async for x in Stream(n):
        total += x
    return total


def drive(coroutine, values=()):
    values = iter(values)
    got = []
    try:
        item = coroutine.send(None)
        while True:
            got.append(item)
            item = coroutine.send(next(values, None))
    except StopIteration as stop:
        return got, stop.value
    except Exception as e:
        return got, repr(e)


for k in range(300):
    drive(outer(k, k % 2 == 0))
    drive(each(3))
LOG.clear()
print(drive(outer(1), (10, 20, 30)), drive(outer(7)), drive(outer(14, True)), drive(each(3)))
print(LOG)
LOG.clear()


def chain(coroutine):
    names = []
    while coroutine is not None:
        names.append(getattr(coroutine, "__name__", type(coroutine).__name__))
        frame = getattr(coroutine, "cr_frame", getattr(coroutine, "gi_frame", None))
        if frame is not None:
            names.append(frame.f_lineno)
            names.append(sorted(frame.f_locals))
        coroutine = getattr(coroutine, "cr_await", getattr(coroutine, "gi_yieldfrom", None))
    return names


def begun(steps, *args):
    coroutine = outer(*args)
    for _ in range(steps):
        coroutine.send(None)
    return coroutine


for steps in 1, 2, 3:
    c = begun(steps, 3)
    print(steps, chain(c), chain(c) == chain(c), inspect.getcoroutinestate(c))
    inside = c.cr_await
    print(inside.__name__, inspect.getcoroutinestate(inside), inside is c.cr_await, inside.cr_frame.f_generator is inside)
    try:
        inside.cr_frame.clear()
    except RuntimeError as e:
        print(e)
    print(drive(c))

# What somebody else resumes, its awaiter finds finished, or further on.
c = begun(2, 3)
inside = c.cr_await
print(inside.send(5), chain(c))
try:
    inside.send(6)
except StopIteration as stop:
    print("inside ended", stop.value)
try:
    c.send(None)
except RuntimeError as e:
    print(e)
c.close()

# Throwing and closing.
c = begun(2, 3)
print(c.throw(KeyError("in")), chain(c))
print(drive(c))
c = begun(2, 3)
try:
    c.throw(OSError("out"))
except OSError as e:
    print(e)
else:
    print(drive(c))
c = begun(2, 3)
try:
    c.close()
except RuntimeError as e:
    print(e)
print(LOG)
LOG.clear()


# Awaiting while an exception is handled, and what is handled then where.
async def handling(n):
    try:
        raise LookupError(n)
    except LookupError:
        value = await middle(n)
        return value, repr(sys.exception())


async def outside():
    try:
        1 / 0
    except ZeroDivisionError:
        return await handling(4), repr(sys.exception())


for k in range(300):
    drive(outside())
c = outside()
c.send(None)
try:
    raise EOFError
except EOFError:
    print(c.send(None), repr(sys.exception()))
print(drive(outside(), (1, 2)))
LOG.clear()


# A frame that was taken while its coroutine ran has the coroutine later, too.
FRAMES = []


async def framed():
    FRAMES.append(sys._getframe())
    await tick(0)
    return 5


async def frames():
    return await framed()


for k in range(300):
    drive(frames())
FRAMES.clear()
c = frames()
c.send(None)
frame = FRAMES[0]
print(frame.f_generator is c.cr_await, frame.f_generator.cr_running, inspect.getcoroutinestate(c.cr_await))
print(c.cr_await.__qualname__)
try:
    c.send(None)
except StopIteration as stop:
    print(stop.value)


# A forgotten chain is closed from within.
def forget():
    c = middle(3)
    c.send(None)
    del c


forget()
for _ in range(3):
    gc.collect()
print(sorted(map(str, LOG)))
LOG.clear()


# Futures await themselves; what __await__ gives is there for who looks.
async def waits(future):
    return await future


async def main():
    loop = asyncio.get_running_loop()
    for k in range(300):
        future = loop.create_future()
        loop.call_soon(future.set_result, k)
        await waits(future)
    future = loop.create_future()
    c = waits(future)
    print(c.send(None) is future, type(c.cr_await).__name__, c.cr_await is c.cr_await, future._asyncio_future_blocking)
    try:
        c.throw(KeyError("future"))
    except KeyError as e:
        print(repr(e))
    future = loop.create_future()
    task = asyncio.create_task(waits(future), name="waits")
    await asyncio.sleep(0)
    print([type(x).__name__ for x, _ in future._callbacks], future._callbacks[0][0].__name__,
          future._callbacks[0][0] is future._callbacks[0][0], future.remove_done_callback(print))
    print(task.get_stack()[0].f_code.co_name, task.get_coro().cr_await is not None)
    seen = []
    future.add_done_callback(seen.append)
    print(future.remove_done_callback(seen.append), len(future._callbacks))
    task.cancel("enough")
    try:
        await task
    except asyncio.CancelledError as e:
        print("cancelled", e.args, future.cancelled())
    other = loop.create_future()
    other.set_exception(ValueError("told"))
    try:
        await waits(other)
    except ValueError as e:
        print(e)
    try:
        await asyncio.gather(waits(future), waits(future))
    except asyncio.CancelledError:
        print("gathered")
    third = loop.create_future()
    first = waits(third)
    first.send(None)
    try:
        first.send(None)
    except RuntimeError as e:
        print(e)


asyncio.run(main())
