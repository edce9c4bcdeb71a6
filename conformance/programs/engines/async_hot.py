# modes: stress
# must-compile: worker, total
import asyncio


async def value(x):
    return x + 1


async def worker(n):
    t = 0
    for i in range(n):
        t += await value(i)
        if i % 10 == 0:
            await asyncio.sleep(0)
    return t


async def ticker(n):
    for i in range(n):
        yield i
        if i % 7 == 0:
            await asyncio.sleep(0)


async def total(n):
    t = 0
    async for x in ticker(n):
        t = t + x
    return t


async def failing(n):
    for i in range(n):
        await value(i)
        if i == n - 1:
            raise ValueError(i)


async def catching(n):
    out = []
    for k in range(1, n):
        try:
            await failing(k)
        except ValueError as e:
            out.append(e.args[0])
    return out


async def main():
    for _ in range(20):
        await worker(50)
        await total(50)
    print(await asyncio.gather(*(worker(k) for k in range(0, 60, 10))))
    print(await total(300), await catching(20))
    try:
        async with asyncio.timeout(0.02):
            while True:
                await worker(5)
    except TimeoutError:
        print("timeout")
    t = asyncio.create_task(worker(10 ** 9))
    await asyncio.sleep(0.01)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled", t.cancelled())
    results = [x async for x in ticker(5)] + [await value(i) for i in (1, 2.5, 2 ** 63)]
    print(results)
    q = asyncio.Queue(3)

    async def put():
        for i in range(100):
            await q.put(i)
        await q.put(None)

    async def get():
        t = 0
        while (x := await q.get()) is not None:
            t += x
        return t
    print(await asyncio.gather(put(), get()))


asyncio.run(main())


async def direct(x):
    return await value(x) + await value(x)


def drive(c):
    try:
        c.send(None)
    except StopIteration as e:
        return e.value


for _ in range(500):
    drive(direct(1))
print(drive(direct(1)), drive(direct(1.5)), drive(direct(2 ** 63 - 1)))
try:
    drive(direct("s"))
except TypeError as e:
    print(e)
