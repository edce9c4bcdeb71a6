# modes: stress
# must-compile: f
"""One subscript over dicts, tuples and lists."""

def f(d, n):
    t = 0
    for i in range(n):
        t += d[i] + d[i % 3]
    return t


d = {i: i for i in range(5000)}
for _ in range(30):
    r = f(d, 5000)
print(r, f(tuple(range(10)), 10), f([1.5]*10, 10), f(list(range(10)), 10))
try:
    f(d, 5001)
except KeyError as e:
    print(e)
