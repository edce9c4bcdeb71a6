# must-compile: write, Finder.find_spec, Finder.create_module
"""importlib in use: modules from files and strings, packages, namespace packages, reload, lazy loading, finders, resources."""
import importlib
import importlib.abc
import importlib.machinery
import importlib.resources
import importlib.util
import os
import pkgutil
import sys
import types

sys.dont_write_bytecode = True


def write(path, text):
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


write("one.py", "print('one runs', __name__, __package__)\nX = 1\n")
spec = importlib.util.spec_from_file_location("my.one", "one.py")
m = importlib.util.module_from_spec(spec)
print(m.__name__, hasattr(m, "X"), spec.loader.__class__.__name__, spec.parent, spec.has_location)
spec.loader.exec_module(m)
print(m.X, "my.one" in sys.modules, os.path.basename(m.__file__))
write("pkg/__init__.py", "from .a import value\nfrom . import b as bee\n__all__ = ['value', 'c']\n")
write("pkg/a.py", "value = 'a value'\nfrom . import b\n")
write("pkg/b.py", "import pkg\npartial = hasattr(pkg, 'value')\n")
write("pkg/c.py", "def __getattr__(name):\n  if name == 'lazy': return 'made'\n  raise AttributeError(f'no {name} here')\ndef __dir__(): return ['lazy']\n")
write("pkg/data/text.txt", "resource é\n")
write("pkg/sub/__main__.py", "print('main of', __package__)")
write("ns1/space/left.py", "side = 'left'")
write("ns2/space/right.py", "side = 'right'")
write("broken.py", "x = 1\nraise ValueError('while importing')\n")
write("cycle1.py", "from cycle2 import two\none = 1\n")
write("cycle2.py", "from cycle1 import one\ntwo = 2\n")
write("shadow.py", "x = 1")
sys.path[:0] = [os.getcwd(), os.path.abspath("ns1"), os.path.abspath("ns2")]
import pkg
from pkg import *
print(value, c.lazy, dir(c), pkg.bee.partial, sorted(n for n in vars(pkg) if not n.startswith("_")), [(i.name, i.ispkg) for i in pkgutil.iter_modules(pkg.__path__)])
import space.left
import space.right
print(space.left.side, space.right.side, type(space.__path__).__name__, [os.path.basename(os.path.dirname(p)) for p in space.__path__], space.__spec__.loader is not None, getattr(space, "__file__", None))
print(importlib.resources.files("pkg").joinpath("data/text.txt").read_text("utf-8"), end="")
for bad in ("broken", "cycle1", "pkg.none", "pkg.a.deeper", "none.x", "pkg..a"):
    try:
        importlib.import_module(bad)
    except Exception as e:
        print(bad, type(e).__name__, str(e).replace(os.getcwd(), "HERE"), bad in sys.modules)
for statement in ("from pkg import nothing", "from pkg.c import absent", "from . import x", "from pkg.a import value as v, nope", "import pkg.c.d"):
    try:
        exec(statement, {"__name__": "here"})
    except Exception as e:
        print(statement, type(e).__name__, str(e).replace(os.getcwd(), "HERE"))
import shadow
write("shadow.py", "y = 22222")
importlib.invalidate_caches()
old = shadow.__dict__
print(importlib.reload(shadow) is shadow, shadow.x, shadow.y, shadow.__dict__ is old)
del sys.modules["shadow"]
try:
    importlib.reload(shadow)
except ImportError as e:
    print(e)
spec = importlib.util.find_spec("one")
spec.loader = importlib.util.LazyLoader(spec.loader)
lazy = importlib.util.module_from_spec(spec)
spec.loader.exec_module(lazy)
print("not run yet")
print(lazy.X, type(lazy).__name__)


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    sources = {"virtual": "import virtual.inner as i\ny = i.z + 1", "virtual.inner": "z = 41\nname = __name__"}

    def find_spec(self, name, path, target=None):
        if name in self.sources:
            return importlib.machinery.ModuleSpec(name, self, is_package=name == "virtual", origin="memory")

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        exec(self.sources[module.__name__], module.__dict__)


sys.meta_path.insert(0, Finder())
import virtual
print(virtual.y, virtual.inner.name, virtual, virtual.__spec__.origin, virtual.__path__)
print(importlib.util.find_spec("no_such_zz"), importlib.util.find_spec("json").name, importlib.util.resolve_name(".x", "a.b"), importlib.util.resolve_name("..y", "a.b"))
m = types.ModuleType("made", "doc")
exec("def f(): return g()\ndef g(): return __name__", m.__dict__)
print(m.f(), m, m.__doc__, importlib.import_module("os.path") is os.path, __import__("os.path").__name__, __import__("pkg", fromlist=["a"]).a.value)
sys.modules["blocked"] = None
try:
    import blocked
except ImportError as e:
    print(type(e).__name__, e, e.name)
import runpy
print(sorted(k for k in runpy.run_path("one.py", run_name="as_main") if not k.startswith("_")))
runpy.run_module("pkg.sub", run_name="__main__")
