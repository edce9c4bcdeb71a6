# modes: stress
# must-compile: late, shadow, walrus, generator_is_lazy
print([x * y for x in range(3) for y in range(x)])
print({x: x * x for x in range(4) if x % 2}, {x % 3 for x in range(10)})
print(list(x for x in "abc"), sum(x for x in range(5)))
print([[i * j for j in range(3)] for i in range(3)])
print([(x, y) for x in range(3) if x for y in "ab" if (x + ord(y)) % 2])
x = "kept"
[x for x in range(3)]
print(x)


def late():
    fs = [lambda: i for i in range(3)]
    gs = [lambda j=i: (i, j) for i in range(3)]
    return [f() for f in fs], [g() for g in gs]


print(late())


class C:
    n = 3
    squares = [i * i for i in range(n)]
    fs = [lambda: i for i in range(2)]

    try:
        bad = [n for i in range(2)]
    except NameError as e:
        bad = str(e)


print(C.squares, C.bad, [f() for f in C.fs])


def shadow(i):
    a = [i for i in range(3)]
    return i, a


print(shadow(7))


def walrus(items):
    total = 0
    running = [total := total + v for v in items]
    found = any((hit := v) > 2 for v in items)
    return running, total, found, hit


print(walrus([1, 2, 3, 4]))


def generator_is_lazy():
    def noisy(n):
        print("noisy", n)
        return range(n)
    g = (x for x in noisy(2) for y in noisy(x))
    print("made")
    return list(g)


print(generator_is_lazy())
try:
    [1 / x for x in (1, 0)]
except ZeroDivisionError as e:
    tb = e.__traceback__
    names = []
    while tb:
        names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    print(names)


def nested_scopes():
    a = 10
    return [[(lambda: a + b + c)() for c in range(2)] for b in range(2)]


print(nested_scopes())
print({k: v for k, v in zip("abc", range(3))}, {**{k: 1 for k in "ab"}})
g = (i for i in [1, 2, 3])
print(next(g), list(g), list(g), g.__name__, g.__qualname__)
print([i for i in range(5) if i if i % 2], [a if a else b for a, b in [(0, 1), (2, 3)]])
print([y for x in [[1, 2], [3]] for y in x], [x for x, in [(1,), (2,)]], [a for a, *b in ["xyz"]])


async def agen():
    for i in range(3):
        yield i


async def acomp():
    a = [i async for i in agen()]
    b = {i: [j async for j in agen()] async for i in agen() if i}
    c = [i async for i in (j * 2 async for j in agen())]
    return a, b, c


try:
    acomp().send(None)
except StopIteration as e:
    print(e.value)


def locals_inside():
    q = 1
    return [sorted(locals()) for r in range(1)]


print(locals_inside())


def deletion():
    x = 5
    y = [x for x in range(2)]
    del x
    try:
        return x
    except UnboundLocalError as e:
        return y, str(e)


print(deletion())
