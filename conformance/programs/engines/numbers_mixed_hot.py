# modes: stress
# must-compile: poly, gcd, newton, collatz, bits
import math


def poly(x):
    return ((3 * x + 2) * x - 7) * x + 1


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def newton(x):
    r = x / 2 or 1
    for _ in range(30):
        r = (r + x / r) / 2
    return r


def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


def bits(n):
    count = 0
    while n:
        count += n & 1
        n >>= 1
    return count


for _ in range(300):
    poly(3)
    gcd(48, 18)
    newton(2.0)
    collatz(7)
    bits(255)
for x in (5, -2, 1.5, 2 ** 40, 1j, True, 10 ** 30):
    print(poly(x))
print(gcd(10 ** 20, 2 ** 40), gcd(0, 5), gcd(-12, 18), gcd(12, -18), gcd(1.5, 0.5), newton(2), newton(10 ** 20), newton(1e300), collatz(837799), collatz(2 ** 70 + 1), bits(2 ** 100 - 1), bits(2 ** 63 - 1))


def divisions(a, b):
    return a // b, a % b, a / b, divmod(a, b), -a // b, a // -b, -a % b, a % -b


for _ in range(300):
    divisions(7, 2)
print(divisions(7, 2), divisions(-7, 2), divisions(7.5, 2), divisions(2 ** 70, 3), divisions(-2 ** 63, -1), divisions(True, 2), divisions(0, -5), divisions(0.0, -5))


def compares(a, b):
    return a < b, a <= b, a == b, a != b, a > b, a >= b


for _ in range(300):
    compares(1, 2)
print(compares(1, 1.0), compares(2 ** 53 + 1, 2.0 ** 53), compares(float("nan"), 1), compares(2 ** 70, 2 ** 70), compares(True, 1), compares(0.0, -0.0), compares(2 ** 63, 9.3e18))


def shifts(a, n):
    return a << n, a >> n, ~a, a & n, a | n, a ^ n


for _ in range(300):
    shifts(5, 2)
print(shifts(1, 62), shifts(1, 63), shifts(-1, 64), shifts(2 ** 63 - 1, 1), shifts(-2 ** 63, 1), shifts(2 ** 64, 65), shifts(True, 3))


def conversions(x):
    return int(x), float(x), round(x), abs(x), str(x), bool(x), math.floor(x), hash(x), x.__class__.__name__


for _ in range(200):
    conversions(3)
    conversions(3.5)
print(conversions(3), conversions(-3.5), conversions(2 ** 64), conversions(True), conversions(1e18))


def accumulate(values):
    i = f = 0
    for v in values:
        if isinstance(v, int):
            i += v
        else:
            f += v
    return i, f, i + f


for _ in range(100):
    accumulate([1, 2, 3])
print(accumulate([1, 2.5, True, 2 ** 63]), accumulate([0.1] * 10), accumulate([]))
x = 0
for i in range(20000):
    x = x + i if i % 2 else x - i * 0.5
print(x)


def switch(n):
    x = 1
    for i in range(n):
        if i < 10:
            x += 1
        elif i < 20:
            x += 0.5
        elif i < 30:
            x = int(x) * 2 ** 10
        else:
            x = x % 1000 + 1
    return x


print([switch(k) for k in (5, 15, 25, 28, 40, 200)])
