# modes: stress
# must-compile: give, take
# must-not-compile: sleep, __sleep0, Queue.put, Queue.get, Queue.put_nowait, Queue.get_nowait, BaseEventLoop._run_once, Handle._run, EpollSelector.select
"""The stand-ins of asyncio are of use where nothing is unusual: the functions themselves are never hot."""

import asyncio

ITEMS = 700


async def give(queue):
    for i in range(ITEMS):
        if i % 2:
            await asyncio.sleep(0)
        await queue.put(i)
    await queue.put(None)


async def take(queue):
    total = 0
    while (item := await queue.get()) is not None:
        total += item
    return total


async def main():
    for size in 0, 1, 5:
        queue = asyncio.Queue(size)
        task = asyncio.create_task(give(queue))
        print(size, await take(queue), await task)
    queue = asyncio.Queue()
    for i in range(ITEMS):
        queue.put_nowait(i)
    print(sum(queue.get_nowait() for i in range(ITEMS)), queue.empty())


asyncio.run(main())
