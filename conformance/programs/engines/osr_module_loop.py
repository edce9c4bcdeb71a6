# modes: stress
# must-compile: <module>
total = 0
items = []
i = 0
while i < 30000:
    total += i * 2 % 7
    if i % 1000 == 0:
        items.append(total)
    i += 1
print(total, items[:5], len(items))
text = ""
for k in range(5000):
    text += "ab"[k & 1]
    if k == 4000:
        total = 0.5
    total += 1
print(len(text), total)
table = {}
for k in range(20000):
    table[k % 97] = table.get(k % 97, 0) + k
print(sum(table.values()), len(table))
x = 1
for k in range(3000):
    x = x * 3 % 1000003 if k < 2900 else x * 3
print(x % 10 ** 12, x.bit_length())


class Body:
    n = 0
    acc = 0
    while n < 5000:
        acc += n
        n += 1


print(Body.acc, Body.n)


def f(v):
    return v + 1


r = 0
for k in range(6000):
    r = f(r)
    if k == 3000:
        def f(v):
            return v + 2
    if k == 5000:
        r = float(r)
print(r)
for a in range(60):
    for b in range(60):
        for c in range(10):
            if a * a + b * b == c * c and c:
                items.append((a, b, c))
print(items[-3:])
try:
    for k in range(10000):
        if k == 9000:
            raise ValueError(k)
except ValueError as e:
    print("stopped at", e, k)
n = 0
while True:
    n += 1
    if n > 10000:
        break
print(n)
