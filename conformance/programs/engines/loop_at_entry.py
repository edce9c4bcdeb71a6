# modes: stress
# must-compile: chase, halves
"""Functions that begin with their loop: the parameters are the loop's own variables, and change their kind in it."""


def combine(a, b):
    return a | b


def chase(pattern, flags, n):
    while True:
        if n > 3:
            return 1
        op = pattern[0]
        if op != 5:
            break
        a, pattern = pattern[1]
        flags = combine(flags, a)
        n += 1
    return op, flags


def halves(x, y):
    while x > y:
        x = x / 2
        y = str(len(str(y))) and y
    return x, y


nested = (5, (1, (5, (0, (3,)))))
for _ in range(300):
    chase(nested, 0, 0)
    halves(100, 3)
print(chase(nested, 0, 0), chase(nested, True, 1.0), chase(nested, 2 ** 70, 0))
print(halves(100, 3), halves(1e300, 2 ** 64), halves(True, False))
