# family: threads
# checksum: 215063216
# must-compile: collatz
"""Pure computation split over two threads that share nothing but the list of their results."""

import threading

from harness import run

LIMIT = 3000


def collatz(start, stop):
    longest = 0
    total = 0
    for n in range(start, stop):
        steps = 0
        x = n
        while x != 1:
            x = x // 2 if x % 2 == 0 else 3 * x + 1
            steps += 1
        total += steps
        if steps > longest:
            longest = steps
    return total, longest


def unit():
    results = [None, None]

    def work(k):
        results[k] = collatz(1 + k * LIMIT // 2, 1 + (k + 1) * LIMIT // 2)

    threads = [threading.Thread(target=work, args=(k,)) for k in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum([total for total, _ in results]) * 1000 + max([longest for _, longest in results])


run(unit)
