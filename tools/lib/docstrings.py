"""Writes the docstrings of CPython's built-in modules, types and methods: docstrings.py FILE. A step of the build.

Run by the CPython that the build unpacked. The file: a magic number, the number of docstrings, and for each of them, in
the order of the keys' bytes, where its key begins (big-endian ints, from the file's beginning); then, in UTF-8, a key, a
zero byte, the docstring, a zero byte, and so on. A key is `module`, `module.function`, `module.Type` or
`module.Type.method`, types named by their own `__module__` and `__qualname__`. What a method shares with the same method
of a base is written at the base only; an empty text says that there is none although a base has one.
"""

import itertools
import os
import struct
import sys
import sysconfig
import types
import warnings

MAGIC = 0x41444f43


def module_names():
    yield from sys.builtin_module_names
    folder = sysconfig.get_path("platstdlib") + "/lib-dynload"
    for file in sorted(os.listdir(folder)):
        name = file.partition(".")[0]
        if file.endswith(".so") and not name.startswith(("_test", "_xx", "xx")):
            yield name


def load_all():
    for name in module_names():
        try:
            yield name, __import__(name, fromlist=["*"])
        except ImportError:
            # Its C library is not on this machine: its docstrings are left out.
            continue


def own_doc(value):
    doc = getattr(value, "__doc__", None)
    return doc if isinstance(doc, str) else ""


def is_native(cls):
    """Whether C made the class: a class statement leaves its line and a weak-reference or dict descriptor of its own."""
    return "__firstlineno__" not in cls.__dict__ and "__static_attributes__" not in cls.__dict__


def all_types():
    seen = {object}
    todo = [object]
    while todo:
        cls = todo.pop()
        if is_native(cls):
            yield cls
        for sub in type.__subclasses__(cls):
            if sub not in seen:
                seen.add(sub)
                todo.append(sub)


def add_type(docs, cls):
    key = "%s.%s" % (cls.__module__, cls.__qualname__)
    # Named tuples and structures keep theirs in the dictionary; a subclass does not inherit one.
    docs.setdefault(key, own_doc(cls) if "__doc__" in cls.__dict__ else "")
    for name, value in cls.__dict__.items():
        if name == "__doc__" or isinstance(value, (str, int, types.FunctionType, type)):
            continue
        doc = own_doc(value)
        inherited = ""
        for base in cls.__mro__[1:]:
            if name in base.__dict__:
                inherited = own_doc(base.__dict__[name])
                break
        if doc != inherited:
            docs.setdefault("%s.%s" % (key, name), doc)


def collect():
    docs = {}
    for name, module in load_all():
        if own_doc(module):
            docs[name] = module.__doc__
        for member, value in vars(module).items():
            if isinstance(value, types.BuiltinFunctionType) and own_doc(value):
                docs["%s.%s" % (name, member)] = value.__doc__
    for cls in all_types():
        add_type(docs, cls)
    return docs


def main():
    warnings.simplefilter("ignore")
    docs = collect()
    entries = [b"%s\0%s\0" % entry for entry in sorted((k.encode(), v.encode()) for k, v in docs.items())]
    places = itertools.accumulate(map(len, entries[:-1]), initial=8 + 4 * len(entries))
    with open(sys.argv[1], "wb") as file:
        file.write(struct.pack(">2I%dI" % len(entries), MAGIC, len(entries), *places))
        file.writelines(entries)
    print(len(docs), "docstrings")


if __name__ == "__main__":
    main()
