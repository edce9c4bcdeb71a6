def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def parameters(a, /, b=1, *c, d, e=2, **f):
    return a, b, c, d, e, f


def closures(a):
    b = a

    def inner():
        nonlocal b
        b += a
        return b

    return inner, lambda x=a: x + b


@decorator(1)
@other
def decorated(x: int) -> str:
    "A docstring."


def unbound(c):
    if c:
        x = 1
    del c
    return x


def walrus(x):
    return x + (x := 1) + x
