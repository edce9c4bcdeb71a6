"""Eight threads import the same and different modules, some of which import each other; each runs once."""

import importlib
import os
import sys
import tempfile

from _stress import WORKERS, expect, run, together

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


run(imports, failing_import)
