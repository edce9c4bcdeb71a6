# bar: none
# must-compile: work
"""Nothing but writes to one dict and one list that all threads share: reported, without a bar."""

from gain import measure

TABLE = {}
ITEMS = [0] * 1024


def work():
    table = TABLE
    items = ITEMS
    for i in range(2000):
        table[i & 1023] = i
        items[i & 1023] = i


measure(work)
