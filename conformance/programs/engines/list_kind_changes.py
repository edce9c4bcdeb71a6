# modes: stress
# must-compile: total, fill, scale
def total(items):
    t = 0
    for x in items:
        t = t + x
    return t


def scale(items, k):
    for i in range(len(items)):
        items[i] = items[i] * k
    return items


def fill(n, change_at, value):
    items = []
    for i in range(n):
        if i == change_at:
            items.append(value)
        else:
            items.append(i)
    return items


for _ in range(400):
    total([1, 2, 3])
    scale([1, 2, 3], 2)
    fill(20, -1, None)
print(total([1, 2.5, 3]), total([1.5, 2.5]), total([True, False, 2]), total([2 ** 63, 1]), total([2 ** 62, 2 ** 62]), total([]))
print(scale([1, 2, 3], 1.5), scale([1.0, 2.0], 2), scale(["a", 1], 2), scale([2 ** 40], 2 ** 40), scale([[1]], 2))
for value in (1.5, "s", None, 2 ** 64, True, [1], (1,)):
    print(fill(6, 3, value), [type(x).__name__ for x in fill(6, 3, value)])


def change_while_iterating(items, when, value):
    seen = []
    for i, x in enumerate(items):
        seen.append(x)
        if i == when:
            items.append(value)
            items[i + 1] = value
    return seen, items


for _ in range(100):
    change_while_iterating([1, 2, 3, 4], 1, 7)
for value in (5, 2.5, "text", 2 ** 70, None):
    print(change_while_iterating([1, 2, 3, 4], 1, value))
    print(change_while_iterating([1.0, 2.0, 3.0], 0, value))


def shrink(items):
    out = []
    for x in items:
        out.append(x)
        if x == 3:
            del items[-2:]
    return out


for _ in range(100):
    shrink([1, 2, 3, 4, 5, 6])
print(shrink([1, 2, 3, 4, 5, 6, 7]), shrink([3.0, 3, 3, 3, 3]))


def swap_sort(items):
    n = len(items)
    for i in range(n):
        for j in range(n - 1 - i):
            if items[j] > items[j + 1]:
                items[j], items[j + 1] = items[j + 1], items[j]
    return items


for _ in range(60):
    swap_sort([5, 2, 8, 1])
print(swap_sort([3, 1, 2]), swap_sort([2.5, 1, 3]), swap_sort(["b", "a"]), swap_sort([2 ** 65, 1, -2 ** 65]), swap_sort([[2], [1]]))
try:
    swap_sort([1, "a", 2])
except TypeError as e:
    print(e)


def nested(rows):
    t = 0
    for row in rows:
        for x in row:
            t += x
    return t


for _ in range(200):
    nested([[1, 2], [3]])
print(nested([[1, 2], [3.5]]), nested([(1, 2), [3], range(3)]), nested([{1: 0}, {2}]))
a = [0] * 5
b = a
b[2] = "shared"
print(a, [0.0] * 2 + [1], [1] + [2.0], [1, 2][:1] + ["x"], [1.0].copy() + [None], sorted([1, 2.0, True, 3]), [1, 2.0].index(2), [1.0, 2].count(1))
