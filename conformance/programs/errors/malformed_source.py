# modes: stress
# must-compile: <module>
"""Malformed source in every way, by compile: message, line, column, end, text; and the files' encodings."""
TEXTS = ["", "x =", "def", "def f(", "def f():", "if x", "if x:\n", "for in x: pass", "while True print(1)", "class", "class A(:\n pass", "return", "yield 1", "await x", "break", "continue", "import", "from x import", "from . import *, a", "from x import (a, b",
         "a b", "1 2", "x = = 1", "1 = x", "f() = 1", "a + 1 = 2", "(a, 1) = x", "None = 1", "x = yield = 1", "del f()", "del 1", "for 1 in x: pass", "with open(x) as 1: pass", "[x for x in]", "[for x in y]", "{1: 2, 3}", "{1, 2: 3}", "f(a=1, 2)", "f(**a, *b)", "f(a=1, a=2)", "f(1=2)", "f(x for x in y, 1)",
         "lambda x: yield", "lambda x=1, y: 1", "def f(a, a): pass", "def f(*): pass", "def f(**a, b): pass", "def f(a=1, b): pass", "def f(/, a): pass", "def f(a, *, /): pass", "'abc", '"""abc', "'a\nb'", "b'é'", "f'{'", "f'{}'", "f'{a b}'", "f'{a!x}'", "f'}'", "f'{a:{b}'", "u'a' b'b'", "0x", "0b2", "0o8", "1__0", "1_", "01", "1e", "1.e+", "0xg", "1a", "1if x else 2",
         "(", ")", "(]", "[1, 2", "{'a': 1", "((1)", "x[", "x[1", "a ? b", "a $ b", "`a`", "a!", "x := 1", "(x := 1, y := )", "a.1", "a..b", "@", "@x\n1", "x: int: str", "(x): int = 1 = 2", "x: int += 1", "  x", "if x:\n  a\n b", "if x:\n\ta\n        b", "else: pass", "try: pass", "try:\n pass\nx", "except: pass", "try: pass\nexcept A, B as c: pass", "raise from x", "assert", "global", "global x, 1", "nonlocal x",
         "def f():\n x = 1\n global x", "def f(x):\n global x", "def f(x):\n nonlocal x", "async x", "async with a: pass", "def f(): await x", "[await x for x in y]", "print 1", "print x, y", "exec 'x'", "a <> b", "not", "a if b", "a if b else", "*a", "*a, = ", "**a", "x = *a", "del *a", "a = 1 if", "match x:\n case", "type X", "type = 1; type X = ", "import a.b as c.d", "from __future__ import nope", "x = 1\nfrom __future__ import annotations", "\\", "x = \\ 1", "é€ = 1", "a\u00a0b", "“x”", "x = 1;;", "a\0b", "\ufeffx = ", "if True:\n    x\n  y\nz"]
for text in TEXTS:
    try:
        compile(text, "<text>", "exec")
        print(ascii(text)[:30], "compiles")
    except SyntaxError as e:
        print(ascii(text)[:30], type(e).__name__, ascii(e.msg), e.lineno, e.offset, e.end_lineno, e.end_offset, ascii(e.text))
    except ValueError as e:
        print(ascii(text)[:30], type(e).__name__, e)
for source in (b"# coding: latin-1\nx = '\xe9'", b"# coding: nope\n", b"x = '\xff'", b"\xef\xbb\xbfx = 1", b"\xef\xbb\xbf# coding: latin-1\n", b"#!x\n# -*- coding: cp1252 -*-\nx = '\x80'", b"\n\n# coding: latin-1\nx = '\xe9'", b"\xff\xfex\0"):
    names = {}
    try:
        exec(compile(source, "<bytes>", "exec"), names)
        print(source[:20], ascii(names.get("x")))
    except (SyntaxError, ValueError) as e:
        print(source[:20], type(e).__name__, ascii(str(e)))
print(eval("1 +\\\n1"), eval(" 5"), compile("x", "<e>", "eval").co_filename)
