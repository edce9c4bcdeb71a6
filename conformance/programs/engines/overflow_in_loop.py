# modes: stress
# must-compile: grow, product, shifted, negate
def grow(n):
    x = 1
    for i in range(n):
        x = x + x
    return x


def product(n):
    x = 1
    for i in range(1, n):
        x *= i
    return x


def shifted(n):
    x = 1
    total = 0
    for i in range(n):
        x = (x << 1) | 1
        total += x >> 3
    return x, total


def negate(values):
    out = []
    for v in values:
        out.append(-v)
        out.append(abs(v))
        out.append(v - 1)
        out.append(v // -1)
    return out


def counter(start, n):
    x = start
    for _ in range(n):
        x += 1
    return x


for _ in range(300):
    grow(40)
    product(15)
    shifted(30)
    negate([1, 2, -3])
    counter(5, 100)
print(grow(62), grow(63), grow(64), grow(100), grow(10))
print(product(20), product(21), product(22), product(30), product(10))
print(shifted(61), shifted(62), shifted(63), shifted(70))
print(negate([2 ** 63 - 1, -2 ** 63, 2 ** 63, -2 ** 63 + 1]))
print(counter(2 ** 63 - 50, 100), counter(-2 ** 63 - 50, 100), counter(0, 1000))


def back_and_forth(n):
    x = 2 ** 62
    log = []
    for i in range(n):
        x = x * 3 if i % 2 == 0 else x // 5
        log.append(x.bit_length())
    return x, log


for _ in range(50):
    back_and_forth(6)
print(back_and_forth(40))


def mixed(n, step):
    total = 0
    for i in range(n):
        total += step
        if total > 10 ** 19:
            total -= 10 ** 19
    return total


print([mixed(2000, s) for s in (1, 2 ** 55, 0.5, 2 ** 60)])


def power(b, n):
    r = 1
    while n:
        if n & 1:
            r = r * b
        b = b * b
        n >>= 1
    return r


print([power(3, k) % 1000007 for k in range(0, 200, 13)], power(7, 30), power(2, 62), power(2, 63))
