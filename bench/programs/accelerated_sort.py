# family: accelerated
# checksum: 474891527970
# must-compile: numbers
"""Work done mostly in built-in functions: sort, sum, min, max, zip, map, join, str methods, int conversion."""

from harness import run

SIZE = 20000


def numbers(n, seed):
    state = seed
    made = []
    for _ in range(n):
        state = (state * 48271) % 2147483647
        made.append(state)
    return made


def unit():
    a = numbers(SIZE, 11)
    b = sorted(a)
    total = sum(b[:100]) + b[SIZE // 2]
    c = [x / 3.0 for x in a]
    c.sort(reverse=True)
    total += int(c[0]) + int(min(c)) + int(max(c))
    d = list(map(str, a))
    d.sort()
    total += len("".join(d)) + int(d[7])
    e = list(zip(b, d))
    e.sort(key=lambda pair: pair[1])
    total += e[5][0] + sum(map(int, d[:500]))
    f = [(x % 10, x % 1000) for x in a]
    f.sort()
    total += f[SIZE // 3][1] + len(set(f)) + sum(1 for x, y in zip(b, b[1:]) if x < y)
    return total + any(x < 0 for x in a) + len(dict(f)) + "-".join(d[:1000]).count("1")


run(unit)
