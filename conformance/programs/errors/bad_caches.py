# modes: stress
# must-compile: write, again
"""Caches of modules that are of another version, stale, cut to nothing or no caches at all: compiled anew."""
import importlib
import importlib.util
import os
import sys
import tempfile

sys.dont_write_bytecode = False
folder = tempfile.mkdtemp()
sys.path.insert(0, folder)
source = os.path.join(folder, "cached_one.py")
cache = importlib.util.cache_from_source(source)


def write(text, when):
    with open(source, "w") as f:
        f.write(text)
    os.utime(source, (when, when))


def again():
    sys.modules.pop("cached_one", None)
    importlib.invalidate_caches()
    module = importlib.import_module("cached_one")
    return module.answer(20), os.path.basename(module.__cached__) == os.path.basename(cache)


write("def answer(n):\n    return [n, n + 1]\n", 1_000_000_000)
print("first", again(), os.path.exists(cache))
good = open(cache, "rb").read()
print("from the cache", again(), open(cache, "rb").read() == good)

for name, content in [
    ("empty", b""),
    ("short", good[:7]),
    ("head only", good[:4]),
    ("no cache", b"this is no cache of a module at all, and never was"),
    ("other version", bytes([good[0] ^ 1]) + good[1:]),
    ("other flags", good[:4] + b"\xff\0\0\0" + good[8:]),
    ("other time", good[:8] + b"\1\2\3\4" + good[12:]),
]:
    with open(cache, "wb") as f:
        f.write(content)
    print(name, again(), open(cache, "rb").read() == good)

write("def answer(n):\n    return 'a new source'\n", 1_000_000_100)
print("stale", again(), open(cache, "rb").read() == good)

os.remove(cache)
os.mkdir(cache)
print("a folder in its place", again())
os.rmdir(cache)

spec = importlib.util.spec_from_file_location("cached_one", source)
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
print("by its place", module.answer(1), os.path.exists(cache))
sys.dont_write_bytecode = True
os.remove(cache)
print("not written", again(), os.path.exists(cache))
