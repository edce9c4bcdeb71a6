# modes: stress
# must-compile: strike, sums, left_early, nested, wide, iterates_on
"""Ranges whose step is not known when compiling, longer than the chunks that compiled loops are done in."""


def strike(flags, step):
    for i in range(step * step, len(flags), step):
        flags[i] = False
    return flags.count(False)


def sums(start, stop, step):
    total = 0
    last = None
    for i in range(start, stop, step):
        if i % 3 == 0:
            continue
        total += i
        last = i
    else:
        total += 1
    return total, last


def left_early(step, limit):
    seen = []
    for i in range(0, 50000 * step, step):
        if i > limit:
            break
        if i % 1000 == 0:
            seen.append(i)
    return i, seen


def nested(a, b):
    count = 0
    for i in range(0, 4000 * a, a):
        for j in range(3 * b, 0, -b):
            count += i - j
        if count < 0 and i > 100:
            return i, count
    return i, count


def wide(step):
    total = 0
    for i in range(2 ** 62, 2 ** 62 + 2500 * step, step):
        total ^= i
    return total


def iterates_on(step):
    it = iter(range(0, 3000 * step, step))
    total = 0
    for i in it:
        total += i
        if i == 1500 * step:
            break
    rest = list(it)
    return total, len(rest), rest[:1], rest[-1:]


def fails(values, step):
    done = 0
    try:
        for i in range(0, 4000, step):
            values[i] += 1
            done += 1
    except (IndexError, TypeError) as e:
        return done, i, str(e)
    return done, i


def main():
    for step in (2, 3, 7, 1):
        print(strike([True] * 20000, step))
    for step in (1, 2, 5, -1, -3):
        print(sums(0, 12000, step), sums(9000, -9000, step), sums(5, 5, step))
    for limit in (3000, 0, 10 ** 6):
        print(left_early(1, limit)[0], len(left_early(3, limit)[1]))
    print(nested(1, 1), nested(2, 5), nested(1, -1))
    print(wide(1), wide(3), wide(2 ** 40))
    print(iterates_on(1), iterates_on(4))
    for step in (1, 3):
        print(fails([0] * 4000, step), fails([0] * 2500, step), fails([0] * 2200 + ['x'] * 1800, step))
    try:
        sums(0, 10, 0)
    except ValueError as e:
        print(e)


main()
