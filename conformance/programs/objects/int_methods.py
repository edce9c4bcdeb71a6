# must-compile: attempt, BadInt.__int__, Index.__index__, Int.__int__
def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


for s in ("5", " 12 ", "-3", "+4", "1_000", "0x1f", "1.5", "", " ", "a", "1__0", "_1", "1_", "٣", "- 5", "\n7\t", "--1", "0b1", "９", "1e5", "12\0", "\ud800"):
    print(ascii(s), attempt(int, s))
for s, base in (("ff", 16), ("0xff", 16), ("0xff", 0), ("0b101", 0), ("0o17", 0), ("017", 0), ("z", 36), ("12", 2), ("1", 1), ("1", 37), ("-0x1A", 16), ("0_7", 8), ("00", 0), ("0b2", 0), (b"11", 2)):
    print(s, base, attempt(int, s, base))
print(attempt(int, 5, 10), attempt(int, 1.9), attempt(int, -1.9), attempt(int, float("nan")), attempt(int, float("inf")), attempt(int, None), attempt(int, []), attempt(int, 1j))
print(int(), int(True), int(b"42"), int(bytearray(b"7")), attempt(int, b"x"), attempt(int, "1", base="2"), attempt(int, x=1), attempt(int, "5", 2.0), int(1e20), int("9" * 30))


class Int:
    def __int__(self):
        return 7


class Index:
    def __index__(self):
        return 8


class BadInt:
    def __int__(self):
        return "x"


class SubInt(int):
    def __repr__(self):
        return f"SubInt({int(self)})"

    def __str__(self):
        return "substr"


print(int(Int()), int(Index()), attempt(int, BadInt()), SubInt(5), repr(SubInt(5)), SubInt(5) + 1, type(SubInt(5) + 1), SubInt("12"), int(SubInt(3)), f"{SubInt(4)}", f"{SubInt(4):d}", "%d" % SubInt(3))
for n in (0, 1, -1, 255, 256, -256, 2 ** 63, -2 ** 63, 2 ** 100):
    print(n, n.bit_length(), n.bit_count(), bin(n), oct(n), hex(n), n.as_integer_ratio(), n.is_integer(), n.__hash__() == hash(n), bool(n))
print((258).to_bytes(2, "big"), (258).to_bytes(4, "little"), (-2).to_bytes(2, "big", signed=True), (5).to_bytes(), attempt((256).to_bytes, 1, "big"), attempt((-1).to_bytes, 1, "big"), attempt((1).to_bytes, 1, "middle"), attempt((1).to_bytes, -1, "big"))
print(int.from_bytes(b"\x01\x02", "big"), int.from_bytes(b"\xff\xfe", "little", signed=True), int.from_bytes([1, 2, 3], "big"), int.from_bytes(b"", "big"), attempt(int.from_bytes, "ab", "big"), attempt(int.from_bytes, [256], "big"), int.from_bytes(b"\xff" * 9, "big"))
print(hash(2 ** 61 - 1), hash(2 ** 61), hash(-1), hash(-2), hash(2 ** 100), hash(-2 ** 61), hash(10 ** 50), hash(True), hash(SubInt(77)))
print((5).real, (5).imag, (5).numerator, (5).denominator, (5).conjugate(), (7).__floor__(), (7).__trunc__(), (7).__ceil__(), (7).__round__(-1), (5).__class__)
print(int.__add__(1, 2), int.__add__(1, 2.0), (3).__rsub__(10), (3).__divmod__(2), int.__eq__(1, "a"), int.__lt__(1, 2.5), (2).__pow__(3), (2).__pow__(3, 5), (2).__rpow__(3), attempt(int.__add__, "a", 1), (0).__bool__(), (5).__index__(), (5).__float__())
specs = ["", "d", "5", "<5", ">5", "^5", "=5", "+", " ", "-", "05", "x", "X", "#x", "#X", "o", "#o", "b", "#b", "c", ",", "_", "_x", "_b", ",d", "e", ".2f", "g", "%", "n", "*^9", "+08,", "#010x", ".3", "s", "z", "q", "5.2d", ",x", "020,d", "#_b"]
for n in (0, 65, -1234567, 2 ** 70):
    print(n, [attempt(format, n, s) for s in specs])
print("%d %5d %-5d| %05d %+d %x %X %#x %o %#o %i %u %c %r %s %%" % (1, 2, 3, 4, 5, 255, 255, 255, 8, 8, 9, 10, 65, 11, 12))
print(attempt(lambda: "%d" % "a"), "%d" % 3.99, attempt(lambda: "%x" % 3.5), attempt(lambda: "%c" % -1), attempt(lambda: "%c" % "ab"), "%d" % -2 ** 65, "%.5d" % 42, "%8.3d|" % 5, "%x" % -255)
print(str(10 ** 50), repr(-10 ** 19), len(str(3 ** 5000)), str(2 ** 63 - 1), attempt(lambda: len(str(10 ** 5000))), attempt(lambda: int("1" * 5000)))
import sys
print(sys.get_int_max_str_digits(), sys.int_info.default_max_str_digits, sys.maxsize, attempt(sys.set_int_max_str_digits, 5))
sys.set_int_max_str_digits(0)
print(len(str(10 ** 5000)), int("7" * 5000) % 1000007)
print(attempt(setattr, 5, "x", 1), attempt(getattr, 5, "x"), attempt(lambda: (5)()), attempt(lambda: len(5)), attempt(lambda: iter(5)), int.__doc__.splitlines()[0], dir(int) == sorted(dir(int)))
print(math.isqrt(10 ** 40) if (math := __import__("math")) else 0, math.gcd(2 ** 70, 6 ** 30), math.lcm(4, 6), math.factorial(25), math.comb(50, 25), math.perm(10, 3))
