# must-compile: put_all
"""asyncio's own functions get other code while it runs: what calls them takes that code."""

import asyncio


def full(self):
    print("full asked")
    return False


def qsize(self):
    print("qsize asked")
    return 2


def stop(self):
    print("woken")
    self._value = True


async def put_all(queue, count):
    for i in range(count):
        await queue.put(i)
    return queue.qsize()


async def get_all(queue, count):
    total = 0
    for i in range(count):
        total += await queue.get()
    return total


async def main():
    queue = asyncio.Queue(300)
    for _ in range(4):
        print(await put_all(queue, 200), await get_all(queue, 200))
    before = asyncio.Queue.full.__code__
    asyncio.Queue.full.__code__ = full.__code__
    print(await put_all(queue, 2))
    asyncio.Queue.full.__code__ = before
    print(await put_all(queue, 2), await get_all(queue, 4))
    before = asyncio.Queue.qsize.__code__
    asyncio.Queue.qsize.__code__ = qsize.__code__
    print(queue.empty(), await put_all(queue, 2))
    asyncio.Queue.qsize.__code__ = before
    print(await get_all(queue, 2), queue.empty())


asyncio.run(main())
