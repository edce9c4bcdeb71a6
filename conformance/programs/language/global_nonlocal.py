# modes: stress
# must-compile: bump, outer, declares, Scope.read
count = 0


def bump(k=1):
    global count
    count += k
    return count


def outer():
    level = 1

    def middle():
        nonlocal level
        level += 10

        def inner():
            nonlocal level
            global count
            level += 100
            count += 1000
            return level
        return inner()
    return middle(), level


for _ in range(500):
    bump()
print(count, outer(), count)


def declares():
    global fresh
    fresh = "made by a function"


declares()
print(fresh)


class Scope:
    global from_class
    from_class = 5
    count = "class level"

    def read(self):
        return count


print(from_class, Scope().read(), Scope.count)


def delete():
    global fresh
    del fresh


delete()
try:
    fresh
except NameError as e:
    print(e)


def loop_variable():
    global i
    for i in range(3):
        pass


loop_variable()
print(i)


def imports():
    global math
    import math
    from os import path as p
    return p.sep


print(imports(), math.pi)


def with_as():
    global handle, error
    import contextlib
    with contextlib.nullcontext(7) as handle:
        pass
    try:
        raise ValueError(1)
    except ValueError as error:
        pass


with_as()
print(handle, "error" in globals())


def defines():
    global made_function, MadeClass

    def made_function():
        return "f"

    class MadeClass:
        pass


defines()
print(made_function(), made_function.__qualname__, MadeClass.__qualname__)


def tricky():
    x = 1

    def f():
        return x
    def g():
        nonlocal x
        x = 2
    g()
    del x
    try:
        f()
    except NameError as e:
        return str(e)


print(tricky())


def exec_scopes():
    x = 1
    d = {}
    exec("def f():\n    global gg\n    gg = 5\nf()", d)
    return d["gg"], x


print(exec_scopes())


def comprehension_nonlocal():
    total = 0
    [total := total + v for v in range(5)]
    return total


print(comprehension_nonlocal(), [y := 3, y * 2], y)
