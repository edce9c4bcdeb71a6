# must-compile: attempt
"""Text streams that read and write: what was read ahead stays; streams detached, closed or begun wrongly; errors of closing."""

import io
import socket


def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e, "|", repr(e.__context__))


a, b = socket.socketpair()
with a, b, a.makefile("rw", newline="\n") as here, b.makefile("rw", newline="\n") as there:
    there.write("one\ntwo\nthree\n")
    there.flush()
    print(here.readline(), end="")
    here.write("answer\n")
    here.flush()
    print(here.readline(), there.readline(), here.readline())

pair = io.BufferedRWPair(io.BytesIO(b"foo\nbar\n"), io.BytesIO())
text = io.TextIOWrapper(pair, encoding="ascii")
line = text.readline()
text.write(line)
print(repr(line + text.readline()))

# One position for both: what was read ahead is behind it.
text = io.TextIOWrapper(io.BytesIO(b"first\nsecond\n"), encoding="ascii")
print(text.readline())
text.write("x")
print(repr(text.read()), text.buffer.getvalue())


class Reentrant(io.RawIOBase):
    wrapper = None

    @property
    def closed(self):
        if Reentrant.wrapper is not None:
            wrapper, Reentrant.wrapper = Reentrant.wrapper, None
            wrapper.detach()
        return False


raw = Reentrant()
wrapper = io.TextIOWrapper(raw, encoding="ascii")
Reentrant.wrapper = wrapper
attempt(wrapper.close)
attempt(wrapper.read)


class Named(io.TextIOWrapper):
    pass


text = io.TextIOWrapper(io.BufferedReader(io.BytesIO(b"hello")), encoding="utf-8")
print(text)
text.buffer.detach()
print(text, Named(io.StringIO(), encoding="ascii").__repr__().replace("__main__.", ""))


class Unwilling(io.BytesIO):
    def readable(self):
        return False

    def writable(self):
        return False


attempt(io.TextIOWrapper(Unwilling(), encoding="ascii").read)
attempt(io.TextIOWrapper(Unwilling(), encoding="ascii").write, "a")
text = io.TextIOWrapper(io.BytesIO(b"abc"), encoding="ascii")
for wrong in dict(newline="xyzzy"), dict(encoding="\udcfe"), dict(encoding="ascii", errors="\udcfe"), dict(encoding="a\0"):
    attempt(text.__init__, io.BytesIO(b"abc"), **wrong)
    attempt(text.read)


class Failing(io.RawIOBase):
    def readable(self):
        return True

    def writable(self):
        return True

    def write(self, b):
        raise OSError("write")

    def flush(self):
        raise OSError("flush")

    def close(self):
        raise OSError("close")


writer = io.BufferedWriter(Failing())
writer.write(b"a")
attempt(writer.close)
attempt(io.BufferedReader(Failing()).close)
attempt(io.BufferedRWPair(Failing(), Failing()).close)
text = io.TextIOWrapper(io.BufferedWriter(Failing()), encoding="ascii")
text.write("a")
attempt(text.close)
