# must-compile: show
# Docstrings of built-in modules, types, methods, and where a class does not inherit one.

import functools
import itertools
import math
import types


def show(*values):
    for value in values:
        print(repr(value.__doc__))


show(math, math.sin, len, print, itertools, functools.reduce)
show(object, type, int, list, dict, str, types.GeneratorType, itertools.chain, ValueError, OSError)
show(list.append, dict.fromkeys, str.join, int.from_bytes, (5).__add__, [].sort, object.__repr__)
show(property.fget, BaseException.__traceback__, types.FunctionType.__code__)
print(list.__dict__["__doc__"] == [].__doc__ == list.__doc__)


class Plain(list):
    pass


class Told(dict):
    """told"""


show(Plain, Plain(), Told, Told(), Told.get)
print(Plain.__dict__["__doc__"], type(type.__dict__["__doc__"]).__name__)
try:
    list.__doc__ = "no"
except TypeError as error:
    print(error)
