# must-compile: attempt
import operator as op


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


for name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and_", "or_", "xor", "lt", "le", "eq", "ne", "ge", "gt", "is_", "is_not", "concat", "contains", "iadd", "imul", "matmul"):
    print(name, attempt(getattr(op, name), 7, 2), attempt(getattr(op, name), [1], [1]))
for name in ("neg", "pos", "invert", "inv", "abs", "not_", "truth", "index", "length_hint"):
    print(name, attempt(getattr(op, name), 5), attempt(getattr(op, name), []))
g, a, m = op.itemgetter(1), op.attrgetter("real", "imag"), op.methodcaller("split", ",", maxsplit=1)
print(g("abc"), g({1: "x"}), op.itemgetter(0, -1)([1, 2, 3]), a(3 + 4j), m("a,b,c"), op.attrgetter("a.b")(type("X", (), {"a": type("Y", (), {"b": 5})})), attempt(g, ""), attempt(op.attrgetter("nope"), 5), attempt(op.attrgetter, 5), attempt(op.itemgetter), attempt(op.methodcaller), repr(g), repr(a), repr(m), attempt(m, 5))
d = {}
op.setitem(d, "k", 1)
print(d, op.getitem(d, "k"), op.delitem(d, "k"), d, op.countOf([1, 2, 1], 1), op.indexOf([1, 2], 2), attempt(op.indexOf, [1], 9), op.is_none(None), op.is_not_none(1), op.call(max, 1, 2), attempt(op.index, 1.5), attempt(op.concat, 1, 2), attempt(op.countOf, 5, 1), op.contains("abc", "b"), attempt(op.length_hint, 5, "x"), op.length_hint(object(), 3))
l = [1]
op.iadd(l, [2])
op.iconcat(l, [3])
print(l, op.ior({1}, {2}), op.__add__(1, 2), sorted([(2, "a"), (1, "b")], key=op.itemgetter(0)), sorted(["bb", "a"], key=op.methodcaller("__len__")), attempt(op.truth), attempt(op.add, 1))
