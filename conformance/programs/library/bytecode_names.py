# modes: stress
# must-compile: names, Shapes.area
"""What tools read from bytecode: the names that a code loads, stores and imports, and where its instructions stand."""
import dis
import inspect
import traceback
import types

SCALE = 3
NAMED = ("LOAD_GLOBAL", "STORE_GLOBAL", "DELETE_GLOBAL", "LOAD_NAME", "STORE_NAME", "LOAD_ATTR", "STORE_ATTR",
         "DELETE_ATTR", "IMPORT_NAME", "IMPORT_FROM", "LOAD_SUPER_ATTR")


def names(code):
    found = {}
    for instruction in dis.get_instructions(code):
        if instruction.opname in NAMED:
            found.setdefault(instruction.opname, set()).add(instruction.argval)
    return {key: sorted(value) for key, value in sorted(found.items())}


class Shapes:
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side.real * SCALE + len(str(self.side))


class Sub(Shapes):
    def area(self):
        return super().area() + undefined_here.really(self.corner(1, key=2), *[self.side])


def changes(value):
    global SCALE
    import os.path as path
    from collections import OrderedDict
    SCALE = 3
    value.first = path.sep
    del value.first
    value.second += OrderedDict.fromkeys
    return [other.third for other in value if other.third]


def outer(x):
    y = 2

    def inner():
        return x + y + SCALE + len([]) + missing.attribute
    return inner


for function in (Shapes.__init__, Shapes.area, Sub.area, changes, outer, outer(1)):
    print(function.__qualname__, names(function.__code__), sorted(function.__code__.co_names))
for _ in range(30):
    Shapes(4).area()
for function in (outer(1), Shapes.area, Sub.area, Shapes(2).area):
    c = inspect.getclosurevars(function)
    print(sorted(c.nonlocals.items()), sorted(c.globals), sorted(c.builtins), sorted(c.unbound))

# More names than fit in a byte.
many = compile("\n".join("a%d = b%d.c%d" % (i, i, i) for i in range(300)), "many", "exec")
print(len(many.co_names), [len(v) for v in names(many).values()])


def fails(value):
    try:
        return value.nothing(1)
    finally:
        value = None


# A traceback made from another's place points at the same characters.
try:
    fails(SCALE)
except AttributeError as e:
    where = e.__traceback__.tb_next
    again = types.TracebackType(None, where.tb_frame, where.tb_lasti, where.tb_lineno)
    print(again.tb_lasti == where.tb_lasti)
    for entry in traceback.extract_tb(where) + traceback.extract_tb(again):
        print(entry.lineno, entry.end_lineno, entry.colno, entry.end_colno)
code = fails.__code__
positions = list(code.co_positions())
print(len(positions) == len(code.co_code) // 2, min(p[0] for p in positions if p[0]) - code.co_firstlineno)
print(sorted({line - code.co_firstlineno for _, _, line in code.co_lines() if line}))
print(dis.Bytecode(fails).codeobj is code, bool(dis.Bytecode(fails).dis()))
