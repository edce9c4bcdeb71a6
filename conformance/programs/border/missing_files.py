# modes: stress
# must-compile: attempt
"""Files, folders and modules that are not there or not what they should be: exceptions, errno, texts."""
import errno
import importlib
import os
import pathlib
import runpy
import shutil
import sys
import zipfile

os.mkdir("folder")
open("file", "w").close()
os.symlink("nowhere", "broken")
os.symlink("loop2", "loop1")
os.symlink("loop1", "loop2")


def attempt(label, f, *a, **k):
    try:
        print(label, "->", f(*a, **k))
    except Exception as e:
        print(label, "->", type(e).__name__, str(e).replace(os.getcwd(), "HERE"), errno.errorcode.get(getattr(e, "errno", None)), str(getattr(e, "filename", None)).replace(os.getcwd(), "HERE"))


for name in ("missing", "folder", "broken", "loop1", "file/inside", "x" * 300, ""):
    attempt("open " + name[:12], open, name)
    attempt("stat " + name[:12], lambda: os.stat(name).st_nlink > 0)
    attempt("listdir " + name[:12], os.listdir, name or ".")
    attempt("unlink " + name[:12], os.unlink, name) if name in ("missing", "file/inside", "") else None
attempt("write folder", open, "folder", "w")
attempt("exclusive", open, "file", "x")
attempt("rmdir file", os.rmdir, "file")
attempt("mkdir", os.mkdir, "a/b")
attempt("mkdir twice", os.mkdir, "folder")
attempt("makedirs file", os.makedirs, "file/x")
attempt("rename", os.rename, "missing", "there")
attempt("replace", os.replace, "file", "folder")
attempt("link", os.link, "missing", "l")
attempt("symlink", os.symlink, "x", "file")
attempt("readlink", os.readlink, "file")
attempt("chdir", os.chdir, "file")
attempt("scandir", os.scandir, "missing")
attempt("truncate", os.truncate, "folder", 0)
attempt("rmtree", shutil.rmtree, "missing")
attempt("copy", shutil.copy, "missing", "x")
attempt("copy same", shutil.copyfile, "file", "file")
attempt("move", shutil.move, "missing", "x")
attempt("which", shutil.which, "no-such-program-zz")
attempt("walk", lambda: list(os.walk("missing")))
attempt("read_text", pathlib.Path("missing").read_text)
attempt("iterdir", lambda: list(pathlib.Path("file").iterdir()))
attempt("resolve", pathlib.Path("loop1").resolve, strict=True)
attempt("zip", zipfile.ZipFile, "file")
attempt("import", importlib.import_module, "no_such_module_zz")
attempt("import from", importlib.import_module, "os.nothing")
attempt("import relative", importlib.import_module, ".x")
attempt("run_path", runpy.run_path, "missing.py")
attempt("run_module", runpy.run_module, "no_such_module_zz")
attempt("closed", lambda: os.fstat(9999))
attempt("exists", lambda: [os.path.exists(n) for n in ("missing", "broken", "loop1", "folder", "\0")])
attempt("lexists", lambda: [os.path.lexists(n) for n in ("missing", "broken", "loop1")])
print(sys.getfilesystemencoding())
