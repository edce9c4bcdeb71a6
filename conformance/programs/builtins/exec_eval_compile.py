# must-compile: attempt
def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


print(eval("1 + 2"), eval(" 3 "), eval("x", {"x": 4}), eval("x + y", {"x": 1}, {"y": 2}), attempt(eval, "x"), attempt(eval, "1 +"), attempt(eval, "a = 1"), attempt(eval, ""), attempt(eval, 5), eval(b"1 + 1"), eval("[i for i in range(3)]"), eval("(\n1\n+\n2)"))
ns = {}
exec("a = 1\nb = a + 1\ndef f(): return a\nclass C: v = b", ns)
print(ns["b"], ns["f"](), ns["C"].v, exec("pass"), attempt(exec, "raise ValueError('x')"), attempt(exec, "if"), attempt(exec, "x = 1", 5), attempt(exec, "x=1", {}, 5), sorted(k for k in ns if k != "__builtins__"))
for mode in ("exec", "eval", "single", "bad"):
    c = attempt(compile, "1 + 1", "<c>", mode)
    print(mode, c if isinstance(c, str) else (c.co_filename, c.co_name, eval(c)))
exec(compile("1 + 1\n", "<s>", "single"))
exec(compile("x = 5; x * 2; None; 'text'", "<s>", "single"))
for source in ("a b", "def f(:", "x = = 1", "(1", "'abc", "return 1", "break", "yield 1", "nonlocal x", "def f():\nx", "  x", "x\n  y", "1 = 2", "f() = 1", "del 5", "import", "class", "for x in", "a = 1 if 2", "lambda: (yield)", "print 'x'", "exec 'x'", "x = {1: 2, 3}", "f(a=1, 2)", "f(**a, *b)", "def f(a, a): pass", "def f(a=1, b): pass", "async x", "await 1", "global x; x: int = 1", "from x import *; def f(): pass", "a := 1", "x = 09", "\"\\N{bad name}\"", "b'é'", "f'{'", "f'{}'", "f'{a b}'", "{*a for a in b}", "*a", "a, *b = 1, *c = 2", "None = 1", "assert", "with x as 1: pass", "try: pass", "@x", "x = yield = 1", "\tif 1:\n        pass\n\tx"):
    try:
        compile(source, "<test>", "exec")
        print(repr(source), "fine")
    except SyntaxError as e:
        print(repr(source), type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
c = compile("def g(a, b=2, *c, d, **e):\n    'doc'\n    x = 1\n    return lambda: x + a\n", "<g>", "exec")
g = [k for k in c.co_consts if hasattr(k, "co_name")][0]
print(c.co_name, c.co_names, c.co_varnames, g.co_name, g.co_argcount, g.co_kwonlyargcount, g.co_varnames, g.co_cellvars, g.co_consts[0], g.co_flags & 0xF, g.co_firstlineno, g.co_nlocals, g.co_qualname)
r = g.replace(co_name="renamed")
print(r.co_name, g == g, r == g, attempt(lambda: g.replace(co_nope=1)), attempt(setattr, g, "co_name", "x"), [type(l) for l in next(iter(g.co_lines()))[:2]])
import ast
t = ast.parse("x = 1 + 2 * y\nprint(x)")
print(ast.dump(t.body[0]), ast.unparse(t), eval(compile(ast.fix_missing_locations(ast.Expression(ast.Constant(5))), "<a>", "eval")))
t.body[0].value = ast.copy_location(ast.Constant(41), t.body[0].value)
n = {"print": lambda v: print("from ast", v)}
exec(compile(t, "<t>", "exec"), n)
print(attempt(compile, ast.Expression(ast.Name("x")), "", "eval"), attempt(compile, ast.Module([ast.Expr()], []), "", "exec"), ast.literal_eval("[1, {'a': (2, -3.5)}, None, b'x', {1}]"), attempt(ast.literal_eval, "f()"))
print(attempt(compile, "x\0y", "", "exec"), attempt(compile, 5, "", "exec"), compile("a", "f", "eval", flags=0, dont_inherit=True, optimize=2).co_filename, attempt(compile, "a", "f", "eval", 999999999))
exec(compile("assert False\nprint('optimised', __debug__)", "o", "exec", optimize=1))
exec("from __future__ import annotations\ndef h(a: undefined): pass\nprint(h.__annotations__)")
print(attempt(eval, "__import__('os').sep"), attempt(eval, "len([])", {"__builtins__": None}), eval("__builtins__ is not None"), attempt(eval, "x", None, {"x": 1}), attempt(eval, c))
