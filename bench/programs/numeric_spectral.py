# family: numeric
# checksum: 1274218510
# must-compile: entry, times, times_transposed
# java: Spectral
"""The spectral norm of the infinite matrix 1 / ((i + j) (i + j + 1) / 2 + i + 1), cut off at SIZE, by power iteration."""

from harness import run

SIZE = 90
ROUNDS = 3


def entry(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(vector):
    n = len(vector)
    result = []
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += entry(i, j) * vector[j]
        result.append(total)
    return result


def times_transposed(vector):
    n = len(vector)
    result = []
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += entry(j, i) * vector[j]
        result.append(total)
    return result


def unit():
    u = [1.0] * SIZE
    v = u
    for _ in range(ROUNDS):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    uv = 0.0
    vv = 0.0
    for a, b in zip(u, v):
        uv += a * b
        vv += b * b
    return round((uv / vv) ** 0.5 * 1e9)


run(unit)
