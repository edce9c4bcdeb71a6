# modes: stress
# must-compile: build, count, reverse, caesar
def build(n):
    s = ""
    for i in range(n):
        s += chr(97 + i % 26)
    return s


def count(s):
    table = {}
    for c in s:
        table[c] = table.get(c, 0) + 1
    return table


def reverse(s):
    out = ""
    for c in s:
        out = c + out
    return out


def caesar(s, k):
    out = []
    for c in s:
        if "a" <= c <= "z":
            out.append(chr((ord(c) - 97 + k) % 26 + 97))
        else:
            out.append(c)
    return "".join(out)


for _ in range(60):
    build(60)
    count("hello")
    reverse("hello")
    caesar("hello", 3)
print(build(100), count(build(60))["a"], reverse("abc😀d"), caesar("hello, wörld 😀", 5))
s = build(3000)
t = s
s += "x"
print(len(s), len(t), s[-3:], t[-3:])


def aliasing(n):
    parts = []
    s = ""
    for i in range(n):
        s += "ab"
        if i % 10 == 0:
            parts.append(s)
    return [len(p) for p in parts], s is parts[-1]


print(aliasing(50))


def wide(n):
    s = ""
    for i in range(n):
        s += "a" if i != 30 else "😀"
    return len(s), s[30], s[29:32], s.index("😀")


for _ in range(40):
    wide(20) if False else build(20)
print(wide(60))


def compare(a, b):
    return a == b, a < b, a in b, a + b, hash(a) == hash(b)


print(compare("ab", "a" + "b"), compare("a", "😀"), compare("", "x"), compare("\uffff", "😀"))


def index(s):
    total = 0
    for i in range(len(s)):
        total += ord(s[i]) * (i + 1)
        total ^= ord(s[-i - 1])
    return total


for _ in range(50):
    index("hello")
print(index("hello world"), index("héllo"), index("日本"), index("a😀"))


def palindromes(words):
    return [w for w in words if w == w[::-1]]


print(palindromes(["level", "noon", "abc", "", "😀a😀"]))


def formatting(n):
    out = []
    for i in range(n):
        out.append(f"{i}:{i * 1.5:.1f}:{i!r:>4}" + "%d-%s" % (i, "x") + "{} {}".format(i, i + 1))
    return out[-1], len("".join(out))


print(formatting(500))


class Str(str):
    def __add__(self, o):
        return "Str+"


def concat(a, b):
    return a + b


for _ in range(500):
    concat("a", "b")
print(concat(Str("a"), "b"), concat("a", Str("b")), concat("a" * 3, ""))
try:
    concat("a", 1)
except TypeError as e:
    print(e)
words = {}
for w in ("the quick brown fox jumps over the lazy dog the end " * 40).split():
    words.setdefault(w, []).append(len(words))
print({w: len(v) for w, v in words.items()})
b = b""
for i in range(300):
    b += bytes([i & 255])
print(len(b), sum(b), b[97:100])
