# modes: stress
# must-compile: ops
def ops(a, b):
    return a + b, a - b, a * b, a // b, a % b, a & b, a | b, a ^ b


for _ in range(500):
    ops(7, 3)
for a in (7, -7, 0, 2 ** 62, -2 ** 62, 2 ** 63 - 1):
    for b in (3, -3, 1, -1, 2 ** 31, 2 ** 62):
        print(a, b, ops(a, b))
