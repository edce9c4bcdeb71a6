# modes: stress
# must-compile: reads, shadows, rebinds, nested
x = "module"


def reads():
    return x


def shadows():
    x = "local"
    return x, reads()


def rebinds():
    global x
    x = "changed"
    return reads()


def nested():
    x = "outer"

    def middle():
        def inner():
            nonlocal x
            x += "!"
            return x
        return inner
    inner = middle()
    return inner(), inner(), x


def unbound():
    try:
        print(y)
        y = 1
    except UnboundLocalError as e:
        return str(e)


def unbound_free():
    def inner():
        return late
    try:
        inner()
    except NameError as e:
        message = type(e).__name__, str(e)
    late = 5
    return message, inner()


def deleted():
    z = 1
    del z
    try:
        return z
    except UnboundLocalError as e:
        return str(e)


def deleted_cell():
    z = 1

    def inner():
        return z
    first = inner()
    del z
    try:
        inner()
    except NameError as e:
        return first, str(e)


class Body:
    x = "class"
    y = [x for _ in range(2)]
    z = x

    def method(self):
        return x

    def get(self):
        return __class__.__name__


def class_in_function(x):
    class Inner:
        x = x
        values = [x for _ in range(1)]
    return Inner.x


print(reads(), shadows(), rebinds())
print(nested())
print(unbound(), unbound_free(), deleted(), deleted_cell())
print(Body.x, Body.y, Body.z, Body().method(), Body().get())
try:
    print(class_in_function(3))
except NameError as e:
    print(type(e).__name__, e)
print([(lambda: i)() for i in range(3)], [f() for f in [lambda: i for i in range(3)]])
print([(lambda i=i: i)() for i in range(3)])


def counters():
    fs = []
    for k in range(3):
        def f(step, k=k):
            nonlocal total
            total += step * k
            return total
        fs.append(f)
    total = 0
    return [f(10) for f in fs], total


print(counters())
exec("x = 9\nprint(x, 'x' in globals())", {"__builtins__": __builtins__})
ns = {}
exec("a = 1\ndef f():\n    return a", ns)
print(sorted(k for k in ns if not k.startswith("__")), ns["f"]())
try:
    undefined_name
except NameError as e:
    print(e, e.name)
try:
    prnit("x")
except NameError as e:
    print(e)


def walrus():
    if (n := len("abc")) > 2:
        pass
    data = [y := 5, y ** 2, (z := y + 1)]
    inner = [w := i * i for i in range(4)]
    return n, data, z, inner, w


print(walrus())
print(sorted(k for k in vars(Body) if not k.startswith("__")))
