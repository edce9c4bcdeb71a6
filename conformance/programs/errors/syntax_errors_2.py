# must-compile: <module>
cases = """
1 = x
x + 1 = 2
f() = 1
(a, 1) = x
[a, f()] = x
"s" = 1
f"{x}" = 1
None = 1
True = 1
x.None = 1
__debug__ = 1
... = 1
-x = 1
x if y else z = 1
{a: 1} = x
{a} = x
(x for x in y) = 1
[x for x in y] = 1
lambda: 1 = 2
a < b = 1
not a = 1
await x = 1
x += 1 = 2
f() += 1
(a, b) += 1
1 += x
x: int = 1 = 2
(a, b): int
[a]: int = 1
1: int
f(): int
x := 1
(x := 1) = 2
(a.b := 1)
(a[0] := 1)
(f() := 1)
(1 := 2)
[x := 1 for x in y]
[y for x in (y := z)]
for 1 in x: pass
for f() in x: pass
for (a, 1) in x: pass
with x as 1: pass
with x as f(): pass
import x as f()
def f(1): pass
def f(a, a): pass
def f(a=1, b): pass
def f(*): pass
def f(*, **k): pass
def f(**k, a): pass
def f(*a, *b): pass
def f(a, /, b, /): pass
def f(/): pass
def f(*, /): pass
def f(None): pass
def f(a=): pass
def f(a, *, b, *, c): pass
lambda a, a: 1
lambda *: 1
lambda a=1, b: 1
class C(a, a=1, a=2): pass
class C(x for x in y): pass
f(a=1, a=2)
f(a=1, b)
f(**a, b)
f(**a, *b)
f(x for x in y, 1)
f(1, x for x in y)
f(a=1 for a in b)
f(1=2)
f(a.b=1)
f(True=1)
f(a, b for b in c)
f(*)
f(**)
f(a b)
f(a=)
f(x:=1, y=2
*a
*a = 1
a, *b, *c = d
x = *a
print(*a, **)
[*a for a in b]
{**a for a in b}
(*a)
(**a)
x = {**a, b}
x = {a: b, c}
x = {a: *b}
x = {a:}
x = {: a}
x = [a b]
x = (a b)
x = {a b}
""".strip("\n").split("\n")
for case in cases:
    try:
        compile(case + "\n", "case.py", "exec")
        print(repr(case), "compiles")
    except SyntaxError as e:
        print(repr(case), "->", type(e).__name__, e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset))
