# modes: stress
# must-compile: running, averages, drain
def running(items):
    total = 0
    for x in items:
        total = total + x
        yield total


def averages():
    n = 0
    total = 0
    value = None
    while True:
        x = yield value
        n += 1
        total += x
        value = total / n


def drain(g):
    out = []
    for x in g:
        out.append(x)
    return out


for _ in range(300):
    drain(running([1, 2, 3, 4]))
print(drain(running([1, 2.5, 3])), drain(running([2 ** 62] * 4)), drain(running(["a"] if False else [True, 2])))
try:
    drain(running([1, "a"]))
except TypeError as e:
    print(e)


def average(values):
    a = averages()
    next(a)
    r = [a.send(v) for v in values]
    a.close()
    return r


for _ in range(200):
    average([1, 2, 3])
print(average([1, 2.5, 2 ** 63, True]))


def flatten(x):
    for item in x:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item + 1


for _ in range(200):
    drain(flatten([1, [2, [3]], 4]))
print(drain(flatten([1, [2.5, [2 ** 63 - 1, [[]]]], True])))


def with_try(items):
    for x in items:
        try:
            got = yield 100 // x
            if got:
                yield ("got", got)
        except ZeroDivisionError:
            yield "zero"
        except ValueError as e:
            yield f"value {e}"
        finally:
            cleanups.append(x)


cleanups = []
for _ in range(200):
    drain(with_try([1, 2, 3]))
cleanups.clear()
print(drain(with_try([1, 0, 2.0])), cleanups)
g = with_try([5, 6, 7])
print(next(g), g.send("x"), next(g), g.throw(ValueError("in")), next(g), g.close(), cleanups)


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


f = fib()
values = [next(f) for _ in range(200)]
print(values[90:95], values[-1])


def pipeline(n):
    evens = (x for x in range(n) if x % 2 == 0)
    squares = (x * x for x in evens)
    return sum(squares)


for _ in range(50):
    pipeline(40)
print(pipeline(1000), pipeline(7))


def switching(n):
    """Resumed many times: started in one engine and ended in another."""
    x = 0
    for i in range(n):
        x += i
        sent = yield x
        if sent is not None:
            x = sent


g = switching(5000)
total = next(g)
for i in range(4998):
    total += g.send(1.5 if i == 4000 else None)
print(total)


def two_at_once():
    a = running(iter(range(1000)))
    b = running(iter(i * 0.5 for i in range(1000)))
    return sum(x for pair in zip(a, b) for x in pair)


print(two_at_once())
