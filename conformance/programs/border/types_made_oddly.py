# must-compile: tried
# Every built-in type is made in odd ways, and every attribute of what comes of it is read: nothing is an internal fault.
import array
import ast
import collections
import contextvars
import csv
import functools
import hashlib
import itertools
import json
import os
import random
import re
import socket
import struct
import sys
import threading
import types
import warnings
import weakref
import zlib

warnings.simplefilter("ignore")
WAITS = {"acquire", "join", "get", "accept", "wait", "recv", "serve_forever", "run", "read", "start", "__del__"}
VALUES = [iter([]), iter(()), iter({}), iter(set()), iter("a"), iter(b""), iter(range(3)), {}.keys(), {}.items(),
          {}.values(), iter({}.items()), len, [].append, (x for x in ()), sys._getframe(), sys.flags, re.compile("a"),
          re.match("a", "a"), re.finditer("a", "a"), enumerate([]), map(len, []), iter(len, 0), reversed([]),
          int.__add__, list.append, int.real, struct.iter_unpack("b", b""), zlib.compressobj(), array.array("i"),
          iter(array.array("i")), os.scandir("."), collections.deque(), iter(collections.deque()),
          collections.OrderedDict().items(), itertools.count(), functools.partial(len), functools.lru_cache(len),
          functools.cmp_to_key(len), weakref.ref(type), threading.Lock(), threading.RLock(),
          contextvars.copy_context(), memoryview(b""), slice(1), super, property(), classmethod(len),
          staticmethod(len), int | str, list[int], Ellipsis, NotImplemented, None, csv.reader([]),
          json.JSONDecoder().scan_once, ast.parse("1"), hashlib.md5(), random.Random(), socket.socket]
seen = set()
for value in VALUES:
    seen.update(type(value).__mro__)
for module in list(sys.modules.values()):
    for value in list(vars(module).values()):
        for t in (value, type(value)):
            if type(t) is type:
                seen.update(t.__mro__)


def tried(f):
    try:
        return f()
    except SystemError as e:
        if "internal fault" in str(e):
            print(t, e)
    except BaseException:
        return None


made = 0
for t in seen:
    # CPython itself ends in a crash when it is asked for the attributes of a staticmethod of nothing.
    if t.__flags__ & 1 << 9 or issubclass(t, (types.ModuleType, staticmethod, classmethod)):
        continue
    for make in (lambda: t.__new__(t), lambda: object.__new__(t), lambda: t(), lambda: t.__new__(t, 1),
                 lambda: t.__new__(t, "a", b"b")):
        x = tried(make)
        if x is not None:
            made += 1
            tried(lambda: repr(x))
            tried(lambda: hash(x))
            tried(lambda: x == x)
            for a in dir(t):
                if a not in WAITS:
                    tried(lambda: getattr(x, a))
print(len(seen) > 150, made > 150)
