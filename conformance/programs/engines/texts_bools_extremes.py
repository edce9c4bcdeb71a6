# modes: stress
# must-compile: compare, count, bools, extremes, grow, fill
"""Comparisons of texts, bools in arithmetic, min and max, and methods of built-in types whose arguments are calls."""

import math


def compare(a, b):
    n = 0
    for _ in range(60):
        n += (a == b) + 2 * (a != b) + 4 * (a < b) + 8 * (a <= b) + 16 * (a > b) + 32 * (a >= b)
    return n


TEXTS = ["", "a", "b", "ab", "é", "\ud800", "\U0001f600", "a\U0001f600"]


class Text(str):
    def __eq__(self, other):
        return "equal"

    def __ne__(self, other):
        return False

    __hash__ = str.__hash__


def same(a, b):
    r = None
    for _ in range(60):
        r = a == b, a != b
    return r


def compare_all():
    for a in TEXTS[:5]:
        print(ascii(a), [compare(a, b) for b in TEXTS[:5]])
    for a in TEXTS:
        print(ascii(a), [compare(a, b) for b in TEXTS])
    print(same("a", "a"), same("a", Text("a")), same(Text("a"), "a"), same("a", 1), same(1, 1.0), same(None, "a"))
    for b in (3, None, b"a"):
        try:
            compare("a", b)
        except TypeError as e:
            print(e)


def count(items, wanted):
    found = 0
    missing = 5
    product = 1
    for x in items:
        found += x == wanted
        missing = missing - (x != wanted)
        product = product * ((x == wanted) + 1)
        product = (x != wanted) + product
        found = found + True - False
    return found, missing, product


def bools(a, b, n):
    r = []
    for _ in range(n):
        r = [(a < b) + (a > b), (a < b) - (a > b), (a < b) * (a == b), (a < b) | (a > b), (a < b) & (a != b),
             (a < b) ^ (a > b), (a < b) + 1.5, 2 * (a < b), (a < b) == 1, (a < b) < 1, (a < b) == (a != b),
             (a < b) + 9223372036854775807, -(a < b), (a < b) << 3, (a < b) / 2, (a < b) ** 2]
    return r, [type(x).__name__ for x in r]


def extremes(a, b, c, n):
    low = high = None
    for _ in range(n):
        low = min(a, b, c), min(a, b), min(c, b)
        high = max(a, b, c), max(a, b), max(c, b)
    return low, high


def grow(n, sum):
    rows = []
    seen = set()
    words = {}
    text = "."
    for i in range(n):
        rows.append(min(i, sum(i, 1), 7))
        seen.add(sum(i, -i % 3))
        words.setdefault(sum(i % 5, 0), []).append(sum(i, i))
        text = text.replace(".", str(sum(i, 0)) + ".") if i % 4 else text.join(["<", ">"])
        rows.insert(0, sum(i, i))
        rows.pop(min(0, sum(i, 0)))
    return rows, sorted(seen), words, text[-40:]


class Rows(list):
    def append(self, x):
        list.append(self, -x)


def fill(rows, n):
    for i in range(n):
        rows.append(abs(i - 3))
    return rows


def swapped(n):
    """The variable holds something else by the time that the method is called."""
    r = []
    first = r
    for i in range(n):
        r.append([i, abs(i), r := r + [0] if i % 7 == 6 else r][1])
    return first, r


def repeat():
    out = []
    for n in (3, 1, 0, -2, True, False):
        out.append("ab" * n + n * "c" + "\U0001f600" * n)
    for n in (1.5, None, "x", 1 << 70):
        for t in ("a", ""):
            try:
                out.append(t * n)
            except (TypeError, OverflowError) as e:
                out.append(type(e).__name__ + ": " + str(e))
    return out


compare_all()
for _ in range(30):
    counted = count(["a", "b", "", "a"], "a")
print(counted, count("abc" * 40, "c"), count([1, 2, "c", None] * 40, "c"), count([1.0, True, 1], 1))
print(bools(1, 2, 80))
print(bools("a", "b", 80))
print(bools(2.5, 1, 80))
print(extremes(3, 1, 2, 80), extremes(1, 1, 1, 80), extremes(-1 << 63, (1 << 63) - 1, 0, 80))
print(extremes(2.5, -1.0, 1e300, 80), extremes(math.nan, 1.0, 2.0, 80), extremes(1.0, math.nan, 2.0, 80))
print(extremes(0.0, -0.0, 0.0, 80), extremes(-0.0, 0.0, 0.0, 80), extremes(1, 1.0, True, 80), extremes(True, 1, 1.0, 80))
print(extremes("b", "a", "c", 80), extremes(1 << 70, 5, -1 << 80, 80), extremes((1, 2), (1,), (0, 9), 80))
try:
    extremes(1, "a", 2, 3)
except TypeError as e:
    print(e)
for _ in range(20):
    grown = grow(40, lambda a, b: a + b)
print(grown)
for _ in range(30):
    fill([], 20)
print(fill([], 8), fill(Rows(), 8), fill([None], 3))
print(swapped(20))
print(repeat())
