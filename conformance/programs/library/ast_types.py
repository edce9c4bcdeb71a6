# must-compile: show
"""The classes of `_ast`: what their dictionaries hold, and what changes when a program changes them."""
import _ast
print([n for n in vars(_ast)][:60])
print(sorted(vars(_ast)))
def show(n, t):
    d = t.__dict__
    print(n, t, t.__mro__, t.__bases__, t.__module__, t.__qualname__, list(d), t.__match_args__ is t._fields)
    for k in d:
        v = d[k]
        if k not in ('__weakref__', '__dict__', '__new__', '__init__') and not callable(v):
            print('   ', k, v if 'object at' not in repr(v) else '')
    print(t.__doc__ == d.get('__doc__'), t.__annotations__, getattr(t, '_field_types', 0) is t.__annotations__)
    print([s.__name__ for s in t.__subclasses__()])


for n in sorted(vars(_ast)):
    if isinstance(getattr(_ast, n), type) and n != 'AST':
        show(n, getattr(_ast, n))

import ast
print(ast.FunctionDef.__doc__, ast.FunctionDef._field_types is ast.FunctionDef._field_types)
n = ast.Pass()
print(n.__doc__, n.__dict__, ast.Pass() , ast.Load() )
ast.expr.__doc__ = 'mine'
print(ast.expr.__doc__, ast.expr.__dict__['__doc__'], ast.Add().__doc__)
class X(ast.expr): pass
print(X.__doc__, X().__doc__, X.__dict__.get('__doc__'), X._fields, X._attributes, X.end_lineno)
class Y(ast.Call): 
    "doc"
print(Y.__doc__, Y._field_types is ast.Call._field_types, Y.__annotations__)
del ast.Call._field_types
print(hasattr(ast.Call, '_field_types'), ast.Call.__annotations__)
try:
    print(ast.Call())
except Exception as e: print(repr(e))
ast.Name.__annotations__ = {}
print(ast.Name.__annotations__, ast.Name._field_types)
import inspect, annotationlib
print(inspect.get_annotations(ast.Return), annotationlib.get_annotations(ast.Delete))
import typing
print(typing.get_type_hints(ast.While))
import copy, pickle
print(ast.dump(pickle.loads(pickle.dumps(ast.parse('x = [1, *y]; f(a, *b, c=3)')))))
print(ast.dump(copy.deepcopy(ast.parse('def f(x: int = 3, /, *, k=2) -> str:\n  return x'))))
