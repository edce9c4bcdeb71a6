# family: generators
# checksum: 7780471916011
# must-compile: numbers, grouped, walk
"""Pipelines of generators, recursive `yield from`, generators that receive values, and generator expressions."""

import itertools

from harness import run

SIZE = 36000


def numbers(n):
    x = 17
    for _ in range(n):
        x = (x * 16807) % 2147483647
        yield x


def keep(source, modulus):
    for x in source:
        if x % modulus:
            yield x


def grouped(source, size):
    group = []
    for x in source:
        group.append(x)
        if len(group) == size:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)


def average():
    total = 0
    count = 0
    result = 0
    while True:
        x = yield result
        if x is None:
            return
        total += x
        count += 1
        result = total // count


def tree(depth, start=0):
    if depth == 0:
        return (None, start, None)
    return (tree(depth - 1, start - depth), start, tree(depth - 1, start + depth))


def walk(node):
    left, value, right = node
    if left is not None:
        yield from walk(left)
    yield value
    if right is not None:
        yield from walk(right)


def unit():
    total = 0
    for group in grouped(keep(numbers(SIZE), 3), 4):
        total += max(group) - min(group)
    running = average()
    next(running)
    last = 0
    for x in itertools.islice(numbers(SIZE), 3000):
        last = running.send(x % 1000)
    running.close()
    total += last
    root = tree(8)
    for x in walk(root):
        total += x
    total += sum(x * y for x, y in zip(numbers(3000), itertools.count(1)) if x & 1) % 1009
    return total


run(unit)
