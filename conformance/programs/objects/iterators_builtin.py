# modes: stress
# must-compile: attempt, Half.__init__, Half.__iter__, Half.__next__
def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate("ab", start=2 ** 63 - 1)), attempt(enumerate), attempt(enumerate, 5), attempt(enumerate, "a", "b"))
print(list(zip("abc", range(2))), list(zip()), list(zip("a")), attempt(list, zip("ab", "c", strict=True)), attempt(list, zip("a", "bc", strict=True)), list(zip("ab", "cd", strict=True)), attempt(zip, 5), attempt(zip, "a", 5), attempt(list, zip("ab", "cd", "e", strict=True)))
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), attempt(map, str), attempt(map, str, 5), attempt(list, map(5, [1])), list(map(None.__class__, [])), attempt(list, map(lambda a, b: 0, [1], [2], strict=True)), attempt(list, map(lambda a, b: 0, [1], [2, 3], strict=True)))
print(list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2, 3])), attempt(filter, None), attempt(list, filter(5, [1])))
print(list(reversed([1, 2])), list(reversed("ab")), list(reversed(range(3))), list(reversed({1: 1, 2: 2})), attempt(reversed, {1}), attempt(reversed, 5), list(reversed((1, 2))), attempt(reversed, iter([])))


class Seq:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        if i >= 3:
            raise IndexError
        return i * 10


print(list(reversed(Seq())), list(iter(Seq())), list(enumerate(Seq())), 20 in Seq(), max(Seq()), sorted(Seq(), reverse=True), dict(zip(Seq(), Seq())), sum(Seq()))
it = iter([1, 2, 3])
print(iter(it) is it, next(it), next(it), next(it), attempt(next, it), next(it, "d"), attempt(next, []), attempt(next, 5), attempt(next), attempt(iter), attempt(iter, 5), attempt(iter, 5, 6))
calls = iter([1, 2, "stop", 3])
print(list(iter(lambda: next(calls), "stop")), next(calls))
print(min(3, 1, 2), max([1, 5]), min("b", "a"), max([], default="none"), attempt(max, []), attempt(max), attempt(max, 5), attempt(max, 1, "a"), max("aa", "b", key=len), min([3, -4], key=abs), attempt(max, 1, 2, default=3), max((1, 2), (1, 3)), max([1], key=None))
print(sum([1, 2]), sum([], 5), sum([1.5, 2]), sum([[1], [2]], []), attempt(sum, ["a"]), attempt(sum, ["a"], ""), attempt(sum, 5), sum([1, 2], start=10), sum([2 ** 62] * 4), sum([True, True]), sum((0.1,) * 3), sum([1, 2.5, 3j]), attempt(sum, [b"a"], b""))
print(any([]), all([]), any([0, 1]), all([1, 0]), any(x > 2 for x in range(5)), all(x < 3 for x in range(5)), attempt(any, 5))


class Half:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration
        return self.n


print(list(Half()), sum(Half()), [*Half()], max(Half()), tuple(Half()), set(Half()), ",".join(map(str, Half())), dict(enumerate(Half())), 2 in Half(), sorted(Half(), reverse=True))


class Raises:
    def __iter__(self):
        yield 1
        raise ValueError("mid")


for f in (list, tuple, set, sum, max, sorted, any, all, dict, "".join, bytes, lambda r: [*r], lambda r: list(zip(r, r)), lambda r: list(map(str, r)), lambda r: list(enumerate(r)), lambda r: [].extend(r)):
    print(attempt(f, Raises()))
z = zip([1, 2, 3], it2 := iter([10]))
print(next(z), attempt(next, z), attempt(next, z))
m = map(lambda x: 1 / x, [1, 0, 2])
print(next(m), attempt(next, m), next(m))
import copy
import operator
e = enumerate("abc")
next(e)
print(list(copy.copy(iter([1, 2]))), operator.length_hint(iter([1, 2, 3])), operator.length_hint(5 and iter(range(4))), operator.length_hint(map(str, []), 7))
print(type(iter([])).__name__, type(iter(())).__name__, type(iter("")).__name__, type(iter("é")).__name__, type(iter({})).__name__, type(iter({}.values())).__name__, type(iter(set())).__name__, type(iter(b"")).__name__, type(reversed([])).__name__, type(zip()).__name__, type(iter(int, 1)).__name__, type(iter({}.items())).__name__, type(reversed({})).__name__)
