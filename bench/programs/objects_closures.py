# family: objects
# checksum: 116178966
# must-compile: counter.<locals>.step, compose.<locals>.composed, fib
"""Closures with shared cells, higher-order functions, decorators, recursion, default and keyword arguments."""

from harness import run

ROUNDS = 40000


def counter(start, step_size=1):
    value = start

    def step():
        nonlocal value
        value += step_size
        return value

    def reset(to=0):
        nonlocal value
        value = to

    return step, reset


def compose(*functions):
    def composed(x):
        for function in functions:
            x = function(x)
        return x
    return composed


def logged(function):
    calls = [0]

    def wrapper(*args, **kwargs):
        calls[0] += 1
        return function(*args, **kwargs)
    wrapper.calls = calls
    return wrapper


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@logged
def scale(x, *, by=2, plus=0):
    return x * by + plus


def fold(function, items, initial):
    result = initial
    for item in items:
        result = function(result, item)
    return result


def unit():
    step, reset = counter(10, step_size=3)
    pipeline = compose(lambda x: x + 1, lambda x: x * 2, lambda x: x % 1009)
    total = 0
    for i in range(ROUNDS):
        total += pipeline(step())
        if i % 100 == 0:
            reset(to=i)
    total += fold(lambda a, b: (a * 31 + b) % 65521, range(ROUNDS), 7)
    for i in range(ROUNDS // 5):
        total += scale(i, by=3, plus=i & 1)
    return total + fib(20) + scale.calls[0] % 1


run(unit)
