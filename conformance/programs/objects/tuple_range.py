# modes: stress
# must-compile: Sub.first, attempt, Idx.__index__, Sub.__new__
def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


t = (1, 2, 3)
print(t + (4,), t * 2, t * 0, t[1], t[-1], t[1:], t.index(2), t.count(1), attempt(t.index, 9), len(t), 2 in t, t == (1, 2, 3), t < (1, 2, 4), t < (1, 2), () < t, attempt(lambda: t < [1]), attempt(lambda: t + [1]), hash(t), hash(()), hash((1, "a")) == hash((1, "a")), hash((1.0, 2)) == hash((1, 2)), attempt(hash, ([],)))
print((), (1,), tuple(), tuple([1]), tuple("ab"), tuple(t) is t, attempt(tuple, 5), attempt(tuple, 1, 2), (1, (2, (3,))), ((),), repr((1,)), t[:] is t, t * 1 is t, tuple(x for x in range(3)), t.__add__((5,)), attempt(t.__add__, 5), attempt(setattr, t, "x", 1), attempt(lambda: t.append), (float("nan"),) == (1,))
r = []
rec = (1, r)
r.append(rec)
print(rec, hash((1, 2, (3, 4))), hash((-1, -2)), hash((0,)), hash((2 ** 70,)), hash((None,)) == hash((None,)), hash((True, 1.5)), hash(((),)), hash(tuple(range(20))))


class Sub(tuple):
    def __new__(cls, *a):
        return super().__new__(cls, a)

    @property
    def first(self):
        return self[0]


s = Sub(1, 2)
print(s, s.first, type(s + (3,)), type(s[:]), s == (1, 2), isinstance(s, tuple), hash(s) == hash((1, 2)), s * 2)
from collections import namedtuple
P = namedtuple("P", "x y z", defaults=[9])
p = P(1, y=2)
print(p, p.x, p[2], p._asdict(), p._replace(x=5), P._fields, P._make([1, 2, 3]), p == (1, 2, 9), P._field_defaults, attempt(P, 1), attempt(P, 1, 2, 3, 4), attempt(p._replace, q=1), attempt(namedtuple, "Q", "a a"), attempt(namedtuple, "Q", "class"), namedtuple("R", "a class a", rename=True)._fields, P.__doc__, attempt(setattr, p, "x", 1), repr(P.x))
x, y, z = p
print(x, y, z, max(p), sorted([P(2, 1), P(1, 2)]), {p: 1}[1, 2, 9])
for args in ((5,), (2, 5), (0, 10, 3), (10, 0, -3), (0,), (5, 5), (0, -5), (-3, 3), (0, 10, 100), (2 ** 70, 2 ** 70 + 3), (0, 2 ** 70, 2 ** 68), (10, 0)):
    r = range(*args)
    print(r, list(r)[:6], len(r), r[0] if r else None, r[-1] if r else None, r[::-1], r[1:3], list(reversed(r))[:3], r.start, r.stop, r.step, bool(r), hash(r) == hash(range(*args)))
r = range(0, 20, 3)
print(9 in r, 10 in r, 9.0 in r, "a" in r, 9.5 in r, r.index(9), attempt(r.index, 10), r.count(9), r.count(1), r == range(0, 21, 3), r == range(0, 22, 3), range(0) == range(5, 5), range(0, 5, 10) == range(0, 1), r[2:5], r[-2:], r[::2], attempt(lambda: r[100]), attempt(lambda: r["a"]), r[True])
print(attempt(range), attempt(range, 1.5), attempt(range, "a"), attempt(range, 1, 2, 0), attempt(range, 1, 2, 3, 4), attempt(len, range(2 ** 70)), range(2 ** 70)[2 ** 69], 2 ** 69 in range(2 ** 70), range(-2 ** 63, 2 ** 63)[-1], attempt(range(3).__setattr__, "start", 1), repr(range(0, 3, 1)), repr(range(3, 0, -1)), attempt(lambda: range(3) + range(3)), attempt(lambda: range(2) < range(3)))


class Idx:
    def __index__(self):
        return 4


print(list(range(Idx())), range(Idx(), 10, Idx()), hash(range(3)) == hash(range(0, 3, 1)), {range(3): 1}[range(0, 3)], max(range(5)), sum(range(101)), sorted(range(3, 0, -1)), [*range(2)], tuple(range(1, 4)), dict.fromkeys(range(2)), set(range(3)))
it = iter(range(3))
print(next(it), it.__length_hint__(), list(it), next(it, None), iter(range(2 ** 65, 2 ** 65 + 2)).__next__(), type(iter(range(3))).__name__, type(iter(range(2 ** 65))).__name__)
total = 0
for i in range(5, -5, -2):
    for j in range(i):
        total += j
for i in range(2 ** 62, 2 ** 62 + 3):
    total += i
print(total)
