# modes: stress
# must-compile: attempt, gen, F.__format__, F.__repr__
name, n, pi = "World", 42, 3.14159265
print(f"Hello {name}! {n:5d}|{n:<5}|{n:^5}|{n:>05}|{n:+}|{n:x}|{n:#b}|{n:,}|{1234567:_}")
print(f"{pi:.2f} {pi:10.3e} {pi!r:>12} {name!s:*^11} {name!a} {'ü'!a} {pi:g} {0.1 + 0.2}")
print(f"{{literal}} {{{n}}} {n = } {n=:>5} {pi = :.1f}")
width, prec = 10, 3
print(f"{pi:{width}.{prec}f}|{name:{'<' if n else '>'}{width}}|{n:{width}}")
print(f"{'nested ' + f'{n} {f"{name}"}'} {[x for x in range(3)]} {(lambda x: x * 2)(4)} { {'a': 1}['a'] }")
print(f"{n if n > 3 else 0} {n!r} {n, 1} {*[1, 2], 3} {(y := 5)} {y}")
print(f"a{'b'}c" 'd' f"{'e'}", rf"\n{n}\t", f"\x41\N{BULLET}\u00e9", F"{n}", fR"{n}\{n}")
print(f"""multi
line {n
      + 1} {name
}""")
print(f"{n:{'d'}}", f"{'a':>{3}}", f"{'x':{'*'}^{7}}", f"{3.0:{''}}")


class F:
    def __format__(self, spec):
        return f"<{spec}>"

    def __repr__(self):
        return "F()"

    def __str__(self):
        return "str F"


f = F()
print(f"{f} {f:abc} {f!r:>6} {f!s} {f:{n}x} {f=} {f=:q} {f=!s}")


def attempt(fn):
    try:
        return fn()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


print(attempt(lambda: f"{n:z}"), attempt(lambda: f"{'s':d}"), attempt(lambda: f"{undefined}"), attempt(lambda: f"{[]:5}"))
print(attempt(lambda: f"{1.5:d}"), attempt(lambda: f"{n:.3d}"), attempt(lambda: f"{None:>5}"), attempt(lambda: f"{n:,_}"))
print(f"{'a' 'b'}", f"{'\n'.join(['x', 'y'])!r}", f"{"quote"} {'"'} {"'"}", f"{n!s:>{width}}")
print(f"{ n }", f"{n  =  }", f"{ n = !r}", f"{'#'}", f"{n}%", f"%{n}")
print(f"{1e10} {1e16} {1e-5} {-0.0} {float('inf')} {float('nan')} {10 ** 20} {True} {None} {b'x'} {...}")
print(f"{1 + 2j:.1f} {True:d} {65:c} {0.5:%} {0.12345:.1%} {255:#x} {255:#06x} {-5: d} {5: d}")


def gen():
    x = yield f"{(yield 1)} and {(yield 2)}"
    print(x)


g = gen()
print(next(g), g.send("a"), g.send("b"))
x = 3
print(f"{x:{x}{x}}", f"{x!r:^{x}}", f"{f'{x}':>{f'{x}'}}")
print(f'{x:%H}' if False else "skipped", f"{x == 3 = }" if True else "", f"{x!=3}", f"{(x)!r}", f"{x:>{x if x else 1}}")
import datetime
print(f"{datetime.date(2026, 3, 4):%d.%m.%Y}", f"{datetime.date(2026, 3, 4)!r}")
print(f"{'very long ' * 3:.10}|{'ab':5.1}|", f"{12345.678:,.2f} {1234567890:,} {1e9:,}", f"{-1:x} {-255:#o}")
