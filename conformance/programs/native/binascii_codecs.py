# must-compile: t
import base64
import binascii
import random


def t(f, *a, **k):
    try:
        print(f.__name__, repr(f(*a, **k)))
    except Exception as e:
        print(f.__name__, a, k, type(e).__name__, e)


for s in ("YQ==", "YQ=", "YQ", "Y", "YQ==YQ==", "=", "YWI=", "YWI==", "Y=Q=", "Y Q = =", "YWJj====", "YQ==\n", "é", "====",
          "YWJjZA==x", "AAAA=", b"YQ==", "", "YWJjZGVm"):
    t(binascii.a2b_base64, s)
    t(binascii.a2b_base64, s, strict_mode=True)
t(binascii.b2a_base64, b"abc")
t(binascii.b2a_base64, b"abcd", newline=False)
for s in ("abc", "zz", b"A0 1", "é1", 1, "00ffAB", b""):
    t(binascii.a2b_hex, s)
t(binascii.hexlify, b"abcdef", ":")
t(binascii.hexlify, b"abcdefg", ":", 2)
t(binascii.hexlify, b"abcdefg", ":", -3)
t(binascii.hexlify, b"ab", "::")
t(binascii.hexlify, b"ab", 1)
t(binascii.hexlify, "a")
t(binascii.hexlify, b"abc", b"-")
t(binascii.hexlify, b"")
t(binascii.b2a_uu, b"a" * 46)
t(binascii.b2a_uu, b"abc")
t(binascii.b2a_uu, b"\0ab", backtick=True)
t(binascii.b2a_uu, b"")
for s in (b"#86)C\n", b"#86)C86)C\n", b"\xff", b"", b"!", b"#86)C  \n"):
    t(binascii.a2b_uu, s)
t(binascii.a2b_qp, b"=41=\nx=zz=3dab_", header=True)
t(binascii.a2b_qp, b"a=\r\nb==c=4=", header=False)
t(binascii.b2a_qp, b"a b\t\n.\n=\xff" + b"x" * 100, True, True, True)
t(binascii.b2a_qp, b"line one \r\n.\r\ntab\t\r\nend ", istext=True)
t(binascii.b2a_qp, b"line one \r\n.\r\ntab\t\r\nend ", istext=False)
r = random.Random(3)
for _ in range(200):
    data = bytes(r.choice(b"ab=._ \t\r\n\x00\xff") for _ in range(r.randint(0, 120)))
    q = binascii.b2a_qp(data, r.random() < 0.5, r.random() < 0.5, r.random() < 0.5)
    print(q, binascii.a2b_qp(q), binascii.a2b_qp(data, header=True))
for _ in range(200):
    data = bytes(r.choice(b"AZaz09+/= \n-") for _ in range(r.randint(0, 12)))
    t(binascii.a2b_base64, data)
    t(binascii.a2b_base64, data, strict_mode=True)
big = bytes(r.randrange(256) for _ in range(5000))
print(binascii.crc32(b"abc"), binascii.crc32(b"abc", -1), binascii.crc32(big), binascii.crc32(big[2000:], binascii.crc32(big[:2000])),
      binascii.crc_hqx(b"abc", 0), binascii.crc_hqx(big, 1234))
t(binascii.crc32, "a")
t(binascii.crc_hqx, b"abc")
print(base64.b64encode(big[:50]), base64.urlsafe_b64decode(base64.urlsafe_b64encode(big)) == big, base64.b32encode(b"hello"),
      base64.b85encode(b"hello"), base64.b16decode("FF00"))
print(binascii.Error.__mro__, binascii.Incomplete.__name__)
