"""Run by CPython: what its parser says of many small texts, good and bad, as cases for ErrorCheck.

usage: oracle_errors.py OUTPUT [--warnings TEST-FILE...] [--strings TEST-FILE...] [--mutate COUNT SEED FILE...] [--probe FILE]

--strings: every str constant of the files (a test's source snippets), --mutate: functions of the files with a few
tokens dropped, doubled, swapped or replaced. A case is a line: mode, flags, source, outcome, in base64 where free text.
"""
import ast
import base64
import io
import random
import sys
import textwrap
import tokenize
import warnings

ONLY_AST = ast.PyCF_ONLY_AST


def outcome(source, mode, flags):
    try:
        compile(source, "<case>", mode, ONLY_AST | flags, dont_inherit=True)
    except SyntaxError as e:
        return "|".join(str(x) for x in (type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset,
                                         e.text))
    except (ValueError, MemoryError, RecursionError, OverflowError) as e:
        return type(e).__name__
    return "OK"


def warned(source, flags):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            ast.parse(source, type_comments=flags != 0)
        except (SyntaxError, ValueError):
            return None
    return "".join("%d: %s\n" % (w.lineno, w.message) for w in caught)


def b64(text):
    return base64.b64encode(text.encode("utf-8", "surrogatepass")).decode()


def strings(paths):
    for path in paths:
        with open(path, "rb") as f:
            tree = ast.parse(f.read())
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and 0 < len(node.value) < 4000:
                yield node.value
                if "\n" in node.value:
                    yield textwrap.dedent(node.value)
                    for line in node.value.splitlines():
                        line = line.strip()
                        for prompt in (">>> ", "... "):
                            if line.startswith(prompt):
                                yield line[4:]
                    yield "\n".join(x.strip()[4:] for x in node.value.splitlines()
                                    if x.strip().startswith((">>> ", "... ")))
                    # single doctest examples with their continuation lines
                    block = []
                    for line in node.value.splitlines() + [""]:
                        s = line.strip()
                        if s.startswith("... ") or s == "...":
                            block.append(s[4:])
                        else:
                            if block:
                                yield "\n".join(block) + "\n"
                            block = [s[4:]] if s.startswith(">>> ") else []


EXTRA = ["(", ")", "[", "]", "{", "}", ",", ":", "=", "==", ":=", ".", "*", "**", "+", "-", "not", "if", "else", "for",
         "in", "lambda", "x", "1", "'s'", "f'{x}'", "f'{x!r:>{y}}'", "t'{x}'", "b's'", "yield", "await", "async", "def",
         "class", "import", "from", "as", "with", "try", "except", "finally", "raise", "return", "pass", "match", "case",
         "type", "print", "None", "True", "is", "and", "or", "global", "del", "assert", "while", "elif", ";", "@", "->",
         "/", "!", "$", "\\", "\n", "\n  ", "\n    ", "'", '"', "'''", "0777", "1_", "é", "...", "<>", "!=", "+="]


def mutate(count, seed, paths):
    rng = random.Random(seed)
    pieces = []
    for path in paths:
        with open(path, encoding="utf-8") as f:
            source = f.read()
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.stmt) and 1 <= node.end_lineno - node.lineno < 14:
                lines = source.splitlines()[node.lineno - 1:node.end_lineno]
                pieces.append(textwrap.dedent("\n".join(lines)) + "\n")
    for _ in range(count):
        piece = rng.choice(pieces)
        try:
            tokens = list(tokenize.generate_tokens(io.StringIO(piece).readline))
        except (tokenize.TokenError, SyntaxError):
            continue
        spans = []
        offsets = [0]
        for line in piece.splitlines(True):
            offsets.append(offsets[-1] + len(line))
        for t in tokens:
            if t.string.strip():
                spans.append((offsets[t.start[0] - 1] + t.start[1], offsets[t.end[0] - 1] + t.end[1]))
        if not spans:
            continue
        for _ in range(rng.choice([1, 1, 1, 2, 3])):
            a, b = rng.choice(spans)
            how = rng.randrange(5)
            if how == 0:
                piece = piece[:a] + piece[b:]
            elif how == 1:
                piece = piece[:a] + rng.choice(EXTRA) + " " + piece[a:]
            elif how == 2:
                piece = piece[:a] + rng.choice(EXTRA) + piece[b:]
            elif how == 3:
                piece = piece[:b] + " " + piece[a:]
            else:
                piece = piece[:a]
            spans = [(x, y) for x, y in spans if y <= min(a, len(piece))]
            if not spans:
                break
        yield piece


def main():
    warnings.simplefilter("ignore")
    args = sys.argv[2:]
    cases = []
    if args[0] == "--warnings":
        with open(sys.argv[1], "w") as out:
            for source in dict.fromkeys(strings(args[1:])):
                found = warned(source, 0)
                if found is not None:
                    out.write("warn 0 %s %s\n" % (b64(source) or "-", b64(found) or "-"))
        return
    if args[0] == "--strings":
        for s in strings(args[1:]):
            cases.append((s, "exec", 0))
            if len(s) < 200:
                cases.append((s, "eval", 0))
                cases.append((s, "single", 0))
                cases.append((s, "single", 0x4200))
    elif args[0] == "--mutate":
        for s in mutate(int(args[1]), int(args[2]), args[3:]):
            cases.append((s, "exec", 0))
    else:
        with open(args[1]) as f:
            for s in ast.literal_eval(f.read()):
                for mode in ("exec", "eval", "single"):
                    cases.append((s, mode, 0))
                cases.append((s, "single", 0x4200))
    seen = set()
    with open(sys.argv[1], "w") as out:
        for case in cases:
            if case in seen:
                continue
            seen.add(case)
            source, mode, flags = case
            out.write("%s %d %s %s\n" % (mode, flags, b64(source) or "-", b64(outcome(source, mode, flags))))


main()
