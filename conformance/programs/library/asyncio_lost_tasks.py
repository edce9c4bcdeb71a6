# must-compile: waits, nested, collect
"""Tasks that nobody keeps: what the loop is told, what all_tasks shows, and that their coroutines are closed."""

import asyncio
import gc

LOG = []


class Section:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, value, traceback):
        LOG.append(f"left {self.name} {kind.__name__ if kind else None}")


async def waits(future, name):
    try:
        await future
    finally:
        LOG.append(f"closed {name}")


async def nested(name):
    async with Section(name):
        await waits(asyncio.get_running_loop().create_future(), name)


def collect():
    for _ in range(3):
        gc.collect()


def report(loop, context):
    LOG.append(f"{context['message']} {context['task'].get_name()}")


def names():
    return sorted(task.get_name() for task in asyncio.all_tasks())


async def lose(name):
    asyncio.create_task(nested(name), name=name)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("with it", names())
    collect()
    print("without", names())
    print(sorted(LOG))
    LOG.clear()


async def kept():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(waits(future, "kept"), name="kept")
    await asyncio.sleep(0)
    collect()
    print("kept", names(), sorted(LOG))
    future.set_result(1)
    await task
    print("done", names(), sorted(LOG))
    LOG.clear()


async def unregistered():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(waits(future, "unregistered"), name="unregistered")
    await asyncio.sleep(0)
    asyncio._unregister_task(task)
    print("unregistered", names())
    asyncio._register_task(task)
    print("registered", names())
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled(), names(), sorted(LOG))
    LOG.clear()


async def coroutine_outlives_task():
    future = asyncio.get_running_loop().create_future()
    coroutine = waits(future, "by hand")
    task = asyncio.create_task(coroutine, name="by hand")
    await asyncio.sleep(0)
    del task, future
    collect()
    print("still there", coroutine.cr_frame is not None, names())
    try:
        coroutine.throw(KeyError("by hand"))
    except KeyError as e:
        print("ended by", repr(e))
    print([entry for entry in LOG if not entry.startswith("Task")])
    LOG.clear()


class Eager(asyncio.Task):
    pass


async def subclass():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(lambda loop, coroutine, **more: Eager(coroutine, loop=loop, **more))
    await lose("of a subclass")
    loop.set_task_factory(asyncio.eager_task_factory)
    await lose("eager")
    loop.set_task_factory(None)


async def main():
    asyncio.get_running_loop().set_exception_handler(report)
    await lose("first")
    await kept()
    await unregistered()
    await coroutine_outlives_task()
    await subclass()


asyncio.run(main(), debug=False)

LOOP = asyncio.new_event_loop()
LOOP.set_exception_handler(report)
LOOP.create_task(nested("after the loop"), name="after the loop")
LOOP.run_until_complete(asyncio.sleep(0))
collect()
print(sorted(LOG))
LOG.clear()
# LOOP closes itself at the end, before its sockets do.
