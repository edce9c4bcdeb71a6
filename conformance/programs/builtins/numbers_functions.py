# must-compile: attempt, Rounds.__round__, Rounds.__abs__, Rounds.__divmod__
def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


print(abs(-5), abs(2.5), abs(3 + 4j), abs(True), attempt(abs, "a"), attempt(abs))
print(divmod(7, 2), divmod(-7, 2), divmod(7.5, -2), attempt(divmod, 1, 0), attempt(divmod, "a", 1), attempt(divmod, 1))
print(pow(2, 10), pow(2, -1), pow(2, 10, 1000), attempt(pow, 2, "a"), pow(base=2, exp=3, mod=5), pow(2.5, 2), pow(-8, 1 / 3))
print(round(2.567, 1), round(5), round(-2.5), round(1e20), round(2.5, None), round(number=3.7), attempt(round, "a"), attempt(round, 1.5, "a"), round(1.5, 0))
print(hex(255), hex(-1), oct(8), bin(5), bin(-5), attempt(hex, 1.5), attempt(bin, "a"), hex(2 ** 70), hex(True))
print(chr(97), chr(0x1F600), attempt(chr, -1), attempt(chr, 0x110000), attempt(chr, "a"), ord("a"), ord("😀"), ord(b"x"), attempt(ord, "ab"), attempt(ord, ""), attempt(ord, 5), attempt(chr, 2 ** 70))
print(int("7"), float("1.5"), complex("1j"), bool([]), str(1.0), bytes(2), attempt(int, "a"), attempt(float, "x"), attempt(complex, "q"))
print(hash(5), hash(5.0), hash("") == hash(""), hash((1, 2)) == hash((1, 2)), attempt(hash, [1]), hash(True), hash(None) == hash(None), hash(int) == hash(int))
print(min(1, 2), max([3, 4]), sum([1, 2]), sorted([2, 1]), len("abc"), any([1]), all([0]), list(reversed("ab")))


class Rounds:
    def __round__(self, n=None):
        return ("rounded", n)

    def __abs__(self):
        return "abs"

    def __divmod__(self, o):
        return ("divmod", o)

    def __rdivmod__(self, o):
        return ("rdivmod", o)

    def __pow__(self, o, m=None):
        return ("pow", o, m)

    def __rpow__(self, o, m=None):
        return ("rpow", o)

    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"


import math
r = Rounds()
print(round(r), round(r, 2), abs(r), divmod(r, 1), divmod(1, r), pow(r, 2), pow(r, 2, 3), pow(2, r), math.floor(r), math.ceil(r), math.trunc(r), attempt(float, r))
