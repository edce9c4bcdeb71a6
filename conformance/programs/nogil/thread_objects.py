# must-compile: Mine.run, catches, deep, recursion
import sys
import threading
import time

out = []
t = threading.Thread(target=lambda *a, **k: out.append((a, k)), args=(1, 2), kwargs={"x": 3}, name="named")
print(t.name, t.is_alive(), t.daemon, t.ident, t.native_id)
t.start()
t.join()
print(out, t.is_alive(), isinstance(t.ident, int))
for f in (t.start, lambda: threading.Thread(target=print).join(), lambda: threading.current_thread().join(), lambda: setattr(t, "daemon", True), lambda: threading.Thread(group=5)):
    try:
        f()
    except (RuntimeError, AssertionError) as e:
        print(type(e).__name__, e)
print(threading.current_thread().name, threading.main_thread() is threading.current_thread(), threading.active_count(), [x.name for x in threading.enumerate()])


class Mine(threading.Thread):
    def run(self):
        out.append(("run", self.name, threading.current_thread() is self))


m = Mine(name="mine")
m.start()
m.join()
print(out[-1])
local = threading.local()
local.x = "main"
seen = []


def use_local(v):
    try:
        local.x
    except AttributeError as e:
        seen.append(str(e))
    local.x = v
    time.sleep(0.001)
    seen.append(local.x)


ts = [threading.Thread(target=use_local, args=(i,)) for i in range(3)]
[x.start() for x in ts]
[x.join() for x in ts]
print(local.x, sorted(map(str, seen)), vars(local))


class MyLocal(threading.local):
    def __init__(self, start):
        self.n = start


ml = MyLocal(7)
got = []
x = threading.Thread(target=lambda: (setattr(ml, "n", ml.n + 1), got.append(ml.n)))
x.start()
x.join()
print(ml.n, got)
errors = []
threading.excepthook = lambda args: errors.append((args.exc_type.__name__, str(args.exc_value), args.thread.name))
x = threading.Thread(target=lambda: 1 / 0, name="fails")
x.start()
x.join()
print(errors)
threading.excepthook = threading.__excepthook__
x = threading.Thread(target=sys.exit)
x.start()
x.join()
print("SystemExit in a thread is silent")
results = []


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


x = threading.Thread(target=lambda: results.append(deep(500)))
x.start()
x.join()
print(results)


def recursion():
    try:
        recursion()
    except RecursionError:
        raise


def catches():
    try:
        recursion()
    except RecursionError as e:
        results.append(type(e).__name__)


x = threading.Thread(target=catches)
x.start()
x.join()
print(results)
import contextvars
var = contextvars.ContextVar("var", default="default")
var.set("main")
x = threading.Thread(target=lambda: results.append(var.get()))
x.start()
x.join()
print(results[-1], var.get())
x = threading.Thread(target=contextvars.copy_context().run, args=(lambda: results.append(var.get()),))
x.start()
x.join()
print(results[-1])
import _thread
done = _thread.allocate_lock()
done.acquire()
_thread.start_new_thread(lambda a: (results.append(a), done.release()), ("low level",))
done.acquire()
print(results[-1], _thread.get_ident() == threading.get_ident())
print(threading.stack_size(), threading.TIMEOUT_MAX > 1000)
d = threading.Thread(target=time.sleep, args=(30,), daemon=True)
d.start()
print("daemon does not hold up the end", d.daemon)
