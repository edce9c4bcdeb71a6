# must-compile: last, C.method, C.uses, local
import sys
import traceback


def last(f):
    try:
        f()
    except BaseException as e:
        print("".join(traceback.format_exception_only(e)).strip().partition(" (/")[0])


class C:
    colour = 1
    _private = 2

    def __init__(self):
        self.attribute = 1

    def method(self):
        return attribute

    def uses(self):
        return colour


long_variable_name = 1


def local():
    some_local = 1
    return some_locl


last(lambda: C().color)
last(lambda: C().atribute)
last(lambda: C().metod())
last(lambda: C().zzz)
last(lambda: long_variable_nam)
last(lambda: pritn)
last(lambda: tuple_)
last(local)
last(lambda: C().method())
last(lambda: C().uses())
last(lambda: [].apend)
last(lambda: "s".uper())
last(lambda: sys.pth)
last(lambda: exec("from sys import modlues"))
last(lambda: exec("import collections.abd"))
last(lambda: time.time())
last(lambda: exec("import nonexistent_module_xyz"))
last(lambda: (5).bit_lenth())
last(lambda: {}.key())
last(lambda: C.clour)
last(lambda: sorted([1], kye=1))
last(lambda: int("5", bas=3))
last(lambda: "x".split(spe=1))


def kwargs(first, *, second=2):
    pass


last(lambda: kwargs(1, secnd=3))
last(lambda: kwargs(frist=1))
last(lambda: print("x", ned=""))
last(lambda: None.attr)
last(lambda: C()._privat)
last(lambda: self)
for keyword in ("fro x in y: pass", "whlie True: pass", "improt os", "form os import path", "retrun 1", "dfe f(): pass", "clas C: pass", "x = Ture", "pritn('x')", "if x:\n    pass\nesle:\n    pass", "impotr x as y", "asycn def f(): pass", "yeild 1"):
    last(lambda: compile(keyword, "f.py", "exec"))
