# modes: stress
# must-compile: work
inf, nan = float("inf"), float("nan")


def work(a, b):
    r = [a + b, a - b, a * b, -a, abs(a), a == b, a != b, a < b, a >= b]
    if b:
        r += [a / b, a // b, a % b, divmod(a, b)]
    return r


edges = [0.0, -0.0, 1.0, -1.0, 0.1, 2.5, -2.5, 3.0, 1e16, 1e-10, 5e-324, 1.7976931348623157e308, inf, -inf, nan, 7, -3, 2 ** 53 + 1, 10 ** 20]
for a in edges:
    for b in edges:
        if isinstance(a, float) or isinstance(b, float):
            print(a, b, work(a, b))


def attempt(f, *a):
    try:
        return f(*a)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


print(attempt(lambda: 1.0 / 0), attempt(lambda: 1.0 // 0), attempt(lambda: 1.0 % 0), attempt(divmod, 1.0, 0.0), attempt(lambda: 0.0 ** -1), attempt(lambda: 10.0 ** 400), attempt(lambda: 1.5 << 1), attempt(lambda: 1.5 & 1))
print([a ** b for a in (0.0, 1.0, 2.0, 0.5, inf, -inf) for b in (0, 1, 2, 0.5, -0.0, inf)], (-2.0) ** 2, (-2.0) ** 3, (-8.0) ** (1 / 3), nan ** 0, 1 ** nan, 2 ** 0.5, 4 ** -0.5, (-1.0) ** inf)
print(1e308 * 10, -1e308 * 10, inf - inf, inf * 0, 5e-324 / 2, 0.1 + 0.2, 1 / 3, 1e16 + 1.0, 2.0 ** 1023 * 2, 2.0 ** -1074)
big = 2 ** 53
print(big == float(big), big + 1 == float(big + 1), float(big + 1), big + 1 > float(big), 10 ** 400 > 1e308, 10 ** 400 > inf, -10 ** 400 < -inf, 10 ** 400 == inf, attempt(lambda: 10 ** 400 + 1.0), attempt(lambda: 1.0 * 10 ** 309))
print(1 < nan, nan < 1, nan == nan, nan in [nan], sorted([3.0, 1, 2.5, True]), max(1, 1.0), min(0.0, -0.0), max(-0.0, 0.0), max(nan, 1), max(1, nan), sum([0.1] * 10), sum([1e16, 1.0, -1e16]))
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4, 1e20, 0.49999999999999994)], [round(x, 2) for x in (2.675, 1.005, -1.115, 1e300, 0.125, 0.375)], round(1234.5, -2), round(15.0, -1), round(1.5, None), attempt(round, nan), attempt(round, inf), round(inf, 2), round(1e-320, 319), round(5.5, 400), round(5.5, -400), attempt(round, 1.7e308, -308))
print([x // 1 for x in (1.5, -1.5, -0.5, 0.0, -0.0)], [x % 1 for x in (1.5, -1.5, -0.0, 5.0)], -1e-20 % 1, 5.5 % -2, -5.5 % 2, 1e300 % 7, inf // 1, attempt(lambda: inf % 1), 5 % inf, -5 % inf, -5 // inf)
acc = 0.0
for i in range(1000):
    acc += i * 0.1
    acc *= 0.999
print(acc, int(acc), acc.hex())
