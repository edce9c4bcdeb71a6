# family: containers
# checksum: 114252
# must-compile: quicksort, unit
"""Sorting with keys, by attributes and by several criteria; a quicksort and heap written out; bisect by hand."""

import heapq

from harness import run

SIZE = 3500


class Record:
    def __init__(self, number, name, score):
        self.number = number
        self.name = name
        self.score = score

    def __lt__(self, other):
        return self.score < other.score


def records(n):
    state = 99
    made = []
    for i in range(n):
        state = (state * 16807) % 2147483647
        made.append(Record(i, "n%d" % (state % 500), (state >> 5) % 1000 / 8.0))
    return made


def quicksort(items, low, high):
    while low < high:
        pivot = items[(low + high) // 2]
        i = low
        j = high
        while i <= j:
            while items[i] < pivot:
                i += 1
            while items[j] > pivot:
                j -= 1
            if i <= j:
                items[i], items[j] = items[j], items[i]
                i += 1
                j -= 1
        if j - low < high - i:
            quicksort(items, low, j)
            low = i
        else:
            quicksort(items, i, high)
            high = j


def unit():
    made = records(SIZE)
    total = 0
    for key in (lambda r: r.score, lambda r: (r.name, -r.score), lambda r: r.number * 7 % 13):
        ordered = sorted(made, key=key)
        for i in range(0, SIZE, 10):
            total = (total * 31 + ordered[i].number) % 1000003
    made.sort()
    total += made[7].number
    numbers = [r.number * 7919 % 10007 for r in made]
    quicksort(numbers, 0, len(numbers) - 1)
    total += numbers[100] + numbers[-1]
    heap = []
    for r in made:
        heapq.heappush(heap, (-r.number % 17, r.number))
    for i in range(1000):
        total = (total * 7 + heapq.heappop(heap)[1]) % 1000003
    return total


run(unit)
