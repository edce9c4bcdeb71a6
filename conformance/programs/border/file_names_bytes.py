# modes: stress
# must-compile: show
"""File names that are not UTF-8: listed, opened, renamed and removed by str and by bytes."""
import os
import pathlib
import shutil

raw = [b"plain", b"caf\xe9", "café".encode(), b"\xff\xfe", b"sp ace\nline", "𝄞".encode(), b"\xed\xb2\x80"]
os.mkdir("d")
for i, name in enumerate(raw):
    with open(b"d/" + name, "wb") as file:
        file.write(b"%d" % i)
print(sorted(os.listdir(b"d")) == sorted(raw))


def show(name):
    with open(os.path.join("d", name)) as file:
        print(ascii(name), os.fsencode(name), file.read(), os.path.exists("d/" + name), os.stat("d/" + name).st_size)


for name in sorted(os.listdir("d"), key=os.fsencode):
    show(name)
print(sorted(map(ascii, (p.name for p in pathlib.Path("d").iterdir()))))
print(sorted((e.name, e.path, e.is_file()) for e in os.scandir(b"d"))[:2])
odd = os.fsdecode(b"caf\xe9")
os.rename("d/" + odd, "d/" + odd + ".new")
print(os.path.exists(b"d/caf\xe9.new"), os.path.basename(os.fsencode("d/" + odd)))
try:
    open("d/" + odd)
except FileNotFoundError as e:
    print(ascii(str(e)), ascii(e.filename))
try:
    open(b"d/none\xff")
except FileNotFoundError as e:
    print(e, e.filename)
try:
    print(odd)
except UnicodeEncodeError as e:
    print(type(e).__name__, e.reason, e.start, e.end)
for bad in ("\ud800", "a\udcffb\ud900", "nul\0", b"nul\0"):
    try:
        os.stat(bad)
    except (OSError, ValueError) as e:
        print(type(e).__name__, ascii(str(e)))
os.symlink(b"\xff\xfe", b"d/link\xc3")
print(os.readlink(b"d/link\xc3"), ascii(os.readlink("d/" + os.fsdecode(b"link\xc3"))))
shutil.copytree("d", "copy", symlinks=True)
print(sorted(os.listdir(b"copy")) == sorted(os.listdir(b"d")))
shutil.rmtree("d")
print(os.path.exists("d"), [sorted(f) == sorted(os.listdir(b"copy")) for _, _, f in os.walk(b"copy")])
os.mkdir(b"w\xff")
os.chdir(b"w\xff")
print(ascii(os.path.basename(os.getcwd())), os.path.basename(os.getcwdb()), ascii(os.path.basename(os.path.abspath("x/.."))))
