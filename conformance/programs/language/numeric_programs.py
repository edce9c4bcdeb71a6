# modes: stress
# must-compile: determinant, simpson, convert, isqrt
def determinant(m):
    n = len(m)
    if n == 1:
        return m[0][0]
    t = 0
    for c in range(n):
        minor = [row[:c] + row[c + 1:] for row in m[1:]]
        t += (-1) ** c * m[0][c] * determinant(minor)
    return t


def simpson(f, a, b, n):
    h = (b - a) / n
    t = f(a) + f(b)
    for i in range(1, n):
        t += f(a + i * h) * (4 if i % 2 else 2)
    return t * h / 3


def convert(n, base):
    if n == 0:
        return "0"
    sign, n = ("-", -n) if n < 0 else ("", n)
    out = ""
    while n:
        n, d = divmod(n, base)
        out = "0123456789abcdefghijklmnopqrstuvwxyz"[d] + out
    return sign + out


def isqrt(n):
    if n < 2:
        return n
    x = n
    while True:
        y = (x + n // x) // 2
        if y >= x:
            return x
        x = y


for _ in range(60):
    determinant([[1, 2, 3], [4, 5, 6], [7, 8, 10]])
    simpson(lambda x: x * x, 0, 1, 20)
    convert(12345, 7)
    isqrt(10 ** 6)
print(determinant([[1, 2], [3, 4]]), determinant([[2, 0, 1], [1, 3, 2], [1, 1, 1]]), determinant([[1.5, 2], [3, 4]]), determinant([[2 ** 40, 1, 2 ** 33], [3, 2 ** 41, 4], [5, 6, 2 ** 42]]), determinant([[1j, 2], [3, 4j]]))
print(simpson(lambda x: x ** 3, 0, 2, 100), simpson(lambda x: 1 / (1 + x * x), 0, 1, 200) * 4, convert(255, 16), convert(-10, 2), convert(10 ** 30, 36), int(convert(10 ** 30, 36), 36) == 10 ** 30, isqrt(10 ** 40 + 5), isqrt(2 ** 63 - 1), isqrt(99))


def matmul(a, b):
    return [[sum(x * y for x, y in zip(r, c)) for c in zip(*b)] for r in a]


def power(m, n):
    r = [[int(i == j) for j in range(len(m))] for i in range(len(m))]
    while n:
        if n & 1:
            r = matmul(r, m)
        m = matmul(m, m)
        n >>= 1
    return r


print(power([[1, 1], [1, 0]], 90)[0][1], power([[1, 1], [1, 0]], 300)[0][1], power([[0.5, 0.5], [0.25, 0.75]], 10))


def egcd(a, b):
    if b == 0:
        return a, 1, 0
    g, x, y = egcd(b, a % b)
    return g, y, x - a // b * y


def miller(n):
    d, s = n - 1, 0
    while d % 2 == 0:
        d //= 2
        s += 1
    for a in (2, 3, 5, 7, 11):
        if a >= n:
            continue
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


print(egcd(240, 46), egcd(10 ** 20, 3 ** 30), [n for n in range(3, 60, 2) if miller(n)], miller(2 ** 61 - 1), miller(2 ** 67 - 1), miller(10 ** 18 + 9))


def pi_digits(n):
    out = ""
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    while len(out) < n:
        if 4 * q + r - t < m * t:
            out += str(m)
            q, r, m = 10 * q, 10 * (r - m * t), 10 * (3 * q + r) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return out


print(pi_digits(60))


def lorenz(steps):
    x, y, z = 0.0, 1.0, 1.05
    for _ in range(steps):
        x, y, z = x + 0.01 * 10 * (y - x), y + 0.01 * (x * (28 - z) - y), z + 0.01 * (x * y - 2.667 * z)
    return x, y, z


print(lorenz(2000), sum(1 / k for k in range(1, 2000)), sum((-1) ** k / (2 * k + 1) for k in range(2000)) * 4)
