# family: numeric
# checksum: 1029531250
# must-compile: multiply, matrix
# java: MatMul
"""Multiplication of two square matrices held as lists of lists of floats."""

from harness import run

SIZE = 90


def matrix(n, seed):
    rows = []
    for i in range(n):
        rows.append([((i * seed + j * 7) % 13) / 8.0 - 0.5 for j in range(n)])
    return rows


def multiply(a, b):
    n = len(a)
    m = len(b[0])
    columns = [[row[j] for row in b] for j in range(m)]
    result = []
    for row in a:
        out = []
        for column in columns:
            total = 0.0
            for k in range(n):
                total += row[k] * column[k]
            out.append(total)
        result.append(out)
    return result


def unit():
    product = multiply(matrix(SIZE, 3), matrix(SIZE, 5))
    trace = 0.0
    for i in range(SIZE):
        trace += product[i][i] + product[i][SIZE - 1 - i]
    return round(trace * 1e6)


run(unit)
