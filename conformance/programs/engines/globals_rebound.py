# modes: stress
# must-compile: use, calls, loop
VALUE = 1


def use():
    return VALUE + 1


def helper(x):
    return x * 2


def calls(x):
    return helper(x) + 1


def loop(n, at, new):
    global VALUE
    total = 0
    for i in range(n):
        total += VALUE
        if i == at:
            VALUE = new
    return total


for _ in range(2000):
    use()
    calls(3)
print(use(), calls(3))
VALUE = 10
print(use())
VALUE = 2.5
print(use())
VALUE = 1


def helper(x):
    return x * 100


print(calls(3))
helper = lambda x: -x
print(calls(3))
helper = float
print(calls(3))
helper = abs
print(calls(-3))
for _ in range(200):
    loop(20, -1, 0)
VALUE = 1
print(loop(1000, 500, 7), VALUE)
VALUE = 1
print(loop(1000, 500, 0.5), VALUE)
del VALUE
try:
    use()
except NameError as e:
    print(e)
VALUE = 3
print(use())


def redefine_while_running(n):
    global target

    def target(x):
        return x
    out = 0
    for i in range(n):
        out += target(1)
        if i == n // 2:
            def replacement(x):
                return x + 10
            target = replacement
    return out


for _ in range(10):
    redefine_while_running(100)
print(redefine_while_running(1000))


def through_helper(n):
    out = []
    for i in range(n):
        out.append(VALUE)
        if i == n - 3:
            change()
    return out[-5:]


def change():
    global VALUE
    VALUE += 1


for _ in range(100):
    through_helper(20)
VALUE = 0
print(through_helper(50), through_helper(5))


def many_writes(n):
    global COUNTER
    COUNTER = 0
    for i in range(n):
        COUNTER += i
        touch()
    return COUNTER


def touch():
    global COUNTER
    COUNTER += 1


print(many_writes(5000))
import types
module = types.ModuleType("other")
exec("k = 5\ndef get():\n    return k\n", module.__dict__)
get = module.get
for _ in range(3000):
    get()
module.k = 6
print(get())
module.__dict__["k"] = 7
print(get())
exec("k = 8", module.__dict__)
print(get())
del module.k
try:
    get()
except NameError as e:
    print(e)
