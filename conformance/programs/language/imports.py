# must-compile: write, Finder.find_spec, Loader.create_module, Loader.exec_module
import os
import sys
import tempfile

folder = tempfile.mkdtemp()
sys.path.insert(0, folder)


def write(path, text):
    path = os.path.join(folder, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as f:
        f.write(text)


write("alpha.py", "print('alpha runs as', __name__)\nx = 1\n_private = 2\ndef f():\n    return x\n")
write("beta.py", "__all__ = ['shown']\nshown = 1\nhidden = 2\n")
write("pkg/__init__.py", "print('pkg init', __name__, __package__)\nfrom . import sub\nvalue = sub.v\n")
write("pkg/sub.py", "print('sub', __name__, __package__)\nv = 7\n")
write("pkg/deep/__init__.py", "")
write("pkg/deep/leaf.py", "from ..sub import v as up\nfrom ... import nothing\n")
write("pkg/deep/fine.py", "from .. import sub as s\nfrom ..sub import v\nimport pkg.sub as t\nsame = s is t\n")
write("broken.py", "x = 1\nraise RuntimeError('while importing')\n")
write("syntax.py", "def f(:\n")
write("circ_a.py", "import circ_b\nx = 1\nfrom circ_b import y\n")
write("circ_b.py", "import circ_a\ny = 2\nseen = hasattr(circ_a, 'x')\n")
write("circ_c.py", "from circ_d import q\nw = 1\n")
write("circ_d.py", "from circ_c import w\n")
write("dynamic.py", "def __getattr__(name):\n    if name == 'magic':\n        return 42\n    raise AttributeError(name)\ndef __dir__():\n    return ['magic']\n")
write("ns/inner.py", "z = 3\n")


def attempt(code):
    ns = {}
    try:
        exec(code, ns)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}".replace(folder, "DIR"))
    return {k: v for k, v in ns.items() if not k.startswith("__") and not hasattr(v, "__spec__")}


print(attempt("import alpha; print(alpha.f(), alpha.__name__, alpha.__file__.endswith('alpha.py'))"))
print(attempt("import alpha as a2; from alpha import x as y, f; print(a2.x, y)").keys())
print(sorted(attempt("from alpha import *")), sorted(attempt("from beta import *")))
print(attempt("import pkg.deep.fine; print(pkg.deep.fine.same, pkg.value)"))
print(attempt("import pkg.deep.leaf"))
print(attempt("import missing"), attempt("import pkg.missing"), attempt("from pkg import missing"), attempt("import alpha.x"))
print(attempt("import broken"), "broken" in sys.modules)
print(attempt("import syntax"))
print(attempt("import circ_a; print(circ_a.y, circ_a.circ_b.seen)"))
print(attempt("import circ_c"))
print(attempt("from dynamic import magic"), attempt("from dynamic import other"), attempt("import dynamic; print(dir(dynamic))"))
print(attempt("import ns.inner; print(ns.inner.z, ns.__path__ is not None, ns.__spec__.loader is not None)"))
print(attempt("from . import x"), attempt("from .alpha import x"))
import importlib.util
import alpha
alpha.x = 100
importlib.reload(alpha)
print(alpha.x, importlib.import_module("pkg.sub").v, importlib.import_module(".sub", "pkg").v, __import__("pkg.deep").__name__)
print(importlib.util.find_spec("alpha").name, importlib.util.find_spec("nope"), importlib.util.find_spec("pkg").submodule_search_locations is not None)
write("alpha.py", "x = 'changed, and longer than before'\n")
importlib.invalidate_caches()
importlib.reload(alpha)
print(alpha.x, alpha.f())
sys.modules["blocked"] = None
print(attempt("import blocked"))
sys.modules["faked"] = type(sys)("faked")
sys.modules["faked"].q = 5
print(attempt("from faked import q"))


class Finder:
    @staticmethod
    def find_spec(name, path, target=None):
        if name.startswith("virtual"):
            return importlib.util.spec_from_loader(name, Loader())


class Loader:
    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.made = module.__name__ + " made"


sys.meta_path.append(Finder)
print(attempt("import virtual_one; print(virtual_one.made)"))
print(sys.modules["pkg.sub"].__spec__.name, sys.modules["pkg"].__path__ == [os.path.join(folder, "pkg")])
import shutil
shutil.rmtree(folder)
