# modes: stress
# must-compile: tokens, BadToken.__init__
"""A tokenizer by one regular expression with named groups, with positions and errors."""
import re
from collections import Counter
from typing import NamedTuple


class Token(NamedTuple):
    kind: str
    text: str
    line: int
    column: int


SPECIFICATION = [
    ("number", r"\d+(\.\d*)?([eE][+-]?\d+)?"),
    ("name", r"[^\W\d]\w*"),
    ("string", r"'(?:\\.|[^'\\\n])*'"),
    ("op", r"<=|>=|==|!=|:=|->|\*\*|[-+*/%(){}\[\]<>=,;:.]"),
    ("comment", r"#[^\n]*"),
    ("newline", r"\n"),
    ("skip", r"[ \t]+"),
    ("bad", r"."),
]
PATTERN = re.compile("|".join(f"(?P<{name}>{regex})" for name, regex in SPECIFICATION))
KEYWORDS = {"if", "then", "end", "let"}


class BadToken(ValueError):
    def __init__(self, text, line, column):
        super().__init__(f"{text!r} at {line}:{column}")
        self.line = line


def tokens(source):
    line, start = 1, 0
    for m in PATTERN.finditer(source):
        kind, text = m.lastgroup, m.group()
        column = m.start() - start + 1
        match kind:
            case "newline":
                yield Token(kind, "\\n", line, column)
                line, start = line + 1, m.end()
            case "skip" | "comment":
                continue
            case "bad":
                raise BadToken(text, line, column)
            case "name" if text in KEYWORDS:
                yield Token("keyword", text, line, column)
            case _:
                yield Token(kind, text, line, column)


SOURCE = """let x := 3.5e2 ** (2 + y_1)  # a comment
if x >= 'it\\'s' then
  f(x, [1, 2.], größe)
end
"""
for t in tokens(SOURCE):
    print(f"{t.line}:{t.column:<3} {t.kind:8} {t.text}")
print(sorted(Counter(t.kind for t in tokens(SOURCE)).items()))
for bad in ("a ? b", "x\n y $ z", "'open", "1..2", "''"):
    try:
        print([t.text for t in tokens(bad)])
    except BadToken as e:
        print(type(e).__name__, e, e.line, e.args)
big = "let v = 10 + v * (v - 1);\n" * 400
print(sum(1 for _ in tokens(big)), max(t.line for t in tokens(big)))
