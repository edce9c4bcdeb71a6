"""Eight threads import the same and different modules, some of which import each other; each runs once."""

import importlib
import os
import shutil
import sys
import tempfile
import threading
import types
from importlib.machinery import ModuleSpec

from _stress import HANG, WORKERS, expect, run, together

FOLDER = tempfile.mkdtemp()
sys.path.insert(0, FOLDER)


def write(name, text):
    with open(os.path.join(FOLDER, name + ".py"), "w") as file:
        file.write(text)


def imports(n):
    names = [f"stress_{n}_{i}" for i in range(6)]
    for i, name in enumerate(names):
        below = f"import {names[i - 1]}\n" if i else ""
        write(name, f"import sys\nsys.stress_runs.append({name!r})\n{below}value = {i}\nclass Local:\n    tag = {i}\n")
    importlib.invalidate_caches()
    sys.stress_runs = []
    seen = [[] for _ in range(WORKERS)]

    def work(k):
        for name in names[k % 6:] + names[:k % 6]:
            module = importlib.import_module(name)
            seen[k].append((module.__name__, module.value, module.Local.tag))
    problems = together(work)
    expect(problems, "runs", sorted(sys.stress_runs), names)
    for k in range(WORKERS):
        expect(problems, f"seen by {k}", sorted(seen[k]), [(name, i, i) for i, name in enumerate(names)])
    for name in names:
        del sys.modules[name]
        os.unlink(os.path.join(FOLDER, name + ".py"))
    return problems


def packages(n):
    """A package and its submodules: who imports a submodule finds the package whole, while it moves in sys.modules too."""
    name = f"stress_package_{n}"
    os.mkdir(os.path.join(FOLDER, name))
    write(f"{name}/__init__", "import sys\nsys.stress_runs.append(__name__)\nvalue = 1\n")
    for k in range(3):
        write(f"{name}/sub{k}", f"import sys\nsys.stress_runs.append(__name__)\nfrom {name} import value\n")
    importlib.invalidate_caches()
    sys.stress_runs = []
    seen = [None] * WORKERS

    def work(k):
        if k % 4 == 3:
            seen[k] = importlib.import_module(name).value
        else:
            package = __import__(f"{name}.sub{k % 4}")
            seen[k] = getattr(package, f"sub{k % 4}").value
    problems = together(work)
    expect(problems, "runs", sorted(sys.stress_runs), [name] + [f"{name}.sub{k}" for k in range(3)])
    expect(problems, "seen", seen, [1] * WORKERS)
    for known in [m for m in sys.modules if m.startswith(name)]:
        del sys.modules[known]
    shutil.rmtree(os.path.join(FOLDER, name))
    return problems


def binds_late(n):
    """A submodule is made, but its package has not got it yet: another thread's import of it waits.

    CPython's does not."""
    problems = []
    for how in (importlib.import_module, __import__):
        name = f"stress_late_{n}_{how.__name__}"
        os.mkdir(os.path.join(FOLDER, name))
        write(f"{name}/__init__", f"""
import sys, types
class Slow(types.ModuleType):
    def __setattr__(self, attribute, value):
        if attribute == "sub":
            sys.stress_made.set()
            sys.stress_looked.wait(0.05)
        super().__setattr__(attribute, value)
sys.modules[__name__].__class__ = Slow
""")
        write(f"{name}/sub", "value = 1\n")
        importlib.invalidate_caches()
        made, looked = sys.stress_made, sys.stress_looked = threading.Event(), threading.Event()
        seen = [None, None]

        def work(k):
            if k == 1:
                made.wait(HANG)
            how(f"{name}.sub")
            seen[k] = hasattr(sys.modules[name], "sub")
            looked.set()
        problems += together(work, 2)
        expect(problems, f"bound after {how.__name__}", seen, [True, True])
        shutil.rmtree(os.path.join(FOLDER, name))
    return problems


def failing_import(n):
    """A module that fails fails for every thread, and is not left behind."""
    name = f"stress_bad_{n}"
    write(name, "x = 1\nraise ValueError('bad module')\n")
    importlib.invalidate_caches()
    caught = [None] * WORKERS

    def work(k):
        try:
            importlib.import_module(name)
        except ValueError as e:
            caught[k] = str(e)
    problems = together(work)
    expect(problems, "caught", caught, ["bad module"] * WORKERS)
    expect(problems, "left behind", name in sys.modules, False)
    os.unlink(os.path.join(FOLDER, name + ".py"))
    return problems


def library(n):
    """Modules of the library, imported by statement and by name, are made once; who gets one gets it whole."""
    names = ["colorsys", "stringprep", "tabnanny", "sched"]
    for name in names:
        sys.modules.pop(name, None)
    seen = [[] for _ in range(WORKERS)]

    def work(k):
        for name in names[k % 4:] + names[:k % 4]:
            module = importlib.import_module(name) if k % 2 else __import__(name)
            seen[k].append((name, id(module), sorted(vars(module))))
    problems = together(work)
    for k in range(1, WORKERS):
        expect(problems, f"seen by {k}", sorted(seen[k]), sorted(seen[0]))
    return problems


class Watched(types.ModuleType):
    """Its __spec__ is given to the second thread only once the first one's import has failed."""

    @property
    def __spec__(self):
        if threading.get_ident() == self.second[0]:
            self.looked.set()
            self.failed.wait(HANG)
        return self.spec

    @__spec__.setter
    def __spec__(self, spec):
        self.spec = spec


def fails_meanwhile(n):
    """The import fails after another thread has found the module in sys.modules: it fails for that thread too.

    CPython up to 3.14.3 gives that thread the module (gh-143650)."""
    problems = []
    for how in (importlib.import_module, __import__):
        name = f"stress_watched_{n}"
        made, looked, failed = threading.Event(), threading.Event(), threading.Event()
        second = [None]

        class Finder:
            def find_spec(self, wanted, path=None, target=None):
                return ModuleSpec(name, self) if wanted == name else None

            def create_module(self, spec):
                module = Watched(name)
                module.second, module.looked, module.failed = second, looked, failed
                return module

            def exec_module(self, module):
                made.set()
                looked.wait(HANG)
                raise ValueError("bad module")

        def work(k):
            if k == 1:
                made.wait(HANG)
                second[0] = threading.get_ident()
            try:
                caught[k] = how(name)
            except ValueError as e:
                caught[k] = str(e)
            failed.set()
        caught = [None, None]
        finder = Finder()
        sys.meta_path.insert(0, finder)
        problems += together(work, 2)
        sys.meta_path.remove(finder)
        expect(problems, f"caught by {how.__name__}", caught, ["bad module"] * 2)
        expect(problems, "left behind", name in sys.modules, False)
    return problems


run(binds_late, imports, packages, library, failing_import, fails_meanwhile)
