# must-compile: attempt, futures, ready, nap
"""Tasks and futures: states, callbacks, cancelling, eager tasks, contexts, subclasses, what goes wrong."""
import asyncio
import contextvars
import sys

var = contextvars.ContextVar("var", default="none")


def attempt(function, *args, **keywords):
    try:
        print("ok", function(*args, **keywords))
    except BaseException as e:
        print(type(e).__name__, e)


async def futures(loop):
    f = loop.create_future()
    print(f, f._state, f._callbacks, f.done(), f.cancelled(), f._log_traceback, f._asyncio_future_blocking)
    attempt(f.result)
    attempt(f.exception)
    f.add_done_callback(print)
    f.add_done_callback(len)
    print(len(f._callbacks), f.remove_done_callback(print), f.remove_done_callback(print), f.remove_done_callback(len))
    seen = []
    f.add_done_callback(lambda f: seen.append((f.result(), var.get())))
    var.set("changed")
    f.add_done_callback(lambda f: seen.append((f.result(), var.get())))
    f.set_result(5)
    attempt(f.set_result, 6)
    attempt(f.set_exception, ValueError())
    print(seen, f)
    f.add_done_callback(lambda f: seen.append("late"))
    await asyncio.sleep(0)
    print(seen, await f, f.cancel())
    for error in (KeyError("k"), KeyError, StopIteration(3), 5, int):
        f = loop.create_future()
        attempt(f.set_exception, error)
        if f.done():
            print(f.exception().__class__, f.exception().__cause__)
            attempt(f.result)
    f = loop.create_future()
    print(f.cancel("why"), f.cancel(), f, f._cancel_message)
    attempt(f.result)
    attempt(f.exception)
    try:
        await f
    except asyncio.CancelledError as e:
        print("cancelled", e.args)
    for name in ("_log_traceback", "_asyncio_future_blocking", "_cancel_message", "_state", "_loop"):
        attempt(delattr, f, name)
    attempt(setattr, f, "_log_traceback", True)
    attempt(setattr, f, "_log_traceback", False)
    attempt(asyncio.Future, 3)
    attempt(asyncio.Future.__new__(asyncio.Future).result)
    attempt(asyncio.Future.__new__(asyncio.Future).cancel)
    attempt(repr, asyncio.Future.__new__(asyncio.Future))
    print(asyncio.Future.__new__(asyncio.Future)._loop, asyncio.Future[int])
    it = iter(loop.create_future())
    print(next(it)._asyncio_future_blocking)
    attempt(next, it)
    attempt(it.throw, ValueError("thrown"))
    it = iter(loop.create_future())
    attempt(it.throw, 5)


async def ready(value):
    return value


async def nap(n, value=None):
    for _ in range(n):
        await asyncio.sleep(0)
    return value


async def stubborn():
    count = 0
    while count < 2:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError as e:
            count += 1
            print("refused", e.args, asyncio.current_task().cancelling())
    return "gave in"


async def raises(error):
    await asyncio.sleep(0)
    raise error


async def cancelling():
    t = asyncio.create_task(stubborn(), name="stubborn")
    for message in ("one", "two", "three"):
        await asyncio.sleep(0)
        print(t.cancel(message), t.cancelling(), t.done())
    await asyncio.sleep(0)
    print(t.result(), t.cancelling(), t.uncancel(), t.cancelled())
    t = asyncio.create_task(nap(1))
    print(t.cancel(), t._must_cancel, str(t).partition("running at")[0])
    await asyncio.wait([t])
    print(t.cancelled(), t.get_coro().cr_frame, t.get_name()[:4])
    t = asyncio.create_task(nap(3))
    await asyncio.sleep(0)
    t.cancel("before")
    t.uncancel()
    print(t._must_cancel)
    print(await t)
    t = asyncio.create_task(raises(KeyError("x")))
    try:
        await t
    except KeyError as e:
        tb = e.__traceback__
        names = []
        while tb:
            names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno))
            tb = tb.tb_next
        print(names)
    print(t.exception(), t._log_traceback)
    attempt(t.set_result, 1)
    attempt(t.set_exception, ValueError())
    attempt(asyncio.Task, 5)


class Awaitable:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield self.value


async def yields(value):
    await Awaitable(value)


async def wrong(loop):
    me = asyncio.current_task()
    other = asyncio.new_event_loop()
    strange = other.create_future()
    for value in (5, None, strange, loop.create_future(), (x for x in ())):
        try:
            print("finished", await asyncio.create_task(yields(value), name="t"))
        except RuntimeError as e:
            print(str(e)[:30].replace("0x", ""))
    try:
        await me
    except RuntimeError as e:
        print(str(e)[:26])
    other.close()
    for function, task in ((asyncio._enter_task, None), (asyncio._leave_task, 7)):
        try:
            function(loop, task)
        except RuntimeError as e:
            print(str(e).partition(" <")[0])
    print(asyncio.current_task() is me, asyncio.current_task(loop) is me)


class MyFuture(asyncio.Future):
    def add_done_callback(self, *args, **keywords):
        print("add_done_callback", len(args), sorted(keywords))
        super().add_done_callback(*args, **keywords)

    def cancel(self, msg=None):
        print("asked to cancel", msg)
        return super().cancel(msg=msg)


class MyTask(asyncio.Task):
    log = []

    def cancel(self, msg=None):
        MyTask.log.append("cancel")
        return super().cancel(msg)

    def result(self):
        MyTask.log.append("result")
        return super().result()


class Duck:
    _asyncio_future_blocking = False

    def __init__(self, loop):
        self._loop = loop
        self.callbacks = []

    def get_loop(self):
        return self._loop

    def add_done_callback(self, fn, *, context):
        self.callbacks.append((fn, context))

    def result(self):
        raise LookupError("duck")

    def __await__(self):
        self._asyncio_future_blocking = True
        yield self
        return self.result()


async def subclasses(loop):
    async def waiting(f):
        try:
            return await f
        except asyncio.CancelledError:
            return "was cancelled"

    f = MyFuture(loop=loop)
    t = MyTask(waiting(f), loop=loop, name=77)
    print(t.get_name(), str(t).partition("running at")[0])
    await asyncio.sleep(0)
    print(t._fut_waiter is f, f._asyncio_awaited_by == {t})
    loop.call_soon(f.set_result, "value")
    print(await t, MyTask.log, f._asyncio_awaited_by)
    f = MyFuture(loop=loop)
    t = MyTask(waiting(f), loop=loop)
    await asyncio.sleep(0)
    t.cancel("please")
    print(await t, MyTask.log)
    duck = Duck(loop)
    t = asyncio.create_task(waiting(duck))
    await asyncio.sleep(0)
    for fn, context in duck.callbacks:
        loop.call_soon(fn, duck, context=context)
    attempt_later = await asyncio.gather(t, return_exceptions=True)
    print(attempt_later)
    f = asyncio.Future()
    f.extra = 5
    print(f.extra, MyTask.__mro__[1:3])


async def eager(loop):
    log = []

    async def worker(n):
        log.append((n, asyncio.current_task().get_name(), var.get()))
        var.set(n)
        for _ in range(n):
            await asyncio.sleep(0)
            log.append(n)
        return n

    loop.set_task_factory(asyncio.eager_task_factory)
    me = asyncio.current_task()
    tasks = [asyncio.create_task(worker(n), name=f"w{n}") for n in range(3)]
    print([t.done() for t in tasks], log, asyncio.current_task() is me, var.get())
    print(tasks[0].get_coro(), sorted(t.get_name() for t in asyncio.all_tasks() if t is not me))
    print(await asyncio.gather(*tasks), log)
    t = asyncio.create_task(raises(ValueError("eager")))
    try:
        await t
    except ValueError as e:
        print(e)
    loop.set_task_factory(None)


async def groups():
    try:
        async with asyncio.TaskGroup() as group:
            a = group.create_task(nap(1, "a"))
            group.create_task(raises(OSError(1, "bad")))
            b = group.create_task(stubborn_once())
    except* OSError as errors:
        print(errors.exceptions, a.result(), b.cancelled())
    print(await asyncio.gather(ready(1), raises(ValueError(2)), nap(2, 3), return_exceptions=True))
    try:
        await asyncio.gather(nap(5), raises(ValueError(2)))
    except ValueError as e:
        print(repr(e))
    outer = asyncio.gather(nap(50), nap(60))
    await asyncio.sleep(0)
    outer.cancel("all")
    try:
        await outer
    except asyncio.CancelledError as e:
        print("gather cancelled", e.args)
    try:
        async with asyncio.timeout(0):
            await nap(3)
            await asyncio.sleep(10)
    except TimeoutError as e:
        print(type(e.__cause__), e.__cause__.__context__)
    try:
        await asyncio.wait_for(asyncio.sleep(5), 0.001)
    except TimeoutError:
        print("timeout")
    inner = asyncio.create_task(nap(3, "inner"))
    shielded = asyncio.shield(inner)
    await asyncio.sleep(0)
    shielded.cancel()
    print(shielded.cancelled(), await inner)
    for done in asyncio.as_completed([nap(2, 2), nap(0, 0), nap(1, 1)]):
        print(await done, end=" ")
    print()


async def stubborn_once():
    try:
        await asyncio.sleep(60)
    finally:
        print("cleaning", sys.exception().__class__.__name__)


async def generators():
    async def ticks(n):
        try:
            for i in range(n):
                await asyncio.sleep(0)
                got = yield i
                if got:
                    print("got", got)
        finally:
            await asyncio.sleep(0)
            print("finally", n)

    print([x async for x in ticks(3)])
    g = ticks(5)
    print(await g.__anext__(), await g.asend("hello"))
    try:
        await g.athrow(KeyError("thrown in"))
    except KeyError as e:
        print(repr(e))
    await g.aclose()
    g = ticks(4)
    await anext(g)
    await g.aclose()
    await g.aclose()
    print(await anext(g, "default"))
    step = g.asend(None)
    attempt(step.send, None)
    attempt(step.send, None)
    g = ticks(2)
    step = g.asend(5)
    attempt(step.send, None)


async def main():
    loop = asyncio.get_running_loop()
    await futures(loop)
    await cancelling()
    await wrong(loop)
    await subclasses(loop)
    await eager(loop)
    await groups()
    await generators()
    print(asyncio.all_tasks() == {asyncio.current_task()})


attempt(asyncio.get_running_loop)
attempt(asyncio.current_task)
attempt(asyncio.all_tasks)
asyncio.run(main())
print(asyncio._get_running_loop())
