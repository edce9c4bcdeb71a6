"""./dev format [--check] [PATH...]

Our formatting rules over the files that git knows: no tab, no trailing blank, one line end at the end, 128 columns
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
STAR_IMPORT = re.compile(r"^import (?!static dev\.adder\.language\.ir\.Opcodes).*\*;")


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
        if len(line) > 128 and not (name.endswith(".md") and (line.lstrip().startswith("|") or "](" in line)) \
                and not name.endswith((".xml", ".txt", ".md", ".sh")) and "\"\"\"" not in line and "://" not in line \
                and not name.endswith(("Page.java", "ExposeProcessorTest.java", "handoff.py")):
            yield number, "%d columns" % len(line)
        if java and not inside:
            if STAR_IMPORT.match(line):
                yield number, "a star import"
            if BRACELESS.match(line) and not line.rstrip().endswith(("{", "->")):
                yield number, "no braces"
            if LONE_BRACE.match(line) and not previous.endswith((";", "{", "}", ":", "->", "*/")) and previous:
                yield number, "a brace on a line of its own"
        previous = line.strip()


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
