# modes: stress
# must-compile: attempt, changes, Evil.__eq__, Evil.__hash__
def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, a ^ b, a.union([9], (8,)), a.intersection([1, 2], [2]), a.difference([1], [2]), a.symmetric_difference([1, 10]), a.union(), a.intersection())
print(a <= b, a < a, a <= a, a >= {1}, a > {1}, a == {4, 3, 2, 1}, a != b, a.issubset(range(10)), a.issuperset([1]), a.isdisjoint([7]), attempt(lambda: a < [1]), attempt(lambda: a | [1]), attempt(lambda: [1] | a), a == [1, 2, 3, 4], attempt(lambda: a + b))
c = set(a)
c.add(10)
c.discard(99)
c.discard(1)
c.remove(2)
c.update([20], "x" if False else [30], {40: 1})
print(sorted(c), attempt(c.remove, 99), attempt(c.add, []), attempt(c.remove, [1]), attempt(lambda: [1] in c), {1} in {frozenset([1])}, attempt(set().pop), len(c), 10 in c, 10.0 in c, attempt(c.update, 5), attempt(set, 5), attempt(set, 1, 2))
c.intersection_update([10, 20])
c.symmetric_difference_update([20, 7])
c.difference_update([7])
print(c, c.pop(), c, c.copy() is c, bool(c), set(), frozenset(), {*()}, repr({1}), repr(frozenset([1])), str({"a"}), frozenset(frozenset([1])) == frozenset([1]))
print({1, 2, 3}, {3, 2, 1}, {5, 1, 9, 33, 17}, {8, 16, 24, 32, 0}, set(range(20, 0, -1)), {-1, -2, -3}, {True, 1, 1.0}, {0, False}, {100, 10, 1000, 10000}, {2 ** 61, 1, 2 ** 70, -2 ** 61}, {1.5, 2.5, 0.5, 2}, set(range(0, 100, 7)))
s = set()
for i in range(50):
    s.add(i * 37 % 101)
for i in range(0, 101, 3):
    s.discard(i)
print(s, list(s)[:5], len(s), sum(s))
t = {i for i in range(10)}
for i in range(7):
    t.remove(i)
t.add(100)
t.add(50)
t.add(0)
print(t, t | {200, 300}, t - {7}, t & {100, 50, 8}, t ^ {1, 2}, set(t), t.copy(), frozenset(t))
print({(1, 2), (3, 4)} == {(3, 4), (1, 2)}, {None} , {1, 2, 3}.intersection({2, 3, 4}, {3}), {1, 2} | frozenset([3]), type({1} | frozenset([2])), type(frozenset([2]) | {1}), hash(frozenset([1, 2, 3])), hash(frozenset()), hash(frozenset([frozenset([1])])), hash(frozenset(range(100))), attempt(hash, set()))
f = frozenset([1, 2])
print(f, f.copy() is f, f | {3}, f & {2}, f - {1}, f ^ {1}, attempt(lambda: f.add(1)), {f: 1}[frozenset([2, 1])], frozenset(f) is f, f == {1, 2}, hash(f) == hash(frozenset([2, 1])))
x = y = {1}
x |= {2}
x &= {2, 3}
x -= {5}
x ^= {9}
print(sorted(x), x is y, attempt(lambda: exec("x |= [1]")))


class Evil:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 1

    def __eq__(self, o):
        return self.n == o.n

    def __repr__(self):
        return f"E{self.n}"


e = {Evil(i) for i in range(6)}
e.discard(Evil(2))
e.add(Evil(9))
print(e, Evil(3) in e, Evil(2) in e, len(e | {Evil(3), Evil(50)}), e & {Evil(9), Evil(1)})


def changes():
    s = {1, 2, 3}
    for x in s:
        s.add(x + 10)


class Sub(set):
    def __init__(self, it=()):
        super().__init__(it)
        self.extra = 1


print(attempt(changes), Sub([1]) | {2}, type(Sub([1]) | {2}), type(Sub([1]).copy()), Sub([3]), repr(Sub()), Sub([1, 2]) == {1, 2}, Sub().extra)
it = iter({1, 2, 3})
next(it)
print(it.__length_hint__(), list(it), {1, 2}.__contains__(1), {1}.__or__({2}), {1}.__or__([2]), {1, 2}.__len__(), attempt({1}.__lt__, 5), set.__doc__.splitlines()[0], attempt(lambda: {1}[0]), {x for x in "aab" if x == "a"}, min({3, 1}), sorted({"b", "a"}), set("hello") == set("olleh"), len(set("mississippi")))
print(set([1, 2]) - set([2]) | set([5]), {1, 2, 3} - {1} & {2}, not {1} & {2}, attempt(lambda: {*5}), attempt(lambda: {{}: 1}), attempt(lambda: {[1]}), attempt(lambda: {1: 2, **5}))
