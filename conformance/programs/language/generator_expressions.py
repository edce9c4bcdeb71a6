# modes: stress
# must-compile: evens, squares
def evens(n):
    for i in range(n):
        if i % 2 == 0:
            yield i


def squares(it):
    for x in it:
        yield x * x


def take(n, it):
    out = []
    for x in it:
        if len(out) == n:
            break
        out.append(x)
    return out


for _ in range(200):
    sum(squares(evens(20)))
print(sum(squares(evens(1000))), take(5, squares(evens(10 ** 9))), list(x for x in range(5) if x % 2), sum(x * y for x in range(5) for y in range(x)), max((x * 7 % 11, x) for x in range(11)), sorted((c for c in "hello"), reverse=True), dict((i, i * i) for i in range(4)), set(x % 3 for x in range(10)), ",".join(str(x) for x in range(5)), any(x > 3 for x in range(10)), all(x for x in [1, 0]), tuple(x for x in "ab"), next((x for x in range(10) if x > 5), None), next((x for x in []), "none"))


def countdown(n):
    while n:
        yield n
        n -= 1
    return "liftoff"


def wraps():
    r = yield from countdown(3)
    yield r


def zigzag(a, b):
    a, b = iter(a), iter(b)
    while True:
        try:
            yield next(a)
            yield next(b)
        except StopIteration:
            return


def batched(it, n):
    b = []
    for x in it:
        b.append(x)
        if len(b) == n:
            yield b
            b = []
    if b:
        yield b


def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1


def echo():
    got = None
    while True:
        got = yield got
        if got == "stop":
            return


print(list(wraps()), list(zigzag("abc", [1, 2])), list(batched(range(7), 3)), take(10, primes()), list(enumerate(countdown(3))), list(zip(countdown(3), countdown(2))), list(map(lambda x: x + 1, countdown(2))), [*countdown(2)], sum(countdown(100)))
e = echo()
next(e)
print(e.send(1), e.send("x"), [e.send(i) for i in range(3)])
try:
    e.send("stop")
except StopIteration as s:
    print("stopped", s.value)


def permute(items):
    if len(items) <= 1:
        yield items
    for i in range(len(items)):
        for p in permute(items[:i] + items[i + 1:]):
            yield items[i:i + 1] + p if len(items) > 1 else p


def walk(tree):
    if tree:
        yield from walk(tree[0])
        yield tree[1]
        yield from walk(tree[2])


def queens(n, placed=()):
    if len(placed) == n:
        yield placed
    else:
        for c in range(n):
            if all(c != p and abs(c - p) != len(placed) - r for r, p in enumerate(placed)):
                yield from queens(n, placed + (c,))


print(len(set(permute("abcd"))), list(walk((((), 1, ()), 2, ((), 3, ())))), next(queens(6)), sum(1 for _ in queens(6)), list(queens(4)))
