# modes: stress
# must-compile: plus, join, fmt
def plus(n):
    s = ""
    for i in range(n):
        s += str(i)
        s = s + ","
    return s


def join(n):
    return ",".join([str(i) for i in range(n)])


def fmt(n):
    return "".join(f"{i:03d}|" for i in range(n))


def percent(n):
    return "".join("%x-%s;" % (i, i * 0.5) for i in range(n))


def prepend(n):
    s = ""
    for i in range(n):
        s = chr(65 + i % 26) + s
    return s


def conditional(n):
    s = t = ""
    for i in range(n):
        s += "a"
        if i % 10 == 5:
            t += s[-3:]
            s = s[:2]
    return s, t


def attribute(n):
    class Box:
        text = ""
    b = Box()
    for i in range(n):
        b.text += str(i)
    return len(b.text)


def dictionary(n):
    d = {"k": ""}
    for i in range(n):
        d["k"] += "xy"
    return len(d["k"])


def global_text(n):
    global G
    G = ""
    for i in range(n):
        G += "z"
    return len(G)


for _ in range(40):
    plus(20)
    join(20)
    fmt(20)
    percent(20)
    prepend(20)
    conditional(30)
print(plus(12), join(12), fmt(5), percent(5), prepend(30), conditional(48), attribute(500), dictionary(500), global_text(500))
print(len(plus(5000)), hash(plus(100)) == hash(plus(100)), plus(50) == join(50) + ",", plus(3).encode(), (plus(4) + "é" + "😀").encode("utf-8"), plus(10)[5:9], plus(10).find("7"), {plus(3): 1}["0,1,2,"], plus(2) in ("0,1,", 1))
s = "x"
for _ in range(12):
    s += s
print(len(s), s.count("xx"))
a = b = "shared"
a += "!"
print(a, b)
