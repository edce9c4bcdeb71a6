# modes: stress
# must-compile: f
def make(source, name="f"):
    ns = {}
    exec(source, ns)
    return ns[name]


fs = [make(f"def f(x):\n    return x * {k} + {k}\n") for k in range(20)]
print([f(3) for f in fs][:5])
for _ in range(200):
    for f in fs:
        f(2)
print(sum(f(10) for f in fs))
big = make("def f(x):\n" + "".join(f"    x = x * 3 % 1009 + {k}\n    if x % 17 == {k % 17}:\n        x += 1\n" for k in range(400)) + "    return x\n")
for i in range(60):
    big(i)
print(big(5), big(5.5), big(2 ** 64))
deep = make("def f(x):\n    return " + "(" * 50 + "x" + " + 1)" * 50 + "\n")
print(deep(1), deep(0.5))
many = make("def f(" + ", ".join(f"a{i}" for i in range(100)) + "):\n    return " + " + ".join(f"a{i}" for i in range(100)) + "\n")
for _ in range(50):
    many(*range(100))
print(many(*range(100)), many(*[0.5] * 100))
locals_ = make("def f():\n" + "".join(f"    v{i} = {i}\n" for i in range(300)) + "    return " + " + ".join(f"v{i}" for i in range(300)) + "\n")
for _ in range(50):
    locals_()
print(locals_())
loops = make("def f(n):\n    t = 0\n" + "".join("    " * (d + 1) + f"for i{d} in range(n):\n" for d in range(6)) + "    " * 7 + "t += " + " + ".join(f"i{d}" for d in range(6)) + "\n    return t\n")
print(loops(3), loops(2))
ifs = make("def f(x):\n" + "".join(f"    if x == {k}:\n        return {k * k}\n" for k in range(300)) + "    return None\n")
for k in range(300):
    ifs(k)
print(ifs(17), ifs(299), ifs(300), ifs(17.0), ifs("a"))
e = compile("x * 2 + y", "<e>", "eval")
print([eval(e, {"x": i, "y": 1}) for i in (1, 1.5, "ab" if False else 2 ** 63)], sum(eval(e, {"x": i, "y": i}) for i in range(500)))
ns = {"total": 0}
exec("for i in range(5000):\n    total += i\nresult = [total, i]", ns)
print(ns["result"])
scope = {}
exec("def outer():\n    x = 1\n    def inner():\n        nonlocal x\n        x += 1\n        return x\n    return inner\ng = outer()", scope)
print([scope["g"]() for _ in range(3)])
trys = make("def f(x):\n" + "    t = 0\n" + "".join(f"    try:\n        t += x // (x - {k})\n    except ZeroDivisionError:\n        t += 1000\n" for k in range(100)) + "    return t\n")
for _ in range(30):
    trys(500)
print(trys(50), trys(500), trys(7.0))
