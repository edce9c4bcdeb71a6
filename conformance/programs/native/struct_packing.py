# modes: stress
# must-compile: t, I.__index__
import struct


def t(f, *a):
    try:
        print(f.__name__, repr(f(*a)))
    except Exception as e:
        print(f.__name__, a, type(e).__name__, e)


for prefix in ("", "@", "=", "<", ">", "!"):
    for code in "bBhHiIlLqQnNP?efdFDcspx":
        try:
            size = struct.calcsize(prefix + code)
        except struct.error as e:
            print(prefix, code, e)
            continue
        bits = 8 * size
        values = [0, 1, -1, 2 ** (bits - 1) - 1, 2 ** (bits - 1), -(2 ** (bits - 1)), 2**bits - 1, 2**bits, 1.5, -0.0, 65519.0,
                  65520.0, 1e39, 6e-8, 2.98e-8, float("inf"), 1 + 2j, b"x", b"xy", "s", None, [], True]
        for v in values:
            t(struct.pack, prefix + code, v)
        if code not in "x":
            t(struct.unpack, prefix + code, bytes(range(200, 200 + size)))
t(struct.pack, "3s2p5p0s", b"abcdef", b"xyz", b"hello world", b"q")
t(struct.unpack, "<3s2p5p0s", b"abc\x01x\x04hellq"[:10])
t(struct.pack, "<bhi2xq?", 1, 2, 3, 4, True)
t(struct.pack, "@bhibq", 1, 2, 3, 4, 5)
for fmt in ("@bhilqdbDF", "=nN", "3s 2x p 0i", "y", "3", "i\0", "9999999999999999999999i", "", "0q", "b0q", " b  h "):
    t(struct.calcsize, fmt)
t(struct.pack, "ii", 1)
t(struct.pack, b"i", 1)
t(struct.pack, 1)
t(struct.pack)
t(struct.unpack, "i", b"abc")
t(struct.unpack_from, "i", b"abcdef", 3)
t(struct.unpack_from, "i", b"abcdef", -3)
t(struct.unpack_from, "i", b"abcdef", -10)
t(struct.unpack_from, "<h", b"abcdef", -2)
t(struct.iter_unpack, "", b"")
t(struct.iter_unpack, "i", b"abcde")
print(list(struct.iter_unpack("<hb", bytes(range(12)))))
s = struct.Struct("<ih")
print(s, s.size, s.format)
t(s.pack, 1)
t(s.pack, 1, 2)
t(s.unpack, b"")
t(s.unpack, b"\1\2\3\4\5\6")
t(struct.Struct, 1)
t(struct.pack_into, "i", b"12345", 0, 1)
b = bytearray(8)
t(struct.pack_into, "<i", b, 2, 0x01020304)
print(b)
t(struct.pack_into, "<i", b, -4, -1)
print(b)
t(struct.pack_into, "i", b, 5, 1)
t(struct.pack_into, "i", b, -3, 1)
t(struct.pack_into, "i", b, -10, 1)
t(struct.pack_into, "i", b, 0)
t(struct.pack_into, "i", b)
t(struct.pack_into, "i")
t(struct.unpack, "<i", bytearray(b"\1\0\0\0"))
t(struct.unpack, "<i", memoryview(b"\1\0\0\0"))


class I:
    def __index__(self):
        return 7


t(struct.pack, "b", I())
t(struct.pack, "d", I())
