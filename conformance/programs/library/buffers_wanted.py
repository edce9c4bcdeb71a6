# must-compile: attempt
"""What functions that fill a buffer say of one that cannot be written to; and what cannot be pickled."""

import io
import mmap
import pickle
import re
import socket
import struct
import sys
import tempfile
import threading
import types


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


file = tempfile.TemporaryFile()
file.write(b"abc" * 10)
file.seek(0)
ONES = file, file.raw, io.BytesIO(b"abc"), io.BufferedReader(file.raw), io.BufferedReader(io.BytesIO(b"abc"))
WRONG = b"abc", "a", memoryview(b"abc"), 5
for one in ONES:
    for wrong in WRONG:
        print(type(one).__name__, attempt(one.readinto, wrong))
        if hasattr(one, "readinto1"):
            print(attempt(one.readinto1, wrong))
a, b = socket.socketpair()
b.send(b"hello")
for wrong in WRONG:
    print(attempt(a.recv_into, wrong), attempt(struct.pack_into, "b", wrong, 0, 1))
room = bytearray(3)
print(attempt(a.recv_into, room, -1), attempt(a.recv_into, room, 4), attempt(a.recv_into, room, 2), room)
a.close()
b.close()


class Map(mmap.mmap):
    pass


class Module(types.ModuleType):
    pass


for one in (threading.Lock(), mmap.mmap(-1, 3), Map(-1, 3), (x for x in ()), sys._getframe(), re.match("a", "a"), sys,
            Module("m"), types.MappingProxyType({}), property(), socket.socket(), types.SimpleNamespace(a=1)):
    print(type(one).__name__, type(attempt(pickle.dumps, one)) is bytes or attempt(pickle.dumps, one))
