# modes: stress
# must-compile: work
M = 2 ** 63


def work(a, b):
    r = [a + b, a - b, a * b, a & b, a | b, a ^ b, -a, ~a, +a, abs(a), a == b, a < b, a <= b]
    if b:
        r += [a // b, a % b, divmod(a, b), a / b if abs(a) < 10 ** 300 else None]
    return r


edges = [0, 1, -1, 2, -2, 3, 7, 10, -10, 255, 2 ** 31 - 1, 2 ** 31, -2 ** 31, 2 ** 32, 2 ** 53 + 1, M - 1, M, -M, -M - 1, M + 1,
         2 ** 64 - 1, 2 ** 64, 10 ** 18, 10 ** 19, -10 ** 25, 3 ** 100]
for a in edges:
    for b in edges:
        print(a, b, work(a, b))
for a in (0, 1, -1, 5, -5, M - 1, -M, M, 10 ** 30):
    print([a << n for n in (0, 1, 5, 62, 63, 64, 100)], [a >> n for n in (0, 1, 5, 62, 63, 64, 200)])
for a in (0, 1, -1, 2, -2, 3, 10, -7):
    print([a ** n for n in (0, 1, 2, 3, 10, 63, 64)])


def attempt(f):
    try:
        return f()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


print(attempt(lambda: 1 // 0), attempt(lambda: 1 % 0), attempt(lambda: 1 / 0), attempt(lambda: divmod(1, 0)), attempt(lambda: 1 << -1), attempt(lambda: 1 >> -1))
print(attempt(lambda: 0 ** -1), 2 ** -1, (-2) ** -3, (-8) ** (1 / 3), attempt(lambda: 10 ** 400 / 3), 10 ** 400 // 10 ** 398, attempt(lambda: float(10 ** 400)))
print(10 ** 400 / 10 ** 399, (2 ** 53 + 1) / 1, (2 ** 64 + 1) / 2 ** 11, -7 / 2, attempt(lambda: 1 << (1 << 70)), 0 << (1 << 70), attempt(lambda: 5 >> (1 << 70)))
print(pow(3, 100, 7), pow(3, -1, 7), attempt(lambda: pow(2, -1, 4)), pow(-3, 3, 5), pow(2, 10, -7), attempt(lambda: pow(2, 3, 0)), pow(10 ** 20, 10 ** 20, 97))
print(attempt(lambda: pow(2.0, 3, 5)), attempt(lambda: pow(2, 3.0, 5)), pow(0, 0), pow(0, 0, 1), pow(5, 0, 1))
print(True + 1, True * 3, -True, ~7, True << 3, 5 & True, 1 + 1.5, 3 - 1j, 2 * "ab", [1] * 2, -1 * "x")
for e in ("1 + 'a'", "1 - None", "1 < 'a'", "1 & 1.5", "~1.5", "1 << 1.0", "1 // 'a'", "1 ** 'a'", "1 @ 2", "None < 1", "-'a'", "1 in 2"):
    print(e, attempt(lambda: eval(e)))
print(round(12345, -2), round(15, -1), round(25, -1), round(-15, -1), round(5), round(5, 3), round(10 ** 30 + 5, -1), round(149, -2), round(150, -2), round(250, -2))
