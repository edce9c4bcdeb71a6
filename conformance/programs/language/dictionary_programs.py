# modes: stress
# must-compile: invert, group, wordfreq
def invert(d):
    out = {}
    for k, v in d.items():
        out.setdefault(v, []).append(k)
    return out


def group(items, key):
    out = {}
    for x in items:
        k = key(x)
        if k not in out:
            out[k] = []
        out[k].append(x)
    return out


def wordfreq(text):
    freq = {}
    for w in text.lower().split():
        w = w.strip(".,!?")
        freq[w] = freq.get(w, 0) + 1
    return sorted(freq.items(), key=lambda p: (-p[1], p[0]))


def merge(a, b):
    out = dict(a)
    for k, v in b.items():
        if k in out and isinstance(out[k], dict) and isinstance(v, dict):
            out[k] = merge(out[k], v)
        else:
            out[k] = v
    return out


def flatten(d, prefix=""):
    for k, v in d.items():
        if isinstance(v, dict):
            yield from flatten(v, prefix + k + ".")
        else:
            yield prefix + k, v


text = "The cat. The dog! the end, a cat? " * 3
for _ in range(100):
    invert({"a": 1, "b": 2, "c": 1})
    group(range(10), lambda x: x % 3)
    wordfreq(text)
print(invert({"a": 1, "b": 2, "c": 1}), group(range(10), lambda x: x % 3), wordfreq(text))
print(merge({"a": {"b": 1, "c": 2}, "d": 1}, {"a": {"c": 3, "e": {"f": 4}}, "d": {"x": 1}}), dict(flatten({"a": {"b": {"c": 1}}, "d": 2})))
print(invert({1: 1.0, 2: True, 3: 1}), group("hello world", str.isalpha), group([1, 1.5, "a", None], type))


class LRU:
    def __init__(self, n):
        self.n = n
        self.d = {}
        self.hits = 0

    def get(self, k, make):
        if k in self.d:
            self.hits += 1
            v = self.d.pop(k)
        else:
            v = make(k)
            if len(self.d) >= self.n:
                del self.d[next(iter(self.d))]
        self.d[k] = v
        return v


c = LRU(3)
for k in [1, 2, 3, 1, 4, 2, 1, 5, 1] * 50:
    c.get(k, lambda x: x * x)
print(c.hits, c.d)
graph = {"a": ["b", "c"], "b": ["d"], "c": ["d", "e"], "d": ["f"], "e": ["f"], "f": []}


def bfs(start):
    seen = {start: None}
    todo = [start]
    for n in todo:
        for m in graph[n]:
            if m not in seen:
                seen[m] = n
                todo.append(m)
    return seen


def topo():
    state, out = {}, []

    def visit(n):
        if state.get(n) == "done":
            return
        state[n] = "open"
        for m in graph[n]:
            visit(m)
        state[n] = "done"
        out.insert(0, n)
    for n in graph:
        visit(n)
    return out


print(bfs("a"), topo(), {k: len(v) for k, v in graph.items()}, {v: k for k, v in {"x": 1, "y": 2}.items()}, {**graph, "a": []}["a"], dict(zip("abc", range(3))), {(i, j): i * j for i in range(3) for j in range(3) if i != j})
