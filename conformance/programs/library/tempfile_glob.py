# must-compile: rel
import glob
import os
import tempfile
import linecache
import filecmp
import zipfile
import shelve

with tempfile.TemporaryDirectory() as d:
    print(os.path.isdir(d))
    for n in ("a.txt", "b.txt", "c.py", ".hidden", "sub/d.txt", "sub/deep/e.txt"):
        p = os.path.join(d, n)
        os.makedirs(os.path.dirname(p), exist_ok=True)
        with open(p, "w") as f:
            f.write(n + "\nline two\n")

    def rel(ps):
        return sorted(os.path.relpath(p, d) for p in ps)

    print(rel(glob.glob(d + "/*.txt")), rel(glob.glob(d + "/**/*.txt", recursive=True)), rel(glob.iglob(d + "/[ab]*")), rel(glob.glob(d + "/*")), glob.glob("*.txt", root_dir=d) and sorted(glob.glob("*.txt", root_dir=d)), glob.escape("[x]*"), glob.glob(d + "/nope*"))
    print(repr(linecache.getline(d + "/a.txt", 2)), linecache.getline("nope", 1) == "", filecmp.cmp(d + "/a.txt", d + "/a.txt"), filecmp.cmp(d + "/a.txt", d + "/b.txt", shallow=False))
    z = os.path.join(d, "z.zip")
    with zipfile.ZipFile(z, "w", zipfile.ZIP_DEFLATED) as f:
        f.writestr("x/y.txt", "zipped " * 20)
        f.write(d + "/a.txt", "a.txt")
    with zipfile.ZipFile(z) as f:
        print(f.namelist(), f.read("a.txt"), f.getinfo("x/y.txt").file_size, f.testzip(), zipfile.is_zipfile(z))
    import sys
    with zipfile.ZipFile(d + "/mods.zip", "w") as f:
        f.writestr("zipped_module.py", "value = 'from zip'\n")
    sys.path.insert(0, d + "/mods.zip")
    import zipped_module
    print(zipped_module.value, type(zipped_module.__loader__).__name__)
print(os.path.exists(d))
with tempfile.NamedTemporaryFile("w+", suffix=".x", prefix="pre") as f:
    f.write("data")
    f.seek(0)
    print(f.read(), os.path.basename(f.name).startswith("pre"), f.name.endswith(".x"), os.path.exists(f.name))
print(os.path.exists(f.name))
with tempfile.TemporaryFile() as f:
    f.write(b"bytes")
    f.seek(0)
    print(f.read())
with tempfile.SpooledTemporaryFile(max_size=10) as f:
    f.write(b"x" * 5)
    rolled = f._rolled
    f.write(b"x" * 20)
    print(rolled, f._rolled)
fd, p = tempfile.mkstemp()
os.write(fd, b"low")
os.close(fd)
print(open(p).read(), oct(os.stat(p).st_mode & 0o777))
os.unlink(p)
p = tempfile.mkdtemp(dir=".")
print(os.listdir(p), os.rmdir(p), tempfile.gettempdir() == os.path.abspath(tempfile.gettempdir()), tempfile.gettempprefix())
