"""One line for each code object of each file under a folder, as CPython compiles it: to be compared with the lines
that LowerLibrary --codes prints. Run by the oracle: codes.py FOLDER OUTPUT."""
import os
import sys
import types
import warnings

CO_VARARGS = 0x4
CO_VARKEYWORDS = 0x8


def walk(code, out):
    parameters = (code.co_argcount + code.co_kwonlyargcount + bool(code.co_flags & CO_VARARGS)
                  + bool(code.co_flags & CO_VARKEYWORDS))
    out.write(repr((code.co_name, code.co_qualname, code.co_firstlineno, code.co_flags, code.co_argcount,
                    code.co_posonlyargcount, code.co_kwonlyargcount, code.co_varnames[:parameters],
                    sorted(code.co_cellvars), code.co_freevars, sorted(code.co_varnames))) + "\n")
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            walk(constant, out)


def main(root, output):
    warnings.simplefilter("ignore")
    with open(output, "w", encoding="utf-8", errors="surrogateescape") as out:
        for folder, _, names in sorted(os.walk(root)):
            for name in sorted(names):
                if not name.endswith(".py"):
                    continue
                path = os.path.join(folder, name)
                with open(path, "rb") as f:
                    source = f.read()
                try:
                    code = compile(source, path, "exec", dont_inherit=True)
                except (SyntaxError, ValueError):
                    continue
                out.write("FILE " + path + "\n")
                walk(code, out)


main(sys.argv[1], sys.argv[2])
