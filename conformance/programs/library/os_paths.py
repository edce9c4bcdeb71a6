# must-compile: attempt
import os
import os.path as p
import stat


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


print(p.join("a", "b", "/c", "d"), p.split("/a/b"), p.splitext("x.tar.gz"), p.basename("/a/"), p.dirname("/a/b"), p.normpath("a/../b//./c"), p.isabs("/a"), p.commonpath(["/a/b", "/a/c"]), p.commonprefix(["abc", "abd"]), p.relpath("/a/b", "/a/c"), p.expanduser("x"), p.splitdrive("/a"), p.splitroot("//a"), p.join(b"a", b"b"), attempt(p.join, "a", b"b"), attempt(p.join, 5), attempt(p.commonpath, []))
os.mkdir("d")
os.makedirs("d/e/f")
open("d/one.txt", "w").write("1")
open("d/e/two.txt", "w").write("22")
print(sorted(os.listdir("d")), p.exists("d"), p.isfile("d/one.txt"), p.isdir("d"), p.getsize("d/e/two.txt"), p.islink("d"), p.samefile("d", "./d"), attempt(os.mkdir, "d"), attempt(os.rmdir, "d"), attempt(os.listdir, "nope"), attempt(os.remove, "nope"), attempt(os.mkdir, "x/y/z"), attempt(os.makedirs, "d"), os.makedirs("d", exist_ok=True))
print([(r, sorted(ds), sorted(fs)) for r, ds, fs in os.walk("d")], [(r, ds) for r, ds, _ in os.walk("d", topdown=False)])
with os.scandir("d") as it:
    print(sorted((e.name, e.path, e.is_file(), e.is_dir(), e.is_symlink(), e.stat().st_size if e.is_file() else None) for e in it))
os.symlink("one.txt", "d/link")
os.link("d/one.txt", "d/hard")
print(os.readlink("d/link"), p.realpath("d/link") == p.realpath("d/one.txt"), os.lstat("d/link").st_size, os.stat("d/one.txt").st_nlink, p.islink("d/link"))
os.rename("d/hard", "d/renamed")
os.replace("d/renamed", "d/one2.txt")
os.chmod("d/one2.txt", 0o640)
s = os.stat("d/one2.txt")
print(oct(s.st_mode & 0o777), stat.S_ISREG(s.st_mode), stat.filemode(s.st_mode), s.st_size, s[6], len(s), s.st_mtime == s.st_mtime_ns / 1e9 or abs(s.st_mtime - s.st_mtime_ns / 1e9) < 1e-6, type(s).__name__)
os.utime("d/one2.txt", (1000, 2000))
print(os.stat("d/one2.txt").st_mtime, os.access("d/one2.txt", os.R_OK), os.access("nope", os.F_OK))
fd = os.open("raw", os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
print(os.write(fd, b"hello"), os.lseek(fd, 1, os.SEEK_SET), os.read(fd, 10), os.fstat(fd).st_size, os.ftruncate(fd, 2), os.fsync(fd), os.pread(fd, 5, 0), os.isatty(fd), os.get_inheritable(fd))
d2 = os.dup(fd)
os.close(fd)
print(os.lseek(d2, 0, 2), attempt(os.close, fd), os.close(d2), attempt(os.read, 999, 1))
r, w = os.pipe()
os.write(w, b"p")
print(os.read(r, 5), os.close(w), os.read(r, 5), os.close(r))
os.environ["TEST_VAR"] = "value é"
print(os.environ["TEST_VAR"], os.getenv("NOPE"), os.getenv("NOPE", "d"), "TEST_VAR" in os.environ, os.environb[b"TEST_VAR"], attempt(lambda: os.environ["NOPE"]), p.expandvars("$TEST_VAR/${NOPE}"), attempt(os.environ.__setitem__, 1, "x"), os.environ.pop("TEST_VAR"), os.popen("echo ${TEST_VAR-unset}").read())
here = os.getcwd()
os.chdir("d")
print(p.basename(os.getcwd()), sorted(os.listdir()), p.exists("one.txt"), open("one.txt").read())
os.chdir(here)
print(os.fspath("a"), attempt(os.fspath, 5), os.fsencode("é"), os.fsdecode(b"\xff") == "\udcff", os.sep, os.linesep, os.name, os.curdir, os.devnull, os.strerror(2), os.cpu_count() > 0, os.getpid() > 0, len(os.urandom(5)), os.uname().sysname, os.get_exec_path()[0] != "", os.umask(0o22) >= 0, os.WEXITSTATUS(256), os.getlogin.__name__)
open(b"by\xe9tes", "w").close()
print([n for n in os.listdir(".") if "\udce9" in n] != [], [n for n in os.listdir(b".") if b"\xe9" in n], p.exists(os.fsdecode(b"by\xe9tes")))
os.unlink(b"by\xe9tes")
import shutil
shutil.copy("d/one.txt", "copy.txt")
shutil.copytree("d", "tree")
print(open("copy.txt").read(), sorted(os.listdir("tree")), shutil.move("copy.txt", "tree/e"), shutil.which("sh") is not None, shutil.rmtree("tree"), p.exists("tree"), attempt(shutil.rmtree, "nope"), attempt(shutil.copy, "nope", "x"))
os.removedirs("d/e/f")
print(p.exists("d/e/f"), attempt(os.stat, "nope"), attempt(os.rename, "nope", "x"), attempt(os.open, "nope", 0), attempt(os.kill, 999999999, 0), attempt(os.stat, "a\0b"))
