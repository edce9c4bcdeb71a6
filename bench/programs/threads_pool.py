# family: threads
# checksum: 5344484
# must-compile: score
"""Text distances computed by a thread pool; the main thread collects the results into a shared dict."""

from concurrent.futures import ThreadPoolExecutor

from harness import run

WORDS = ["adder", "ladder", "bladder", "sadder", "saddle", "paddle", "puddle", "middle", "fiddle", "riddle", "griddle"]
POOL = ThreadPoolExecutor(2)


def score(pair):
    a, b = pair
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a):
        row = [i + 1]
        for j, y in enumerate(b):
            row.append(min(previous[j] + (x != y), previous[j + 1] + 1, row[j] + 1))
        previous = row
    return previous[-1]


def batch(pairs):
    return [(pair, score(pair)) for pair in pairs]


def unit():
    pairs = [(a * k, b) for a in WORDS for b in WORDS for k in (1, 2, 3, 4)]
    chunks = [pairs[i:i + 25] for i in range(0, len(pairs), 25)]
    table = {}
    for result in POOL.map(batch, chunks):
        for pair, value in result:
            table[pair] = value
    return sum(table.values()) * 1000 + len(table)


run(unit)
