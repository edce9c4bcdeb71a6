# modes: stress
# must-compile: work, Machine.send, Machine.on_running, Observable.on
class Timer:
    depth = 0

    def __init__(self, name, log):
        self.name, self.log = name, log

    def __enter__(self):
        Timer.depth += 1
        self.log.append("  " * Timer.depth + "+" + self.name)
        return self

    def __exit__(self, kind, value, tb):
        self.log.append("  " * Timer.depth + "-" + self.name + (f" {kind.__name__}: {value}" if kind else ""))
        Timer.depth -= 1
        return kind is not None and issubclass(kind, LookupError)


def work(n, log):
    with Timer(f"work {n}", log):
        if n == 0:
            {}["missing"]
        with Timer("inner", log), Timer("second", log):
            for i in range(3):
                with Timer(str(i), log):
                    if i == n:
                        break
                    if n == 5 and i == 1:
                        [][5]
        return "returned"


for n in range(6):
    log = []
    print(work(n, log), "|".join(log))


class Machine:
    transitions = {("idle", "start"): "running", ("running", "pause"): "paused", ("paused", "start"): "running", ("running", "stop"): "idle"}

    def __init__(self):
        self.state = "idle"
        self.history = []

    def send(self, event):
        try:
            new = self.transitions[self.state, event]
        except KeyError:
            self.history.append(f"{self.state}!{event}")
            return False
        handler = getattr(self, f"on_{new}", None)
        if handler:
            handler(self.state)
        self.history.append(f"{self.state}>{new}")
        self.state = new
        return True

    def on_running(self, before):
        self.history.append(f"running after {before}")


m = Machine()
print([m.send(e) for e in ("start", "pause", "stop", "start", "stop", "stop")], m.history, m.state)


class Observable:
    def __init__(self):
        self.watchers = {}

    def on(self, name):
        def register(f):
            self.watchers.setdefault(name, []).append(f)
            return f
        return register

    def fire(self, name, *args):
        return [f(*args) for f in self.watchers.get(name, ())]


o = Observable()


@o.on("x")
def one(v):
    return v + 1


@o.on("x")
@o.on("y")
def two(v):
    return v * 2


for _ in range(300):
    o.fire("x", 5)
print(o.fire("x", 5), o.fire("y", "s"), o.fire("z"))


class Undo:
    def __init__(self):
        self.value, self.done, self.undone = 0, [], []

    def do(self, op, x):
        ops = {"+": (lambda v: v + x, lambda v: v - x), "*": (lambda v: v * x, lambda v: v // x)}
        f, g = ops[op]
        self.value = f(self.value)
        self.done.append((f, g))
        self.undone.clear()
        return self

    def undo(self):
        if self.done:
            p = self.done.pop()
            self.undone.append(p)
            self.value = p[1](self.value)
        return self

    def redo(self):
        if self.undone:
            p = self.undone.pop()
            self.done.append(p)
            self.value = p[0](self.value)
        return self


u = Undo().do("+", 5).do("*", 3).do("+", 2 ** 63)
print(u.value, u.undo().value, u.undo().value, u.redo().value, u.undo().undo().undo().value, len(u.undone))
