# must-compile: <module>
import warnings

cases = ["x is 1", "x is 'a'", "x is not ()", "assert (x, 'y')", "'\\d'", "b'\\q'", "'\\400'", "1()", "'a'()", "[]()", "(1)[0]", "1[2]", "'a'['b']", "[1][1, 2]", "{}()", "f'{1}'()", "1if x else 2", "0xfor x", "1in x", "1or 2", "None()", "(x for x in y)()", "lambda: 1()", "def f():\n    try:\n        pass\n    finally:\n        return 1", "for x in y:\n    try:\n        pass\n    finally:\n        break", "for x in y:\n    try:\n        pass\n    finally:\n        continue", "while 1:\n    try:\n        pass\n    finally:\n        for x in y:\n            break", "x == 1 is True", "~True", "not True is 1", "'ok'", "r'\\d'", "1 .real", "[1, 2][True]", "(1, 2)['a']", "...()", "f'\\d{x}'", "1_000and x", "t'{x}'()", "True()", "-1()", "1.5()", "1j[0]", "print(1)(2)", "x is -1", "x is None", "1 is x is 2", "...[0]", "(1, 2)(3)", "{1}[0]", "{x: 1}[0]", "[x for x in y](1)", "lambda x: x(1)", "(lambda: 1)[0]"]
for case in cases:
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        try:
            compile(case, "case.py", "exec")
            result = "compiles"
        except SyntaxError as e:
            result = e.msg
    print(repr(case), result, [(x.category.__name__, str(x.message), x.lineno) for x in w])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    for case in ("x is 1", "'\\d'", "assert (1, 2)"):
        try:
            compile(case, "case.py", "exec")
        except SyntaxError as e:
            print(case, e.msg, e.lineno, e.offset)
