# must-compile: E.__eq__, E.__init__, Sub.__eq__
a, b = [1], [1]
print(a == b, a is b, a is a, a is not b, [a] == [b], (1,) == (1,), {} == {}, {1} == {1.0}, "a" is "a" if False else True, None is None)
print(1 == 1.0, 1 == 1 + 0j, 1 is 1 if False else True, True == 1, 0 == False, 0.0 == -0.0, float("nan") == float("nan"), 10 ** 20 == 10.0 ** 20, 2 ** 53 + 1 == 2.0 ** 53, 0.1 + 0.2 == 0.3, "1" == 1, b"a" == "a", [] == (), range(3) == [0, 1, 2], None == 0)
x = float("nan")
print(x is x, x == x, [x] == [x], x in [x], {x: 1}[x], [x].index(x), [x].count(x), (x,) == (x,), {x} == {x}, {x: 1} == {x: 1})
i = 5
j = i + 0
print(i is j, id(i) == id(j), (lambda v: v)(i) is i)
s = "abc"
t = s
t += ""
print(s is t, s == t, s == "".join(["a", "bc"]), hash(s) == hash("".join(["a", "bc"])))


class E:
    def __init__(self, v):
        self.v = v

    def __eq__(self, o):
        print("eq", self.v, getattr(o, "v", o))
        return NotImplemented if not isinstance(o, E) else self.v == o.v


print(E(1) == E(1), E(1) == 5, 5 == E(1), E(1) != E(2), [E(1)] == [E(1)], E(1) in [E(2), E(1)])


class Sub(E):
    def __eq__(self, o):
        print("sub eq")
        return True


print(E(1) == Sub(1), Sub(1) == E(1), E(3) != Sub(1))


class NoEq:
    __eq__ = None


try:
    NoEq() == 1
except TypeError as e:
    print(e)
l = [1, 2]
m = l
m.append(3)
print(l, l is m, l[:] is l, l[:] == l, (1, 2)[:] == (1, 2), list(l) is l, l * 1 is l, l.copy() == l)
print([1, 2] < [1, 2, 3], [2] > [1, 5], (1, "a") < (1, "b"), "a" < "b" < "c", {1} < {1, 2}, {1, 2} <= {1, 2}, b"a" < b"b", [1, [2]] == [1, [2]], {"a": [1]} == {"a": [1]}, {1: 2, 3: 4} == {3: 4, 1: 2}, frozenset([1]) == {1}, 1 < 1.5 < 2, True < 2, float("inf") > 10 ** 400)
import operator
print([operator.is_(p, q) for p, q in ((None, None), ((), ()), ("", ""), (True, True), (1, 1))])
