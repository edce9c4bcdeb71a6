# must-compile: generator
# frame.f_locals of a function is a mapping that writes through (PEP 667).
import sys


def outer():
    a = 1
    c = 3

    def inner():
        return c

    view = sys._getframe().f_locals
    print(type(view).__name__, sorted(view), view["a"], len(view), "c" in view)
    view["a"] = 10
    view["c"] = 30
    view["extra"] = 5
    print(a, inner(), view["extra"], view.get("none"), sorted(view.keys()))
    for attempt in (lambda: view.pop("a"), lambda: view.__delitem__("nothing"), lambda: view.pop("nothing", 7)):
        try:
            print(attempt())
        except (KeyError, ValueError) as error:
            print(type(error).__name__, error)
    del view["extra"]
    view.update({"a": 11})
    return a, "a" in locals(), "extra" in locals()


def generator(n):
    for i in range(n):
        yield i


print(outer())
g = generator(3)
print(next(g))
g.gi_frame.f_locals["i"] = 100
print(list(g), g.gi_frame)
g = (x for x in [1, 2])
g.gi_frame.f_locals[".0"] = iter([7, 8])
print(list(g))
total = 0
for n in range(60):
    total += sum(generator(40))
print(total)
