# modes: stress
# must-compile: LruCache._unlink, LruCache._push, square, Node.__init__
"""An LRU cache of our own: a dict and a doubly linked list, checked against functools.lru_cache and OrderedDict."""
import functools
import random
from collections import OrderedDict
from collections.abc import MutableMapping


class Node:
    __slots__ = ("key", "value", "before", "after")

    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.before = self.after = self


class LruCache(MutableMapping):
    def __init__(self, size, on_evict=None):
        if size < 1:
            raise ValueError(f"size must be positive, not {size}")
        self.size, self.on_evict = size, on_evict
        self._nodes, self._root = {}, Node()
        self.hits = self.misses = 0

    def _unlink(self, node):
        node.before.after, node.after.before = node.after, node.before

    def _push(self, node):
        last = self._root.before
        node.before, node.after = last, self._root
        last.after = self._root.before = node

    def __getitem__(self, key):
        try:
            node = self._nodes[key]
        except KeyError:
            self.misses += 1
            raise
        self.hits += 1
        self._unlink(node)
        self._push(node)
        return node.value

    def __setitem__(self, key, value):
        if key in self._nodes:
            node = self._nodes[key]
            node.value = value
            self._unlink(node)
        else:
            if len(self._nodes) == self.size:
                oldest = self._root.after
                del self[oldest.key]
                if self.on_evict:
                    self.on_evict(oldest.key, oldest.value)
            node = self._nodes[key] = Node(key, value)
        self._push(node)

    def __delitem__(self, key):
        self._unlink(self._nodes.pop(key))

    def __contains__(self, key):
        return key in self._nodes

    def __len__(self):
        return len(self._nodes)

    def __iter__(self):
        node = self._root.after
        while node is not self._root:
            yield node.key
            node = node.after

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{k!r}: {self._nodes[k].value!r}' for k in self)})"


evicted = []
cache = LruCache(3, on_evict=lambda k, v: evicted.append((k, v)))
for i, key in enumerate("abcad"):
    cache[key] = i
print(cache, evicted, list(cache), "b" in cache, cache.get("zz", "none"))
print(cache["c"], cache, cache.pop("a"), len(cache), cache.setdefault("q", 9), cache.setdefault("c", 0), cache)
print(dict(cache), sorted(cache.items()), cache == {"c": 2, "d": 4, "q": 9}, cache.hits, cache.misses)
cache.update(x=1, y=2, z=3)
print(cache, evicted[-3:], cache.popitem(), bool(cache), cache.clear(), bool(cache))
for bad in (lambda: cache["no"], lambda: cache.pop("no"), lambda: LruCache(0), lambda: cache.__delitem__("n"), lambda: cache[[]]):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)

model, own = OrderedDict(), LruCache(10)
rng = random.Random(11)
for _ in range(2000):
    k = rng.randrange(25)
    if rng.random() < 0.5:
        model[k] = own[k] = _
        model.move_to_end(k)
        if len(model) > 10:
            model.popitem(last=False)
    elif k in model:
        model.move_to_end(k)
        assert own[k] == model[k]
    else:
        assert k not in own
print(list(own.items()) == list(model.items()), list(own)[:4])


@functools.lru_cache(maxsize=4)
def square(n):
    return n * n


print([square(n) for n in (1, 2, 3, 1, 4, 5, 2, 1)], square.cache_info(), square.cache_parameters())
square.cache_clear()
print(square.cache_info(), square.__wrapped__(9))
