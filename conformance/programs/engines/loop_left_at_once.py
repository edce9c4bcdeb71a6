# modes: stress
# must-compile: first, last_of, counted
# A loop whose body always leaves: where it ends and where it is left are one place, and its variable may be unbound there.


def first(items, i=None):
    for i in items:
        break
    return i


def last_of(items, times):
    for _ in range(times):
        for i in [x for x in items]:
            break
        try:
            d = i + 1
        except NameError as e:
            d = type(e).__name__
        else:
            items = [] if d > 3 else [d]
    return d


def counted(n):
    for k in range(n):
        break
    return k


for turn in range(300):
    a = first([turn, 2]), first([]), first((), 5), first(iter([1.5]))
    try:
        b = last_of([turn % 5] * (turn % 2), 3)
    except UnboundLocalError as e:
        b = str(e)
    try:
        c = counted(turn % 3)
    except UnboundLocalError as e:
        c = str(e)
    if turn % 30 < 4:
        print(a, b, c)
