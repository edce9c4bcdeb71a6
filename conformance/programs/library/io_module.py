# must-compile: attempt, Raw.readable, Raw.writable, Raw.readinto
import io


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


s = io.StringIO("line1\nline2\r\nend")
print(s.read(3), s.tell(), s.readline(), s.readlines(), s.seek(0), list(s), s.getvalue(), s.write("!"), s.getvalue(), s.seek(2), s.write("XX"), s.getvalue(), s.truncate(4), s.getvalue(), s.readable(), s.seekable(), s.isatty(), s.closed, s.newlines)
print(attempt(s.write, b"x"), attempt(s.seek, -1), attempt(s.seek, 1, 1), s.close(), attempt(s.read), attempt(io.StringIO, 5), io.StringIO("a\r\nb", newline=None).read(), io.StringIO("a\r\nb", newline="").readlines(), io.StringIO(newline="\r\n").write("a\n"))
b = io.BytesIO(b"abcdef\nghi")
print(b.read(2), b.read1(1), b.readline(), b.tell(), b.seek(-2, 2), b.read(), b.write(b"++"), b.getvalue(), b.getbuffer()[0], b.seek(20), b.write(b"z"), b.getvalue(), b.truncate(3), b.getvalue(), b.readinto(bytearray(2)), attempt(b.write, "s"), b.seek(0), list(b), attempt(b.seek, -5))
t = io.TextIOWrapper(io.BytesIO("é\nb\r\nc".encode()), encoding="utf-8")
print(t.readline(), t.read(), t.encoding, t.errors, t.line_buffering, t.newlines, t.seek(0), t.readline(), t.tell(), t.buffer.getvalue())
w = io.TextIOWrapper(io.BytesIO(), encoding="latin-1", newline="\r\n", write_through=True)
w.write("é\n")
print(w.buffer.getvalue(), attempt(w.write, "日"), attempt(w.write, 5), w.detach().getvalue(), attempt(w.write, "x"))
r = io.BufferedReader(io.BytesIO(b"0123456789"), 4)
print(r.peek(2)[:2], r.read(3), r.read1(10), r.read(), r.read(), r.seek(0), r.readinto(x := bytearray(4)), x, r.raw.tell() > 0)


class Raw(io.RawIOBase):
    def __init__(self):
        self.data = [b"ab", b"c\nd", b"", b"never"]
        self.written = []

    def readable(self):
        return True

    def writable(self):
        return True

    def readinto(self, b):
        chunk = self.data.pop(0) if self.data else b""
        b[:len(chunk)] = chunk
        return len(chunk)

    def write(self, b):
        self.written.append(bytes(b))
        return min(len(b), 3)


raw = Raw()
print(io.BufferedReader(raw).readline(), raw.data, io.BufferedReader(Raw()).read(), io.TextIOWrapper(io.BufferedReader(Raw())).readlines(), Raw().readall(), Raw().read(2))
raw = Raw()
bw = io.BufferedWriter(raw, 4)
bw.write(b"abcdefgh")
bw.flush()
print(raw.written, bw.raw is raw, attempt(bw.read), io.BufferedRWPair(Raw(), Raw()).read(3))
br = io.BufferedRandom(io.BytesIO(b"hello"))
br.seek(1)
br.write(b"EE")
br.seek(0)
print(br.read(), attempt(io.BytesIO().read, "x"), attempt(io.open, "/nope"), io.DEFAULT_BUFFER_SIZE, issubclass(io.StringIO, io.TextIOBase), issubclass(io.FileIO, io.RawIOBase), isinstance(io.BytesIO(), io.IOBase), io.SEEK_END, attempt(io.IOBase().read if hasattr(io.IOBase(), "read") else io.IOBase().fileno), attempt(io.RawIOBase().read), attempt(io.TextIOBase().read), io.UnsupportedOperation.__mro__[1:3])
d = io.IncrementalNewlineDecoder(None, True)
print(repr(d.decode("a\r")), repr(d.decode("\nb\r", final=True)), d.newlines, io.text_encoding(None), io.text_encoding("x"))
with io.FileIO("f.bin", "w+") as f:
    print(f.write(b"data"), f.seek(0), f.read(2), f.readall(), f.mode, f.closefd, f.tell(), f.truncate(1), f.fileno() > 0, f.readable())


class Sub(io.StringIO):
    def write(self, s):
        return super().write(s.upper())


x = Sub()
print("through print", file=x)
print(x.getvalue(), io.StringIO("a\nb").__next__(), [l for l in io.BytesIO(b"x\ny")], x.writelines(["a", "b"]), x.getvalue(), attempt(x.fileno), attempt(x.detach))
