# timeout: 120
# must-compile: <module>
"""Error handlers and encodings that do not exist, with and without -X dev; raw streams that return nonsense."""
import io
import subprocess
import sys

CODE = r"""
import io
def t(name, f):
    try:
        print(name, repr(f())[:40])
    except BaseException as e:
        print(name, type(e).__name__, e, repr(e.__cause__))
t("decode", lambda: b"".decode("utf-8", "nosuch"))
t("decode ascii", lambda: b"".decode("ascii", errors="nosuch"))
t("decode nosuch", lambda: b"".decode("nosuch"))
t("decode nosuch", lambda: b"x".decode("nosuch"))
t("encode", lambda: "x".encode("utf-8", "nosuch"))
t("encode nosuch", lambda: "".encode("nosuch"))
t("str", lambda: str(b"", "nosuch"))
t("str", lambda: str(b"x", errors="nosuch"))
t("bytes", lambda: bytes("", "utf-8", "nosuch"))
t("bytearray", lambda: bytearray(b"").decode("utf-8", "nosuch"))
t("wrapper", lambda: io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="nosuch"))
t("open", lambda: open("/dev/null", errors="nosuch").close())
t("good", lambda: b"x".decode("utf-8", "backslashreplace"))
"""
for options in [], ["-X", "dev"]:
    r = subprocess.run([sys.executable, *options, "-c", CODE], capture_output=True, text=True)
    print(options, r.returncode, r.stdout, sep="\n")


class Raw(io.RawIOBase):
    answer = 0

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def readinto(self, target):
        return self.answer

    def seek(self, position, whence=0):
        return self.answer

    def tell(self):
        return 0


for answer in -5, 10**6, "x", 2.5:
    for ask in (lambda b: b.read(10), lambda b: b.read1(5), lambda b: b.readline(), lambda b: b.seek(0)):
        raw = Raw()
        stream = io.BufferedReader(raw)
        raw.answer = answer
        try:
            print(answer, ask(stream))
        except (OSError, TypeError, ValueError) as e:
            print(answer, type(e).__name__, e, repr(e.__cause__))
