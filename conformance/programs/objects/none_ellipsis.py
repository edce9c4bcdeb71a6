# must-compile: bare, nothing
print(None, ..., NotImplemented, [None, ...], (None,), {None: ...}, repr(None), str(...), f"{None!r:>6}|{...}|", "%s" % None, None is None, None == None, None != 0, None == False, ... is Ellipsis, hash(None) == hash(None), type(None), type(...), type(NotImplemented), type(None)(), bool(None), bool(...), not None, None or 1, None and 1, id(None) == id(None))


def nothing():
    pass


def bare():
    return


print(nothing(), bare(), (lambda: None)(), print("printed"), [].append(1), {}.update(), nothing() is None, [nothing() for _ in range(2)])
for f in (lambda: None + 1, lambda: None < None, lambda: None[0], lambda: None(), lambda: len(None), lambda: iter(None), lambda: None.x, lambda: setattr(None, "x", 1), lambda: ... + 1, lambda: ....x, lambda: NotImplemented < 1, lambda: bool(NotImplemented), lambda: "a" + None, lambda: int(None), lambda: sum(None), lambda: [*None], lambda: {**None}, lambda: type(None)(1), lambda: None @ 1, lambda: -None, lambda: "".join([None]), lambda: sorted([None, 1]), lambda: None in None, lambda: range(None), lambda: open(None), lambda: type("N", (type(None),), {})):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
x = None
y = x if x is not None else "default"
print(y, x is None, isinstance(x, type(None)), {None: 1}.get(None), [None].count(None), [None, 1].index(None), None in (1, None), sorted([(1, None), (0, None)]), dict.fromkeys("ab"), [1, None, 2][1], max([None], default=0, key=lambda v: 0), None.__class__, None.__doc__, None.__eq__(5), None.__bool__(), None.__repr__(), None.__hash__() == hash(None), ....__reduce__(), ....__repr__())
