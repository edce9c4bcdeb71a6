# family: accelerated
# checksum: 18830166
# must-compile: unit
"""Regular expressions over a generated log: search, findall, sub with a function, alternation, groups, look-ahead."""

import re

from harness import run

LINES = 1200


def generate(n):
    state = 7
    lines = []
    for i in range(n):
        state = (state * 16807) % 2147483647
        lines.append("%02d:%02d:%02d [%s] user=%s ip=10.%d.%d.%d path=/a/%s/%d?q=%d \"%s\"" % (
            i // 3600 % 24, i // 60 % 60, i % 60, ("INFO", "WARN", "ERROR")[state % 3],
            ("ann", "bob", "cecilia", "dmitri")[state % 4], state % 256, (state >> 3) % 256, (state >> 7) % 256,
            ("img", "css", "index.html")[state % 3], state % 97, state % 1009, "ok" if state % 5 else "not  found"))
    return "\n".join(lines)


TEXT = generate(LINES)
LINE = re.compile(r"(\d\d):(\d\d):(\d\d) \[(\w+)\] user=(?P<user>\w+) ip=((?:\d{1,3}\.){3}\d{1,3})")
NUMBER = re.compile(r"\d+")
PATH = re.compile(r"path=(?P<path>/[^?\s]*)(?:\?q=(?P<q>\d+))?")
BAD = re.compile(r"ERROR|not\s+found")
WORD = re.compile(r"\b[a-z]+(?==)")


def unit():
    total = 0
    for m in LINE.finditer(TEXT):
        total += int(m.group(3)) + len(m.group("user"))
        if m.group(4) == "ERROR":
            total += m.start()
    total += len(NUMBER.findall(TEXT))
    for line in TEXT.split("\n"):
        m = PATH.search(line)
        total += len(m["path"])
        if BAD.search(line):
            total += 1
    changed = NUMBER.sub(lambda m: str(len(m.group())), TEXT)
    total += len(changed)
    total += len(WORD.findall(TEXT)) + len(re.split(r"[\s=\[\]]+", TEXT[:20000]))
    return total


run(unit)
