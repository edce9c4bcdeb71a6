# family: containers
# checksum: 8912478660
# must-compile: build, unit
"""Strings built by +=, join, formatting and replacing; bytes and searching in text."""

from harness import run

LINES = 2500


def build(n):
    text = ""
    for i in range(n):
        text += "line " + str(i) + ": "
        text += "%05d %s|" % (i, "xyz"[i % 3])
        text += f"{i * 1.5:.2f} {i:>6} {i:x}\n"
    return text


def mirror(text):
    out = []
    for line in text.split("\n"):
        head, _, tail = line.partition(": ")
        out.append(tail[::-1] + head.upper().replace("LINE", "row"))
    return "\n".join(out)


def checksum(data):
    a = 1
    b = 0
    for byte in data[:6000]:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b * 65536 + a


def unit():
    total = 0
    for _ in range(5):
        text = build(LINES)
        mirrored = mirror(text)
        position = 0
        hits = 0
        while True:
            position = mirrored.find("row", position)
            if position < 0:
                break
            hits += 1
            position += 3
        total += hits + checksum(mirrored.encode("utf-8")) + len(text)
        total += sum(1 for c in text[:5000] if c.isdigit())
        total += len("".join(reversed(text[:1000]))) + text.count("9") + text.startswith("line 0")
    return total


run(unit)
