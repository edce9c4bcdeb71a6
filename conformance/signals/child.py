"""Runs cases of cases.py one after the other, telling the parent when each begins and how it ends."""

import os
import sys

import cases

NAMES = sys.argv[1:]
for name, preparation, body in cases.ALL:
    if name not in NAMES:
        continue
    try:
        source = preparation + "\ndef case():\n" + "".join(f"    {line}\n" for line in body.split("\n"))
        names = {"__name__": "case"}
        exec(compile(source, name, "exec"), names)
    except BaseException as e:
        os.write(1, f"cannot {name}: {type(e).__name__}: {e}\n".encode())
        continue
    try:
        os.write(1, b"ready\n")
        names["case"]()
        os.write(1, b"ended by itself\n")
    except KeyboardInterrupt:
        os.write(1, b"interrupted\n")
    except BaseException as e:
        os.write(1, f"{type(e).__name__}: {e}\n".encode())
    # What the case made goes before the next one.
    names.clear()
os.write(1, b"done\n")
