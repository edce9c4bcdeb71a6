# family: containers
# checksum: 920649718
# must-compile: generate, count
"""Word counts of a generated text: splitting, stripping, lower-casing, dicts of counts, top lists."""

from harness import run

WORDS = 12000


def generate(n):
    state = 12345
    parts = []
    for i in range(n):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        length = 2 + (state >> 8) % 5
        word = ""
        seed = (state >> 12) % 900
        for k in range(length):
            word += "abcdefghijklmnopqrstuvwxyz"[(seed + k * k) % 26]
        if i % 11 == 0:
            word = word.capitalize() + ","
        parts.append(word)
        if i % 12 == 11:
            parts[-1] += ".\n"
    return " ".join(parts)


def count(text):
    counts = {}
    lines = 0
    for line in text.splitlines():
        lines += 1
        for word in line.split():
            word = word.strip(".,").lower()
            if word in counts:
                counts[word] += 1
            else:
                counts[word] = 1
    return lines, counts


def unit():
    lines, counts = count(generate(WORDS))
    top = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:10]
    total = lines
    for word, n in top:
        total = total * 31 + n + len(word)
    return total % 1000000007 + len(counts)


run(unit)
