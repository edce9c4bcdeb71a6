# modes: stress
# must-compile: Money.__init__, Money.__format__
"""The format mini-language for all kinds, by format, f-strings and str.format; what is refused and how."""
import datetime
from decimal import Decimal
from fractions import Fraction

values = [0, 7, -42, 123456789, 2 ** 70, True, 0.0, -0.0, 1.5, -123456.789, 1e300, 1e-7, float("inf"), float("-inf"), float("nan"), 3 + 4j]
specs = ["", "d", "b", "#x", "#o", "c", "e", ".3e", "f", ".0f", "#.0f", "g", ".3g", "G", "n", "%", ".1%", ",", "_", "_b", ",.2f", "+", " ", "-", "z.1f", "10", "<10", ">10", "^10", "=10", "*^+12,.1f", "010", "+08.2f", "#010x", "x<5", ".5", "_.3_f"]
for v in values:
    row = []
    for spec in specs:
        try:
            row.append(format(v, spec))
        except (ValueError, OverflowError) as e:
            row.append(type(e).__name__[0])
    print(repr(v), row)
for spec in ("q", ".", "10.", ",,", "_,", ",b", "c,", "+c", ".3d", "0=5s", "z", "zd", "#s", "1" * 30, ".99999999999999999999f", "^^^", "\ud800<5", ",n", "{}"):
    for v in (5, 1.5, "s"):
        try:
            print(spec if spec.isascii() else "?", repr(v), repr(format(v, spec)))
        except (ValueError, OverflowError) as e:
            print(ascii(spec[:8]), repr(v), type(e).__name__, e)
print([format("text", s) for s in ("", "s", "10", ">10", "^11", "_<8", ".2", "8.3", "<8.1s", "*>6")], f"{'日本':>6}|{'𝄞':^5}|{'é':*<4}|")
print("{0} {1!r} {0!s:>5} {2[k]} {3.real} {4[1]} {name:{width}.{precision}} {{}}".format(1, "a", {"k": 5}, 2j, [1, 2], name=3.14159, width=8, precision=3))
print("{} {} {:>{}}".format(1, 2, "x", 4), "{:{fill}{align}{w}}".format("v", fill="*", align="^", w=5), "%s %r %5.1f %-5d| %05d %x %o %c %% %+d %e %(no" % (1, "a", 2.25, 3, 4, 255, 8, "z", 5, 6.0) if False else "")
for text, args, kwargs in (("{", (), {}), ("}", (), {}), ("{}", (), {}), ("{} {0}", (1,), {}), ("{x}", (), {}), ("{0.nope}", (1,), {}), ("{0[x]}", ([1],), {}), ("{!z}", (1,), {}), ("{:{:{}}}", (1, 2, 3), {}), ("{0!}", (1,), {}), ("{a b}", (), {"a b": "spaced"}), ("{0[}", (1,), {}), ("{:d}", ("s",), {}), ("{0[1][0]}", ([[1], [2]],), {})):
    try:
        print(text, repr(text.format(*args, **kwargs)))
    except Exception as e:
        print(text, type(e).__name__, e)
print(f"{Decimal('1234.5678'):,.2f} {Decimal('1E+5'):f} {Decimal('0.00012'):e} {Decimal('-1.5'):>10} {Fraction(22, 7):.4f} {Fraction(1, 3)} {Fraction(-7, 2):>8} {Fraction(1234567, 10):,.1f}")
d = datetime.datetime(2026, 1, 2, 3, 4, 5, 678)
print(f"{d:%Y/%m/%d %H:%M:%S.%f %j %%} {d.date():%d.%m.} {d} {d.time():%I %p} {d!r:.20}")


class Money:
    def __init__(self, n):
        self.n = n

    def __format__(self, spec):
        return f"<{self.n}|{spec}>"


m = Money(5)
x, w = 12.5, 9
print(f"{m} {m:abc} {m!s:.3} {x=} {x = :.2f} {x!r:>{w}} {x:{'>'}{w}} {x + 1:.1f} {'nested ' + f'{x:e}'} {(lambda: 3)()} {[1, 2][0]} { {'a': 1}['a'] }", "{:%d}".format(m), format(m), format(m, "q"))
for bad in (lambda: format([], "5"), lambda: format(object(), "x"), lambda: format(None, ">3"), lambda: f"{m!s:5q}", lambda: format(5, 5), lambda: "%d" % "x", lambda: "%d %d" % 1, lambda: "%d" % (1, 2), lambda: "%q" % 1, lambda: "%(a)s" % 1, lambda: "%" % 1, lambda: "%c" % "ab", lambda: "%c" % -1, lambda: "%s" % (), lambda: "%*d" % ("x", 1), lambda: "%.*f" % (2, 3.14159), lambda: "%(a)s %(b)5.1f" % {"a": 1, "b": 2}):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
