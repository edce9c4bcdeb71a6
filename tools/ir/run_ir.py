"""A reference interpreter of the IR over CPython's own objects: shows whether lowering means what CPython means,
without Adder's runtime. Run by the oracle: run_ir.py JSON FILE [unittest arguments]; JSON is IrJson's output for FILE,
whose module is executed and, with arguments, its tests are run. It is slow, and knows no traceback lines.

The handled exception is CPython's own: what stands between PUSH_EXC and POP_EXC is executed inside a real except.
"""
import _typing
import builtins
import importlib
import json
import operator
import sys
import types
import typing

VARARGS, VARKW, GENERATOR, COROUTINE, ASYNC_GENERATOR = 4, 8, 0x20, 0x80, 0x200
BINARY = ["add", "sub", "mul", "matmul", "truediv", "mod", "pow", "lshift", "rshift", "or_", "xor", "and_", "floordiv"]
NULL = type("Null", (), {"__repr__": lambda self: "<null>"})()
PUSHED, POPPED = object(), object()


class Reraise(BaseException):
    """Carries an exception that continues unwinding as it is."""


def constant(c):
    kind, rest = c[0], c[1:]
    match kind:
        case "none":
            return None
        case "ellipsis":
            return ...
        case "bool":
            return rest[0]
        case "int":
            return int(rest[0])
        case "float":
            return number(rest[0])
        case "complex":
            return complex(number(rest[0]), number(rest[1]))
        case "bytes":
            return bytes(rest)
        case "str":
            return "".join(map(chr, rest))
        case "tuple":
            return tuple(map(constant, rest))
        case "frozenset":
            return frozenset(map(constant, rest))
        case "slice":
            return slice(*map(constant, rest))
        case "code":
            return Code(rest[0])


def number(text):
    return {"Infinity": float("inf"), "-Infinity": float("-inf"), "NaN": float("nan")}.get(text) \
        if text.endswith("y") or text == "NaN" else float.fromhex(text)


class Code:
    def __init__(self, d):
        self.__dict__.update(d)
        self.consts = [constant(c) for c in d["consts"]]
        self.free_base = len(self.varnames) + len(self.cellvars)
        self.const_base = self.free_base + len(self.freevars)
        self.template = [NULL] * self.size
        self.template[self.const_base:self.const_base + len(self.consts)] = self.consts
        self.insns = {}
        pc = 0
        while pc < len(self.code):
            row = OPS[self.code[pc]]
            operands = self.code[pc + 1:pc + len(row)]
            end = pc + len(row)
            if row[-1] in ("REGS", "DREGS"):
                end += operands[-1]
                operands = operands[:-1] + [self.code[pc + len(row):end]]
            self.insns[pc] = (row[0], [v for k, v in zip(row[1:], operands) if k != "IC"], end)
            pc = end
        self.handlers = [self.exceptions[i:i + 4] for i in range(0, len(self.exceptions), 4)]


class Frame:
    def __init__(self, code, regs, globals, locals, function=None):
        self.code, self.regs, self.globals, self.locals, self.function = code, regs, globals, locals, function
        self.pc, self.excs, self.resume, self.delegating = 0, [], None, False


def bind(code, f, args, kwargs):
    """A reference form of argument binding."""
    regs = list(code.template)
    names = code.varnames
    n = code.argcount
    total = n + code.kwonly
    defaults, kwdefaults = f.__defaults__ or (), f.__kwdefaults__ or {}
    for i, v in enumerate(args[:n]):
        regs[i] = v
    at = total
    if code.flags & VARARGS:
        regs[at] = tuple(args[n:])
        at += 1
    elif len(args) > n:
        raise TypeError(f"{f.__qualname__}() takes {n} positional argument{'s' * (n != 1)} but {len(args)} "
                        f"{'was' if len(args) == 1 else 'were'} given")
    extra = {}
    keywordable = {name: i for i, name in enumerate(names[:total]) if i >= code.posonly}
    for k, v in kwargs.items():
        if k in keywordable:
            if regs[keywordable[k]] is not NULL:
                raise TypeError(f"{f.__qualname__}() got multiple values for argument '{k}'")
            regs[keywordable[k]] = v
        elif code.flags & VARKW:
            extra[k] = v
        else:
            raise TypeError(f"{f.__qualname__}() got an unexpected keyword argument '{k}'")
    if code.flags & VARKW:
        regs[at] = extra
    for i, v in enumerate(defaults):
        if regs[n - len(defaults) + i] is NULL:
            regs[n - len(defaults) + i] = v
    for i in range(n, total):
        if regs[i] is NULL and names[i] in kwdefaults:
            regs[i] = kwdefaults[names[i]]
    missing = [repr(names[i]) for i in range(total) if regs[i] is NULL]
    if missing:
        raise TypeError(f"{f.__qualname__}() missing {len(missing)} required positional argument"
                        f"{'s' * (len(missing) != 1)}: {', '.join(missing)}")
    return regs


def make_function(code, defaults, kwdefaults, annotate, cells, globals):
    def f(*args, **kwargs):
        regs = bind(code, f, args, kwargs)
        regs[code.free_base:code.const_base] = cells
        return start(Frame(code, regs, globals, None, f))

    f.__name__, f.__qualname__, f.__defaults__, f.__kwdefaults__ = code.name, code.qualname, defaults, kwdefaults
    f.__module__ = globals.get("__name__")
    if code.flags & 0x4000000:
        f.__doc__ = code.consts[0]
    if annotate is not None:
        f.__annotate__ = annotate
    f.ir = code
    f.cells = cells
    IR[f.__code__] = True
    FUNCTIONS[id(f)] = f
    return f


IR, FUNCTIONS = {}, {}


def start(frame):
    flags = frame.code.flags
    if flags & GENERATOR:
        it = generator(frame)
    elif flags & COROUTINE:
        it = coroutine(frame)
    elif flags & ASYNC_GENERATOR:
        it = async_generator(frame)
    else:
        return level(frame, 0)[1]
    it.__name__, it.__qualname__ = frame.code.name, frame.code.qualname
    return it


def generator(frame):
    while True:
        kind, value = level(frame, 0)
        if kind == "return":
            return value
        try:
            frame.resume = ("send", (yield value))
        except BaseException as e:
            frame.resume = ("throw", e)


driven = types.coroutine(generator)


async def coroutine(frame):
    return await driven(frame)


class Item:
    def __init__(self, value):
        self.value = value


@types.coroutine
def passed_on(value):
    return (yield value)


async def async_generator(frame):
    while True:
        kind, value = level(frame, 0)
        if kind == "return":
            return
        try:
            if isinstance(value, Item):
                frame.resume = ("send", (yield value.value))
            else:
                frame.resume = ("send", await passed_on(value))
        except BaseException as e:
            frame.resume = ("throw", e)


def level(frame, depth):
    while True:
        if len(frame.excs) > depth:
            exc = frame.excs[depth]
            if exc is None:
                r = level(frame, depth + 1)
            else:
                tb, context, cause = exc.__traceback__, exc.__context__, exc.__suppress_context__
                try:
                    raise exc
                except BaseException:
                    exc.__traceback__, exc.__context__, exc.__suppress_context__ = tb, context, cause
                    r = level(frame, depth + 1)
            if r is not POPPED:
                return r
            continue
        r = run(frame)
        if r is not PUSHED:
            return r


def run(frame):
    code, r = frame.code, frame.regs
    while True:
        pc = frame.pc
        name, a, next_pc = code.insns[pc]
        frame.pc = next_pc
        try:
            result = globals()["op_" + name](frame, r, *a)
        except BaseException as e:
            error = e
        else:
            if result is not None:
                if result is PUSHED or result is POPPED or isinstance(result, tuple):
                    if isinstance(result, tuple) and result[0] == "yield":
                        frame.pc = pc
                    return result
                frame.pc = result
            continue
        if isinstance(error, Reraise):
            error = error.args[0]
        for begin, end, handler, register in code.handlers:
            if begin <= pc < end:
                r[register] = error
                frame.pc = handler
                break
        else:
            frame.pc = pc
            raise error
        error = None


def namespace(frame):
    if frame.locals is not None:
        return frame.locals
    code, r = frame.code, frame.regs
    found = {}
    for i, n in enumerate(code.varnames + code.cellvars + code.freevars):
        v = r[i]
        if isinstance(v, types.CellType) and i >= len(code.varnames):
            try:
                found[n] = v.cell_contents
            except ValueError:
                pass
        elif v is not NULL:
            found[n] = v
    return found


def global_value(frame, name):
    try:
        return frame.globals[name]
    except KeyError:
        pass
    try:
        b = frame.globals.get("__builtins__", builtins)
        return (b if isinstance(b, dict) else vars(b))[name]
    except KeyError:
        raise NameError(f"name '{name}' is not defined", name=name) from None


def empty_cell(frame, cell, name):
    if frame.code.free_base <= cell < frame.code.const_base:
        return NameError(f"cannot access free variable '{name}' where it is not associated with a value in enclosing "
                         "scope", name=name)
    return UnboundLocalError(f"cannot access local variable '{name}' where it is not associated with a value",
                             name=name)


def call(frame, callee, args, kwargs):
    if callee is super and not args:
        cell = frame.code.freevars.index("__class__") + frame.code.free_base
        first = frame.regs[0]
        if first is NULL:
            first = frame.regs[len(frame.code.varnames) + frame.code.cellvars.index(frame.code.varnames[0])].cell_contents
        return super(frame.regs[cell].cell_contents, first)
    if callee is locals or callee is vars and not args:
        return namespace(frame)
    if callee is globals_builtin:
        return frame.globals
    if callee is dir and not args:
        return sorted(namespace(frame))
    if callee in (eval, exec) and len(args) == 1 and not kwargs:
        return callee(args[0], frame.globals, namespace(frame))
    return callee(*args, **kwargs)


globals_builtin = globals


def build_class(function, name, /, *bases, metaclass=None, **kw):
    resolved = types.resolve_bases(bases)
    if metaclass is not None:
        kw["metaclass"] = metaclass
    meta, ns, kw = types.prepare_class(name, resolved, kw)
    if resolved is not bases:
        ns["__orig_bases__"] = bases
    code = function.ir
    regs = list(code.template)
    regs[code.free_base:code.const_base] = function.cells
    cell = level(Frame(code, regs, sys.modules[function.__module__].__dict__, ns, function), 0)[1]
    cls = meta(name, resolved, ns, **kw)
    if isinstance(cell, types.CellType) and isinstance(cls, type) and cell.cell_contents is not cls:
        raise TypeError("__class__ not set")
    return cls


def op_NOP(f, r): pass
def op_MOVE(f, r, d, a): r[d] = r[a]
def op_CLEAR(f, r, d): r[d] = NULL
def op_NEW_CELL(f, r, d): r[d] = types.CellType()
def op_STORE_CELL(f, r, c, v): r[c].cell_contents = r[v]
def op_STORE_GLOBAL(f, r, n, v): f.globals[f.code.names[n]] = r[v]
def op_LOAD_GLOBAL(f, r, d, n): r[d] = global_value(f, f.code.names[n])
def op_STORE_NAME(f, r, n, v): f.locals[f.code.names[n]] = r[v]
def op_LOAD_LOCALS(f, r, d): r[d] = f.locals
def op_LOAD_ATTR(f, r, d, o, n): r[d] = getattr(r[o], f.code.names[n])
def op_STORE_ATTR(f, r, o, n, v): setattr(r[o], f.code.names[n], r[v])
def op_DELETE_ATTR(f, r, o, n): delattr(r[o], f.code.names[n])
def op_LOAD_ITEM(f, r, d, o, k): r[d] = r[o][r[k]]
def op_LOAD_SLICE(f, r, d, o, a, b): r[d] = r[o][r[a]:r[b]]
def op_BUILD_SLICE(f, r, d, a, b, c): r[d] = slice(r[a], r[b], r[c])
def op_NEG(f, r, d, v): r[d] = -r[v]
def op_POS(f, r, d, v): r[d] = +r[v]
def op_INVERT(f, r, d, v): r[d] = ~r[v]
def op_NOT(f, r, d, v): r[d] = not r[v]
def op_LT(f, r, d, a, b): r[d] = r[a] < r[b]
def op_LE(f, r, d, a, b): r[d] = r[a] <= r[b]
def op_EQ(f, r, d, a, b): r[d] = r[a] == r[b]
def op_NE(f, r, d, a, b): r[d] = r[a] != r[b]
def op_GT(f, r, d, a, b): r[d] = r[a] > r[b]
def op_GE(f, r, d, a, b): r[d] = r[a] >= r[b]
def op_IS(f, r, d, a, b): r[d] = r[a] is r[b]
def op_IS_NOT(f, r, d, a, b): r[d] = r[a] is not r[b]
def op_IN(f, r, d, a, b): r[d] = r[a] in r[b]
def op_NOT_IN(f, r, d, a, b): r[d] = r[a] not in r[b]
def op_JUMP(f, r, t): return t
def op_LOOP(f, r, t): return t
def op_JUMP_IF_TRUE(f, r, v, t): return t if r[v] else None
def op_JUMP_IF_FALSE(f, r, v, t): return None if r[v] else t
def op_JUMP_IF_NONE(f, r, v, t): return t if r[v] is None else None
def op_JUMP_IF_NOT_NONE(f, r, v, t): return t if r[v] is not None else None
def op_RETURN(f, r, v): return ("return", r[v])
def op_GET_ITER(f, r, d, v): r[d] = iter(r[v])
def op_BUILD_TUPLE(f, r, d, l): r[d] = tuple(r[i] for i in l)
def op_BUILD_LIST(f, r, d, l): r[d] = [r[i] for i in l]
def op_BUILD_SET(f, r, d, l): r[d] = {r[i] for i in l}
def op_BUILD_MAP(f, r, d, l): r[d] = {r[k]: r[v] for k, v in zip(l[::2], l[1::2])}
def op_BUILD_STRING(f, r, d, l): r[d] = "".join(r[i] for i in l)
def op_LIST_APPEND(f, r, l, v): r[l].append(r[v])
def op_LIST_TO_TUPLE(f, r, d, l): r[d] = tuple(r[l])
def op_SET_ADD(f, r, s, v): r[s].add(r[v])
def op_SET_UPDATE(f, r, s, v): r[s].update(r[v])
def op_MAP_ADD(f, r, m, k, v): r[m][r[k]] = r[v]
def op_FORMAT_SIMPLE(f, r, d, v): r[d] = format(r[v])
def op_FORMAT_SPEC(f, r, d, v, s): r[d] = format(r[v], r[s])
def op_CONVERT(f, r, d, v, c): r[d] = [None, str, repr, ascii][c](r[v])
def op_CALL(f, r, d, c, l): r[d] = call(f, r[c], [r[i] for i in l], {})
def op_GET_LEN(f, r, d, v): r[d] = len(r[v])
def op_ASYNC_WRAP(f, r, d, v): r[d] = Item(r[v])
def op_RERAISE(f, r, e): raise Reraise(r[e])


def op_STORE_ITEM(f, r, o, k, v):
    r[o][r[k]] = r[v]


def op_DELETE_ITEM(f, r, o, k):
    del r[o][r[k]]


def op_STORE_SLICE(f, r, o, a, b, v):
    r[o][r[a]:r[b]] = r[v]


def op_CHECK_LOCAL(f, r, x, n):
    if r[x] is NULL:
        name = f.code.names[n]
        raise UnboundLocalError(f"cannot access local variable '{name}' where it is not associated with a value",
                                name=name)


def op_MAKE_CELL(f, r, d, x):
    r[d] = types.CellType() if r[x] is NULL else types.CellType(r[x])
    r[x] = NULL


def op_LOAD_CELL(f, r, d, c, n):
    try:
        r[d] = r[c].cell_contents
    except ValueError:
        raise empty_cell(f, c, f.code.names[n]) from None


def op_DELETE_CELL(f, r, c, n):
    op_LOAD_CELL(f, list(r), 0, c, n)
    del r[c].cell_contents


def op_DELETE_GLOBAL(f, r, n):
    name = f.code.names[n]
    if name not in f.globals:
        raise NameError(f"name '{name}' is not defined", name=name)
    del f.globals[name]


def op_LOAD_NAME(f, r, d, n):
    name = f.code.names[n]
    try:
        r[d] = f.locals[name]
    except KeyError:
        pass
    else:
        return
    r[d] = global_value(f, name)


def op_DELETE_NAME(f, r, n):
    name = f.code.names[n]
    try:
        del f.locals[name]
    except KeyError:
        raise NameError(f"name '{name}' is not defined", name=name) from None


def op_LOAD_FROM_DICT_OR_GLOBALS(f, r, d, m, n):
    name = f.code.names[n]
    try:
        r[d] = r[m][name]
    except KeyError:
        pass
    else:
        return
    r[d] = global_value(f, name)


def op_LOAD_FROM_DICT_OR_CELL(f, r, d, m, c, n):
    try:
        r[d] = r[m][f.code.names[n]]
    except KeyError:
        pass
    else:
        return
    op_LOAD_CELL(f, r, d, c, n)


def op_LOAD_COMMON(f, r, d, which):
    name = COMMON[which]
    r[d] = build_class if name == "__build_class__" else getattr(builtins, name)


def op_LOAD_SUPER_ATTR(f, r, d, s, t, self, n, arguments):
    made = r[s](r[t], r[self]) if r[s] is super or arguments else r[s]()
    r[d] = getattr(made, f.code.names[n])


def op_LOAD_METHOD(f, r, m, s, o, n):
    r[m] = getattr(r[o], f.code.names[n])
    r[s] = NULL


def op_FOR_ITER(f, r, d, it, t):
    v = next(r[it], NULL)
    if v is NULL:
        return t
    r[d] = v


def op_UNPACK_SEQUENCE(f, r, v, l):
    it = iter(r[v])
    items = []
    for _ in l:
        x = next(it, NULL)
        if x is NULL:
            raise ValueError(f"not enough values to unpack (expected {len(l)}, got {len(items)})")
        items.append(x)
    if next(it, NULL) is not NULL:
        raise ValueError(f"too many values to unpack (expected {len(l)})")
    for i, x in zip(l, items):
        r[i] = x


def op_UNPACK_EX(f, r, v, before, l):
    items = list(r[v])
    after = len(l) - before - 1
    if len(items) < before + after:
        raise ValueError(f"not enough values to unpack (expected at least {before + after}, got {len(items)})")
    end = len(items) - after
    for i, x in zip(l, items[:before] + [items[before:end]] + items[end:]):
        r[i] = x


def op_LIST_EXTEND(f, r, l, v):
    try:
        it = iter(r[v])
    except TypeError:
        if hasattr(type(r[v]), "__iter__"):
            raise
        raise TypeError(f"Value after * must be an iterable, not {type(r[v]).__name__}") from None
    r[l].extend(it)


def op_DICT_UPDATE(f, r, m, v):
    if not hasattr(r[v], "keys"):
        raise TypeError(f"'{type(r[v]).__name__}' object is not a mapping")
    r[m].update(r[v])


def op_DICT_MERGE(f, r, m, v, c):
    name = getattr(r[c], "__qualname__", str(r[c]))
    if not hasattr(r[v], "keys"):
        raise TypeError(f"{name}() argument after ** must be a mapping, not {type(r[v]).__name__}")
    for k in r[v].keys():
        if not isinstance(k, str):
            raise TypeError("keywords must be strings")
        if k in r[m]:
            raise TypeError(f"{name}() got multiple values for keyword argument '{k}'")
        r[m][k] = r[v][k]


def op_BUILD_INTERPOLATION(f, r, d, v, e, c, s):
    from string.templatelib import Interpolation
    r[d] = Interpolation(r[v], r[e], [None, "s", "r", "a"][c], r[s])


def op_BUILD_TEMPLATE(f, r, d, s, i):
    from string.templatelib import Template
    parts = [r[s][0]]
    for x, text in zip(r[i], r[s][1:]):
        parts += [x, text]
    r[d] = Template(*parts)


def op_MAKE_FUNCTION(f, r, d, c, defaults, kwdefaults, annotate, cells):
    optional = lambda i: None if i < 0 else r[i]
    r[d] = make_function(r[c], optional(defaults), optional(kwdefaults), optional(annotate), [r[i] for i in cells],
                         f.globals)


def with_keywords(f, r, callee, k, l, first=()):
    names = f.code.keywords[k]
    values = list(first) + [r[i] for i in l]
    count = len(values) - len(names)
    return call(f, callee, values[:count], dict(zip(names, values[count:])))


def op_CALL_KW(f, r, d, c, k, l):
    r[d] = with_keywords(f, r, r[c], k, l)


def op_CALL_METHOD(f, r, d, o, n, l):
    r[d] = call(f, getattr(r[o], f.code.names[n]), [r[i] for i in l], {})


def op_CALL_METHOD_KW(f, r, d, o, n, k, l):
    r[d] = with_keywords(f, r, getattr(r[o], f.code.names[n]), k, l)


def op_CALL_LOADED(f, r, d, m, s, l):
    r[d] = call(f, r[m], ([] if r[s] is NULL else [r[s]]) + [r[i] for i in l], {})


def op_CALL_LOADED_KW(f, r, d, m, s, k, l):
    r[d] = with_keywords(f, r, r[m], k, l, () if r[s] is NULL else (r[s],))


def op_CALL_EX(f, r, d, c, a, k):
    args = r[a]
    if not isinstance(args, tuple):
        if not hasattr(type(args), "__iter__") and not hasattr(type(args), "__getitem__"):
            raise TypeError(f"{getattr(r[c], '__qualname__', r[c])}() argument after * must be an iterable, not "
                            f"{type(args).__name__}")
        args = tuple(args)
    r[d] = call(f, r[c], list(args), {} if k < 0 else r[k])


def op_INTRINSIC(f, r, d, which, l):
    args = [r[i] for i in l]
    r[d] = globals()["in_" + INTRINSICS[which]](f, *args)


def in_PRINT_EXPR(f, v): sys.displayhook(v)
def in_TYPEVAR(f, n): return typing.TypeVar(n, infer_variance=True)
def in_PARAMSPEC(f, n): return typing.ParamSpec(n, infer_variance=True)
def in_TYPEVARTUPLE(f, n): return typing.TypeVarTuple(n)
def in_TYPEVAR_WITH_BOUND(f, n, b): return typing.TypeVar(n, bound=b(1), infer_variance=True)
def in_TYPEVAR_WITH_CONSTRAINTS(f, n, b): return typing.TypeVar(n, *b(1), infer_variance=True)
def in_SUBSCRIPT_GENERIC(f, p): return typing.Generic[tuple(
    typing.Unpack[x] if isinstance(x, typing.TypeVarTuple) else x for x in p)]
def in_TYPEALIAS(f, n, p, v): return typing.TypeAliasType(n, v(1), type_params=p or ())


def in_IMPORT_STAR(f, m):
    names = getattr(m, "__all__", None)
    if names is None:
        names = [n for n in vars(m) if not n.startswith("_")]
    for n in names:
        f.locals[n] = getattr(m, n)


def in_SETUP_ANNOTATIONS(f):
    f.locals.setdefault("__annotations__", {})


def in_PREP_RERAISE_STAR(f, original, gathered):
    return prepare_star(original, [e for e in gathered if e is not None])


def prepare_star(original, excs):
    """CPython _PyExc_PrepReraiseStar."""
    if not excs:
        return None
    if not isinstance(original, BaseExceptionGroup):
        return excs[0]
    raised, reraised = [], []
    for e in excs:
        same = isinstance(e, BaseExceptionGroup) and e.__traceback__ is original.__traceback__ \
            and e.__cause__ is original.__cause__ and e.__context__ is original.__context__
        (reraised if same else raised).append(e)
    leaves = set()

    def collect(g):
        for x in g.exceptions:
            collect(x) if isinstance(x, BaseExceptionGroup) else leaves.add(id(x))
    for g in reraised:
        collect(g)
    projection = original.subgroup(lambda x: id(x) in leaves) if leaves else None
    if not raised:
        return projection
    if projection is not None:
        raised.append(projection)
    return BaseExceptionGroup("", raised) if len(raised) > 1 else raised[0]


def in_SET_TYPEPARAM_DEFAULT(f, p, v):
    kw = {"default": v(1)}
    if isinstance(p, typing.TypeVar):
        if p.__bound__ is not None:
            kw["bound"] = p.__bound__
        return typing.TypeVar(p.__name__, *p.__constraints__, infer_variance=True, **kw)
    return type(p)(p.__name__, **kw)


def in_SET_FUNCTION_TYPE_PARAMS(f, function, params):
    function.__type_params__ = params
    return function


def op_YIELD(f, r, d, v):
    if f.resume is None:
        return ("yield", r[v])
    kind, value = f.resume
    f.resume = None
    if kind == "throw":
        raise Reraise(value)
    r[d] = value


def op_YIELD_FROM(f, r, d, it):
    kind, value = f.resume or ("send", None)
    f.resume = None
    delegate = r[it]
    try:
        if kind == "send":
            out = next(delegate) if value is None else delegate.send(value)
        elif isinstance(value, GeneratorExit):
            if hasattr(delegate, "close"):
                delegate.close()
            raise Reraise(value)
        elif hasattr(delegate, "throw"):
            out = delegate.throw(value)
        else:
            raise Reraise(value)
    except StopIteration as e:
        if kind == "throw" and e is value:
            raise
        r[d] = e.value
        return None
    return ("yield", out)


def op_GET_YIELD_FROM_ITER(f, r, d, v):
    if isinstance(r[v], types.CoroutineType):
        raise TypeError("cannot 'yield from' a coroutine object in a non-coroutine generator")
    r[d] = iter(r[v])


def op_GET_AWAITABLE(f, r, d, v, where):
    v = r[v]
    if isinstance(v, types.CoroutineType):
        r[d] = v.__await__()
        return
    if isinstance(v, types.GeneratorType) and v.gi_code.co_flags & 0x100:
        r[d] = v
        return
    method = getattr(type(v), "__await__", None)
    if method is None:
        raise TypeError([f"'{type(v).__name__}' object can't be awaited",
                         f"'async with' received an object from __aenter__ that does not implement __await__: "
                         f"{type(v).__name__}",
                         f"'async with' received an object from __aexit__ that does not implement __await__: "
                         f"{type(v).__name__}"][where])
    it = method(v)
    if isinstance(it, types.CoroutineType):
        raise TypeError("__await__() returned a coroutine")
    if not hasattr(type(it), "__next__"):
        raise TypeError(f"__await__() returned non-iterator of type '{type(it).__name__}'")
    r[d] = it


def op_GET_AITER(f, r, d, v):
    v = r[v]
    method = getattr(type(v), "__aiter__", None)
    if method is None:
        raise TypeError(f"'async for' requires an object with __aiter__ method, got {type(v).__name__}")
    it = method(v)
    if not hasattr(type(it), "__anext__"):
        raise TypeError(f"'async for' received an object from __aiter__ that does not implement __anext__: "
                        f"{type(it).__name__}")
    r[d] = it


def op_GET_ANEXT(f, r, d, v):
    v = type(r[v]).__anext__(r[v])
    if isinstance(v, types.CoroutineType) or hasattr(type(v), "__await__"):
        r[d] = v.__await__()
    else:
        raise TypeError(f"'async for' received an invalid object from __anext__: {type(v).__name__}")


def op_END_ASYNC_FOR(f, r, e):
    if not isinstance(r[e], StopAsyncIteration):
        raise Reraise(r[e])


def op_RAISE(f, r, e, c):
    if e < 0:
        current = sys.exception()
        if current is None:
            raise RuntimeError("No active exception to reraise")
        raise Reraise(current)
    if c < 0:
        raise r[e]
    raise r[e] from r[c]


def op_PUSH_EXC(f, r, p, e):
    r[p] = sys.exception()
    f.excs.append(r[e])
    return PUSHED


def op_POP_EXC(f, r, p):
    f.excs.pop()
    return POPPED


def op_EXC_MATCH(f, r, d, e, t):
    for x in r[t] if isinstance(r[t], tuple) else (r[t],):
        if not (isinstance(x, type) and issubclass(x, BaseException)):
            raise TypeError("catching classes that do not inherit from BaseException is not allowed")
    ts = r[t] if isinstance(r[t], tuple) else (r[t],)
    r[d] = any(x in type(r[e]).__mro__ for x in ts)


def op_EXC_GROUP_MATCH(f, r, m, rest, e, t):
    exc = r[e]
    for x in r[t] if isinstance(r[t], tuple) else (r[t],):
        if not (isinstance(x, type) and issubclass(x, BaseException)):
            raise TypeError("catching classes that do not inherit from BaseException is not allowed")
        if issubclass(x, BaseExceptionGroup):
            raise TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.")
    if exc is None:
        r[m], r[rest] = None, None
    elif isinstance(exc, BaseExceptionGroup):
        a, b = exc.split(r[t])
        r[m], r[rest] = a, b
    elif isinstance(exc, r[t]):
        group = BaseExceptionGroup("", [exc])
        r[m], r[rest] = group, None
    else:
        r[m], r[rest] = None, exc


def op_WITH_EXCEPT(f, r, d, x, e):
    r[d] = r[x](type(r[e]), r[e], r[e].__traceback__)


SPECIAL = ["__enter__", "__exit__", "__aenter__", "__aexit__"]


def op_LOAD_SPECIAL(f, r, d, o, which):
    name = SPECIAL[which]
    t = type(r[o])
    for base in t.__mro__:
        if name in vars(base):
            v = vars(base)[name]
            get = getattr(type(v), "__get__", None)
            r[d] = v if get is None else get(v, r[o], t)
            return
    asynchronous = which > 1
    raise TypeError(f"'{t.__module__ + '.' if t.__module__ != 'builtins' else ''}{t.__qualname__}' object does not "
                    f"support the {'asynchronous ' * asynchronous}context manager protocol (missed {name} method)")


def op_MATCH_SEQUENCE(f, r, d, v):
    match r[v]:
        case [*_]:
            r[d] = True
        case _:
            r[d] = False


def op_MATCH_MAPPING(f, r, d, v):
    match r[v]:
        case {}:
            r[d] = True
        case _:
            r[d] = False


def op_MATCH_KEYS(f, r, d, v, k):
    subject, keys = r[v], r[k]
    seen, values, missing = set(), [], object()
    for key in keys:
        if key in seen:
            raise ValueError(f"mapping pattern checks duplicate key ({key!r})")
        seen.add(key)
        value = subject.get(key, missing)
        if value is missing:
            r[d] = None
            return
        values.append(value)
    r[d] = tuple(values)


SELF = (bool, bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple)


def op_MATCH_CLASS(f, r, d, v, t, count, names):
    subject, cls, names = r[v], r[t], r[names]
    if not isinstance(cls, type):
        raise TypeError("called match pattern must be a class")
    r[d] = None
    if not isinstance(subject, cls):
        return
    seen, values = set(), []
    if count:
        args = getattr(cls, "__match_args__", None)
        if args is None and cls in SELF or args is None and any(
                c in SELF for c in cls.__mro__):
            if count > 1:
                raise TypeError(f"{cls.__qualname__}() accepts 1 positional sub-pattern ({count} given)")
            values.append(subject)
        else:
            args = () if args is None else args
            if type(args) is not tuple:
                raise TypeError(f"{cls.__qualname__}.__match_args__ must be a tuple (got {type(args).__qualname__})")
            if len(args) < count:
                s = "" if len(args) == 1 else "s"
                raise TypeError(f"{cls.__qualname__}() accepts {len(args)} positional sub-pattern{s} ({count} given)")
            for name in args[:count]:
                if type(name) is not str:
                    raise TypeError(f"__match_args__ elements must be strings (got {type(name).__qualname__})")
                if name in seen:
                    raise TypeError(f"{cls.__qualname__}() got multiple sub-patterns for attribute {name!r}")
                seen.add(name)
                try:
                    values.append(getattr(subject, name))
                except AttributeError:
                    return
    for name in names:
        if name in seen:
            raise TypeError(f"{cls.__qualname__}() got multiple sub-patterns for attribute {name!r}")
        seen.add(name)
        try:
            values.append(getattr(subject, name))
        except AttributeError:
            return
    r[d] = tuple(values)


def op_IMPORT_NAME(f, r, d, n, l, fromlist):
    function = global_value(f, "__import__")
    r[d] = function(f.code.names[n], f.globals, f.locals, r[fromlist], r[l])


def op_IMPORT_FROM(f, r, d, m, n):
    name = f.code.names[n]
    try:
        r[d] = getattr(r[m], name)
    except AttributeError:
        full = f"{getattr(r[m], '__name__', '?')}.{name}"
        if full not in sys.modules:
            raise ImportError(f"cannot import name {name!r} from {r[m].__name__!r} "
                              f"({getattr(r[m], '__file__', 'unknown location')})", name=name) from None
        r[d] = sys.modules[full]


for i, n in enumerate(BINARY):
    def plain(f, r, d, a, b, g=getattr(operator, n)): r[d] = g(r[a], r[b])
    def inplace(f, r, d, a, b, g=getattr(operator, "i" + n.strip("_"))): r[d] = g(r[a], r[b])
    own = ["ADD", "SUB", "MUL", "MATMUL", "TRUE_DIV", "MOD", "POW", "LSHIFT", "RSHIFT", "OR", "XOR", "AND",
           "FLOOR_DIV"][i]
    globals()["op_" + own] = plain
    globals()["op_I" + own] = inplace

op_ACCUMULATE = op_IADD
op_ACCUMULATE_ADD = op_ADD


def op_FINISH(f, r, d, a):
    r[d] = r[a]


def main(argv):
    global OPS, COMMON, INTRINSICS
    with open(argv[1]) as file:
        data = json.load(file)
    OPS, COMMON, INTRINSICS = data["ops"], data["common"], data["intrinsics"]
    path = argv[2]
    name = "__main__" if len(argv) == 3 else "test." + path.split("/")[-1].removesuffix(".py")
    module = types.ModuleType(name)
    module.__file__ = path
    if len(argv) > 3:
        module.__package__ = "test"
        importlib.import_module("test")
    sys.modules[name] = module
    sys.setrecursionlimit(20000)
    code = Code(data["codes"][path])
    level(Frame(code, list(code.template), module.__dict__, module.__dict__), 0)
    if len(argv) > 3:
        import unittest
        unittest.main(module=module, argv=["run_ir"] if argv[3] == "all" else ["run_ir"] + argv[3:], verbosity=0)


if __name__ == "__main__":
    main(sys.argv)
