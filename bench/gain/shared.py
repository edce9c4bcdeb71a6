# bar: 0.6
# must-compile: work, own
"""Writes to one dict and one list that all threads share, with about a microsecond of own work to each write."""

from gain import measure

TABLE = {}
ITEMS = [0] * 1024


def own(state):
    """Some 20 rounds of integer arithmetic: on the order of a microsecond."""
    for _ in range(20):
        state = (state * 69069 + 1) & 0xFFFFFFFF
        state ^= state >> 5
    return state


def work():
    state = 1
    table = TABLE
    items = ITEMS
    for i in range(500):
        state = own(state)
        table[state & 1023] = i
        state = own(state)
        items[state & 1023] = i


measure(work)
