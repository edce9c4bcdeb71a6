# must-compile: H.__hash__, H.__init__
print([hash(n) for n in (0, 1, -1, -2, 2 ** 61 - 2, 2 ** 61 - 1, 2 ** 61, -2 ** 61, 2 ** 64, 10 ** 30)])
print([hash(x) for x in (0.5, 1.0, -1.0, 1e10, 1.5e300, 2.0 ** 61, 0.1, -0.25, float("inf"), float("-inf"))])
print([hash(z) for z in (1j, 1 + 1j, -1 - 1j, 0j, 2 + 0j)], [hash(t) for t in ((), (1,), (1, 2), (2, 1), ((1,), 2), (-1,), (1.0, 2), (True, False))])
print([hash(f) for f in (frozenset(), frozenset([1]), frozenset([1, 2, 3]), frozenset(range(50)))], hash(range(0)), hash(range(5)) == hash(range(0, 5, 1)), hash(slice(1, 2, 3)) == hash(slice(1, 2, 3)))
from fractions import Fraction
print(hash(Fraction(1, 2)) == hash(0.5), hash(Fraction(3)) == 3, hash(Fraction(1, 3)), hash(True) == 1, hash(1) == hash(1.0) == hash(1 + 0j))
print(hash("a") == hash("a"), hash("") == hash(b""), hash("é") == hash("\u00e9"), hash(b"ab") == hash(b"ab"), hash(None) == hash(None), hash(int) == hash(int), hash(len) == hash(len), hash(...) == hash(...))


class H:
    def __init__(self, h):
        self.h = h

    def __hash__(self):
        return self.h


print([hash(H(h)) for h in (0, -1, 5, 2 ** 61 - 1, 2 ** 64 + 3, -2 ** 70, True)])


class Default:
    pass


class EqOnly:
    def __eq__(self, o):
        return True


class Both(EqOnly):
    __hash__ = object.__hash__


d = Default()
print(hash(d) == hash(d), isinstance(hash(d), int), EqOnly.__hash__, isinstance(hash(Both()), int), hash(d) != hash(Default()) or True)
for bad in ([], {}, set(), bytearray(), EqOnly(), ([],), slice([], 1), {}.keys(), H("x"), H(1.5), H(None)):
    try:
        hash(bad)
        print("hashed")
    except TypeError as e:
        print(e)
import sys
print(sys.hash_info.width, sys.hash_info.modulus, sys.hash_info.inf, sys.hash_info.nan, sys.hash_info.imag, sys.hash_info.algorithm, sys.hash_info.hash_bits)
print({1: "a", 1.0: "b", True: "c"}, {0: 1, False: 2, 0.0: 3, -0.0: 4, 0j: 5}, len({2 ** 61 - 1, 0}))
