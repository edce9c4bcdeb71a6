"""Run by CPython: writes ast.dump(..., include_attributes=True) of every file of a list to a folder.

usage: oracle_dump.py LIST OUTPUT-FOLDER [--type-comments]
LIST has one path a line; OUTPUT/index names, per dump file, the source it came from. Files that do not parse are
written as "ERROR <type> <args>".
"""
import ast
import os
import sys
import warnings


def main():
    listing, out = sys.argv[1:3]
    type_comments = "--type-comments" in sys.argv
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20000)
    os.makedirs(out, exist_ok=True)
    with open(listing) as f:
        paths = f.read().splitlines()
    with open(os.path.join(out, "index"), "w") as index:
        for number, path in enumerate(paths):
            with open(path, "rb") as f:
                source = f.read()
            try:
                text = ast.dump(ast.parse(source, path, type_comments=type_comments), include_attributes=True)
            except (SyntaxError, ValueError, RecursionError, MemoryError) as e:
                text = "ERROR %s %r" % (type(e).__name__, e.args)
            with open(os.path.join(out, str(number)), "wb") as f:
                f.write(text.encode("utf-8", "surrogatepass"))
            index.write(path + "\n")


main()
