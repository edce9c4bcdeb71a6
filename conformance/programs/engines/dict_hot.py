# modes: stress
# must-compile: histogram, lookups, update
def histogram(items):
    h = {}
    for x in items:
        if x in h:
            h[x] += 1
        else:
            h[x] = 1
    return h


def lookups(d, keys):
    out = []
    for k in keys:
        try:
            out.append(d[k])
        except KeyError as e:
            out.append(e.args[0])
    return out


def update(d, n):
    for i in range(n):
        d[i] = d.get(i - 1, 0) + i
        if i % 5 == 4:
            del d[i - 2]
    return d


for _ in range(200):
    histogram([1, 2, 1])
    lookups({1: 2}, [1, 3])
    update({}, 10)
print(histogram("mississippi"), histogram([1, 1.0, True, "1", 1 + 0j]), histogram([(1, 2), (1, 2), None, None]))
print(lookups({1: "a", "k": "b", (1, 2): "c", None: "d", 1.5: "e", 2 ** 70: "f"}, [1, True, 1.0, "k", (1, 2), None, 1.5, 2 ** 70, "x", 99]))
print(update({}, 12), len(update({}, 1000)))
try:
    lookups({}, [[]])
except TypeError as e:
    print(e)


class Key:
    compared = 0

    def __init__(self, v):
        self.v = v

    def __hash__(self):
        return self.v % 4

    def __eq__(self, o):
        Key.compared += 1
        return isinstance(o, Key) and self.v == o.v

    def __repr__(self):
        return f"K{self.v}"


print(histogram([Key(1), Key(5), Key(1), Key(2)]), Key.compared)


class D(dict):
    def __getitem__(self, k):
        return ("own", k)

    def __contains__(self, k):
        return True

    def get(self, k, d=None):
        return 0


print(lookups(D({1: 2}), [1, 5]), update(D(), 4))


class Missing(dict):
    def __missing__(self, k):
        return k * 2


print(lookups(Missing({1: 1}), [1, 2, "s"]))


def iterate(d):
    total = 0
    for k, v in d.items():
        total += k * v
    for k in d:
        total += k
    for v in d.values():
        total -= v
    return total


for _ in range(200):
    iterate({1: 2, 3: 4})
print(iterate({i: i * i for i in range(100)}), iterate({1.5: 2, 2 ** 64: 1}))
d = {i: i for i in range(5)}
try:
    for k in d:
        if k == 3:
            d["new"] = 1
except RuntimeError as e:
    print(e, len(d))
namespace = {"x": 1}
code = compile("x = x + 1\ny = x * 2", "<s>", "exec")
for _ in range(500):
    exec(code, namespace)
print(namespace["x"], namespace["y"])


def two_level(rows):
    table = {}
    for a, b, c in rows:
        table.setdefault(a, {}).setdefault(b, []).append(c)
    return table


print(two_level([(1, "x", 1), (1, "y", 2), (2, "x", 3), (1, "x", 4)]))
memo = {}


def partitions(n, k):
    if (n, k) in memo:
        return memo[n, k]
    if n == 0:
        r = 1
    elif n < 0 or k == 0:
        r = 0
    else:
        r = partitions(n - k, k) + partitions(n, k - 1)
    memo[n, k] = r
    return r


print(partitions(100, 100), len(memo))
s = set()
for i in range(5000):
    s.add(i * i % 1009)
    if i % 3 == 0:
        s.discard(i % 1009)
print(len(s), sum(s))
