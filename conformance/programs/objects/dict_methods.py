# modes: stress
# must-compile: Mapping.keys, attempt, mutate, BadEq.__eq__
def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


d = {"b": 1, "a": 2}
d["c"] = 3
d.update({"d": 4}, e=5)
d.update([("f", 6), ["g", 7]])
print(d, list(d), list(d.values()), list(d.items()), len(d), "a" in d, "z" in d, d.get("a"), d.get("z"), d.get("z", 0), d.setdefault("a", 9), d.setdefault("h", 8), d.setdefault("i"), d)
print(d.pop("h"), d.pop("zz", None), attempt(d.pop, "zz"), d.popitem(), d, attempt({}.popitem), attempt(lambda: d["zz"]), attempt(lambda: d[1, 2]), attempt(lambda: d[[]]), attempt(d.__delitem__, "zz"), attempt(d.update, 5), attempt(d.update, [1]), attempt(d.update, [(1, 2, 3)]), attempt(d.update, ["ab", "c"]), attempt(d.get))
del d["b"]
d["b"] = "moved"
print(d, list(reversed(d)), d.copy() is d, dict(d) == d, d != {}, attempt(lambda: d < d), {1: 1} == {1.0: True}, dict([(1, 2)], a=3), dict(a=1), dict({"x": 1}, x=2), attempt(dict, 5), attempt(dict, [5]), attempt(dict, ["abc"]), attempt(dict, a=1, *[{}, {}]))
print(dict.fromkeys("abc"), dict.fromkeys([1, 2], []), {1: "a", 1.0: "b", True: "c"}, {**{"a": 1}, "a": 2}, d | {"n": 1}, attempt(lambda: d | 5), {"a": 1} | {"a": 2, "b": 3})
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), "a" in k, ("a", 2) in i, 2 in v, sorted(k & {"a", "q"}), sorted(k | {"q"}), sorted(k - {"a"}), sorted(k ^ {"a", "q"}), k == set(d), k.isdisjoint({"q"}), sorted(i & {("a", 2)}), k.mapping["a"], attempt(lambda: v & v), v == v, k <= set(d), list(reversed(k)), list(reversed(i))[0])
d["later"] = 1
print(len(k), list(v)[-1])
r = {}
r["self"] = r
r[1] = [r]
print(r, str(r.values()), str(r.items()))
it = iter({1: 1, 2: 2})
next(it)
print(it.__length_hint__(), list(it), next(it, "end"))


class Key:
    def __init__(self, n, h=None):
        self.n = n
        self.h = n if h is None else h

    def __hash__(self):
        return self.h

    def __eq__(self, o):
        return isinstance(o, Key) and self.n == o.n

    def __repr__(self):
        return f"K{self.n}"


c = {Key(i, i % 3): i for i in range(12)}
print(c, c[Key(7, 1)], Key(99, 0) in c, attempt(lambda: c[Key(99, 1)]))
for n in range(0, 12, 2):
    del c[Key(n, n % 3)]
print(c, [c[Key(n, n % 3)] for n in range(1, 12, 2)])
c[Key(0, 0)] = "again"
print(c)


class BadHash:
    def __hash__(self):
        raise ValueError("no hash")


class BadEq:
    def __hash__(self):
        return 1

    def __eq__(self, o):
        raise ValueError("no eq")


print(attempt(lambda: {BadHash(): 1}), attempt(lambda: {}[BadHash()]), attempt(lambda: {BadEq(): 1, BadEq(): 2}), attempt(lambda: {1: 1}[BadEq()]), attempt(lambda: {[]: 1}), attempt(lambda: {{}: 1}), attempt(hash, {}), attempt(lambda: {(1, []): 2}), attempt(lambda: {slice(1): 2}))


class Sub(dict):
    def __missing__(self, k):
        self[k] = v = f"made {k}"
        return v

    def __setitem__(self, k, v):
        super().__setitem__(k, v)


s = Sub(a=1)
print(s["a"], s["b"], s, s.get("c"), "c" in s, type(s.copy()), s | {}, type(s | {}), repr(s), dict(s))


class Mapping:
    def keys(self):
        return ["x", "y"]

    def __getitem__(self, k):
        return k * 2


print(dict(Mapping()), {**Mapping()}, {}.__or__(5), attempt(lambda: {}.__ior__(5)))
big = {i: str(i) for i in range(1000)}
for i in range(0, 1000, 3):
    del big[i]
for i in range(500, 1500, 7):
    big[i] = "new"
print(len(big), list(big)[:5], list(big)[-5:], sum(big), hash(tuple(big)) == hash(tuple(big)), big.pop(1), 1 in big)
mixed = {1: "int", "1": "str", (1,): "tuple", None: "none", 1.5: "float", True: "replaced", frozenset([1]): "fs", b"1": "bytes", 2 ** 70: "big", -1: "m1", -2: "m2", 1j: "c", "": "empty", 0: "zero", -0.0: "neg zero"}
print(mixed, mixed[1], mixed[2 ** 70], mixed[0.0], mixed[""])


def mutate():
    d = {1: 1, 2: 2, 3: 3}
    for k in list(d):
        d.pop(k)
        d[k + 10] = k
    return d


print(mutate(), {}.fromkeys("ab", 0), d.clear(), d, dict.__class_getitem__(int) if False else dict[int, str], dict.__doc__.splitlines()[0], {"a": 1}.__contains__("a"), {"a": 1}.__getitem__("a"), {"a": {"b": [1]}}["a"]["b"][0])
