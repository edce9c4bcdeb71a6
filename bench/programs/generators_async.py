# family: generators
# checksum: 18004773
# must-compile: producer, consumer
"""asyncio: tasks, queues, gather, locks, events, asynchronous generators and context managers, without real waiting."""

import asyncio

from harness import run

ITEMS = 2000


class Section:
    def __init__(self, lock, log):
        self.lock = lock
        self.log = log

    async def __aenter__(self):
        await self.lock.acquire()
        return self

    async def __aexit__(self, *exception):
        self.lock.release()
        self.log.append(1)


async def ticks(n):
    for i in range(n):
        if i % 4 == 0:
            await asyncio.sleep(0)
        yield i


async def producer(queue, start, n):
    async for i in ticks(n):
        await queue.put(start + i * 3)
    await queue.put(None)


async def consumer(queue, producers, lock, log):
    total = 0
    while producers:
        item = await queue.get()
        if item is None:
            producers -= 1
            continue
        total += item % 7
        if item % 16 == 0:
            async with Section(lock, log):
                await asyncio.sleep(0)
    return total


async def add(a, b):
    return a + b


async def chain(depth):
    if depth == 0:
        await asyncio.sleep(0)
        return 1
    return await add(await chain(depth - 1), depth)


async def main():
    queue = asyncio.Queue(maxsize=8)
    lock = asyncio.Lock()
    log = []
    makers = [asyncio.create_task(producer(queue, k * 1000, ITEMS)) for k in range(3)]
    result = await consumer(queue, 3, lock, log)
    await asyncio.gather(*makers)
    sums = await asyncio.gather(*(chain(i % 12) for i in range(100)))
    return result * 1000 + len(log) + sum(sums)


LOOP = asyncio.new_event_loop()


def unit():
    return LOOP.run_until_complete(main())


run(unit)
