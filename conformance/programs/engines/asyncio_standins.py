# modes: stress
# must-compile: work.<locals>.fill
"""What asyncio's own functions do must be seen where a program looks, replaces, overrides or traces them."""

import asyncio
import contextvars
import io
import logging
import socket
import sys
import threading
import traceback
from asyncio import base_events, events, queues


async def work(queue, rounds=30):
    async def fill():
        for i in range(rounds):
            await queue.put(i)
        await queue.put(None)

    task = asyncio.create_task(fill())
    got = []
    while (item := await queue.get()) is not None:
        got.append(item)
    await task
    return sum(got), len(got)


def run(coroutine):
    return asyncio.run(coroutine)


print("plain", run(work(asyncio.Queue(3))), run(work(asyncio.Queue())), run(work(asyncio.PriorityQueue(0), 0)))


# ---- subclasses
class Logged(asyncio.Queue):
    def _put(self, item):
        seen.append(("put", item))
        super()._put(item)

    def _get(self):
        item = super()._get()
        seen.append(("get", item))
        return item


class Same(asyncio.Queue):
    pass


class Full(asyncio.Queue):
    def full(self):
        asked.append(self.qsize())
        return super().full()


class Hidden(asyncio.Queue):
    @property
    def _maxsize(self):
        asked.append("maxsize")
        return 2

    @_maxsize.setter
    def _maxsize(self, value):
        asked.append(value)


for cls in Logged, Same, Full, Hidden, asyncio.LifoQueue:
    seen, asked = [], []
    print(cls.__name__, run(work(cls(2), 7)), seen, asked)


# ---- replaced, in the class, in one queue, and in the middle
async def replaced():
    queue = asyncio.Queue(2)
    print(await work(queue, 5))
    queue._put = lambda item: queue._queue.append(item * 10 if item is not None else None)
    print(await work(queue, 5))
    del queue._put
    print(await work(queue, 5))
    original = asyncio.Queue.get_nowait

    def get_nowait(self):
        item = original(self)
        return item if item is None else -item

    asyncio.Queue.get_nowait = get_nowait
    try:
        print(await work(queue, 5))
    finally:
        asyncio.Queue.get_nowait = original
    print(await work(queue, 5))
    clear = asyncio.Event.clear
    count = [0]

    def counted(self):
        count[0] += 1
        clear(self)

    asyncio.Event.clear = counted
    try:
        print(await work(queue, 5), count)
    finally:
        asyncio.Event.clear = clear
    queue.__dict__["extra"] = 1
    print(await work(queue, 5), sorted(vars(queue))[:3], queue._unfinished_tasks)


run(replaced())


# ---- the loop
class Loop(asyncio.SelectorEventLoop):
    def call_soon(self, callback, *args, context=None):
        calls.append(getattr(callback, "__name__", type(callback).__name__))
        return super().call_soon(callback, *args, context=context)


calls = []
with asyncio.Runner(loop_factory=Loop) as runner:
    print(runner.run(work(asyncio.Queue(1), 3)), calls.count("task_wakeup"), len(calls))


class Turns(asyncio.SelectorEventLoop):
    turns = 0

    def _run_once(self):
        self.turns += 1
        super()._run_once()


with asyncio.Runner(loop_factory=Turns) as runner:
    print(runner.run(work(asyncio.Queue(1), 3)), runner.get_loop().turns > 3)


class Handle(events.Handle):
    __slots__ = ()

    def _run(self):
        ran.append(1)
        super()._run()


async def handles():
    original = events.Handle
    events.Handle = Handle
    try:
        result = await work(asyncio.Queue(1), 3)
        print(type(asyncio.get_running_loop().call_soon(int)).__qualname__)
        return result
    finally:
        events.Handle = original


ran = []
print(run(handles()), len(ran) > 5)


async def patched():
    loop = asyncio.get_running_loop()
    original = events.Handle._run

    def _run(self):
        ran.append(self._args)
        original(self)

    events.Handle._run = _run
    try:
        result = await work(asyncio.Queue(1), 3)
    finally:
        events.Handle._run = original
    print(all(isinstance(args, tuple) for args in ran), len(ran) > 5)
    handle = loop.call_soon(print, "not", "called")
    handle.cancel()
    loop.call_soon(print, "called", "so")
    await asyncio.sleep(0)
    print(handle.cancelled(), handle._callback, len(loop._ready))
    asyncio.get_running_loop().create_task(asyncio.sleep(0))
    made = loop._ready[-1]
    print(type(made) is events.Handle, made._args, made._cancelled, made._repr, made._source_traceback,
          made._loop is loop, type(made._context).__name__, repr(made)[:15])
    return result


ran = []
print(run(patched()))


# ---- what a callback sees, and what comes of its exception
variable = contextvars.ContextVar("variable", default=0)


def fails(x):
    raise ValueError(x)


def names():
    frame = sys._getframe(1)
    print(frame.f_code.co_qualname, frame.f_lineno - frame.f_code.co_firstlineno, sorted(frame.f_locals)[-1],
          frame.f_back.f_code.co_qualname, variable.get())


async def exceptions():
    loop = asyncio.get_running_loop()
    told = []
    loop.set_exception_handler(lambda loop, context: told.append(context))
    variable.set(5)
    loop.call_soon(fails, 7)
    loop.call_soon(names)
    loop.call_soon(variable.set, 6)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    context = told[0]
    print(context["message"].split(" at ")[0], context["handle"]._args, repr(context["exception"]),
          [entry.name for entry in traceback.extract_tb(context["exception"].__traceback__)], variable.get())
    loop.call_soon(sys.exit, 3)
    await asyncio.sleep(0)


try:
    run(exceptions())
except SystemExit as e:
    entries = traceback.extract_tb(e.__traceback__)
    print("exit", e.code, [entry.name for entry in entries][-3:])


# ---- debug mode that begins in a turn, timers that are set in one, and a loop that stops in one
async def changes():
    loop = asyncio.get_running_loop()
    log = io.StringIO()
    handler = logging.StreamHandler(log)
    logging.getLogger("asyncio").addHandler(handler)
    loop.slow_callback_duration = -1
    order = []
    loop.call_soon(order.append, 1)
    loop.call_soon(loop.set_debug, True)
    loop.call_soon(order.append, 2)
    loop.call_soon(order.append, 3)
    await asyncio.sleep(0)
    print(order, log.getvalue().count("Executing <Handle list.append"))
    loop.set_debug(False)
    loop.call_later(0, order.append, 4)
    loop.call_soon(order.append, 5)
    await asyncio.sleep(0)
    await asyncio.sleep(0.01)
    print(order)
    logging.getLogger("asyncio").removeHandler(handler)
    return await work(asyncio.Queue(2))


print(run(changes()))


def stopped():
    loop = asyncio.new_event_loop()
    order = []
    loop.call_soon(order.append, 1)
    loop.call_soon(loop.stop)
    loop.call_soon(order.append, 2)
    loop.call_soon(loop.call_soon, order.append, 3)
    loop.run_forever()
    print(order, len(loop._ready))
    loop.close()
    try:
        loop.create_future().set_result(1)
        loop.call_soon(print)
    except RuntimeError as e:
        print(e)


stopped()


# ---- cancelling who waits, shutting down, another loop
async def cancelled():
    queue = asyncio.Queue(1)
    waiting = [asyncio.create_task(queue.get()) for _ in range(3)]
    await asyncio.sleep(0)
    print(len(queue._getters), [type(w).__name__ for w in queue._getters])
    waiting[0].cancel()
    queue.put_nowait("a")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print([w.done() for w in waiting], len(queue._getters), queue.qsize())
    frame = waiting[2].get_coro().cr_frame
    print(frame.f_lineno - frame.f_code.co_firstlineno, sorted(frame.f_locals), waiting[2].get_coro().cr_await is not None)
    queue.shutdown()
    for result in await asyncio.gather(*waiting, return_exceptions=True):
        print(repr(result))
    try:
        await queue.put(1)
    except asyncio.QueueShutDown as e:
        print([entry.name for entry in traceback.extract_tb(e.__traceback__)])
    full = asyncio.Queue(1)
    full.put_nowait(1)
    try:
        full.put_nowait(2)
    except asyncio.QueueFull as e:
        print([entry.name for entry in traceback.extract_tb(e.__traceback__)])
    putter = asyncio.create_task(full.put(2))
    await asyncio.sleep(0)
    putter.cancel()
    await asyncio.wait([putter])
    print(full.get_nowait(), putter.cancelled(), len(full._putters), full._unfinished_tasks)
    try:
        full.get_nowait()
    except asyncio.QueueEmpty:
        print("empty")
    for _ in range(2):
        full.task_done()
    return full


async def elsewhere(queue):
    try:
        await queue.get()
    except RuntimeError as e:
        print(str(e).split(" at ")[0], str(e)[-32:])


async def bound(queue):
    queue.put_nowait(1)
    task = asyncio.create_task(queue.put(2))
    await asyncio.sleep(0)
    print(await queue.get(), await queue.get())
    await task
    return queue


try:
    run(cancelled())
except ValueError as e:
    print(e)
run(elsewhere(run(bound(asyncio.Queue(1)))))


# ---- sleep(0), looked at, thrown into, with its parts replaced; descriptors that are ready
async def sleeps():
    task = asyncio.create_task(asyncio.sleep(0, "slept"))
    print(await asyncio.sleep(0, "result"), await asyncio.sleep(-1, 2), await asyncio.sleep(0.0, 3), await task)
    coroutine = asyncio.sleep(0, "sent")
    print(coroutine.send(None), coroutine.cr_await.gi_code.co_name, coroutine.cr_await is coroutine.cr_await,
          coroutine.cr_frame.f_lineno - coroutine.cr_frame.f_code.co_firstlineno)
    try:
        coroutine.send("ignored")
    except StopIteration as e:
        print(e.value)
    coroutine = asyncio.sleep(0, "sent")
    coroutine.send(None)
    try:
        coroutine.send("ignored, too")
    except StopIteration as e:
        print(e.value)
    coroutine = asyncio.sleep(0)
    coroutine.send(None)
    try:
        coroutine.throw(KeyError("thrown"))
    except KeyError as e:
        print([entry.name for entry in traceback.extract_tb(e.__traceback__)])
    task = asyncio.create_task(asyncio.sleep(0))
    await asyncio.sleep(0)
    task.cancel("enough")
    try:
        await task
    except asyncio.CancelledError as e:
        print("cancelled", e.args)
    original = asyncio.tasks.__dict__["__sleep0"]
    turns = []

    def counted():
        turns.append(1)
        return original()

    setattr(asyncio.tasks, "__sleep0", counted)
    try:
        await asyncio.sleep(0)
    finally:
        setattr(asyncio.tasks, "__sleep0", original)
    await asyncio.sleep(0)
    print(turns)
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    read = []
    loop.add_reader(a, lambda: read.append(a.recv(10)))
    await asyncio.sleep(0)
    b.send(b"first")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    b.send(b"second")
    while len(read) < 2:
        await asyncio.sleep(0)
    loop.remove_reader(a)
    a.close()
    b.close()
    print(read, loop._selector.select(0), loop._selector.select(-5), type(loop._selector).__name__)
    done = loop.create_future()

    def wake():
        loop.call_soon_threadsafe(read.clear)
        loop.call_soon_threadsafe(done.set_result, "woken")

    threading.Timer(0.05, wake).start()
    print(await done, read)


run(sleeps())


# ---- traced
def traced():
    calls = []

    def profile(frame, event, arg):
        if event == "call" and frame.f_code.co_filename == queues.__file__:
            calls.append(frame.f_code.co_name)

    async def all_of_it():
        queue = asyncio.Queue(1)
        await work(queue, 3)
        sys.setprofile(profile)
        await work(queue, 2)
        sys.setprofile(None)
        return await work(queue, 3)

    print(run(all_of_it()), calls)


traced()
print(asyncio.Queue.get.__code__.co_name, queues.Queue.put_nowait.__code__ is base_events.BaseEventLoop._run_once.__code__)


# ---- what this process writes is seen in the same turn, whoever looked in vain just before
async def readable():
    loop = asyncio.get_running_loop()
    ours, theirs = socket.socketpair()
    seen = []
    loop.add_reader(ours, lambda: seen.append(ours.recv(10)))
    counts = []
    for i in range(40):
        for j in range(i % 4):
            await asyncio.sleep(0)
        theirs.send(b"%d" % i)
        turns = 0
        while not seen:
            await asyncio.sleep(0)
            turns += 1
        counts.append((turns, seen.pop()))
    loop.remove_reader(ours)
    ours.close()
    theirs.close()
    print(counts)


run(readable())


# ---- what an await that nobody saw begin shows of itself, and takes, once it waits
async def shown():
    async def inner():
        await asyncio.sleep(0)
        return "inner"

    async def outer():
        return await inner()

    for step in "look", "throw", "send", "close":
        coroutine = outer()
        print(step, coroutine.send(None), coroutine.cr_frame.f_lineno - outer.__code__.co_firstlineno)
        if step == "look":
            awaited = coroutine.cr_await
            print(awaited.__name__, awaited.cr_await.__name__, awaited.cr_await.cr_await.__name__,
                  awaited.cr_await.cr_frame.f_locals, awaited.cr_await.cr_await.gi_frame.f_locals)
        try:
            if step == "throw":
                coroutine.throw(ValueError("in"))
            elif step == "close":
                print(coroutine.close())
            else:
                coroutine.send(step)
        except StopIteration as e:
            print("stop", e.value)
        except ValueError as e:
            print([(f.name, f.lineno > 0) for f in traceback.extract_tb(e.__traceback__)])

    async def items():
        for i in range(3):
            await asyncio.sleep(0)
            yield i

    async def iterate():
        async for i in items():
            print("item", i)
            if i == 2:
                raise KeyError(i)

    coroutine = iterate()
    coroutine.send(None)
    print(type(coroutine.cr_await).__name__, coroutine.cr_running)
    try:
        while True:
            coroutine.send(None)
    except KeyError as e:
        print("raised", e)
    busy = items()
    first = busy.__anext__()
    first.send(None)
    try:
        async for i in busy:
            print("unexpected", i)
    except RuntimeError as e:
        print(e)
    first.close()
    asyncio.sleep.__defaults__ = ("other",)
    try:
        print(await asyncio.sleep(0))
    finally:
        asyncio.sleep.__defaults__ = (None,)
    print(await asyncio.sleep(0))


run(shown())
