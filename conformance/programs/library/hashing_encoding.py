# must-compile: attempt
import base64
import binascii
import hashlib
import hmac
import zlib


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


data = b"hello world"
for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "blake2b", "blake2s"):
    h = hashlib.new(name, data)
    print(name, h.hexdigest()[:40], h.digest_size, h.block_size, h.name)
h = hashlib.sha256()
h.update(b"hello ")
c = h.copy()
h.update(b"world")
print(h.hexdigest() == hashlib.sha256(data).hexdigest(), c.hexdigest()[:8], attempt(hashlib.new, "nope"), attempt(h.update, "s"), sorted(hashlib.algorithms_guaranteed)[:4])
print(hmac.new(b"key", data, "sha256").hexdigest(), hmac.compare_digest("a", "a"))
print(base64.b64encode(data), base64.b64decode("aGVsbG8="), base64.urlsafe_b64encode(b"\xfb\xff"), base64.b32encode(data), base64.b16encode(data), base64.b85encode(data), base64.a85encode(data), base64.b85decode(base64.b85encode(data)), base64.a85decode(base64.a85encode(data)), attempt(base64.b64decode, "a"), attempt(base64.b64decode, "a!b=", validate=True), base64.encodebytes(b"x" * 60), base64.b32decode("ME======"), attempt(base64.b32decode, "1"))
print(binascii.hexlify(data), binascii.unhexlify("616263"), binascii.crc32(data), binascii.b2a_base64(b"x"), binascii.a2b_base64(b"eA=="), binascii.hexlify(b"abc", "-"), attempt(binascii.unhexlify, "abc"), attempt(binascii.unhexlify, "zz"), binascii.b2a_uu(b"hi"), binascii.crc_hqx(b"abc", 0), binascii.b2a_qp(b"a=b\xe9"), binascii.a2b_qp(b"a=3Db"))
print(zlib.crc32(data), zlib.adler32(data), zlib.decompress(zlib.compress(data * 100)) == data * 100, attempt(zlib.decompress, b"bad"), zlib.crc32(b"world", zlib.crc32(b"hello ")) == zlib.crc32(data))
d = zlib.decompressobj()
z = zlib.compress(data * 50)
print(len(d.decompress(z[:10]) + d.decompress(z[10:]) + d.flush()), d.eof, d.unused_data)
import gzip
import io
g = gzip.compress(b"gzip data" * 10)
print(gzip.decompress(g)[:9], gzip.GzipFile(fileobj=io.BytesIO(g)).read(4))
