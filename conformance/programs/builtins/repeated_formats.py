# must-compile: formats, floats, defaults
"""Percent formats used again and again, floats of few decimals, and keyword-only defaults that change."""

FORMATS = ["%d", "%02d", "%5d", "%-5d|", "%05d", "%x", "%05x", "%.2f", "%08.3f", "%s", "%10s", "%-10s|", "%d%%", "%019d",
           "%020d", "%-05d", "a%sb%dc", "%+d", "%i", "%5.3d", "%.3s", "%03s", "%", "%q", "100%%"]
VALUES = [0, 5, -7, 10, 99, 100, 12345, 2 ** 62, -2 ** 63, 10 ** 18, 10 ** 18 - 1, 2 ** 63 - 1, 1.5, -2.25, True, "xy",
          "\u00e9\u1234\U0001f600", None, (1,), (1, 2), ("a", 5), ("q", -3), ()]


def formats():
    for form in FORMATS:
        for value in VALUES:
            shown = set()
            for _ in range(2):
                try:
                    shown.add(repr(form % value))
                except (TypeError, ValueError) as error:
                    shown.add(repr(error))
            print(form, repr(value), *shown)


def floats():
    print([n / 1000 for n in range(-20, 20)], [n / 8 for n in range(20)])
    print([0.001, 0.0009999, -0.0, 0.3, 9999999.999, 9999999.9999, 1e7, 1e7 - 0.001, 0.0010000000000000002, 2.675])
    print(float("nan"), float("inf"), -1.0005, 1234567.891, 0.1 + 0.2, 5e-324)


def defaults():
    def f(a, *, b=1, c=2):
        return a, b, c

    def g(*, x, y=2, z):
        return x, y, z

    print(f(1), f(1, b=5))
    f.__kwdefaults__["b"] = 9
    print(f(1))
    own = {"b": 3}
    f.__kwdefaults__ = own
    for change in ({}, {"c": 7}, {"b": 8}):
        own.update(change)
        try:
            print(f(1))
        except TypeError as error:
            print(error)
    for given in ({}, {"z": 1}, {"x": 1, "z": 2}):
        try:
            print(g(**given))
        except TypeError as error:
            print(error)
    f.__code__ = (lambda a, *, c, b: (a, b, c)).__code__
    print(f(1))


formats()
floats()
defaults()
