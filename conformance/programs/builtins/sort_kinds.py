# Lists of many kinds are sorted, upwards and downwards, with and without a key: order, stability, errors, NaN, zeros.
# must-compile: numbers
import zlib


def numbers(n, seed):
    state = seed
    made = []
    for _ in range(n):
        state = state * 48271 % 2147483647
        made.append(state)
    return made


class Odd(int):
    def __lt__(self, other):
        return int(self) % 7 < int(other) % 7


class Named:
    def __init__(self, name, n):
        self.name, self.n = name, n

    def __lt__(self, other):
        return self.name < other.name

    def __repr__(self):
        return f"<{self.name}{self.n}>"


class Asked(tuple):
    times = 0

    def __lt__(self, other):
        Asked.times += 1
        return tuple.__lt__(self, other)


class Pair(tuple):
    def __lt__(self, other):
        return self[1] < other[1]


def kinds(n):
    r = numbers(n, n + 3)
    yield "ints", r
    yield "few ints", [x % 5 for x in r]
    yield "ints and big", [x << 40 if x % 3 else x for x in r]
    yield "negative", [x % 1000 - 500 for x in r]
    yield "floats", [x / 7 for x in r]
    yield "zeros", [(-0.0, 0.0, 1.0, -1.0, float("inf"), -float("inf"))[x % 6] for x in r]
    yield "ints, floats, bools", [(x % 9, x % 9 / 2, x % 2 == 0)[x % 3] for x in r]
    yield "digits", [str(x) for x in r]
    yield "alike", ["the same beginning " + str(x % 700) for x in r]
    yield "short", ["abc"[:x % 4] for x in r]
    yield "zero characters", ["a\0"[:x % 3] + "\0" * (x % 5) for x in r]
    yield "wide", [chr(x % 50000 + 300) * (x % 3) + str(x) for x in r]
    yield "astral", [chr(0x1f600 + x % 80) + str(x % 9) if x % 3 else str(x) for x in r]
    yield "surrogates", ["\ud800" * (x % 3) + chr(0xe000 + x % 9) for x in r]
    yield "pairs", [(x % 10, x % 1000) for x in r]
    yield "text pairs", [("k%d" % (x % 13), x) for x in r]
    yield "triples", [(x % 3, "v" + str(x % 4), x % 5 / 4) for x in r]
    yield "uneven", [(1, 2, 3)[:x % 4] for x in r]
    yield "nested", [((x % 3, x % 4), x % 5) for x in r]
    yield "counted pairs", [(-(x % 3), ("w%d" % (x % 11), "v%d" % (x % 17))) for x in r]
    yield "deep", [((("same beginning" + "ab"[x % 2], (x % 3, (x % 2, (x % 5,)))), x % 2), x % 7) for x in r]
    yield "uneven within", [(1, (2, 3, 4)[:x % 4], x % 3) for x in r]
    yield "long ties", [("the very same long beginning" * (1 + x % 2) + "xyz"[x % 3], x % 5) for x in r]
    yield "empty tuples", [((), x % 3) for x in r]
    yield "last unlike", [(x % 50, x % 2 == 0 and 1.5 or 2) for x in r]
    yield "own tuples", [Pair((x % 10, x % 20)) for x in r]
    yield "some own tuples", [(Asked if i == 40 else tuple)((x % 10, x % 20)) for i, x in enumerate(r)]
    yield "own ints", [Odd(x % 100) for x in r]
    yield "objects", [Named("ab"[x % 2], i) for i, x in enumerate(r)]
    yield "pairs with objects", [(x % 4, Named("ab"[x % 2], i)) for i, x in enumerate(r)]
    yield "lists", [[x % 4, x % 3] for x in r]
    yield "bytes", [str(x).encode() for x in r]
    yield "sorted", sorted(r)
    yield "backwards", sorted(r)[::-1]
    yield "sorted texts", sorted(map(str, r))


def crc(items):
    return zlib.crc32(repr(items).encode("utf-8", "surrogatepass"))


for size in (3, 63, 64, 65, 500, 3000):
    for name, items in kinds(size):
        places = list(range(size))
        print(size, name, crc(sorted(items)), crc(sorted(items, reverse=True)),
              crc(sorted(places, key=items.__getitem__)), crc(sorted(places, key=items.__getitem__, reverse=True)))

print(Asked.times > 0)
nan = float("nan")
print([str(x) for x in sorted([3.0, nan, 1.0, 2.0] * 20)][:9])
for bad in ([(1, "a"), (1, None)] * 40, ["a", 1] * 40, [(1,), ("a",)] * 40, [1, None] * 40, [1j] * 70):
    try:
        bad.sort()
    except TypeError as e:
        print("TypeError", str(e)[:30], len(bad))
items = list(range(100, 0, -1))
try:
    items.sort(key=lambda x: items.append(x) or x)
except ValueError as e:
    print(e, items[:3], len(items))
