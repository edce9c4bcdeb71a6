# must-compile: handle, client, main, aiter_completed
"""An asyncio line server with several clients, timeouts, cancellation, queues, task groups and a limit on lines."""
import asyncio


async def handle(reader, writer):
    name = (await reader.readline()).decode().strip()
    try:
        while True:
            try:
                line = await reader.readuntil(b"\n")
            except asyncio.IncompleteReadError as e:
                if e.partial:
                    writer.write(b"partial %d\n" % len(e.partial))
                break
            except asyncio.LimitOverrunError:
                writer.write(b"too long\n")
                break
            match line.split():
                case [b"add", *numbers]:
                    writer.write(b"%d\n" % sum(map(int, numbers)))
                case [b"sleep", seconds]:
                    await asyncio.sleep(float(seconds))
                    writer.write(b"slept\n")
                case [b"block", n]:
                    data = await reader.readexactly(int(n))
                    writer.write(b"%s:%d\n" % (name.encode(), len(data)))
                case _:
                    writer.write(b"what?\n")
            await writer.drain()
    finally:
        writer.close()


async def client(port, name, requests):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(name.encode() + b"\n")
    for r in requests:
        writer.write(r)
    writer.write_eof()
    answer = await reader.read()
    writer.close()
    await writer.wait_closed()
    return name, answer


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0, limit=1000)
    port = server.sockets[0].getsockname()[1]
    async with server:
        clients = [("a", [b"add 1 2 3\n", b"nope\n"]), ("b", [b"sleep 0.01\n", b"add 10\n"]), ("c", [b"block 5000\n", b"x" * 5000, b"add 1\n"]), ("d", [b"add 4"]), ("e", [b"y" * 3000])]
        for result in await asyncio.gather(*(client(port, *c) for c in clients)):
            print(result)
        print(server.is_serving())
    print(server.is_serving())
    try:
        await asyncio.open_connection("127.0.0.1", port)
    except OSError as e:
        print(type(e).__name__)

    queue = asyncio.Queue(maxsize=2)
    done = []

    async def worker(n):
        while True:
            item = await queue.get()
            try:
                if item == 3:
                    raise ValueError(f"item {item}")
                await asyncio.sleep(0)
                done.append(item)
            except ValueError as e:
                done.append(str(e))
            finally:
                queue.task_done()

    workers = [asyncio.create_task(worker(i), name=f"w{i}") for i in range(2)]
    for i in range(6):
        await queue.put(i)
    await queue.join()
    for w in workers:
        w.cancel()
    print(sorted(done, key=str), [type(r).__name__ for r in await asyncio.gather(*workers, return_exceptions=True)], [w.get_name() for w in workers])
    try:
        async with asyncio.timeout(0.02):
            await asyncio.sleep(20)
    except TimeoutError as e:
        print("timeout", repr(e), type(e.__cause__).__name__)
    try:
        await asyncio.wait_for(asyncio.Event().wait(), 0.01)
    except asyncio.TimeoutError:
        print("wait_for")

    async def fail(n):
        await asyncio.sleep(0)
        raise (ValueError if n % 2 else KeyError)(n)

    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(fail(i)) for i in range(3)] + [group.create_task(asyncio.sleep(20))]
    except* ValueError as g:
        print("values", g.exceptions)
    except* KeyError as g:
        print("keys", g.exceptions)
    print([t.cancelled() for t in tasks])
    finished, pending = await asyncio.wait([asyncio.create_task(asyncio.sleep(d, d)) for d in (0, 20)], return_when=asyncio.FIRST_COMPLETED)
    print([t.result() for t in finished], len(pending), [t.cancel() for t in pending])
    lock, order = asyncio.Lock(), []

    async def locked(i):
        async with lock:
            order.append(i)
            await asyncio.sleep(0)

    await asyncio.gather(*map(locked, range(4)))
    async for result in aiter_completed([0.02, 0]):
        order.append(result)
    print(order, lock.locked(), await asyncio.to_thread(sum, [1, 2]), await asyncio.shield(asyncio.sleep(0, "shielded")))
    task = asyncio.create_task(asyncio.sleep(20))
    await asyncio.sleep(0)
    task.cancel("because")
    try:
        await task
    except asyncio.CancelledError as e:
        print("cancelled", e.args, task.cancelled())
    process = await asyncio.create_subprocess_exec("sh", "-c", "read x; echo got $x; exit 3", stdin=-1, stdout=-1)
    print(await process.communicate(b"line\n"), process.returncode)


async def aiter_completed(delays):
    for f in asyncio.as_completed([asyncio.sleep(d, d) for d in delays]):
        yield await f


asyncio.run(main())
for bad in (lambda: asyncio.run(5), lambda: asyncio.get_running_loop(), lambda: asyncio.run(asyncio.sleep(0, 1), debug=False)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
