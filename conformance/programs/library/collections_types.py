# modes: stress
# must-compile: attempt, mutated, D.__setitem__
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


c = Counter("mississippi")
print(c, c["s"], c["zz"], c.most_common(2), sorted(c.elements())[:5], c.total(), c + Counter("miss"), c - Counter("mmiss"), c & Counter("sip"), c | Counter("zz"), +Counter(a=-1, b=2), -Counter(a=-1))
c.update("mmm")
c.subtract({"s": 10})
print(c, Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), Counter([1, 1, 2]).most_common(), attempt(Counter, 5), Counter(a=2).copy(), repr(Counter()))
d = defaultdict(list)
d["a"].append(1)
d["b"]
print(d, d.default_factory, "c" in d, d.get("c"), attempt(lambda: defaultdict()["x"]), defaultdict(int, a=1) | {"b": 2}, attempt(defaultdict, 5), defaultdict(lambda: 7)["q"], d.copy() == d)
o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a")
print(o, o.popitem(last=False), o, o == OrderedDict(a=1, c=3), o == {"a": 1, "c": 3}, list(reversed(o)), attempt(o.move_to_end, "zz"), o.move_to_end("a", last=False), o, OrderedDict.fromkeys("ab"), o | {"z": 1})
q = deque([1, 2, 3], maxlen=3)
q.append(4)
q.appendleft(0)
print(q, q.maxlen, q[0], q[-1], q.pop(), q.popleft(), q, attempt(deque().pop), attempt(lambda: q[5]))
q = deque("abcdef")
q.rotate(2)
q.extend("gh")
q.extendleft("yz")
print(q, q.index("a"), q.count("a"), q.reverse(), q, q.remove("a"), q.insert(1, "new"), q, attempt(q.remove, "zzz"), attempt(q.index, "zzz"), deque([1]) + deque([2]), deque([1]) * 3, deque([1, 2]) < deque([1, 3]), 1 in deque([1]), q.copy() == q, list(reversed(deque([1, 2]))), deque([1], 0), attempt(deque, [], -1), attempt(deque, 5))
del q[0]
q[0] = "set"
print(q, q.clear(), q, bool(q), attempt(deque([1], 1).insert, 0, 1), repr(deque([deque()])), attempt(hash, q))
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(m, m["a"], m["b"], m.maps, m.new_child({"c": 9})["c"], m.parents, sorted(m), len(m), attempt(lambda: m["z"]), dict(m))
m["b"] = 5
print(m, attempt(m.__delitem__, "zz"))


class L(UserList):
    pass


class D(UserDict):
    def __setitem__(self, k, v):
        super().__setitem__(k.upper(), v)


class S(UserString):
    pass


x = L([3, 1])
x.append(2)
print(x, sorted(x), x + [1], D(a=1, b=2), S("abc").upper(), S("a") + "b", x[0:2], isinstance(x[0:1], L), "a" in D(a=1))
big = deque()
for i in range(1000):
    big.append(i)
    if i % 3 == 0:
        big.popleft()
print(len(big), big[0], big[-1], sum(big), big[300])


def mutated():
    d = deque([1, 2])
    for x in d:
        d.append(x)


print(attempt(mutated))
