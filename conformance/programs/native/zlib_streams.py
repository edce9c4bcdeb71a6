# must-compile: t
import zlib


def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, e)


data = b"the quick brown fox " * 500 + bytes(range(256)) * 4
for level in (-1, 0, 1, 6, 9):
    for wbits in (15, -15, 31):
        c = zlib.compress(data, level, wbits)
        print(level, wbits, len(c) < len(data), zlib.decompress(c, wbits) == data, zlib.decompress(c, 47) == data if wbits > 0 else "")
print(zlib.decompress(bytes.fromhex("789c4b4c4a06 00 024d0127".replace(" ", ""))))
c = zlib.compressobj()
parts = [c.compress(data[i:i + 100]) for i in range(0, len(data), 100)] + [c.flush()]
stream = b"".join(parts)
d = zlib.decompressobj()
out = b""
for i in range(0, len(stream), 7):
    out += d.decompress(stream[i:i + 7])
print(out == data, d.eof, d.unused_data, d.unconsumed_tail, d.flush())
d = zlib.decompressobj()
out = d.decompress(stream + b"tail", 100)
n = 0
while d.unconsumed_tail and not d.eof:
    out += d.decompress(d.unconsumed_tail, 1000)
    n += 1
print(out == data, d.eof, d.unused_data)
z = zlib._ZlibDecompressor()
out = z.decompress(stream + b"xx", 50)
while not z.eof:
    out += z.decompress(b"", 5000)
print(out == data, z.unused_data, z.needs_input)
t(z.decompress, b"a")
c = zlib.compressobj()
a = c.compress(b"hello") + c.flush(zlib.Z_SYNC_FLUSH)
print(zlib.decompressobj().decompress(a))
b = c.compress(b" world") + c.flush()
print(zlib.decompress(a + b))
t(c.compress, b"b")
t(c.flush)
c = zlib.compressobj(zdict=b"hello")
b = c.compress(b"hello world") + c.flush()
print(zlib.decompressobj(zdict=b"hello").decompress(b))
t(zlib.decompress, b)
t(zlib.decompressobj(zdict=b"xx").decompress, b)
t(zlib.decompress, b"abc")
t(zlib.decompress, b"")
t(zlib.decompress, zlib.compress(b"abc" * 100)[:-5])
t(zlib.compress, b"a", 11)
t(zlib.compress, "a")
t(zlib.compressobj, 20)
t(zlib.compressobj, wbits=40)
t(zlib.decompressobj, 100)
t(zlib.decompressobj().decompress, b"xx")
t(zlib.decompressobj().decompress, b"", -1)
t(zlib.decompressobj().flush, 0)
x = bytearray(zlib.compress(b"abc"))
x[-1] ^= 1
t(zlib.decompress, bytes(x))
t(zlib.decompressobj, zdict="a")
t(zlib.decompress, b"a", wbits=100)
print(zlib.crc32(b"abc"), zlib.crc32(data, 5), zlib.adler32(b"abc"), zlib.adler32(data * 20, 7), zlib.MAX_WBITS, zlib.error)
