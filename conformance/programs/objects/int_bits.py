# modes: stress
# must-compile: popcount, reverse, gray, xorshift
def popcount(n):
    c = 0
    while n:
        n &= n - 1
        c += 1
    return c


def reverse(n, width):
    r = 0
    for _ in range(width):
        r = r << 1 | n & 1
        n >>= 1
    return r


def gray(n):
    return n ^ n >> 1


def xorshift(x, n):
    for _ in range(n):
        x ^= x << 13 & 0xFFFFFFFFFFFFFFFF
        x ^= x >> 7
        x ^= x << 17 & 0xFFFFFFFFFFFFFFFF
    return x


for _ in range(200):
    popcount(255)
    reverse(5, 8)
    gray(9)
    xorshift(1, 3)
print(popcount(2 ** 64 - 1), popcount(0b1011), reverse(1, 8), reverse(1, 64), reverse(6, 100), [gray(i) for i in range(8)], gray(2 ** 64), xorshift(88172645463325252, 50), xorshift(1, 10))


def crc32(data):
    crc = 0xFFFFFFFF
    for b in data:
        crc ^= b
        for _ in range(8):
            crc = crc >> 1 ^ 0xEDB88320 if crc & 1 else crc >> 1
    return crc ^ 0xFFFFFFFF


def fnv(data):
    h = 0xCBF29CE484222325
    for b in data:
        h = (h ^ b) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return h


def adler(data):
    a, b = 1, 0
    for x in data:
        a = (a + x) % 65521
        b = (b + a) % 65521
    return b << 16 | a


print(crc32(b"123456789") == 0xCBF43926, crc32(b"hello" * 50), fnv(b"hello"), fnv(b""), adler(b"Wikipedia") == 0x11E60398)
print([(-1) >> k for k in (0, 1, 62, 63, 64)], [-5 & m for m in (1, 0xFF, 2 ** 63, 2 ** 64 - 1)], [-5 | 2 ** 64, -5 ^ 2 ** 64, ~(2 ** 64)], 1 << 200 >> 190, (1 << 64) - 1 & -2, -(1 << 63) >> 63, [n.bit_length() for n in (0, 1, -1, 255, 256, 2 ** 63, -2 ** 63)])
