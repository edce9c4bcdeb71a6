# bar: 0.6
# must-compile: work, own
"""Writes to one dict and one list that all threads share, with one microsecond of own work to each write.

How many rounds of arithmetic a microsecond holds is measured at the start, since it differs between implementations.
"""

import time

from gain import measure

TABLE = {}
ITEMS = [0] * 1024


def own(state, rounds):
    for _ in range(rounds):
        state = (state * 69069 + 1) & 0xFFFFFFFF
        state ^= state >> 5
    return state


def cost(rounds):
    """The seconds that one call of `own` takes: the best of 20 samples of a thousand calls."""
    now = time.perf_counter
    best = 1.0
    for _ in range(20):
        begin = now()
        for _ in range(1000):
            own(1, rounds)
        best = min(best, (now() - begin) / 1000)
    return best


def rounds_in_a_microsecond():
    end = time.perf_counter() + 1.0
    while time.perf_counter() < end:
        cost(20)
    few = cost(5)
    slope = (cost(105) - few) / 100
    return max(1, round(5 + (1e-6 - few) / slope))


ROUNDS = rounds_in_a_microsecond()


def work():
    state = 1
    table = TABLE
    items = ITEMS
    rounds = ROUNDS
    for i in range(500):
        state = own(state, rounds)
        table[state & 1023] = i
        state = own(state, rounds)
        items[state & 1023] = i


measure(work)
