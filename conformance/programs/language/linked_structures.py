# modes: stress
# must-compile: List.push, List.reverse, BST.insert, BST.find
class Node:
    __slots__ = ("value", "next")

    def __init__(self, value, next=None):
        self.value = value
        self.next = next


class List:
    def __init__(self, items=()):
        self.head = None
        self.size = 0
        for x in items:
            self.push(x)

    def push(self, x):
        self.head = Node(x, self.head)
        self.size += 1

    def pop(self):
        if self.head is None:
            raise IndexError("empty")
        x = self.head.value
        self.head = self.head.next
        self.size -= 1
        return x

    def reverse(self):
        prev = None
        node = self.head
        while node is not None:
            node.next, prev, node = prev, node, node.next
        self.head = prev

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def __len__(self):
        return self.size


class BST:
    def __init__(self):
        self.root = None

    def insert(self, k, v):
        if self.root is None:
            self.root = {"k": k, "v": v, "l": None, "r": None}
            return
        n = self.root
        while True:
            if k == n["k"]:
                n["v"] = v
                return
            side = "l" if k < n["k"] else "r"
            if n[side] is None:
                n[side] = {"k": k, "v": v, "l": None, "r": None}
                return
            n = n[side]

    def find(self, k):
        n = self.root
        while n is not None:
            if k == n["k"]:
                return n["v"]
            n = n["l"] if k < n["k"] else n["r"]
        return None

    def items(self):
        def go(n):
            if n:
                yield from go(n["l"])
                yield n["k"], n["v"]
                yield from go(n["r"])
        return go(self.root)


class Trie:
    def __init__(self):
        self.children = {}
        self.end = False

    def add(self, word):
        t = self
        for c in word:
            t = t.children.setdefault(c, Trie())
        t.end = True

    def words(self, prefix=""):
        if self.end:
            yield prefix
        for c in sorted(self.children):
            yield from self.children[c].words(prefix + c)


class UnionFind:
    def __init__(self, n):
        self.parent = list(range(n))

    def find(self, x):
        while self.parent[x] != x:
            self.parent[x] = self.parent[self.parent[x]]
            x = self.parent[x]
        return x

    def join(self, a, b):
        self.parent[self.find(a)] = self.find(b)


class Matrix:
    def __init__(self, rows):
        self.rows = rows

    def __matmul__(self, o):
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])

    def __eq__(self, o):
        return self.rows == o.rows

    def __getitem__(self, ij):
        return self.rows[ij[0]][ij[1]]


for _ in range(50):
    l = List(range(20))
    l.reverse()
    t = BST()
    for k in (5, 2, 8, 1, 9):
        t.insert(k, k * k)
    t.find(9)
l = List("abc")
l.push(1.5)
l.reverse()
print(list(l), len(l), l.pop(), list(l), List().head)
try:
    List().pop()
except IndexError as e:
    print(e)
t = BST()
x = 7
for i in range(200):
    x = x * 31 % 211
    t.insert(x, i)
print(list(t.items())[:4], t.find(7 * 31 % 211), t.find(1000))
s = BST()
for w in "the quick brown fox jumps over the lazy dog".split():
    s.insert(w, len(w))
print(list(s.items()))
tr = Trie()
for w in ("tea", "ten", "to", "inn", "in", "i"):
    tr.add(w)
print(list(tr.words()), list(tr.children["t"].words("t")))
u = UnionFind(10)
for a, b in ((1, 2), (3, 4), (2, 3), (7, 8)):
    u.join(a, b)
print(u.find(1) == u.find(4), u.find(7) == u.find(1), len({u.find(i) for i in range(10)}))
m = Matrix([[1, 1], [1, 0]])
r = m
for _ in range(100):
    r = r @ m
print(r[0, 1], m @ m == Matrix([[2, 1], [1, 1]]))
