"""A pipeline of coroutines: sources, parsers, an aggregating stage with limits, and a reporter with a timeout.

    asyncpipeline.py [RECORDS]             (240000 if not given)
"""

import asyncio
import sys
from collections import Counter

SOURCES = 4
END = None


class Channel:
    """A queue that ends when all its writers have ended, read by `async for`."""

    def __init__(self, writers, size=64):
        self.queue = asyncio.Queue(size)
        self.writers = writers

    async def send(self, item):
        await self.queue.put(item)

    async def close(self):
        await self.queue.put(END)

    def __aiter__(self):
        return self

    async def __anext__(self):
        while True:
            item = await self.queue.get()
            if item is not END:
                return item
            self.writers -= 1
            if self.writers == 0:
                raise StopAsyncIteration


async def source(number, records, out):
    state = 1000 + number
    for i in range(records):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        kind = ("buy", "sell", "hold", "noise")[state >> 8 & 3]
        await out.send(f"{number};{kind};{state >> 12 & 1023}")
        if i % 50 == 0:
            await asyncio.sleep(0)
    await out.close()


async def parser(lines, out):
    async for line in lines:
        number, kind, value = line.split(";")
        if kind != "noise":
            await out.send((int(number), kind, int(value)))
    await out.close()


class Limiter:
    """At most so many at a time, and a count of how often somebody had to wait."""

    def __init__(self, places):
        self.semaphore = asyncio.Semaphore(places)
        self.waits = 0

    async def __aenter__(self):
        if self.semaphore.locked():
            self.waits += 1
        await self.semaphore.acquire()

    async def __aexit__(self, *exception):
        self.semaphore.release()


async def settle(account, value, limiter):
    async with limiter:
        await asyncio.sleep(0)
        account["balance"] += value
        account["count"] += 1


async def aggregate(events, limiter):
    accounts = {n: {"balance": 0, "count": 0} for n in range(SOURCES)}
    kinds = Counter()
    async with asyncio.TaskGroup() as group:
        batch = 0
        async for number, kind, value in events:
            kinds[kind] += 1
            if kind == "hold":
                continue
            signed = value if kind == "buy" else -value
            group.create_task(settle(accounts[number], signed, limiter))
            batch += 1
            if batch % 16 == 0:
                await asyncio.sleep(0)
    return accounts, kinds


async def slow():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        print("cancelled the slow one")
        raise


async def failing():
    await asyncio.sleep(0)
    raise ValueError("this one fails")


async def main():
    records = int(sys.argv[1]) if len(sys.argv) > 1 else 240000
    lines = [Channel(1) for _ in range(SOURCES)]
    events = Channel(SOURCES)
    limiter = Limiter(8)
    workers = []
    for n in range(SOURCES):
        workers.append(asyncio.create_task(source(n, records // SOURCES, lines[n])))
        workers.append(asyncio.create_task(parser(lines[n], events)))
    accounts, kinds = await aggregate(events, limiter)
    await asyncio.gather(*workers)
    for number, account in accounts.items():
        print("account", number, account)
    print("kinds", sorted(kinds.items()), "waited", limiter.waits > 0)
    try:
        async with asyncio.timeout(0.01):
            await slow()
    except TimeoutError:
        print("timed out")
    results = await asyncio.gather(failing(), asyncio.sleep(0, "fine"), return_exceptions=True)
    print(results)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(failing())
            group.create_task(slow())
    except* ValueError as errors:
        print("group:", errors.exceptions)


if __name__ == "__main__":
    asyncio.run(main())
