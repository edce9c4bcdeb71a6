# family: numeric
# checksum: 804378341
# must-compile: primes, unit
# java: Sieve
"""Primes below LIMIT by the sieve of Eratosthenes over a list of bools, then a sum over the gaps between them."""

from harness import run

LIMIT = 400000


def primes(limit):
    prime = [True] * limit
    prime[0] = prime[1] = False
    n = 2
    while n * n < limit:
        if prime[n]:
            for multiple in range(n * n, limit, n):
                prime[multiple] = False
        n += 1
    found = []
    for n in range(limit):
        if prime[n]:
            found.append(n)
    return found


def unit():
    found = primes(LIMIT)
    checksum = 0
    for i in range(1, len(found)):
        checksum = (checksum * 31 + found[i] - found[i - 1]) % 1000000007
    return checksum + len(found)


run(unit)
