# must-compile: <module>
import hashlib
import hmac

data = [b"", b"abc", b"a" * 63, b"a" * 64, b"a" * 65, b"q" * 127, b"q" * 128, b"q" * 129, bytes(range(256)) * 40]
for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "blake2b",
             "blake2s"):
    h = hashlib.new(name)
    print(name, h.name, h.digest_size, h.block_size)
    for d in data:
        h.update(d)
        c = h.copy()
        c.update(b"more")
        print(h.hexdigest()[:24], c.hexdigest()[:24], hashlib.new(name, d).hexdigest()[-24:])
for name in ("shake_128", "shake_256"):
    h = hashlib.new(name, b"abc")
    print(name, h.hexdigest(10), h.hexdigest(300)[-20:], h.digest(0))
print(hashlib.blake2b(b"abc", digest_size=20, key=b"key", salt=b"salt", person=b"person").hexdigest())
print(hashlib.blake2s(b"abc", digest_size=20, key=b"key", salt=b"salt", person=b"person").hexdigest())
print(hashlib.blake2b(b"x", fanout=2, depth=3, leaf_size=4096, node_offset=5, node_depth=1, inner_size=32, last_node=True).hexdigest())
print(hashlib.blake2s(b"x", fanout=2, depth=3, leaf_size=4096, node_offset=5, node_depth=1, inner_size=32, last_node=True).hexdigest())
print(hmac.new(b"k", b"msg", "sha256").hexdigest(), hashlib.pbkdf2_hmac.__name__ if hasattr(hashlib, "pbkdf2_hmac") else "pbkdf2_hmac")
for f in (lambda: hashlib.sha256("a"), lambda: hashlib.new("nope"), lambda: hashlib.blake2b(digest_size=65),
          lambda: hashlib.blake2b(key=b"x" * 65), lambda: hashlib.blake2b(fanout=256), lambda: hashlib.blake2b(depth=0)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
