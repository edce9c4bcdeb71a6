def strings(x, y):
    assert x, "message"
    a = f"{x}{y!r:>{x}}=" + f"{x=}"
    return t"{x} and {y:3}", a, 1 + 2 * 3, (1, (2, "a" * 3)), -5 ** 2


import a.b.c as d
from . import e as f, g
from .h import *
global_name = f(*x, 1, a=2, **y, b=3)
