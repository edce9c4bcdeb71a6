# modes: stress
# must-compile: all_kinds, counting, walk, powers, leaf, level, written
"""Generators that are suspended with ints, floats, bools, complex numbers, ranges and list iterators in registers."""
import inspect


def all_kinds(n, items):
    i = 1
    f = 0.5
    b = True
    z = 1j
    for k in range(n):
        for item in items:
            i = i * 3 % 1000003
            f = f * 1.25 + k
            b = i % 2 == 0
            z = z * 1j + item
            got = yield (i, f, b, z, k, item)
            if got is not None:
                i = got
    return i, f, b, z


def total(g, rounds):
    s = 0.0
    for _ in range(rounds):
        i, f, b, z, k, item = next(g)
        s += i + (f if f < 1e9 else 1.0) + b + (z.real if abs(z.real) < 1e6 else 0.0) + k + item
    return s


items = [1, 2, 3]
print(round(total(all_kinds(2000, items), 6000), 3))

# The same values seen from outside, from compiled and from interpreted suspensions.
g = all_kinds(400, items)
for _ in range(700):
    next(g)
seen = dict(g.gi_frame.f_locals)
print(sorted(k for k in seen), seen["i"], seen["b"], seen["k"], seen["item"], seen["n"])
print(inspect.getgeneratorlocals(g)["i"], g.gi_running, g.gi_suspended)
print(next(g)[0], g.send(7)[0], g.send(2.5)[0], g.send(10**30)[0], next(g)[0])
try:
    g.send("text")
except TypeError as e:
    tb = e.__traceback__
    while tb.tb_next:
        tb = tb.tb_next
    print(e, tb.tb_lineno - all_kinds.__code__.co_firstlineno, tb.tb_frame.f_locals["i"], tb.tb_frame.f_locals["k"])

# Exceptions thrown in, with handlers and without.


def counting(n):
    total = 0
    caught = 0
    ratio = 1.0
    for k in range(n):
        try:
            x = yield total
            total += k
            ratio = ratio / 2 + x
        except ValueError as e:
            caught += 1
            total += 1000 * len(e.args)
        except GeneratorExit:
            print("closing", k, total, caught)
            raise
    return total, caught, round(ratio, 6)


def drive(n, every):
    g = counting(n)
    next(g)
    out = 0
    for k in range(n - 1):
        if k % every == every - 1:
            out = g.throw(ValueError(k, 1))
        else:
            out = g.send(0.25)
    try:
        g.send(1.5)
    except StopIteration as stop:
        return out, stop.value


for every in (10**9, 7, 2):
    print(drive(3000, every))
g = counting(10)
next(g)
g.send(1)
g.close()
g = counting(10)
next(g)
try:
    g.throw(KeyError("out"))
except KeyError as e:
    print(repr(e), g.gi_frame)

# A list that changes while the generator over it sleeps, and a range that ends.


def walk(items):
    at = 0
    for x in items:
        at += 1
        yield at * x


data = list(range(500))
for round_ in range(20):
    g = walk(data)
    s = 0
    for n, v in enumerate(g):
        s += v
        if n == 100:
            data.append(round_)
        if n == 300:
            del data[400:450]
        if n == 302:
            data.extend([1.5, 2.5])
    print(s, len(data), end=" ")
    data = list(range(500))
print()

# Overflow into big integers, and back, between yields.


def powers(n):
    x = 1
    for k in range(n):
        x = x * 2 if k % 80 else 1
        yield x


print(sum(powers(5000)) % 1000000007, max(powers(200)))

# Delegation: values handed through many levels, results, and exceptions on the way.


def leaf(n):
    s = 0
    for k in range(n):
        got = yield k
        s += got or 1
    return s


def level(depth, n):
    mark = depth * 2
    share = depth / 2
    if depth == 0:
        r = yield from leaf(n)
    else:
        r = yield from level(depth - 1, n)
    return r + mark + share


def through(depth, n):
    g = level(depth, n)
    s = 0
    try:
        s += next(g)
        while True:
            s += g.send(2)
    except StopIteration as stop:
        return s, stop.value


print([through(d, 300) for d in (0, 1, 5, 20)], through(3, 5000))
g = level(4, 10)
next(g)
print([x.gi_yieldfrom.__name__ for x in (g, g.gi_yieldfrom)], g.gi_frame.f_locals)
try:
    g.throw(RuntimeError("deep"))
except RuntimeError as e:
    tb = e.__traceback__
    lines = []
    while tb:
        lines.append(tb.tb_lineno - level.__code__.co_firstlineno)
        tb = tb.tb_next
    print(lines[1:])


# Written to from outside while suspended.
def written(n):
    a = 1
    b = 2.0
    for k in range(n):
        yield a + b + k


g = written(5000)
for _ in range(3000):
    next(g)
print(next(g), g.gi_frame.f_locals["a"], g.gi_frame.f_locals["b"])
h = written(10)
next(h)
h.gi_frame.f_locals["a"] = 100
print(next(h), next(h))
