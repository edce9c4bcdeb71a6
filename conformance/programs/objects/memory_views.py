# must-compile: attempt
def attempt(f, *a):
    try:
        return f(*a)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


b = bytearray(b"abcdefgh")
m = memoryview(b)
print(m[0], m[-1], m[2:5].tobytes(), m[::-1].tobytes(), len(m), m.nbytes, m.format, m.itemsize, m.ndim, m.shape, m.strides, m.readonly, m.contiguous, m.c_contiguous, m.tolist(), list(m)[:2], 97 in m, m == b, m == b"abcdefgh", m != b"x", hash(memoryview(b"ab")) == hash(b"ab"), attempt(hash, m))
m[0] = 65
m[1:3] = b"ZZ"
m[-1:] = bytearray(b"!")
print(b, attempt(m.__setitem__, 0, 300), attempt(m.__setitem__, 0, "a"), attempt(m.__setitem__, slice(0, 2), b"abc"), attempt(lambda: m[100]), attempt(lambda: m["a"]), attempt(b.append, 1), attempt(lambda: m[1, 2]))
c = m.cast("H")
print(c.tolist(), c.format, c.itemsize, len(c), attempt(m.cast, "d" * 2), attempt(m[:3].cast, "I"), m.cast("B", [2, 4]).tolist(), m.cast("B", [2, 4]).shape, m.cast("b")[0])
c[0] = 0x4142
print(b, m.obj is b, m.tobytes(), m.hex(), m.hex(":", 4), bytes(m), m[2:4].obj is b, m.toreadonly().readonly, attempt(m.toreadonly().__setitem__, 0, 1), repr(m).startswith("<memory at"))
with memoryview(b"ctx") as v:
    print(v[0])
print(attempt(lambda: v[0]), attempt(v.tobytes))
m.release()
c.release() if False else None
print(attempt(len, m), attempt(memoryview, "str"), attempt(memoryview, 5), memoryview(memoryview(b"xy")).tobytes())
import array
a = array.array("i", [1, -2, 3])
m = memoryview(a)
print(m.tolist(), m.format, m.itemsize, m[1], m[::2].tolist(), m.nbytes, m.tobytes() == a.tobytes(), m == a, m == array.array("i", [1, -2, 3]), m == memoryview(array.array("d", [1, -2, 3])))
m[0] = 99
print(a, attempt(m.__setitem__, 0, 2 ** 40), attempt(m.__setitem__, 0, 1.5), b"".join([memoryview(b"a"), b"b"]), bytes(memoryview(b"abc")[::2]), bytearray(memoryview(b"q")), b"abc".find(memoryview(b"b")), int.from_bytes(memoryview(b"\x01\x02"), "big"), memoryview(b"abc").index(98), memoryview(b"aab").count(97), [*memoryview(b"hi")], sorted(memoryview(b"ba")), isinstance(memoryview(b""), memoryview))
