# modes: stress
# must-compile: clamp, sign, lerp, manhattan, is_even, work
def clamp(x, lo, hi):
    return lo if x < lo else hi if x > hi else x


def sign(x):
    if x > 0:
        return 1
    if x < 0:
        return -1
    return 0


def lerp(a, b, t):
    return a + (b - a) * t


def manhattan(p, q):
    return abs(p[0] - q[0]) + abs(p[1] - q[1])


def is_even(n):
    return not n & 1


def work(n):
    t = 0
    for i in range(n):
        t += clamp(i % 20, 5, 15) + sign(i - 10) + is_even(i)
        t += manhattan((i, 1), (3, i))
        if lerp(0, i, 0.5) > 10:
            t -= 1
    return t


for _ in range(50):
    work(60)
print(work(1000))
print(clamp(5.5, 1, 3), clamp("b", "a", "c"), clamp(2 ** 70, 0, 10), clamp([1], [0], [2]), sign(-0.0), sign(2 ** 80), sign(True), sign(-1.5))
print(lerp(1, 3, 0.5), lerp(1, 3, 1), lerp(0j, 2j, 0.25), lerp(2 ** 62, -2 ** 62, 2), manhattan((1.5, 2), [0, 0]), is_even(2 ** 100), is_even(True))
for bad in (lambda: clamp(1, "a", 2), lambda: sign(None), lambda: manhattan(1, 2), lambda: is_even(1.5), lambda: lerp("a", "b", 1)):
    try:
        print(bad())
    except TypeError as e:
        print(e)
