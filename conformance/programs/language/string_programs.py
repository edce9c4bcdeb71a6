# modes: stress
# must-compile: rle, balanced, vigenere
def rle(s):
    out = []
    i = 0
    while i < len(s):
        j = i
        while j < len(s) and s[j] == s[i]:
            j += 1
        out.append(f"{j - i}{s[i]}" if j - i > 1 else s[i])
        i = j
    return "".join(out)


def unrle(s):
    out, n = "", ""
    for c in s:
        if c.isdigit():
            n += c
        else:
            out += c * int(n or 1)
            n = ""
    return out


def balanced(s):
    stack = []
    pairs = {")": "(", "]": "[", "}": "{"}
    for c in s:
        if c in "([{":
            stack.append(c)
        elif c in pairs:
            if not stack or stack.pop() != pairs[c]:
                return False
    return not stack


def vigenere(s, key, sign=1):
    out = []
    for i, c in enumerate(s):
        if c.isalpha() and c.isascii():
            base = 65 if c.isupper() else 97
            out.append(chr((ord(c) - base + sign * (ord(key[i % len(key)]) - 97)) % 26 + base))
        else:
            out.append(c)
    return "".join(out)


for _ in range(100):
    rle("aaabbc")
    balanced("([{}])")
    vigenere("Hello", "key")
print(rle("aaabbc"), rle(""), rle("abc"), unrle(rle("wwwwaaadexxxxxx")), rle("ééé日"), rle("😀😀a"))
print(balanced("([{}])()"), balanced("(]"), balanced("(("), balanced(""), vigenere("Hello, World! é", "key"), vigenere(vigenere("Attack at dawn", "lemon"), "lemon", -1))


def tokens(s):
    out, i = [], 0
    while i < len(s):
        c = s[i]
        if c.isspace():
            i += 1
        elif c.isdigit():
            j = i
            while j < len(s) and (s[j].isdigit() or s[j] == "."):
                j += 1
            out.append(float(s[i:j]) if "." in s[i:j] else int(s[i:j]))
            i = j
        else:
            out.append(c)
            i += 1
    return out


def evaluate(s):
    ts = tokens(s) + [None]
    pos = 0

    def peek():
        return ts[pos]

    def take():
        nonlocal pos
        pos += 1
        return ts[pos - 1]

    def expr():
        v = term()
        while peek() in ("+", "-"):
            v = v + term() if take() == "+" else v - term()
        return v

    def term():
        v = atom()
        while peek() in ("*", "/"):
            v = v * atom() if take() == "*" else v / atom()
        return v

    def atom():
        t = take()
        if t == "(":
            v = expr()
            take()
            return v
        if t == "-":
            return -atom()
        return t
    return expr()


for _ in range(50):
    evaluate("1 + 2 * (3 - 4)")
print(evaluate("1 + 2 * (3 - 4) / 5"), evaluate("2 * 3.5 - -1"), evaluate("9" * 25 + " + 1"), tokens("12 + x1.5"))


def wrap(text, width):
    lines, line = [], ""
    for w in text.split():
        if len(line) + len(w) + bool(line) > width:
            lines.append(line)
            line = w
        else:
            line = line + " " + w if line else w
    return lines + [line]


def caesar_break(s):
    return max(range(26), key=lambda k: sum(chr((ord(c) - 97 + k) % 26 + 97) in "etaoin" for c in s if c.isalpha()))


def lcs(a, b):
    t = [[""] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            t[i + 1][j + 1] = t[i][j] + x if x == y else max(t[i][j + 1], t[i + 1][j], key=len)
    return t[-1][-1]


print(wrap("the quick brown fox jumps over the lazy dog", 12), caesar_break("wkh hqg ri wkh olqh"), lcs("AGGTAB", "GXTXAYB"), lcs("abc" * 10, "acb" * 10))
print("".join(sorted("the quick", key=lambda c: (not c.isalpha(), c))), {c: "banana".count(c) for c in dict.fromkeys("banana")}, " ".join(w[::-1] for w in "abc def".split()), "-".join(map(str, range(5))), "abc".translate({97: "1"}), ["%s%d" % (c, i) for i, c in enumerate("ab")])
