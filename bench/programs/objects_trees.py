# family: objects
# checksum: 8193006085
# must-compile: build, Node.count, Search.insert
"""Binary trees built and walked recursively, and a search tree with insertions and look-ups."""

from harness import run

DEPTH = 12
KEYS = 4000


class Node:
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def count(self):
        if self.left is None:
            return 1
        return 1 + self.left.count() + self.right.count()


def build(depth):
    if depth == 0:
        return Node(None, None)
    return Node(build(depth - 1), build(depth - 1))


class Search:
    def __init__(self):
        self.root = None
        self.size = 0

    def insert(self, key, value):
        if self.root is None:
            self.root = [key, value, None, None]
            self.size = 1
            return
        node = self.root
        while True:
            if key == node[0]:
                node[1] = value
                return
            side = 2 if key < node[0] else 3
            child = node[side]
            if child is None:
                node[side] = [key, value, None, None]
                self.size += 1
                return
            node = child

    def find(self, key):
        node = self.root
        while node is not None:
            if key == node[0]:
                return node[1]
            node = node[2] if key < node[0] else node[3]
        raise KeyError(key)


def unit():
    nodes = build(DEPTH).count()
    tree = Search()
    key = 1
    for i in range(KEYS):
        key = key * 48271 % 2147483647
        tree.insert(key % 100003, i)
    missing = 0
    found = 0
    for k in range(0, 100003, 25):
        try:
            found += tree.find(k)
        except KeyError:
            missing += 1
    return nodes * 1000003 + found * 7 + missing + tree.size


run(unit)
