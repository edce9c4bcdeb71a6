# modes: stress
# must-compile: count
import builtins


def count(items):
    return len(items) + sum(items)


for _ in range(3000):
    count([1, 2])
print(count([1, 2]))
len = lambda x: 100
print(count([1, 2]))
del len
print(count([1, 2]))
original = builtins.len
builtins.len = lambda x: 1000
print(count([1, 2]))
builtins.len = original
print(count([1, 2]))
builtins.brand_new = 5


def uses():
    return brand_new


print(uses())
del builtins.brand_new
try:
    uses()
except NameError as e:
    print(e)
brand_new = 6
print(uses())
exec("print('empty')", {})
try:
    exec("print(1)", {"__builtins__": {}})
except NameError as e:
    print(e)
exec("print(len)", {"__builtins__": {"len": 7, "print": print}})


def with_locals():
    x = 1
    exec("x = 2; y = 3")
    ns = {"x": x}
    exec("x += 10", ns)
    return x, ns["x"], eval("x + 1"), sorted(locals())


print(with_locals())
print(eval("[x for x in range(n)]", {"n": 3}), eval("a + b", {"a": 1}, {"b": 2}))
code = compile("a * 2", "<test>", "eval")
print(eval(code, {"a": 21}), code.co_filename, code.co_name)


class Ns(dict):
    def __missing__(self, k):
        return k.upper()


print(eval("hello + world", {}, Ns()))
globals()["dynamic"] = 9
print(dynamic)


def change():
    globals()["dynamic"] = 10
    return dynamic


print(change())


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return Ns()


class Magic(metaclass=Meta):
    value = undefined


print(Magic.value)


def true_is_not_a_name():
    try:
        compile("True = 1", "", "exec")
    except SyntaxError as e:
        return e.msg


print(true_is_not_a_name())
print(builtins.__name__, "len" in dir(builtins), __builtins__ is builtins)
