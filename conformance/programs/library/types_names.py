# must-compile: <module>
"""The names of `_types`, and that `types` has the same objects."""

import _types, types
for n in vars(_types):
    if n[0] != '_':
        t = getattr(_types, n)
        print(n, t, t.__name__, t.__module__, repr(t.__doc__)[:40], getattr(types, n) is t, type(t))
print(types.FunctionType is type(lambda: 0), types.GenericAlias is type(list[int]), types.UnionType is type(int|str))
print([n for n in vars(types) ], types.__all__)
try: types.CapsuleType()
except TypeError as e: print(e)
try:
    class C(types.CapsuleType): pass
except TypeError as e: print(e)
import sys
print('_types' in sys.builtin_module_names, _types, _types.__doc__, dir(types.CapsuleType))
