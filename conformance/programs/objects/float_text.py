# must-compile: attempt, BadFloat.__float__, F.__repr__, HasFloat.__float__
def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


for s in ("1", " 1.5 ", "-.5", "1e3", "1E-3", "inf", "-Infinity", "nan", "+nan", "1_0.0_1", "1__0", "0x1p3", "", ".", "1e", "e5", "1.5.2", "١٢", "infin", "1e400", "1e-400", " \n2\t", "1_e5", "12\0", "NaN"):
    print(ascii(s), attempt(float, s))
print(attempt(float, None), attempt(float, []), float(b"1.5"), float(bytearray(b"2")), float(), float(True), float(2 ** 53 + 1), attempt(float, 1j), attempt(float, "1", "2"), attempt(float, x=1))
for x in (0.0, -0.0, 1.0, 0.1, 123456789012345.6, 1e15, 1e16, 123456789012345678.0, 1e22, 1e23, 1.5e-5, 0.0001, 0.00001, 5e-324, 1.7976931348623157e308, 3.141592653589793, 2 / 3, 1e100, float("inf"), float("nan"), 9007199254740993.0, 4.35, 2.675, 1.1, 100.0, 1e5):
    print(repr(x), str(x), x.hex(), attempt(x.as_integer_ratio), x.is_integer(), hash(x) if x == x else "nan", f"{x:.3f} {x:e} {x:g} {x:.10g} {x:n} {x:.0f} {x:#.0f} {x:%}")
specs = ["", "f", ".2f", "10.3f", "<10", ">10.1f", "^+9.2f", "010.2f", "e", ".0e", "E", "g", "G", ".3g", "#g", "%", ".1%", ",", ",.2f", "_", "_.1f", "+", " ", "-", "z.1f", "n", "d", "x", "s", "c", "=+10", "*^12.3", ".10", "F", "z", ".200f", ",e", "#.3f"]
for x in (0.0, -0.04, 1234567.891, 1e-7, float("-inf"), 5.0):
    print(x, [attempt(format, x, s) for s in specs])
print("%f %.2f %10.1f|%-8.2f|%+.1e %g %G %.3g %#.3g %5.0f %F" % (1.5, 2.345, 3.14, 2.5, 12345.678, 1e-5, 1e20, 1234.5, 1.0, 2.5, 1.0), "%s %r" % (0.1, 1e16), "%d" % 1e10, attempt(lambda: "%d" % float("nan")), attempt(lambda: "%f" % "a"), "%*.*f" % (8, 2, 3.14159), "%.0f %.0f %.0f" % (0.5, 1.5, 2.5))
for h in ("0x1p0", "0x1.8p1", "-0x1.999999999999ap-4", "inf", "1", "0x.8", "0x1p-1080", "0x1p2000", "zz", "", "0x1.fffffffffffff8p0", " 0x10 "):
    print(h, attempt(float.fromhex, h))
print(hash(1.0) == hash(1), hash(0.5), hash(1e300), hash(float("inf")), hash(-float("inf")), hash(2.0 ** 61), hash(0.1), hash(-0.0), hash(-1.0))


class F(float):
    def __repr__(self):
        return "F!"


class HasFloat:
    def __float__(self):
        return 2.5


class BadFloat:
    def __float__(self):
        return 5


class HasIndex:
    def __index__(self):
        return 3


print(F(1.5), repr(F(2)), F(1.5) + 1, type(F(1) * 2), float(HasFloat()), attempt(float, BadFloat()), float(HasIndex()), float(F(2.5)), f"{F(1.25):.1f}", "%.1f" % F(2.25), str(F(7)))
print((1.5).real, (1.5).imag, (1.5).conjugate(), (1.5).__trunc__(), (1.5).__floor__(), (-1.5).__ceil__(), float.__add__(1.0, 2), float.__add__(1.0, "a"), (1.5).__rsub__(2), (2.0).__divmod__(1), float.__getformat__("double"), (0.0).__bool__())
print(float.from_number(5), attempt(float.from_number, "5"), attempt(lambda: (1.5).foo), attempt(setattr, 1.5, "x", 1), float.__name__, 1.5.__class__, isinstance(1.5, float))
import sys
print(sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.float_repr_style)
