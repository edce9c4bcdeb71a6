# must-compile: attempt, BadBytes.__bytes__, HasBytes.__bytes__
def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


print(bytes(), bytes(3), bytes([1, 2, 255]), bytes("aé", "utf-8"), bytes(b"x"), bytes(bytearray(b"y")), bytes(range(5)), bytes(x for x in (65, 66)))
for a in ((-1,), ([256],), (["a"],), ("abc",), (1.5,), (None,), (5, "utf-8"), ("a", "ascii", "strict", 1), ("é", "ascii"), ([1, -1],), ({1: 2},)):
    print(a, attempt(bytes, *a))
b = b"hello world"
print(b[0], b[1:3], b[::-1], b[-1], len(b), list(b[:3]), b == b"hello world", b < b"z", b + b"!", b * 2, 104 in b, b"lo" in b, attempt(lambda: "lo" in b), attempt(lambda: 256 in b), attempt(lambda: b + "x"), attempt(lambda: b[1.5]), b == "hello world", attempt(lambda: b < "x"))
for n in ("upper", "lower", "title", "capitalize", "swapcase", "isalpha", "isdigit", "isalnum", "isspace", "isupper", "islower", "istitle", "isascii", "split", "splitlines", "strip", "hex", "__repr__", "__len__"):
    print(n, [getattr(x, n)() for x in (b"", b"Abc", b"ABC def", b"12", b" \t", b"\xe9\x00'\"\\", bytearray(b"ba 'q'"))])
print(b.find(b"o"), b.find(111), b.rfind(b"o"), b.index(b"w"), attempt(b.index, b"z"), b.count(b"l"), b.count(108), b.replace(b"l", b"LL"), b.replace(b"l", b"", 1), b.split(b" "), b.split(b"o", 1), b.rsplit(b"o", 1), b.partition(b" "), b.rpartition(b"x"), b.startswith((b"x", b"he")), b.endswith(b"d"), attempt(b.startswith, "h"), attempt(b.find, "h"), attempt(b.replace, "a", "b"), attempt(b.split, ""))
print(b.center(15, b"*"), b.ljust(13), b.rjust(13, b"-"), b"-7".zfill(4), b"a\tb".expandtabs(3), b"xxaxx".strip(b"x"), b"abc".removeprefix(b"a"), b"abc".removesuffix(b"c"), b",".join([b"a", bytearray(b"b")]), attempt(b",".join, ["a"]), b"abc".translate(bytes.maketrans(b"ab", b"xy")), b"abc".translate(None, b"b"), attempt(b"a".translate, b"short"), attempt(b"a".center, 5, b"ab"))
print(b"\x01\xab".hex(), b"\x01\xab\xcd".hex(":"), b"\x01\xab\xcd\xef\x00".hex("-", 2), b"\x01\xab\xcd\xef\x00".hex("-", -2), bytes.fromhex("01 ab CD"), attempt(bytes.fromhex, "0"), attempt(bytes.fromhex, "zz"), attempt(bytes.fromhex, 5))
print(b"caf\xc3\xa9".decode(), attempt(b"\xff".decode), b"\xffa".decode("utf-8", "replace").encode("unicode_escape"), b"\xffa".decode(errors="ignore"), b"\xffa".decode(errors="backslashreplace"), ascii(b"\xffa".decode(errors="surrogateescape")), b"\xe9".decode("latin-1"), attempt(b"\x80".decode, "ascii"), attempt(b"a".decode, "nope"), b"a\x00b\x00".decode("utf-16-le"))
print(b"%d %s %r %a %x %c %5.1f %b" % (1, b"s", "r", "ü", 255, 65, 1.5, b"b"), attempt(lambda: b"%s" % "str"), attempt(lambda: b"%d" % b"x"), b"%(k)d" % {b"k": 3}, b"%%" % (), b"%-5d|" % 3, attempt(lambda: b"%c" % 256))
ba = bytearray(b"abc")
ba.append(100)
ba.extend(b"ef")
ba.insert(0, 48)
print(ba, ba.pop(), ba.pop(0), ba, attempt(ba.append, 256), attempt(ba.append, "a"), attempt(ba.extend, [300]), attempt(ba.remove, 1), attempt(bytearray().pop), attempt(ba.extend, 5), attempt(ba.extend, "s"))
ba.remove(98)
ba.reverse()
ba[1:1] = b"XY"
ba[0] = 0x41
del ba[-1]
ba += b"tail"
ba *= 2
print(ba, ba.copy() == ba, ba.find(b"tail"), bytes(ba), ba == bytes(ba), hash(b"") == hash(b""), attempt(hash, ba), ba.upper(), type(ba.upper()), type(ba[1:2]), type(b"a" + ba), type(ba + b"a"))
ba[::2] = b"." * len(ba[::2])
print(ba, attempt(lambda: ba.__setitem__(slice(None, None, 2), b"x")), attempt(lambda: ba.__setitem__(100, 1)), attempt(lambda: ba.__setitem__(0, 300)))
ba.clear()
print(ba, bytearray(3), bytearray("é", "latin-1"), repr(bytearray(b"\x00'")), attempt(bytearray, "x"), str(b"x"), b"a".__contains__(97), b"abc".__getitem__(slice(1, None)), iter(b"ab").__next__())


class Sub(bytes):
    pass


class HasBytes:
    def __bytes__(self):
        return b"own"


class BadBytes:
    def __bytes__(self):
        return "x"


print(Sub(b"ab"), type(Sub(b"ab")[:]), type(Sub(b"a") + b"b"), bytes(HasBytes()), attempt(bytes, BadBytes()), Sub([1, 2]), bytes(Sub(b"q")), b"".join([Sub(b"x")]))
m = memoryview(bytearray(range(8)))
print(m.tolist(), m[2:4].tobytes(), m.cast("H").tolist(), m.format, m.shape, m.strides, m.nbytes, m.readonly, m.itemsize, m.ndim, m == bytes(range(8)), m[::2].tolist(), m.hex(), m.contiguous, attempt(m.cast, "Z"))
m[1] = 99
m[2:4] = b"zz"
print(m.obj, attempt(m.__setitem__, 0, 256), attempt(m.__setitem__, slice(0, 2), b"abc"), attempt(m.obj.append, 1), attempt(lambda: m[9]), m.tolist().index(99))
m.release()
print(attempt(lambda: m[0]), attempt(memoryview, "s"), attempt(memoryview, 5), bytes(memoryview(b"abc")[1:]))
