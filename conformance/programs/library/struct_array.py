# must-compile: attempt
import array
import struct


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


for fmt, args in (("<bBhH", (-1, 255, -2, 65535)), (">iIqQ", (-1, 2, -3, 4)), ("=fd", (1.5, -2.25)), ("<3sp?c", (b"ab", b"x", True, b"z")), ("!5p", (b"hello world",)), ("<2h2x1b", (1, 2, 3)), ("@ihb", (1, 2, 3)), ("<e", (1.5,)), ("<0s", (b"",)), ("<n" if False else "@n", (5,)), (">l", (2 ** 31 - 1,))):
    p = struct.pack(fmt, *args)
    print(fmt, p, struct.unpack(fmt, p), struct.calcsize(fmt))
print(attempt(struct.pack, "b", 200), attempt(struct.pack, "B", -1), attempt(struct.pack, "i", "a"), attempt(struct.pack, "i"), attempt(struct.pack, "z", 1), attempt(struct.unpack, "i", b"abc"), attempt(struct.pack, "c", "a"), attempt(struct.pack, "<f", 1e300), attempt(struct.pack, "2i", 1), attempt(struct.pack, "<Q", 2 ** 64), attempt(struct.pack, "<h", 1.5))
b = bytearray(10)
struct.pack_into("<hh", b, 2, 1, 2)
print(b, struct.unpack_from("<h", b, 4), list(struct.iter_unpack("<h", b)), struct.Struct("<hb").size, struct.Struct("<hb").pack(1, 2), struct.Struct(">I").unpack(b"\0\0\1\0"), attempt(struct.unpack_from, "<i", b, 8), attempt(struct.pack_into, "<i", b, 8, 1))
a = array.array("i", [1, 2, 3])
a.append(4)
a.extend([5])
a[0] = 10
print(a, a.typecode, a.itemsize, len(a), a[1:3], a.tolist(), a.index(4), a.count(2), a.pop(), a + array.array("i", [9]), a * 2, a == array.array("i", [10, 2, 3, 4]), attempt(a.append, 1.5), attempt(a.append, 2 ** 40), a.tobytes()[:8], attempt(array.array, "z"), attempt(lambda: a[99]))
f = array.array("d", (0.5 * i for i in range(4)))
f.insert(1, 9)
f.reverse()
f.remove(9.0)
print(f, sum(f), array.array("b", b"\xff\x01"), array.array("u", "hé"), array.array("B", [1, 2]).tobytes(), memoryview(f).format, sorted(f), attempt(array.array, "i", "abc"), attempt(lambda: f + a))
g = array.array("H")
g.frombytes(b"\1\0\2\0")
g.byteswap()
print(g, list(g), g.buffer_info()[1], array.array("q", [2 ** 62])[0], attempt(g.frombytes, b"x"))
