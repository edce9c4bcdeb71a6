# modes: stress
# must-compile: attempt, Bad.__complex__, C.__complex__, F.__float__
def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


inf, nan = float("inf"), float("nan")
values = [0j, 1 + 2j, -1.5j, 3 - 4j, complex(0, -0.0), complex(-0.0, 0), complex(inf, 1), complex(1, nan), 1e300 + 1e300j, 2, 0.5]
for a in values:
    for b in values:
        if isinstance(a, complex) or isinstance(b, complex):
            print(a, b, a + b, a - b, a * b, attempt(lambda: a / b), a == b)
for z in values:
    print(repr(z), str(z), -z, abs(z) if z == z and abs(z.real) < 1e200 else attempt(abs, z), z.conjugate(), z.real, z.imag, bool(z), hash(z) if z == z else None)
print([attempt(lambda: z ** n) for z in (1j, 2 + 1j, 0j) for n in (0, 1, 2, 3, -1, 0.5, 10, 1j)], attempt(lambda: 0j ** -1), attempt(lambda: 2 ** 1j), (1 + 1j) ** 100, attempt(lambda: (1e200 + 1j) ** 2))
for s in ("1", "1+2j", " 1-2j ", "j", "-j", "+1J", "1e3+1e-3j", "inf+nanj", "(1+2j)", "1 + 2j", "1+2", "", "1j+2", "2jj", "1_0j", "nan", "-infj"):
    print(s, attempt(complex, s))
print(complex(), complex(1), complex(1, 2), complex(1j, 2j), complex(real=1, imag=2), attempt(complex, "1", 2), attempt(complex, 1, "2"), attempt(complex, None), attempt(complex, []))


class C:
    def __complex__(self):
        return 3 + 4j


class Bad:
    def __complex__(self):
        return 5


class F:
    def __float__(self):
        return 1.5


class I:
    def __index__(self):
        return 9


print(complex(C()), attempt(complex, Bad()), complex(F()), complex(I()), complex(F(), I()))
for e in ("1j < 2", "1j // 1", "1j % 1", "divmod(1j, 1)", "int(1j)", "float(1j)", "1j + 'a'", "1j.foo", "1j > 1j", "round(1j)", "~1j", "pow(1j, 2, 3)", "[1, 2][1j]"):
    print(e, attempt(lambda: eval(e)))
z = 3.14159 - 2.71828j
print(f"{z} {z:.2f} {z:10.1f}| {z:<20.2e}| {z:g} {z:+.1f} {0j:} {1j:.3}", attempt(format, z, "010"), attempt(format, z, "=10"), attempt(format, z, "d"), attempt(format, z, "%"), f"{1234567+1j:,.1f}", "%s %r" % (z, 1j), attempt(lambda: "%f" % z))
print(hash(1 + 0j) == hash(1), hash(1j), 1 == 1 + 0j, 1.5 == 1.5 + 0j, 2 ** 53 + 1 == complex(2 ** 53 + 1), complex(1, 0) in {1}, sum([1j, 2, 0.5]), 1j * 1j, 1j ** 2, (1 + 2j) * 2, 2 * (1 + 2j), 1 - 1j, 1.5 / 1j)
print(complex(1, 2).__add__(1), complex.__eq__(1j, 5), (1j).__lt__(1), (1 + 2j).__getnewargs__(), complex(1e-320, -1e22), complex(1, -0.0), -0j, (-0.0 + 0j), complex.from_number(5))


class Sub(complex):
    pass


print(Sub(1, 2), type(Sub(1, 2) + 1), repr(Sub(3)), Sub(1, 2) == 1 + 2j)
import cmath
for f in (cmath.sqrt, cmath.exp, cmath.log, cmath.sin, cmath.cos, cmath.tanh, cmath.phase, cmath.polar):
    print(f.__name__, f(1 + 1j), f(-1), f(2.0))
print(cmath.rect(2, 0), cmath.isnan(complex(nan, 1)), cmath.isinf(complex(1, inf)), cmath.isclose(1j, 1.0000000001j), cmath.pi, attempt(cmath.log, 0))
acc = 0j
for k in range(500):
    acc = acc * (0.5 + 0.5j) + k
print(acc, abs(acc))
