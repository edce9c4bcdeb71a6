# modes: stress
# must-compile: tree, codes, canonical, encode
"""Huffman coding: frequencies, a tree by heapq, bits packed into bytes and back, and canonical codes."""
import heapq
from collections import Counter
from dataclasses import dataclass, field
from itertools import count


@dataclass(order=True)
class Node:
    weight: int
    order: int
    symbol: str = field(default="", compare=False)
    left: "Node | None" = field(default=None, compare=False, repr=False)
    right: "Node | None" = field(default=None, compare=False, repr=False)


def tree(text):
    numbers = count()
    heap = [Node(w, next(numbers), s) for s, w in sorted(Counter(text).items())]
    heapq.heapify(heap)
    while len(heap) > 1:
        a, b = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, Node(a.weight + b.weight, next(numbers), "", a, b))
    return heap[0] if heap else None


def codes(node, prefix=""):
    if node is None:
        return
    if node.left is None:
        yield node.symbol, prefix or "0"
        return
    yield from codes(node.left, prefix + "0")
    yield from codes(node.right, prefix + "1")


def canonical(table):
    code, last, out = 0, 0, {}
    for symbol, bits in sorted(table.items(), key=lambda item: (len(item[1]), item[0])):
        code <<= len(bits) - last
        out[symbol], last = f"{code:0{len(bits)}b}", len(bits)
        code += 1
    return out


def encode(text, table):
    bits = "".join(table[c] for c in text)
    return len(bits), int("1" + bits, 2).to_bytes(len(bits) // 8 + 1, "big")


def decode(n, data, table):
    back = {bits: s for s, bits in table.items()}
    out, current = [], ""
    for bit in f"{int.from_bytes(data, 'big'):b}"[1:]:
        current += bit
        if current in back:
            out.append(back[current])
            current = ""
    if current:
        raise ValueError(f"{len(current)} bits left of {n}")
    return "".join(out)


for text in ("abracadabra", "aaaa", "", "the quick brown fox jumps over the lazy dog " * 20, "żółć 𝄞𝄞 €" * 5):
    table = dict(codes(tree(text)))
    short = canonical(table)
    n, data = encode(text, short)
    print(ascii(text[:12]), len(text), n, len(data), decode(n, data, short) == text, ascii(dict(list(short.items())[:3])), {len(a) == len(b) for a, b in zip(table.values(), (short[s] for s in table))})
    assert encode(text, table)[0] == n
table = dict(codes(tree("abcabcaab")))
try:
    print(decode(3, bytes([0b110]), {"a": "111"}))
except ValueError as e:
    print(e)
try:
    encode("xyz", table)
except KeyError as e:
    print(type(e).__name__, e)
print(tree("ab"), sorted(Node(w, i) for i, w in enumerate([3, 1, 2]))[0])
