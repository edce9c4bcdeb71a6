# must-compile: attempt
"""Modules, packages and data imported from zip files; running a zip; damaged zips."""
import importlib
import io
import os
import runpy
import sys
import traceback
import zipfile
import zipimport

with zipfile.ZipFile("lib.zip", "w") as z:
    z.writestr("plain.py", "value = 'stored'\ndef fail():\n    raise ValueError('from zip')\n")
    z.writestr(zipfile.ZipInfo("pack/__init__.py"), "from .part import number\n")
    z.writestr("pack/part.py", "number = 7 " + "+ 0 " * 200, compress_type=zipfile.ZIP_DEFLATED)
    z.writestr("pack/data.txt", "zipped data")
    z.writestr("bad.py", "def f(:\n")
    z.writestr("__main__.py", "import sys\nprint('main of zip', __name__, len(sys.argv))\n")
sys.path.insert(0, "lib.zip")
import pack
import plain
print(plain.value, pack.number, plain.__file__, pack.__path__, type(plain.__loader__).__name__, plain.__spec__.origin)
try:
    plain.fail()
except ValueError:
    print(traceback.format_exc().splitlines()[-3:])
print(pack.__loader__.get_data("lib.zip/pack/data.txt"), pack.__loader__.is_package("pack"), pack.__loader__.get_source("plain").splitlines()[0])
for name in ("bad", "nothing", "pack.nothing"):
    try:
        importlib.import_module(name)
    except Exception as e:
        print(name, type(e).__name__, e)
sub = zipimport.zipimporter("lib.zip/pack")
print(sub.prefix, sub.archive, sub.find_spec("part").name, sub.find_spec("zz"), sub)
runpy.run_path("lib.zip", run_name="__main__")


def attempt(kind, label):
    try:
        kind("damaged.zip")
        print(label, "accepted")
    except Exception as e:
        print(label, type(e).__name__, e)


for label, content in (("empty", b""), ("text", b"not a zip at all" * 5), ("cut", open("lib.zip", "rb").read()[:-30])):
    with open("damaged.zip", "wb") as file:
        file.write(content)
    for kind in (zipimport.zipimporter, zipfile.ZipFile):
        attempt(kind, label)
for bad in ("none.zip", ""):
    try:
        zipimport.zipimporter(bad)
    except zipimport.ZipImportError as e:
        print(type(e).__name__, e)
with open("prefixed.zip", "wb") as file:
    file.write(b"#!/bin/sh\n" + open("lib.zip", "rb").read())
print(zipfile.is_zipfile("prefixed.zip"), zipimport.zipimporter("prefixed.zip").load_module("plain").value if False else zipimport.zipimporter("prefixed.zip").find_spec("plain").name)
buffer = io.BytesIO()
with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as z:
    for i in range(3):
        z.writestr(zipfile.ZipInfo(f"d/{i}.txt", (2026, 1, 2, 3, 4, 6)), f"content {i}" * 50, compress_type=zipfile.ZIP_DEFLATED)
    z.comment = b"a comment"
with zipfile.ZipFile(buffer) as z:
    print([(i.filename, i.date_time, i.file_size, i.CRC) for i in z.infolist()], z.comment, z.testzip(), z.read("d/1.txt")[:9])
    with z.open("d/2.txt") as f:
        print(f.read(10), f.readline()[:5], f.seekable())
    z.extractall("out")
print(sorted(os.listdir("out/d")), [p.name for p in zipfile.Path(buffer).joinpath("d").iterdir()])
