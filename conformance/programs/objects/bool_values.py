# must-compile: Len0.__len__, No.__bool__
print(True, False, bool(), bool(1), bool(0), bool("x"), bool(""), bool([]), bool([0]), bool(None), bool(0.0), bool(float("nan")), bool(2 ** 100))
print(True + True, True - 1, True * 5, True / 2, True // 1, -True, +False, abs(True), True ** 2, True << 2, 5 % True, divmod(True, 1), round(True), int(True), float(True), complex(True))
print(True & False, True | False, True ^ True, True & 1, 1 | True, True ^ 2, not True, not 0, type(True & True), type(True | 1), type(not 1))
print(True == 1, True == 1.0, False == 0, True == "True", True is True, True != 2, True < 2, True > False, True in [1], 1 in [True], {True: "a"}[1], hash(True), [10, 20][True], "ab"[True], True + 0.5, str(True), repr(False), f"{True:d} {True} {True!r:>6} {False:5}", "%d %s" % (True, True), sum([True, True, False]), sorted([True, False, 2, 0.5]), max(True, 0), [True] * 2, True.real, True.imag, True.numerator, True.bit_length(), True.conjugate(), True.to_bytes(1, "big"), isinstance(True, int), issubclass(bool, int), bool.__mro__, int.__add__(True, 1), True.__and__(False), True.__and__(2), bool.__doc__.splitlines()[0], True.as_integer_ratio(), bool.from_bytes(b"\x01", "big"))
for f in (lambda: bool(1, 2), lambda: type("B", (bool,), {}), lambda: True.x, lambda: True(), lambda: True + "a", lambda: True[0], lambda: len(True), lambda: bool(x=1)):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(e)


class No:
    def __bool__(self):
        return False


class Len0:
    def __len__(self):
        return 0


print(bool(No()), bool(Len0()), No() or "or", type(No() and "and"), "yes" if Len0() else "no", not No(), any([No()]), all([No(), 1]), list(filter(None, [No(), 1])), [x for x in [No(), 2] if x])
