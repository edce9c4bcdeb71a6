# must-compile: say, fails, main, main.<locals>.locked
import asyncio


async def say(x, delay=0):
    await asyncio.sleep(delay)
    return x


async def fails(x):
    await asyncio.sleep(0)
    raise ValueError(x)


async def main():
    print(await say(1), await asyncio.gather(say(1, 0.002), say(2, 0.001)), await asyncio.wait_for(say(3), 1))
    t = asyncio.create_task(say("task"), name="named")
    print(t.get_name(), t.done(), await t, t.done(), t.result(), t.exception(), t.cancelled(), asyncio.current_task().get_name() != "", len(asyncio.all_tasks()))
    print(await asyncio.gather(fails(1), say(2), return_exceptions=True))
    try:
        await asyncio.gather(fails("g"), say(2))
    except ValueError as e:
        print("gather", e)
    try:
        await asyncio.wait_for(asyncio.sleep(10), 0.005)
    except TimeoutError as e:
        print("timeout", repr(e))
    t = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    t.cancel("why")
    try:
        await t
    except asyncio.CancelledError as e:
        print("cancelled", e.args, t.cancelled())
    done, pending = await asyncio.wait([asyncio.create_task(say(i, i / 500)) for i in range(3)], return_when=asyncio.FIRST_COMPLETED)
    print(len(done) >= 1, len(done) + len(pending))
    await asyncio.wait(pending) if pending else None
    print([await f for f in asyncio.as_completed([say(2, 0.02), say(1, 0.001)])])
    f = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(f.set_result, "soon")
    print(await f, f.done())
    order = []
    loop = asyncio.get_running_loop()
    loop.call_later(0.003, order.append, "later")
    loop.call_soon(order.append, "soon")
    h = loop.call_later(0.001, order.append, "cancelled")
    h.cancel()
    await asyncio.sleep(0.02)
    print(order)
    lock, ev, sem, cond = asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(2), asyncio.Condition()
    log = []

    async def locked(i):
        async with lock:
            log.append(("in", i))
            await asyncio.sleep(0)
            log.append(("out", i))
    await asyncio.gather(*map(locked, range(3)))
    print(log)
    w = asyncio.create_task(ev.wait())
    await asyncio.sleep(0)
    ev.set()
    print(await w, sem.locked())
    q = asyncio.Queue(1)

    async def produce():
        for i in range(3):
            await q.put(i)
        await q.put(None)
    p = asyncio.create_task(produce())
    got = []
    while (x := await q.get()) is not None:
        got.append(x)
    await p
    print(got)
    try:
        async with asyncio.TaskGroup() as g:
            a = g.create_task(say("a"))
            g.create_task(fails("in group"))
            g.create_task(asyncio.sleep(10))
    except* ValueError as e:
        print("group", e.exceptions)
    async with asyncio.TaskGroup() as g:
        ts = [g.create_task(say(i)) for i in range(3)]
    print([t.result() for t in ts])
    print(await asyncio.to_thread(sum, [1, 2, 3]), await loop.run_in_executor(None, len, "abc"))
    try:
        async with asyncio.timeout(0.005):
            await asyncio.sleep(5)
    except TimeoutError:
        print("timeout block")
    s = asyncio.shield(say("shielded"))
    print(await s)
    try:
        await asyncio.Barrier(1).wait()
        print("barrier")
        q.get_nowait()
    except asyncio.QueueEmpty as e:
        print(repr(e))
    f = loop.create_future()
    for bad in (f.result, lambda: f.set_result(1) or f.set_result(2)):
        try:
            bad()
        except asyncio.InvalidStateError as e:
            print(type(e).__name__)
    return "main result"


print(asyncio.run(main()))
try:
    asyncio.run(fails("top"))
except ValueError as e:
    print(e)
try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e)
with asyncio.Runner() as r:
    print(r.run(say(1)), r.run(say(2)))
try:
    asyncio.run(5)
except (ValueError, TypeError) as e:
    print(type(e).__name__)
