# family: numeric
# checksum: 22001616
# must-compile: flips, unit
# java: Fannkuch
"""Pancake flips over all permutations of SIZE: the most flips needed, and a checksum with alternating signs."""

from harness import run

SIZE = 8


def flips(start):
    """How often the pile is turned until its first pancake is 0."""
    pile = start[:]
    count = 0
    first = pile[0]
    while first != 0:
        low = 0
        high = first
        while low < high:
            pile[low], pile[high] = pile[high], pile[low]
            low += 1
            high -= 1
        count += 1
        first = pile[0]
    return count


def unit():
    pile = list(range(SIZE))
    turns = [0] * SIZE
    most = 0
    total = 0
    sign = 1
    while True:
        count = flips(pile)
        if count > most:
            most = count
        total += sign * count
        sign = -sign
        # the next permutation by plain changes of growing prefixes (rotations)
        k = 1
        while k < SIZE:
            first = pile[0]
            for i in range(k):
                pile[i] = pile[i + 1]
            pile[k] = first
            turns[k] += 1
            if turns[k] <= k:
                break
            turns[k] = 0
            k += 1
        if k == SIZE:
            return most * 1000000 + total


run(unit)
