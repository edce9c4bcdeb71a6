# modes: stress
# must-compile: counter, delegating
import inspect


def counter(n):
    received = []
    for i in range(n):
        got = yield i
        if got is not None:
            received.append(got)
    return received


def delegating(n):
    result = yield from counter(n)
    yield ("result", result)


for _ in range(200):
    list(delegating(30))
g = delegating(4)
print(next(g), g.send("a"), g.send(None), g.send("b"), next(g), next(g, "end"))


def attempt(f, *a):
    try:
        return f(*a)
    except BaseException as e:
        return f"{type(e).__name__}: {e}"


g = counter(1)
print(attempt(g.send, 5), next(g), attempt(next, g), attempt(next, g))


def catching():
    while True:
        try:
            x = yield
            print("got", x)
        except ValueError as e:
            print("caught", e)
            yield "from handler"
        finally:
            print("finally")


g = catching()
next(g)
g.send(1)
print(g.throw(ValueError("thrown")))
print(attempt(g.throw, KeyError("out")), inspect.getgeneratorstate(g))


def cleanup(log):
    try:
        yield 1
        yield 2
    except GeneratorExit:
        log.append("exit")
        raise
    finally:
        log.append("finally")


log = []
g = cleanup(log)
next(g)
print(g.close(), log, attempt(next, g))


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = stubborn()
next(g)
print(attempt(g.close))


def returns_on_close():
    try:
        yield 1
    except GeneratorExit:
        return "closed"


g = returns_on_close()
next(g)
print(g.close())


def stop_inside():
    yield 1
    raise StopIteration("inner")


print(attempt(list, stop_inside()))


def reentrant():
    yield next(g)


g = reentrant()
print(attempt(next, g))


def inner():
    try:
        yield 1
    except ValueError as e:
        yield f"inner {e}"
    return "value"


def outer():
    r = yield from inner()
    yield r
    r = yield from [10, 20]
    yield r
    yield from ()


g = outer()
print(next(g), g.throw(ValueError("v")), list(g))


class Sub:
    def __iter__(self):
        return self

    def __next__(self):
        return "next"

    def send(self, v):
        return ("send", v)

    def throw(self, *a):
        return ("throw", a[0])

    def close(self):
        print("closed sub")


def via():
    yield from Sub()


g = via()
print(next(g), g.send(3), g.throw(ValueError), g.close())
g = counter(2)
print(g.gi_running, g.gi_frame.f_lineno - counter.__code__.co_firstlineno, g.gi_yieldfrom, g.__name__, g.__qualname__)
next(g)
print(g.gi_frame.f_locals["i"], g.gi_suspended, inspect.getgeneratorstate(g))
list(g)
print(g.gi_frame, inspect.getgeneratorstate(g), g.gi_code is counter.__code__)


def tree(d):
    if d:
        yield from tree(d - 1)
        yield d
        yield from tree(d - 1)


print(list(tree(4)))
print(attempt(lambda: (yield_ for yield_ in 5)), attempt(lambda: list((x for x in [1, 2] if 1 / 0))))
gen = (lambda: (yield 1))()
print(next(gen), attempt(gen.send, 7))


def expr():
    x = yield
    y = (yield x) + (yield 2)
    print(x, y)
    z = [(yield 3), (yield 4)]
    return z


g = expr()
print(next(g), g.send("x"), g.send(10), g.send(5), g.send("p"), attempt(g.send, "q"))


def depth(n):
    if n == 0:
        yield 0
    else:
        yield from depth(n - 1)


print(list(depth(100)))
