# modes: stress
# must-compile: make.<locals>.add, accumulate, apply
def make(n):
    def add(x):
        return x + n
    return add


def apply(f, n):
    x = 0
    for _ in range(n):
        x = f(x)
    return x


def accumulate(n):
    total = 0
    calls = []

    def bump(k):
        nonlocal total
        total += k
        if len(calls) < 3:
            calls.append(total)
        return total
    for i in range(n):
        bump(i)
    return total, calls


fs = [make(i) for i in range(5)]
for _ in range(300):
    for f in fs:
        f(1)
    apply(fs[1], 10)
    accumulate(10)
print([f(10) for f in fs], apply(fs[3], 100), accumulate(100), make(0.5)(1), make("a")("b"), apply(make(2 ** 62), 4))


def shared():
    x = 0

    def get():
        return x

    def set_(v):
        nonlocal x
        x = v
    return get, set_


get, set_ = shared()
for i in range(1000):
    set_(i)
    get()
set_("string now")
print(get())


def loop_closures(n):
    fs = []
    for i in range(n):
        def f(j=i):
            return i, j
        fs.append(f)
    return [f() for f in fs]


print(loop_closures(3), loop_closures(300)[-1])


def counter_factory():
    count = 0

    def counter():
        nonlocal count
        count = count + 1
        return count
    return counter


a, b = counter_factory(), counter_factory()
for _ in range(5000):
    a()
b()
print(a(), b())


def overflow_in_cell():
    x = 2 ** 62

    def double():
        nonlocal x
        x = x + x
        return x
    return [double() for _ in range(4)]


for _ in range(100):
    overflow_in_cell()
print(overflow_in_cell())


def compose(*fs):
    def composed(x):
        for f in fs:
            x = f(x)
        return x
    return composed


c = compose(make(1), make(2), lambda x: x * 2, compose(str, len))
for _ in range(500):
    c(5)
print(c(5), c(10 ** 20))


def memo(f):
    cache = {}

    def wrapper(*args):
        if args not in cache:
            cache[args] = f(*args)
        return cache[args]
    return wrapper


@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(90), fib(150))


def curry(f, n, *got):
    return f(*got) if n == len(got) else lambda x: curry(f, n, *got, x)


add3 = curry(lambda a, b, c: (a, b, c), 3)
for i in range(300):
    add3(1)(2)(i)
print(add3(1)("b")(3.0))


def deep(n):
    def f1():
        def f2():
            def f3():
                nonlocal n
                n += 1
                return n
            return f3()
        return f2()
    return [f1() for _ in range(3)], n


for _ in range(200):
    deep(1)
print(deep(5), deep(0.5))
gen_closures = [lambda: (yield i) for i in range(3)]
print([next(g()) for g in gen_closures])


class Holder:
    def __init__(self):
        self.fs = {name: (lambda s=name: s + str(self.k)) for name in "ab"}
        self.k = 1


h = Holder()
h.k = 7
print(h.fs["a"](), h.fs["b"]())
