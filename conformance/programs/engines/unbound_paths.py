# modes: stress
# must-compile: maybe, loop, deletes
def maybe(c):
    if c:
        x = 1
    return x


def loop(items):
    for i in items:
        last = i
    return last


def deletes(n):
    x = 0
    for i in range(n):
        if i == 50:
            del x
        x += 1 if i != 50 else 0
    return x


def conditional_del(c):
    v = [c]
    if c:
        del v
    return v


def in_try(c):
    try:
        if c:
            raise ValueError
        y = 1
    except ValueError:
        pass
    return y


def captured(c):
    def inner():
        return z
    if c:
        z = 5
    return inner()


def attempt(f, *a):
    try:
        return f(*a)
    except NameError as e:
        return f"{type(e).__name__}: {e}"


for _ in range(400):
    maybe(True)
    loop([1, 2])
    deletes(30)
    conditional_del(False)
    in_try(False)
    captured(True)
print(attempt(maybe, True), attempt(maybe, False), attempt(loop, [1]), attempt(loop, []), attempt(deletes, 40), attempt(deletes, 60), attempt(conditional_del, 1), attempt(in_try, True), attempt(captured, False), attempt(captured, 1))


def with_exception_name():
    for i in range(3):
        try:
            if i:
                raise KeyError(i)
        except KeyError as e:
            pass
    return e


print(attempt(with_exception_name))


class Body:
    try:
        undefined_in_class
    except NameError as e:
        message = str(e)
    a = 1
    del a


print(Body.message, hasattr(Body, "a"))
