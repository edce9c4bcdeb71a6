# must-compile: tries
"""Patterns used so often that they are translated, over short and long texts, of Latin-1 characters and of others."""

import re

PATTERNS = [
    r"(?P<ip>\d+\.\d+\.\d+) - (?P<user>\S+) \[(?P<time>[^\]]+)\] (?P<verb>GET|POST|PUT) (?P<rest>\{.*\})$",
    r"(a|b)*c(d)?", r"((x)|(y))+z?", r"(\w+)\s(\w+)(?=!)", r"(?:(a)|b)*?c", r"(?i)(FOO|bar(baz)?)+",
    r"^(\d+)(?:-(\d+))?$", r"(a(b(c)?)?)?d", r"((a)|(b)|(c))*", r"(?P<q>[\"']).*?(?P=q)", r"(\d{2,3}?)(\d*)",
    r"[\u00e0-\u00ff]+|\u1234", r"[^a-z]{2,}x", r"(?s)<(\w+)>.*?</\1>",
]
TEXTS = [f"10.1.{i} - ann [01/Mar/2026:00] {verb} {{\"a\": {i}}}" for i in range(4) for verb in ("GET", "POST", "PUT", "HEAD")]
TEXTS += ["ababcd", "xyxz", "hello world!", "aabac", "foobarbaz FOO", "12-34", "12", "abcd abd ad d", "abcabc", "", "0-1x",
          "\"x\" 'y'", "1234", "\u00e9\u00e8 \u1234abc\U0001f600 ababc", "\u1234ababcd \u00ff", "<b>\u00fc</b>"]
LONG = " ".join(TEXTS[:16]) * 40


def tries(compiled, texts, rounds):
    found = None
    for _ in range(rounds):
        found = []
        for text in texts:
            m = compiled.match(text)
            found.append(m and (m.groups(), m.span(), m.lastindex))
            m = compiled.search(text)
            found.append(m and (m.groups(), m.regs, m.lastindex))
            found.append(compiled.findall(text)[:3])
            found.append(compiled.fullmatch(text, 1, max(1, len(text) - 1)) is None)
    return found


def long_texts(compiled):
    wide = LONG + "\u1234" + LONG
    return [len(compiled.findall(LONG)), compiled.sub("_", LONG)[-40:], len(compiled.findall(wide)),
            ascii(compiled.split(wide)[-1:])[-40:], [m.span() for m in compiled.finditer(LONG, 20, 400)][-2:],
            [bool(compiled.match(LONG, i, i + 30)) for i in range(40)].count(True)]


for pattern in PATTERNS:
    compiled = re.compile(pattern)
    first = tries(compiled, TEXTS, 1)
    print(pattern, ascii(first))
    print(tries(compiled, TEXTS, 60) == first, long_texts(compiled))
