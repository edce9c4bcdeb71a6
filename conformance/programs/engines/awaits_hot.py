# modes: stress
# must-compile: driver, passing, worker
"""Coroutines awaited where they are called: that end at once, suspend, raise, are cancelled, and are looked at."""

import asyncio
import gc
import sys
import traceback


class Switch:
    def __await__(self):
        return (yield "switch")


async def at_once(x, y=2):
    return x * y


async def suspends(x):
    got = await Switch()
    return x + (got or 0)


async def sometimes(x):
    if x % 3 == 0:
        return await suspends(x)
    return await at_once(x)


async def raising(x):
    if x % 5 == 4:
        raise KeyError(x)
    if x % 7 == 6:
        await Switch()
        raise ValueError(x)
    return x


async def stopping():
    raise StopIteration(3)


async def in_handler(x):
    try:
        raise LookupError(x)
    except LookupError as e:
        await Switch()
        return (sys.exception() is e) + (await at_once(x))


async def after_handler(x):
    before = sys.exception()
    value = await in_handler(x)
    return value if sys.exception() is before else -1


class Source:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.n -= 1
        if self.n < 0:
            raise StopAsyncIteration
        if self.n % 4 == 0:
            await Switch()
        return await at_once(self.n, 3)


class Worker:
    def __init__(self):
        self.total = 0

    async def add(self, x, *, twice=False):
        self.total += x
        return self.total

    async def work(self, n):
        for i in range(n):
            await self.add(i)
            await self.add(await sometimes(i))
        return self.total


async def passing(n):
    total = 0
    async for x in Source(n):
        total += x
    return total


async def worker(n):
    return await Worker().work(n)


async def driver(n):
    total = 0
    errors = []
    for i in range(n):
        total += await sometimes(i)
        try:
            total += await raising(i)
        except (KeyError, ValueError) as e:
            total -= await after_handler(i)
            if i < 16:
                errors.append([f.name for f in traceback.extract_tb(e.__traceback__)])
        total += await after_handler(i)
    total += await passing(n) + await worker(n)
    return total, errors


def run(coroutine, value=None):
    switches = 0
    try:
        while True:
            coroutine.send(None if switches == 0 else value)
            switches += 1
    except StopIteration as stop:
        return stop.value, switches


for n in (10, 200, 400, 30):
    print(run(driver(n)), run(driver(n), 1)[1])


async def stopped(n):
    for i in range(n):
        try:
            await stopping()
        except RuntimeError as e:
            last = repr(e), repr(e.__cause__), e.__context__ is e.__cause__
    return last


print(run(stopped(300)))


async def seen(look):
    frame = sys._getframe() if look else None
    return look and (frame.f_back.f_code.co_name, frame.f_generator.cr_code.co_name, frame.f_generator.cr_running)


async def looked_at(n):
    found = None
    for i in range(n):
        found = await seen(i == n - 1)
    return found


print(run(looked_at(400)), run(looked_at(400)))


async def forever(log, x):
    try:
        await Switch()
    finally:
        log.append(x)


async def outer(log, x):
    await forever(log, x)


log = []
for i in range(400):
    c = outer(log, i)
    c.send(None)
    if i % 2:
        inner = c.cr_await
        assert inner.cr_code.co_name == "forever" and inner.cr_await is not None and not inner.cr_running
        assert inner.__qualname__ == "forever"
    if i % 3 == 0:
        c.close()
    elif i % 3 == 1:
        try:
            c.throw(OSError("x"))
        except OSError as e:
            names = [f.name for f in traceback.extract_tb(e.__traceback__)]
            assert names == ["<module>", "outer", "forever", "__await__"], names
    del c
inner = None
gc.collect()
print(len(log), sorted(log)[:5])


async def deep(n):
    return 0 if n == 0 else 1 + await deep(n - 1)


print(run(deep(50)), [run(deep(k))[0] for k in range(60)][-1])
try:
    run(deep(100000))
except RecursionError as e:
    print("too deep")


async def tasks():
    async def one(x):
        await asyncio.sleep(0)
        if x % 10 == 3:
            raise ValueError(x)
        return x

    total = 0
    for i in range(300):
        try:
            total += await one(i)
        except ValueError:
            total -= 1
    return total


print(asyncio.run(tasks()))
