# modes: stress
# must-compile: hot
def attempt(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


calls = [
    (len,), (len, 1, 2), (ord, "a", "b"), (isinstance, 1), (sorted,), (sorted, [1], 2), (print, 1), (max,), (int, 1, 2, 3), (str, 1, 2, 3, 4), (list, 1, 2), (dict, 1, 2), (tuple, 1, 2), (set, 1, 2), (range,), (float, 1, 2), (bool, 1, 2), (type, 1, 2), (zip, 1), (map,), (enumerate,), (filter, 1), (iter,), (next,), (reversed,), (getattr, 1), (setattr, 1, 2), (divmod, 1), (pow, 1), (round,), (hash,), (id,), (repr,), (chr,), (callable,), (super, 1, 2, 3), (property, 1, 2, 3, 4, 5), (slice,), (sum,), (abs,), (bytes, 1, 2, 3, 4), (object, 1), (memoryview,), (complex, 1, 2, 3), (open,), (input, 1, 2), (eval,), (compile, 1), (vars, 1, 2), (dir, 1, 2), (format,), (issubclass, 1), (all,), (any, 1, 2), (bin,), (hasattr, 1), (frozenset, 1, 2), (bytearray, 1, 2, 3, 4), (delattr, 1), (staticmethod,), (classmethod,), (ascii,), (__import__,), (breakpoint.__class__,),
]
for f, *args in calls:
    if f is not print:
        print(f.__name__, args, attempt(f, *args))
for f, kw in ((len, {"obj": []}), (int, {"x": 1}), (str, {"object": 1}), (list, {"iterable": []}), (sorted, {"iterable": []}), (sum, {"iterable": []}), (print, {"nope": 1}), (enumerate, {"iterable": "a", "start": 1}), (zip, {"nope": 1}), (round, {"number": 1.5}), (range, {"stop": 1}), (bool, {"x": 1}), (float, {"x": 1}), (dict, {"x": 1}), (pow, {"base": 2, "exp": 3}), (max, {"default": 1}), (complex, {"real": 1}), (bytes, {"source": b"a"}), (tuple, {"sequence": ()}), (getattr, {"object": 1}), (isinstance, {"obj": 1}), (int, {"base": 10}), (slice, {"start": 1}), (map, {"function": 1}), (type, {"name": 1}), (object, {"x": 1}), (memoryview, {"object": b"a"}), (hash, {"obj": 1}), (property, {"fget": None}), (super, {"x": 1}), (reversed, {"sequence": []}), (set, {"iterable": []})):
    r = attempt(f, **kw)
    print(f.__name__, kw, r if not hasattr(r, "__next__") and not str(r).startswith("<") else type(r).__name__)
for m, args in (("append", ()), ("append", (1, 2)), ("pop", (1, 2)), ("insert", (1,)), ("sort", (1,)), ("index", ()), ("extend", ()), ("count", ()), ("remove", ()), ("reverse", (1,)), ("clear", (1,)), ("copy", (1,))):
    print("list", m, args, attempt(getattr([], m), *args))
for m, args in (("get", ()), ("get", (1, 2, 3)), ("pop", ()), ("setdefault", ()), ("update", (1, 2)), ("keys", (1,)), ("popitem", (1,)), ("fromkeys", ()), ("items", (1,)), ("clear", (1,)), ("copy", (1,))):
    print("dict", m, args, attempt(getattr({}, m), *args))
for m, args in (("join", ()), ("split", (1,)), ("replace", ("a",)), ("find", ()), ("format", ()), ("encode", (1,)), ("startswith", ()), ("center", ()), ("upper", (1,)), ("strip", (1,)), ("split", ("a", "b")), ("translate", ()), ("zfill", ("a",)), ("expandtabs", ("a",)), ("partition", (1,)), ("count", (1,))):
    print("str", m, args, attempt(getattr("a", m), *args))
print(attempt(list.append), attempt(list.append, 5, 1), attempt(str.upper, 5), attempt(dict.get), attempt(int.__add__), attempt(int.__add__, 1), attempt(int.__add__, "a", 1), attempt([].__len__, 1), attempt(object.__repr__), attempt(type.__call__), attempt((5).__add__), attempt((5).__add__, 1, 2), attempt(str.join, ",", 5), attempt(list.__init__, [], 1, 2), attempt(dict.fromkeys, 5))


def hot(n):
    t = 0
    for i in range(n):
        t += len([i]) + abs(-i) + max(i, 3) + min(i, 3) + ord(chr(i % 100 + 20)) + int(str(i)) + isinstance(i, int) + sum((i, 1)) + bool(i) + divmod(i, 7)[1] + hash(i) + round(i) + len(str(i)) + len(list((i,))) + len(tuple([i])) + pow(i, 2) + int(float(i))
    return t


for _ in range(20):
    hot(50)
print(hot(500))
