# modes: stress
# must-compile: kinds
def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


a = [3, 1, 2]
a.append(4)
a.extend("xy")
a.insert(0, "first")
a.insert(-1, "near end")
a.insert(100, "last")
print(a, a.pop(), a.pop(0), a.pop(-2), a, a.index(1), a.count(4), a.copy() is a, attempt(a.index, 99), attempt(a.remove, 99), attempt(a.pop, 50), attempt([].pop), attempt(a.extend, 5), attempt(a.append), attempt(a.insert, "x", 1), attempt(a.pop, "x"))
a.remove("x")
a.reverse()
print(a, a * 2, [0] * -1, a + [1], attempt(lambda: a + (1,)), attempt(lambda: a * "x"), a == list(a), a != [], [1, 2] < [1, 3], [1] < [1, 0], [] < [1], attempt(lambda: [1] < ["a"]), attempt(lambda: [1] < 5), [1] == (1,), 1 in [1.0], [nan := float("nan")] == [nan])
print(sorted([3, 1, 2]), sorted([3, 1, 2], reverse=True), sorted("bca"), sorted({"b": 1, "a": 2}), sorted([(2, "a"), (1, "z"), (1, "b")]), sorted(["b", "A", "c"], key=str.lower), attempt(sorted, [1, "a"]), attempt(sorted, 5), attempt([].sort, 5), sorted([1, 2, 3], key=lambda x: -x), attempt(sorted, [1, 2], key=5), sorted([True, 0.5, 0]))
s = [("a", 3), ("b", 1), ("c", 3), ("d", 1)]
s.sort(key=lambda p: p[1])
print(s, sorted(s, key=lambda p: p[1], reverse=True))
big = [(i * 7919) % 101 for i in range(300)]
print(sorted(big) == sorted(big[::-1]), sorted(big, reverse=True)[:5], [x for x in sorted(range(300), key=lambda i: big[i])][:10])


def change_while_sorting():
    items = [3, 2, 1]

    def key(x):
        items.append(x)
        return x
    items.sort(key=key)


def sort_raises():
    items = [3, 2, 1, 0]

    def key(x):
        if x == 1:
            raise KeyError("in key")
        return x
    try:
        items.sort(key=key)
    except KeyError:
        return items


seen = []


class Peek(int):
    def __lt__(self, o):
        seen.append(len(peeked))
        return int(self) < int(o)


peeked = [Peek(3), Peek(1), Peek(2)]
peeked.sort()
print(attempt(change_while_sorting), sort_raises(), peeked, set(seen))
a = [1, 2, 3]
a.append(a)
print(a, repr(a), a == a, str([a]), len(a))
print(list(), list("ab"), list(range(3)), list({1: 2}), attempt(list, 5), attempt(list, 1, 2), list(x for x in (1, 2)), [None] * 3, [[]] * 2, list((1,)), attempt(list, x=1))


def kinds(n):
    """Element kinds that change: ints, then a big int, a float, a str, back to ints."""
    items = []
    for i in range(n):
        items.append(i)
    total = sum(items)
    items[3] = 2 ** 70
    total += items[3] + items[4]
    items[5] = 1.5
    items[6] = "s"
    items.append(None)
    floats = [i * 0.5 for i in range(n)]
    floats[2] = 7
    floats.append(2 ** 65)
    bools = [i % 2 == 0 for i in range(n)]
    bools[1] = 1
    mixed = [1, 2.0, True, 3]
    return total, items[:8], items[-1], floats[:4], floats[-1], bools[:4], mixed, [type(x).__name__ for x in (floats[2], floats[3], bools[0], bools[1])]


for _ in range(100):
    kinds(10)
print(kinds(20))
x = [1, 2, 3]
x.insert(1, True)
x.insert(1, 1.0)
print(x, x.index(1.0), x.count(1), x.index(True, 1), attempt(x.index, 1, 5), x.index(3, -2), [type(v).__name__ for v in x])
x.clear()
print(x, not x, x.__len__(), [1, 2].__contains__(2), [1, 2].__iter__().__next__(), [1].__add__([2]), attempt([1].__add__, 5), [3, 4].__getitem__(1), [1, 2].__reversed__().__next__(), list(reversed([1, 2, 3])), [].__eq__(5), attempt(hash, []), [1].__mul__(2), [1, 2].__sizeof__() > 0)


class Sub(list):
    def append(self, x):
        super().append(x * 2)

    def __len__(self):
        return 100


s = Sub([1])
s.append(5)
print(s, len(s), type(s + [1]), type(s[:]), list(s), s == [1, 10], bool(s), type(s.copy()), repr(s), isinstance(s, list))


class Evil:
    def __eq__(self, o):
        del victims[:]
        return False


victims = [Evil(), Evil(), Evil()]
print(attempt(victims.index, 5), victims)
victims = [Evil(), 2, 3]
print(attempt(victims.remove, 5), victims.count(1))
it = iter([1, 2, 3])
print(it.__length_hint__(), next(it), it.__length_hint__(), list(it), next(it, "end"), it.__reduce__()[0].__name__)
g = [1, 2]
it = iter(g)
list(it)
g.append(3)
print(next(it, "exhausted stays"), [i for i in [[1, 2], [3]] for i in i], [*g, *g][1:3], g.__class__, list.__doc__.split("\n")[0])
