# modes: stress
# must-compile: whiletrue, fin, nested_ifs
"""Which lines a trace function sees, and the line at which a function returns."""
import sys
def run(f, *a):
    ev = []

    def tr(frame, event, arg):
        if frame.f_code is not f.__code__:
            return None
        lines = [line for start, end, line in f.__code__.co_lines() if start <= frame.f_lasti < end]
        ev.append((frame.f_lineno - f.__code__.co_firstlineno, event, lines == [frame.f_lineno]))
        return tr

    f(*a)
    sys.settrace(tr)
    try:
        f(*a)
    finally:
        sys.settrace(None)
    print(f.__name__)
    for e in ev:
        print("   ", *e)


def raises():
    try:
        x=1
        1/0
    except ZeroDivisionError as e:
        pass
    return 1


def arigo0():
    x = 1
    del x
    while 0:
        pass
    x = 1


def arigo2():
    x = 1
    del x
    while 1:
        x = 2
        break
    else:
        x= 3


def nested_ifs():
    a=b=1
    if a == 1:
        if b == 1:
            x = 4
        else:
            y = 6
    else:
        z = 8


def tight():
    items = range(0, 3)
    try:
        i = 1
        while 1:
            b = items[i]; i+=1
    except IndexError:
        pass


def whiletrue():
    n=0
    while True:
        n+=1
        if n>3:
            break
        else:
            continue
    for i in range(3):
        if i==1:
            continue
        n+=1


def fin():
    for i in range(3):
        try:
            if i==1:
                continue
            n=2
        finally:
            n=3
    try:
        return 5
    finally:
        n = 4


def w():
    import contextlib
    with contextlib.nullcontext() as a:
        pass
    with contextlib.suppress(ZeroDivisionError):
        1/0
    return a


def jumps(n):
    t = 0
    for i in range(n):
        if i == 1:
            continue
        elif i == 4:
            break
        t += i
    else:
        t = -1
    while t < 9:
        t += 4
        if t == 7: continue
        t += 1
    if __debug__:
        t += 1
    if 0:
        t += 2
    return t


def implicit(x):
    if x:
        for y in x:
            pass
    else:
        x = 1


for f in raises, arigo0, arigo2, nested_ifs, tight, whiletrue, fin, w:
    run(f)
run(jumps, 3)
run(jumps, 9)
run(implicit, [])
run(implicit, [1, 2])


def wildcards(x):
    match x:
        case [a, b]:
            return a
        case _ if x == 3:
            return 3
        case _:
            pass


def only_wildcard(x):
    match x:
        case _:
            return x


run(wildcards, [1, 2])
run(wildcards, 3)
run(wildcards, 4)
run(only_wildcard, 1)
