"""CPU work on a pool of threads: counting solutions of the queens puzzle by first rows, and checking primes.

    threadpool.py [QUEENS [WORKERS]]       (11 2 if not given)
"""

import sys
from concurrent.futures import ThreadPoolExecutor, as_completed


def queens(size, columns, rising, falling, row):
    """The ways to place the remaining queens; the three masks hold the attacked columns and diagonals."""
    if row == size:
        return 1
    count = 0
    free = ~(columns | rising | falling) & ((1 << size) - 1)
    while free:
        place = free & -free
        free ^= place
        count += queens(size, columns | place, (rising | place) << 1, (falling | place) >> 1, row + 1)
    return count


def queens_from(size, first):
    place = 1 << first
    return first, queens(size, place, place << 1, place >> 1, 1)


def is_prime(n):
    if n < 2 or n % 2 == 0:
        return n == 2
    d = 3
    while d * d <= n:
        if n % d == 0:
            return False
        d += 2
    return True


def primes_between(low, high):
    return [n for n in range(low, high) if is_prime(n)]


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    workers = int(sys.argv[2]) if len(sys.argv) > 2 else 2
    with ThreadPoolExecutor(workers, thread_name_prefix="work") as pool:
        solutions = {}
        futures = [pool.submit(queens_from, size, first) for first in range(size)]
        for future in as_completed(futures):
            first, count = future.result()
            solutions[first] = count
        print("queens", size, "solutions", sum(solutions.values()), [solutions[k] for k in sorted(solutions)])
        step = 120000 * size
        found = []
        for part in pool.map(lambda low: primes_between(low, low + step // 10), range(0, step, step // 10)):
            found.extend(part)
        print("primes below", step, len(found), "last", found[-5:])
        error = pool.submit(primes_between, "0", 10).exception()
        print(type(error).__name__, error)


if __name__ == "__main__":
    main()
