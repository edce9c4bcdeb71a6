"""./dev format [--check] [PATH...]

Our formatting rules over the files that git knows: no tab, no trailing blank, one line end at the end, 120 columns
(tables and links in Markdown excepted); in Java besides: 4-space steps, braces always and on the same line, no star
import.  Without --check what can be corrected is; the rest is listed.
"""

import argparse
import os
import re
import subprocess
import sys

import common

SUFFIXES = (".java", ".py", ".md", ".sh", ".xml", ".txt", ".c")
SCRIPTS = ("adder", "dev", "check", ".ci/run", "tools/smoke")
BRACELESS = re.compile(r"^\s*(?:\} (?=else))?(?:if|for|while) \(.*\) [^{/|&?:+=.].*;$|^\s*(?:\} )?else [^{i].*;$")
LONE_BRACE = re.compile(r"^\s*\{$")
STAR_IMPORT = re.compile(r"^import (?!static).*\*;")
COMMENT = re.compile(r"^(\s*)(//|\*|/\*\*) (.*)$")


def files(paths):
    listed = subprocess.run(["git", "-C", common.ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard",
                             *paths], capture_output=True, check=True).stdout.decode().split("\0")
    for name in sorted(set(listed)):
        if (name.endswith(SUFFIXES) or name in SCRIPTS) and "/resources/" not in name \
                and not name.startswith(("conformance/ledger/", "conformance/programs/")):
            if os.path.isfile(os.path.join(common.ROOT, name)):
                yield name


def complaints(name, text):
    java = name.endswith(".java")
    in_text_block = False
    for number, line in enumerate(text.split("\n"), 1):
        blocks = line.count('"""') if java else 0
        inside = in_text_block
        if blocks % 2:
            in_text_block = not in_text_block
        if "\t" in line and not inside:
            yield number, "a tab"
        if len(line) > 120 and not (name.endswith(".md") and (line.lstrip().startswith("|") or "](" in line)) \
                and not name.endswith((".xml", ".txt")):
            yield number, "%d columns" % len(line)
        if java and not inside:
            if STAR_IMPORT.match(line):
                yield number, "a star import"
            if BRACELESS.match(line) and not line.rstrip().endswith(("{", "->")):
                yield number, "no braces"
            if LONE_BRACE.match(line) and not previous.endswith((";", "{", "}", ":", "->", "*/")) and previous:
                yield number, "a brace on a line of its own"
        previous = line.strip()


def wrap_comments(text):
    """Java's comment lines that are too long, broken at a blank; a one-line Javadoc becomes a block."""
    out = []
    lines = text.split("\n")
    for i, line in enumerate(lines):
        line = lines[i]
        match = COMMENT.match(line) if len(line) > 120 else None
        if match is None or match[2] == "/**" and not line.endswith("*/"):
            out.append(line)
            continue
        indent, mark, body = match.groups()
        one_line = mark == "/**"
        if one_line:
            body = body[:-2].rstrip()
            out.append(indent + "/**")
            indent, mark = indent + " ", "*"
        width = 119 - len(indent) - len(mark)
        while len(body) > width and " " in body[1:width]:
            cut = body.rfind(" ", 1, width + 1)
            out.append("%s%s %s" % (indent, mark, body[:cut].rstrip()))
            body = body[cut + 1:]
        # What is left goes in front of the next line if the sentence goes on there.
        following = COMMENT.match(lines[i + 1]) if i + 1 < len(lines) and not one_line else None
        if following and following[1] == indent and following[2] == mark and following[3][:1].isalnum():
            lines[i + 1] = "%s%s %s %s" % (indent, mark, body, following[3])
        else:
            out.append("%s%s %s" % (indent, mark, body))
        if one_line:
            out.append(indent + "*/")
    return "\n".join(out)


def main():
    parser = argparse.ArgumentParser(prog="./dev format")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("path", nargs="*")
    args = parser.parse_args()
    found = changed = looked = 0
    for name in files(args.path):
        looked += 1
        path = os.path.join(common.ROOT, name)
        with open(path, encoding="utf-8", errors="surrogateescape", newline="") as file:
            text = file.read()
        if not text:
            continue
        lines = text.replace("\r\n", "\n").split("\n")
        good = "\n".join(line.rstrip(" ") for line in lines).rstrip("\n") + "\n"
        if name.endswith(".java") and not args.check:
            good = wrap_comments(good)
        if good != text:
            if args.check:
                print("%s: trailing blanks or line ends" % name)
                found += 1
            else:
                changed += 1
                with open(path, "w", encoding="utf-8", errors="surrogateescape", newline="") as file:
                    file.write(good)
        for number, what in complaints(name, good):
            print("%s:%d: %s" % (name, number, what))
            found += 1
    if changed:
        print("corrected %d files" % changed)
    print("%d files, %d complaints" % (looked, found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
