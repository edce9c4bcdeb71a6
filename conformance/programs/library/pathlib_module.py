# must-compile: attempt
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


a = PurePosixPath("/usr/lib/x.tar.gz")
print(a, repr(a), a.name, a.stem, a.suffix, a.suffixes, a.parent, list(a.parents), a.parts, a.anchor, a.root, a / "b", "c" / PurePosixPath("d"), a.with_name("q"), a.with_suffix(".zip"), a.with_stem("s"), a.relative_to("/usr"), attempt(a.relative_to, "/etc"), a.is_absolute(), a.is_relative_to("/usr"), a.match("*.gz"), a.full_match("/usr/**/*.gz"), a.as_uri(), a.joinpath("x", "y"), a == PurePosixPath("/usr/lib/x.tar.gz"), hash(a) == hash(PurePosixPath(str(a))), a < PurePosixPath("/z"), bytes(a))
print(PurePosixPath("a//b/./c/.."), PurePosixPath(""), PurePosixPath("a", "/b"), PureWindowsPath("c:/a\\b").parts, PurePosixPath("."), PurePosixPath("..", "x"), attempt(PurePosixPath("").with_name, "x"), attempt(a.with_name, "a/b"), attempt(PurePosixPath, 5), PurePosixPath(".hidden").suffix, PurePosixPath("a.").suffix, PurePosixPath("/a").relative_to("/a/b", walk_up=True))
d = Path("work")
d.mkdir()
(d / "sub" / "deep").mkdir(parents=True)
f = d / "file.txt"
print(f.write_text("héllo\nworld\n", encoding="utf-8"), f.read_text(encoding="utf-8"), f.read_bytes(), f.exists(), f.is_file(), d.is_dir(), f.stat().st_size, attempt(d.mkdir), d.mkdir(exist_ok=True), attempt(d.rmdir))
(d / "sub" / "a.py").touch()
(d / "sub" / "deep" / "b.py").write_bytes(b"x")
print(sorted(str(x) for x in d.iterdir()), sorted(map(str, d.glob("*.txt"))), sorted(map(str, d.rglob("*.py"))), sorted(map(str, d.glob("**/"))), [(str(r), sorted(ds), sorted(fs)) for r, ds, fs in d.walk()])
with f.open() as h:
    print(h.readline())
l = d / "link"
l.symlink_to("file.txt")
print(l.is_symlink(), l.readlink(), l.resolve().name, l.read_text().splitlines()[1], f.samefile(l))
n = f.rename(d / "renamed.txt")
print(n, f.exists(), n.exists(), n.replace(f), f.unlink(), attempt(f.unlink), f.unlink(missing_ok=True), attempt(f.read_text), attempt((d / "no" / "x").write_text, "a"), l.exists(), l.is_symlink())
f.write_text("x")
f.chmod(0o600)
print(oct(f.stat().st_mode)[-3:], f.absolute() == Path.cwd() / f, Path("~").expanduser() != Path("~"), Path.home().is_absolute(), f.owner() != "", f.copy(d / "copied").read_text(), f.as_posix(), f.with_suffix("").name, isinstance(f, PurePath), Path("a") == PurePosixPath("a"), sorted([Path("b"), Path("a")]))
