# modes: stress
# must-compile: Names.visit_Name, Sheet._range, Sheet.calculate, Sheet._value
"""A spreadsheet: formulas parsed with ast, dependencies sorted, cycles found, errors as values."""
import ast
import graphlib
import operator
import re

OPS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv, ast.Pow: operator.pow, ast.USub: operator.neg, ast.Mod: operator.mod}
COMPARE = {ast.Lt: operator.lt, ast.Gt: operator.gt, ast.Eq: operator.eq, ast.GtE: operator.ge, ast.LtE: operator.le, ast.NotEq: operator.ne}
CELL = re.compile(r"([A-Z]+)(\d+)")


class CellError(Exception):
    pass


class Names(ast.NodeVisitor):
    def __init__(self):
        self.found = []

    def visit_Name(self, node):
        if CELL.fullmatch(node.id):
            self.found.append(node.id)


class Sheet:
    functions = {"SUM": lambda *a: sum(a), "MAX": max, "IF": lambda c, a, b: a if c else b, "LEN": len, "ROUND": round, "UPPER": str.upper}

    def __init__(self):
        self.raw, self.trees, self.values = {}, {}, {}

    def __setitem__(self, cell, text):
        if not CELL.fullmatch(cell):
            raise KeyError(cell)
        self.raw[cell] = text
        self.trees.pop(cell, None)
        if isinstance(text, str) and text.startswith("="):
            source = re.sub(r"([A-Z]+)(\d+):([A-Z]+)(\d+)", self._range, text[1:])
            try:
                self.trees[cell] = ast.parse(source, mode="eval")
            except SyntaxError as e:
                self.trees[cell] = CellError(f"syntax: {e.msg}")

    @staticmethod
    def _range(m):
        (a, i, b, j) = m.groups()
        return ", ".join(f"{chr(c)}{r}" for c in range(ord(a), ord(b) + 1) for r in range(int(i), int(j) + 1))

    def calculate(self):
        graph = {}
        for cell in self.raw:
            names = Names()
            tree = self.trees.get(cell)
            if isinstance(tree, ast.AST):
                names.visit(tree)
            graph[cell] = names.found
        self.values.clear()
        order = list(graphlib.TopologicalSorter(graph).static_order())
        for cell in order:
            self.values[cell] = self._value(cell)
        return order

    def _value(self, cell):
        tree = self.trees.get(cell)
        if tree is None:
            return self.raw.get(cell, 0)
        if isinstance(tree, CellError):
            return f"#{tree}"
        try:
            return self._eval(tree.body)
        except Exception as e:
            return f"#{type(e).__name__}: {e}"

    def _eval(self, node):
        match node:
            case ast.Constant(value=v):
                return v
            case ast.Name(id=name):
                value = self.values.get(name, 0)
                if isinstance(value, str) and value.startswith("#"):
                    raise CellError(name)
                return value
            case ast.BinOp(left=l, op=op, right=r):
                return OPS[type(op)](self._eval(l), self._eval(r))
            case ast.UnaryOp(op=op, operand=x):
                return OPS[type(op)](self._eval(x))
            case ast.Compare(left=l, ops=[op], comparators=[r]):
                return COMPARE[type(op)](self._eval(l), self._eval(r))
            case ast.Call(func=ast.Name(id=f), args=args, keywords=[]):
                return self.functions[f](*map(self._eval, args))
        raise CellError(f"{type(node).__name__} is not allowed")


s = Sheet()
for cell, text in {"A1": 5, "A2": 7.5, "A3": "=A1*A2", "B1": "=SUM(A1:A3)", "B2": "=IF(B1 > 40, 'big', \"small\")", "B3": "=UPPER(B2) + '!'", "C1": "=A1/0", "C2": "=C1+1", "C3": "=1 +", "D1": "=NOPE(1)", "D2": "=A1.real", "D3": "=-A1 ** 2 % 7", "E1": "=Z9", "E2": "=LEN(5)", "E3": "=MAX(A1:B1)", "F1": "=ROUND(B1/7, 3)", "F2": "=[1]"}.items():
    s[cell] = text
order = s.calculate()
for cell in sorted(s.raw):
    print(cell, repr(s.raw[cell]), "->", repr(s.values[cell]))
print(order.index("A3") < order.index("B1") < order.index("B3"), len(order))
s["A1"] = 100
s.calculate()
print([s.values[c] for c in ("A3", "B1", "B2", "B3", "F1")])
s["A1"] = "=B3"
try:
    s.calculate()
except graphlib.CycleError as e:
    print(type(e).__name__, sorted(set(e.args[1])))
try:
    s["a1"] = 1
except KeyError as e:
    print("KeyError", e)
