# must-compile: attempt
import math


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


values = [0.0, -0.0, 0.5, -0.5, 1, -1, 2.5, 1e-10, 100, 1e300, math.inf, -math.inf, math.nan, 7, 10 ** 30]
for name in ("sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "sqrt", "cbrt", "erf", "erfc", "gamma", "lgamma", "degrees", "radians", "ceil", "floor", "trunc", "fabs", "isfinite", "isinf", "isnan", "frexp", "modf", "ulp"):
    print(name, [attempt(getattr(math, name), v) for v in values])
for name in ("atan2", "pow", "fmod", "copysign", "remainder", "hypot", "nextafter", "dist" and "fmod"):
    print(name, [attempt(getattr(math, name), a, b) for a, b in ((1, 2), (-1, 2), (0.0, -0.0), (5.5, -2), (math.inf, 1), (1, math.inf), (math.nan, 1), (2, 0), (0, 0), (-8, 1 / 3))])
print(math.factorial(20), attempt(math.factorial, -1), attempt(math.factorial, 1.5), math.gcd(12, 18, 27), math.gcd(), math.lcm(4, 6), math.lcm(0, 5), math.isqrt(99), attempt(math.isqrt, -1), math.comb(10, 3), math.perm(5), attempt(math.comb, 5, -1), math.comb(3, 5))
print(math.fsum([0.1] * 10), math.prod([1, 2, 3]), math.prod([], start=5), math.sumprod([1, 2], [3, 4]), math.dist((1, 2), (4, 6)), math.hypot(3, 4, 12), math.hypot(), math.isclose(1, 1 + 1e-10), math.isclose(0, 1e-10), math.isclose(1, 1.1, rel_tol=0.2), math.ldexp(0.5, 10), attempt(math.ldexp, 1.0, 5000), math.fma(2.0, 3.0, 1.0), math.log(8, 2), math.log(10 ** 400), attempt(math.log, 0), attempt(math.log, 10, 0), math.log2(2 ** 1000), attempt(math.fsum, [1e308, 1e308]), attempt(math.sumprod, [1], [1, 2]))
print(math.pi, math.e, math.tau, math.inf, math.nan, math.floor(2 ** 70 + 0.5), math.ceil(-0.5), math.trunc(-2.7), attempt(math.floor, math.inf), attempt(math.sqrt, "a"), attempt(math.sin), attempt(math.ceil, None))
