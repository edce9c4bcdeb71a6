# modes: stress
# must-compile: f, g, alias, nested
"""Texts and bytes that grow in loops: every way of looking at one while a loop holds a builder of it."""

import sys


def f(n):
    s = ""
    for i in range(n):
        s += "0123456789"
    return s


def g(n):
    s = ""
    for i in range(n):
        s = s + "0123456789"
    return len(s), s[-3:]


def h(n):
    b = b""
    while len(b) < 100 or n:
        b += b"0123456789"
        n -= 1
        if n <= 0:
            break
    return len(b)


def k(n):
    b = b""
    for _ in range(n):
        b += b"0123456789"
    return len(b), b[:12]


def loc(n):
    s = "x" * 600
    for i in range(n):
        s += str(i)
    d = locals()
    return len(d["s"]), type(d["s"]), sys._getframe().f_locals["s"] == s


def err():
    s = "x" * 600
    try:
        for i in range(10):
            s += "a"
            if i == 8:
                s += 5
    except TypeError as e:
        return str(e), len(s)


def wide():
    s = "x" * 600
    for i in range(10):
        s += "\U0001f600" if i == 5 else "\ud83d" if i == 6 else "\ude00" if i == 7 else "q"
    return len(s), ascii(s[-6:])


def gen(n):
    s = "x" * 600
    for i in range(n):
        s += "y"
        if i % 3 == 0:
            yield s


def un():
    for i in range(3):
        if i == 5:
            t = ""
        t += "x"


def alias():
    s = "x" * 600
    keep = []
    for i in range(6):
        s += str(i)
        if i % 2:
            keep.append(s)
        t = s
    s += "z"
    return [len(x) for x in keep], len(t), t[-3:], s[-3:]


def nested(rows):
    out = "h" * 520
    for r in rows:
        for c in r:
            out += c
        out += "\n"
    else:
        out += "end"
    return len(out), out[-8:]


class S(str):
    pass



def sub():
    s = S("x" * 600)
    for i in range(4):
        s += "a"
    b = "x" * 600
    for i in range(4):
        b += S("a")
    return type(s), type(b), len(b)


def lists():
    l = [1]
    m = l
    for i in range(3):
        l += (i,)
    return m, l is m


def twice():
    s = "ab" * 300
    for i in range(5):
        s += s
    return len(s)


def deleted():
    s = "x" * 600
    for i in range(5):
        s += "y"
    del s
    try:
        s
    except UnboundLocalError as e:
        return str(e)


def closure():
    s = "x" * 600
    for i in range(5):
        s += "y"
    return (lambda: len(s))()


def ex():
    s = "x" * 600
    for i in range(20000):
        s += "y"
    s += None
print(len(f(100000)), g(1000), h(30), k(1000), loc(30), err(), wide())
print([len(x) for x in gen(8)], alias(), nested(["abc"] * 50), sub(), lists(), twice(), deleted(), closure())
for _ in range(300):
    loc(30), alias(), nested(["abc"] * 50), sub(), twice(), wide(), err()
try:
    un()
except UnboundLocalError as e:
    print(e)
try:
    ex()
except TypeError as e:
    print(e)
