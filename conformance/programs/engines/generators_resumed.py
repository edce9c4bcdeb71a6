# modes: stress
# must-compile: sums, delegates, forever, receives, double, chain
"""Generators and coroutines suspended by one engine and resumed by the other, with registers that change kind."""
import inspect


def sums(n):
    t = 0
    for i in range(n):
        t += i
        yield t


def delegates(n):
    result = yield from sums(n)
    for k in [1, 2.5, 3]:
        try:
            yield k
        except ValueError as e:
            yield ("caught", str(e))
    return result


def forever():
    x = 0
    while True:
        x = (yield x) or x + 1


def receives(log):
    total = 0
    try:
        while True:
            try:
                total += yield total
            except KeyError as e:
                log.append(e.args)
                total = 0.5
    finally:
        log.append(total)


def total(items):
    return sum(x for x in items if x)


async def double(x):
    return x * 2


async def chain(n):
    t = 0
    for i in range(n):
        t += await double(i)
    return t


def drive(c):
    try:
        c.send(None)
    except StopIteration as e:
        return e.value


for _ in range(60):
    list(delegates(20))
    total(range(20))
    drive(chain(20))
print(list(delegates(5)), total([1, 2.5, 2 ** 70]), drive(chain(1000)))
g = forever()
print([next(g) for _ in range(400)][-1], g.send(2.5), next(g), g.send(2 ** 63 - 1), next(g), g.gi_frame.f_locals)
print(g.send("s"))
try:
    next(g)
except TypeError as e:
    print(e, g.gi_frame)
log = []
r = receives(log)
next(r)
for i in range(400):
    r.send(i)
print(r.send(1), r.throw(KeyError("k")), r.send(1), r.send(2 ** 62), inspect.getgeneratorlocals(r)["total"])
r.close()
print(log, inspect.getgeneratorstate(r))
g = delegates(3)
print([next(g) for _ in range(4)], g.throw(ValueError("v")), next(g), next(g, "end"), next(g, "end"))

shared = iter([1, 2, 3, 4, 5, 6])


def takes(it):
    for x in it:
        yield x


for _ in range(300):
    list(takes([1, 2, 3]))
a, b = takes(shared), takes(shared)
print(next(a), next(b), next(a), next(shared), list(b), list(a))


def changing(values):
    last = values[0]
    for v in values:
        last = last + v
        yield last


for _ in range(100):
    list(changing([1, 2, 3]))
for values in ([1.5, 2, 3], ["a", "b"], [2 ** 62, 2 ** 62, 1], [(1,), (2,)]):
    print(list(changing(values)))


def raises(n):
    for i in range(n):
        yield i
    raise StopIteration(n)


for _ in range(50):
    try:
        list(raises(10))
    except RuntimeError as e:
        last = e
print(last, repr(last.__cause__), last.__traceback__.tb_next.tb_lineno)


def recursive(tree):
    if isinstance(tree, list):
        for t in tree:
            yield from recursive(t)
    else:
        yield tree


for _ in range(100):
    list(recursive([1, [2, [3, [4]]], 5]))
print(list(recursive([1, [2.5, ["3", [4]]], 5])))
own = None


def reenters():
    for _ in range(3):
        try:
            next(own)
        except ValueError as e:
            yield str(e)


for _ in range(200):
    own = reenters()
    said = list(own)
print(said)
