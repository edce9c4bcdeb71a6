# must-compile: attempt
import os


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


with open("a.txt", "w") as f:
    print(f.write("line 1\nline 2\r\nline é 3\n"), f.tell(), f.name, f.mode, f.encoding.lower(), f.closed, f.writable(), f.readable(), f.seekable())
    f.writelines(["x\n", "y"])
print(f.closed, attempt(f.write, "z"), attempt(lambda: f.__enter__()))
with open("a.txt") as f:
    print(f.read(5), f.readline(), f.readline(), f.read(), repr(f.read()), repr(f.readline()))
    f.seek(0)
    print(list(f), f.newlines)
    print(f.seek(0), f.readlines(10), attempt(f.write, "x"), f.seek(0, 2), attempt(f.seek, 1, 1), attempt(f.seek, -1))
for newline in (None, "", "\n", "\r\n", "\r"):
    with open("a.txt", newline=newline) as f:
        print(repr(newline), f.readlines())
with open("b.txt", "w", newline="\r\n") as f:
    f.write("a\nb\n")
with open("b.txt", "rb") as f:
    print(f.read(), f.tell(), f.seek(1), f.read(2), f.peek(3)[:3], f.readline(), type(f).__name__, f.mode, f.raw.mode, f.seek(-2, 2), f.read())
with open("b.bin", "wb") as f:
    print(f.write(b"abc"), f.write(bytearray(b"def")), attempt(f.write, "s"), f.tell())
with open("b.bin", "r+b") as f:
    f.seek(2)
    f.write(b"ZZ")
    f.seek(0)
    print(f.read(), f.truncate(3), f.seek(0), f.read())
    b = bytearray(5)
    f.seek(0)
    print(f.readinto(b), b)
with open("b.bin", "ab") as f:
    f.write(b"+end")
with open("b.bin", "a+") as f:
    print(f.tell(), f.seek(0), f.read())
print(attempt(open, "missing.txt"), attempt(open, "a.txt", "x"), attempt(open, "a.txt", "q"), attempt(open, "a.txt", "rw"), attempt(open, "a.txt", "rb", encoding="utf-8"), attempt(open, ".", "r"), attempt(open, "nodir/x", "w"), attempt(open, ""), attempt(open, 5.5), attempt(open, "a\0b"), attempt(open, "a.txt", "bt"), attempt(open, "a.txt", "rb", newline=""), attempt(open, "a.txt", buffering=0), attempt(open, "a.txt", encoding="nope"), attempt(open, "a.txt", "r", -1, "utf-8", "bad").__class__.__name__)
with open("bad.txt", "wb") as f:
    f.write(b"ok\xff\xfe end")
print(attempt(lambda: open("bad.txt", encoding="utf-8").read()), ascii(open("bad.txt", encoding="utf-8", errors="replace").read()), open("bad.txt", errors="ignore").read(), ascii(open("bad.txt", errors="surrogateescape").read()), open("bad.txt", encoding="latin-1").read())
for enc in ("utf-8", "utf-16", "utf-8-sig", "latin-1", "utf-32-le"):
    with open("enc.txt", "w", encoding=enc) as f:
        f.write("aé\n")
        f.write("b")
    print(enc, open("enc.txt", "rb").read(), open("enc.txt", encoding=enc).read())
print(attempt(lambda: open("enc.txt", "w", encoding="ascii").write("é")))
with open("big.txt", "w") as f:
    for i in range(20000):
        f.write(f"line number {i}\n")
n = total = 0
with open("big.txt") as f:
    for line in f:
        n += 1
        total += len(line)
    print(n, total, os.path.getsize("big.txt"))
with open("big.txt") as f:
    f.readline()
    here = f.tell()
    f.readline()
    f.seek(here)
    print(f.readline(), attempt(lambda: next(f) and f.tell()))
fd = os.open("big.txt", os.O_RDONLY)
with open(fd) as f:
    print(f.readline().strip(), f.name == fd)
print(attempt(os.read, fd, 1))
with open("nodecode", "w+") as f:
    f.write("abc")
    f.seek(0)
    print(f.read(), f.buffer.raw.closed)
f = open("nodecode")
print(f.detach().raw.name, attempt(f.read))
with open("lines.txt", "w", buffering=1) as f:
    f.write("one\n")
    print(open("lines.txt").read())
print(repr(open("lines.txt").buffer)[:40].split(" name")[0], str(open("lines.txt")).split(" enc")[0])
