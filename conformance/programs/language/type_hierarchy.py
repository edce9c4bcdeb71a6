# must-compile: attempt
import types

for t in (int, bool, float, str, bytes, list, tuple, dict, set, frozenset, type, object, range, slice, property, classmethod, staticmethod, complex, bytearray, memoryview, enumerate, zip, map, filter, reversed, super, BaseException, Exception, OSError, KeyError):
    print(t.__name__, t.__qualname__, t.__module__, [b.__name__ for b in t.__mro__], t.__flags__ & (1 << 10) != 0, t.__basicsize__ >= 0, type(t).__name__)
for name in ("FunctionType", "LambdaType", "GeneratorType", "CoroutineType", "AsyncGeneratorType", "CodeType", "MethodType", "BuiltinFunctionType", "ModuleType", "TracebackType", "FrameType", "CellType", "GetSetDescriptorType", "MemberDescriptorType", "MappingProxyType", "SimpleNamespace", "NoneType", "NotImplementedType", "EllipsisType", "UnionType", "GenericAlias", "MethodWrapperType", "WrapperDescriptorType", "MethodDescriptorType", "ClassMethodDescriptorType", "DynamicClassAttribute"):
    t = getattr(types, name)
    print(name, t.__name__, t.__module__, isinstance(t, type))


def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


n = types.SimpleNamespace(a=1, b="x")
n.c = [1]
print(n, n.a, n == types.SimpleNamespace(a=1, b="x", c=[1]), vars(n), attempt(lambda: n.zz), types.SimpleNamespace({"q": 1}), repr(types.SimpleNamespace()))
p = types.MappingProxyType({"a": 1})
print(p, p["a"], len(p), list(p), "a" in p, p.get("z"), p | {"b": 2}, attempt(lambda: exec("p['x'] = 1")), p == {"a": 1}, p.copy(), attempt(types.MappingProxyType, 5), type(int.__dict__).__name__)
m = types.ModuleType("mod", "the doc")
m.x = 5
print(m, m.__name__, m.__doc__, m.x, sorted(k for k in vars(m)), attempt(lambda: m.y), types.ModuleType("q").__doc__)
f = types.FunctionType((lambda x, y=1: x + y).__code__, {}, "named", (10,))
print(f(1), f.__name__, attempt(types.FunctionType, 5, {}), types.MethodType(lambda self, v: (self, v), "obj")(2), attempt(types.MethodType, 5, 1), types.MethodType(len, "abc")())
C = types.new_class("C", (list,), {}, lambda ns: ns.update(tag=1))
print(C([1]), C.tag, C.__bases__, types.resolve_bases((list,)), types.prepare_class("X", (int,))[0], types.get_original_bases(C))
c = types.CellType(5)
print(c.cell_contents, attempt(lambda: types.CellType().cell_contents), types.CellType(1) < types.CellType(2), types.CellType(1) == types.CellType(1))
print(list[int], types.GenericAlias(list, (int,)), types.GenericAlias(dict, (str, int)).__args__, int | str, (int | None).__args__, type(int | str).__name__, types.coroutine(lambda: 5).__name__)
for bad in ("type.__new__(type, 'A', (int, str), {})", "type('A', (types.FunctionType,), {})", "types.FunctionType()", "types.CodeType()", "types.GeneratorType()", "types.FrameType()", "type('A', (type(None),), {})", "type('A', (range,), {})", "type('A', (slice,), {})", "type('A', (memoryview,), {})", "object.__init_subclass__(1)", "type.mro(5)", "super().x", "type('A', (), {'__slots__': 5})", "type(5, 5)", "types.ModuleType()", "types.MappingProxyType()", "int.__new__()", "int.__new__(5)", "object.__new__()", "type.__call__()"):
    print(bad, attempt(eval, bad))
