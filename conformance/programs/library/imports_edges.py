# must-compile: mine
# Imports that end in other ways than with a module, and programs that have a hand in them.
import _frozen_importlib as bootstrap
import importlib
import os
import sys
import tempfile
import threading
import traceback

FILES = {
    "mod_raises.py": "def f(): raise ValueError('x')\nf()\n",
    "pkg_a/__init__.py": "import pkg_a.b\n",
    "pkg_a/b.py": "1/0\n",
    "mod_replaces.py": "import sys; sys.modules[__name__] = 42\n",
    "ns_pkg/x.py": "V = 3\n",
    "mod_thread.py": "import threading, time\n"
                     "got = []\n"
                     "def run():\n"
                     "    import mod_thread\n"
                     "    got.append(getattr(mod_thread, 'DONE', None))\n"
                     "t = threading.Thread(target=run)\n"
                     "t.start()\n"
                     "time.sleep(0.1)\n"
                     "before = list(got)\n"
                     "DONE = 1\n",
    "mod_circular.py": "import mod_circular2\nV = 1\n",
    "mod_circular2.py": "import mod_circular\nhas = hasattr(mod_circular, 'V')\n",
}
folder = tempfile.TemporaryDirectory()
for name, text in FILES.items():
    path = os.path.join(folder.name, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)
sys.path.insert(0, folder.name)
sys.dont_write_bytecode = True


def outcome(statement):
    try:
        exec(statement, {})
    except BaseException as e:
        entries = [entry.name for entry in traceback.extract_tb(e.__traceback__)]
        print(statement, "->", type(e).__name__, e, getattr(e, "name", None), e.__context__ and type(e.__context__),
              e.__suppress_context__, entries)
    else:
        print(statement, "-> fine")


for statement in ("import nonexistent_x", "import json.nonexistent_y", "import math.foo", "from json import decoder, scanner",
                  "import mod_raises", "import mod_raises", "import pkg_a.b", "import mod_replaces; print(mod_replaces)",
                  "import ns_pkg.x; print(ns_pkg.x.V)", "import mod_circular; print(mod_circular.mod_circular2.has)",
                  "import importlib; importlib.import_module('json.nonexistent_z')", "from email import charset, header",
                  "import xml.dom.minidom as m; print(m.__name__)", "import late_module"):
    outcome(statement)
print(sorted(name for name in sys.modules if name.startswith(("mod_", "pkg_a", "ns_", "nonex"))))

sys.modules["halted"] = None
outcome("import halted")
with open(os.path.join(folder.name, "late_module.py"), "w") as file:
    file.write("V = 1\n")
os.utime(folder.name, (1, 1))
outcome("import late_module; print(late_module.V)")
del sys.modules["json.decoder"]
outcome("import json.decoder, sys; print(json.decoder is sys.modules['json.decoder'])")

# A library module hidden by one of the program's own.
with open(os.path.join(folder.name, "colorsys.py"), "w") as file:
    file.write("mine = True\n")
os.utime(folder.name, (2, 2))
outcome("import colorsys; print(colorsys.mine)")


class Finder:
    @classmethod
    def find_spec(cls, name, path, target=None):
        print("asked for", name, path, target)
        return None


sys.meta_path.insert(0, Finder)
outcome("import quopri")
outcome("import nonexistent_z")
sys.meta_path[0] = object()
outcome("import fractions")
del sys.meta_path[0]

calls = []
find_and_load = bootstrap._find_and_load


def mine(name, importer):
    calls.append(name)
    return find_and_load(name, importer)


bootstrap._find_and_load = mine
outcome("import cmd")
bootstrap._find_and_load = find_and_load
print(calls[:1])

for name in ("json", "json.decoder", "fractions", "math", "xml.dom.minidom"):
    module = sys.modules[name]
    spec = module.__spec__
    print(name, list(spec.__dict__)[:8], spec.name, spec.parent, spec.loader is module.__loader__, spec._initializing,
          spec._uninitialized_submodules, module.__package__, spec.cached == getattr(module, "__cached__", None),
          spec.submodule_search_locations == getattr(module, "__path__", None), list(module.__dict__)[:5])

# A thread that imports what is being imported waits until it is there.
outcome("import mod_thread; mod_thread.t.join(); print(mod_thread.before, mod_thread.got)")
threads = [threading.Thread(target=importlib.import_module, args=[name]) for name in ("wave", "cmd", "wave", "bdb")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print([name in sys.modules for name in ("wave", "bdb")])
folder.cleanup()
