# modes: stress
# must-compile: pack, unpack
"""Bytes there and back: a record format of struct, zlib, base64, json and csv in each other, with checksums and damage."""
import array
import base64
import binascii
import csv
import gzip
import hashlib
import io
import json
import struct
import zlib

HEADER = struct.Struct("<4sHHIq")


class Damaged(Exception):
    pass


def pack(records):
    body = bytearray()
    for name, values, note in records:
        encoded = name.encode()
        body += struct.pack(f">B{len(encoded)}sH{len(values)}d", len(encoded), encoded, len(values), *values)
        text = json.dumps(note, ensure_ascii=False, separators=(",", ":")).encode()
        body += struct.pack("!I", len(text)) + text
    packed = zlib.compress(bytes(body), 9)
    return HEADER.pack(b"RECS", 1, len(records), zlib.crc32(body), len(body)) + packed


def unpack(data):
    try:
        magic, version, count, crc, size = HEADER.unpack_from(data)
        body = zlib.decompress(data[HEADER.size:])
    except (struct.error, zlib.error) as e:
        raise Damaged(f"{type(e).__name__}: {e}") from e
    if magic != b"RECS" or version != 1:
        raise Damaged(f"not ours: {magic} {version}")
    if zlib.crc32(body) != crc or len(body) != size:
        raise Damaged("checksum")
    at, out = 0, []
    view = memoryview(body)
    for _ in range(count):
        n = view[at]
        name = bytes(view[at + 1:at + 1 + n]).decode()
        at += 1 + n
        (k,) = struct.unpack_from(">H", view, at)
        values = struct.unpack_from(f">{k}d", view, at + 2)
        at += 2 + 8 * k
        (length,) = struct.unpack_from("!I", view, at)
        out.append((name, list(values), json.loads(bytes(view[at + 4:at + 4 + length]))))
        at += 4 + length
    return out


records = [("first", [1.5, -0.0, 1e300], {"k": [1, None, "é𝄞"]}), ("", [], "text\n\"quoted\""), ("ünï", [float(i) for i in range(20)], [[], {}, True, 12345678901234567890])]
data = pack(records)
print(len(data) < 400, unpack(data) == records, HEADER.size, HEADER.format)
for label, broken in (("short", data[:10]), ("cut", data[:-5]), ("magic", b"XXXX" + data[4:]), ("flipped", data[:-1] + bytes([data[-1] ^ 255])), ("crc", data[:8] + b"\0\0\0\0" + data[12:]), ("empty", b"")):
    try:
        unpack(broken)
    except Damaged as e:
        print(label, e, type(e.__cause__).__name__)
for encode, decode in ((base64.b64encode, base64.b64decode), (base64.b32encode, base64.b32decode), (base64.b85encode, base64.b85decode), (base64.a85encode, base64.a85decode), (base64.urlsafe_b64encode, base64.urlsafe_b64decode), (binascii.hexlify, binascii.unhexlify), (gzip.compress, gzip.decompress), (lambda b: b.hex(" ", 4), bytes.fromhex)):
    print(encode(b"\x00\xff any bytes")[:16] if encode is not gzip.compress else "gzip", decode(encode(data)) == data)
for bad in (lambda: base64.b64decode("abc"), lambda: base64.b64decode("ab!d", validate=True), lambda: binascii.unhexlify("abc"), lambda: bytes.fromhex("zz"), lambda: gzip.decompress(b"not gzip"), lambda: zlib.decompress(b""), lambda: struct.unpack("<H", b"abc"), lambda: struct.pack("B", 256), lambda: struct.pack("<h", 1.5), lambda: struct.pack("Z", 1), lambda: json.loads("{'a': 1}"), lambda: json.loads("[1,]"), lambda: json.dumps({1, 2}), lambda: base64.b85decode("\x7f")):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
out = io.StringIO(newline="")
writer = csv.writer(out)
for name, values, note in records:
    writer.writerow([name, base64.b64encode(array.array("d", values).tobytes()).decode(), json.dumps(note)])
back = []
for name, values, note in csv.reader(io.StringIO(out.getvalue(), newline="")):
    a = array.array("d")
    a.frombytes(base64.b64decode(values))
    back.append((name, a.tolist(), json.loads(note)))
print(back == records, hashlib.sha256(out.getvalue().encode()).hexdigest()[:16], hashlib.md5(b"".join(struct.pack("<d", v) for v in records[2][1])).hexdigest())
d = zlib.decompressobj()
c = zlib.compressobj(wbits=15)
stream = b"".join(c.compress(b"chunk %d " % i) for i in range(50)) + c.flush() + b"trailing"
print(len(b"".join(d.decompress(stream[i:i + 7]) for i in range(0, len(stream), 7))), d.eof, d.unused_data[-8:] == b"trailing")
for fmt in ("<bhiq", ">BHIQ", "=fd", "@2x?c3s", "!e", "<5p", "<n" if False else "<l"):
    s = struct.Struct(fmt)
    values = {"<bhiq": (-1, -2, -3, -4), ">BHIQ": (1, 2, 3, 2 ** 64 - 1), "=fd": (1.5, 0.1), "@2x?c3s": (True, b"c", b"abcd"), "!e": (65504.0,), "<5p": (b"pascal",), "<l": (-2 ** 31,)}[fmt]
    print(fmt, s.size, s.pack(*values), s.unpack(s.pack(*values)))
