def loops(items):
    total = 0
    for i in range(10):
        if i == 3:
            continue
        if i > 7:
            break
        total += i
    else:
        total = -1
    while total and items is not None:
        total -= 1
    for a, (b, *c) in items:
        pass
    return [x * y for x in items if x for y in x], {x: 1 for x in items}, {lambda: x for x in items}, (
        x for x in items)


def swap(a, b, c):
    a, b = b, a + b
    a, b, c = c, a, b
    x = y = a
    return a < b < c and not (a is None or b in (1, 2) or c in [3, 4]) or x
