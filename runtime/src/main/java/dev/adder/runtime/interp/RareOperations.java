package dev.adder.runtime.interp;

import dev.adder.language.ir.Code;
import dev.adder.language.ir.Common;
import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.Attributes;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.exceptions.PyBaseException;
import dev.adder.runtime.objects.Hashing;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PySet;
import dev.adder.runtime.objects.PySlice;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import static dev.adder.language.ir.Opcodes.*;

/** The instructions that are not worth a place in {@link InterpreterLoop}. */
final class RareOperations {
    private static final String[] SPECIAL_NAMES = {"__enter__", "__exit__", "__aenter__", "__aexit__"};

    private RareOperations() {
    }

    /** Carries out the instruction at {@code pc}; gives the pc to go on at. */
    static int execute(final ThreadState ts, final Frame f, final int pc) {
        final Code ir = f.ir();
        final int[] code = ir.code;
        final Object[] r = f.regs;
        switch (code[pc]) {
            case NEW_CELL:
                r[code[pc + 1]] = new Cell(null);
                return pc + 2;
            case MAKE_CELL: {
                final Object value = r[code[pc + 2]];
                r[code[pc + 2]] = null;
                r[code[pc + 1]] = new Cell(value);
                return pc + 3;
            }
            case DELETE_CELL: {
                final Cell c = (Cell) r[code[pc + 1]];
                if (c.value == null) {
                    throw Operations.unboundCell(ir, code[pc + 1], ir.names[code[pc + 2]]);
                }
                c.value = null;
                return pc + 3;
            }
            case DELETE_GLOBAL:
                if (f.globals().removeStr(ir.names[code[pc + 1]]) == null) {
                    throw InlineCaches.nameError(ir.names[code[pc + 1]]);
                }
                return pc + 2;
            case DELETE_NAME:
                deleteName(ts, f, ir.names[code[pc + 1]]);
                return pc + 2;
            case LOAD_LOCALS:
                r[code[pc + 1]] = f.locals != null ? f.locals : FrameLocals.of(ts, f);
                return pc + 2;
            case LOAD_FROM_DICT_OR_GLOBALS: {
                final String name = ir.names[code[pc + 3]];
                final Object value = Operations.mappingGet(ts, r[code[pc + 2]], name);
                r[code[pc + 1]] = value != null ? value : InlineCaches.loadGlobal(ts, f.state, name, code[pc + 4]);
                return pc + 5;
            }
            case LOAD_FROM_DICT_OR_CELL: {
                final String name = ir.names[code[pc + 4]];
                Object value = Operations.mappingGet(ts, r[code[pc + 2]], name);
                if (value == null) {
                    value = ((Cell) r[code[pc + 3]]).value;
                    if (value == null) {
                        throw Operations.unboundCell(ir, code[pc + 3], name);
                    }
                }
                r[code[pc + 1]] = value;
                return pc + 5;
            }
            case LOAD_COMMON:
                r[code[pc + 1]] = common(f, Common.of(code[pc + 2]));
                return pc + 3;
            case DELETE_ATTR:
                PyObjects.delAttr(ts, r[code[pc + 1]], ir.names[code[pc + 2]]);
                return pc + 3;
            case LOAD_SUPER_ATTR: {
                r[code[pc + 1]] = CompiledClosures.superAttribute(ts, r[code[pc + 2]], r[code[pc + 3]], r[code[pc + 4]],
                        f.state, code[pc + 5], code[pc + 6]);
                return pc + 8;
            }
            case DELETE_ITEM:
                PyObjects.delItem(ts, r[code[pc + 1]], r[code[pc + 2]]);
                return pc + 3;
            case LOAD_SLICE:
                r[code[pc + 1]] = PyObjects.getItem(ts, r[code[pc + 2]],
                        new PySlice(r[code[pc + 3]], r[code[pc + 4]], PyNone.NONE));
                return pc + 6;
            case STORE_SLICE:
                PyObjects.setItem(ts, r[code[pc + 1]],
                        new PySlice(r[code[pc + 2]], r[code[pc + 3]], PyNone.NONE), r[code[pc + 4]]);
                return pc + 5;
            case BUILD_SLICE:
                r[code[pc + 1]] = new PySlice(r[code[pc + 2]], r[code[pc + 3]], r[code[pc + 4]]);
                return pc + 5;
            case UNPACK_EX:
                unpackEx(ts, r, code, pc);
                return pc + 4 + code[pc + 3];
            case BUILD_SET:
                r[code[pc + 1]] = set(ts, Operations.gather(r, code, pc + 2));
                return pc + 3 + code[pc + 2];
            case BUILD_MAP:
                r[code[pc + 1]] = map(ts, Operations.gather(r, code, pc + 2));
                return pc + 3 + code[pc + 2];
            case BUILD_STRING:
                r[code[pc + 1]] = string(Operations.gather(r, code, pc + 2));
                return pc + 3 + code[pc + 2];
            case LIST_EXTEND:
                Operations.extendUnpacked(ts, (PyList) r[code[pc + 1]], r[code[pc + 2]]);
                return pc + 3;
            case LIST_TO_TUPLE:
                r[code[pc + 1]] = PyTuple.of(((PyList) r[code[pc + 2]]).toArray());
                return pc + 3;
            case SET_ADD:
                ((PySet) r[code[pc + 1]]).add(ts, r[code[pc + 2]]);
                return pc + 3;
            case SET_UPDATE:
                ((PySet) r[code[pc + 1]]).update(ts, r[code[pc + 2]]);
                return pc + 3;
            case DICT_UPDATE:
                dictUpdate(ts, (PyDict) r[code[pc + 1]], r[code[pc + 2]]);
                return pc + 3;
            case DICT_MERGE:
                dictMerge(ts, (PyDict) r[code[pc + 1]], r[code[pc + 2]], r[code[pc + 3]]);
                return pc + 4;
            case FORMAT_SIMPLE:
                r[code[pc + 1]] = PyObjects.format(ts, r[code[pc + 2]], "");
                return pc + 3;
            case FORMAT_SPEC:
                r[code[pc + 1]] = PyObjects.format(ts, r[code[pc + 2]], r[code[pc + 3]]);
                return pc + 4;
            case CONVERT:
                r[code[pc + 1]] = switch (code[pc + 3]) {
                    case 1 -> PyObjects.str(ts, r[code[pc + 2]]);
                    case 2 -> PyObjects.repr(ts, r[code[pc + 2]]);
                    default -> PyObjects.ascii(ts, r[code[pc + 2]]);
                };
                return pc + 4;
            case BUILD_INTERPOLATION:
            case BUILD_TEMPLATE:
                return Templates.build(ts, f, pc);
            case CALL_METHOD_KW:
                r[code[pc + 1]] = InlineCaches.callMethod(ts, r[code[pc + 2]], f.state, code[pc + 3], code[pc + 5],
                        Operations.gather(r, code, pc + 6), ir.keywordNames[code[pc + 4]]);
                return pc + 7 + code[pc + 6];
            case CALL_LOADED_KW: {
                r[code[pc + 1]] = CompiledClosures.callLoaded(ts, r[code[pc + 2]], r[code[pc + 3]],
                        Operations.gather(r, code, pc + 6), ir.keywordNames[code[pc + 4]]);
                return pc + 7 + code[pc + 6];
            }
            case CALL_EX:
                r[code[pc + 1]] = callEx(ts, r[code[pc + 2]], r[code[pc + 3]],
                        code[pc + 4] < 0 ? null : (PyDict) r[code[pc + 4]]);
                return pc + 6;
            case INTRINSIC:
                r[code[pc + 1]] = Intrinsics.apply(ts, f, code[pc + 2], Operations.gather(r, code, pc + 3));
                return pc + 4 + code[pc + 3];
            case GET_YIELD_FROM_ITER:
                r[code[pc + 1]] = Awaitables.yieldFromIter(ts, f, r[code[pc + 2]]);
                return pc + 3;
            case GET_AWAITABLE:
                r[code[pc + 1]] = Awaitables.awaitable(ts, r[code[pc + 2]], code[pc + 3]);
                return pc + 4;
            case GET_AITER:
                r[code[pc + 1]] = Awaitables.asyncIter(ts, r[code[pc + 2]]);
                return pc + 3;
            case GET_ANEXT:
                r[code[pc + 1]] = Awaitables.asyncNext(ts, r[code[pc + 2]]);
                return pc + 3;
            case ASYNC_WRAP:
                r[code[pc + 1]] = new PyAsyncGenerator.Item(r[code[pc + 2]]);
                return pc + 3;
            case END_ASYNC_FOR: {
                final PyBaseException e = (PyBaseException) r[code[pc + 1]];
                if (!e.type().isSubtypeOf(ExceptionTypes.STOP_ASYNC_ITERATION)) {
                    throw reraise(f, e);
                }
                return pc + 2;
            }
            case RAISE:
                if (code[pc + 1] < 0 && ts.handled() != null) {
                    // What is being handled goes on without a traceback entry of its own here.
                    throw reraise(f, ts.handled());
                }
                throw raise(ts, code[pc + 1] < 0 ? null : r[code[pc + 1]],
                        code[pc + 2] < 0 ? null : r[code[pc + 2]]);
            case RERAISE:
                throw reraise(f, (PyBaseException) r[code[pc + 1]]);
            case PUSH_EXC: {
                r[code[pc + 1]] = CompiledOperations.pushException(ts, r[code[pc + 2]]);
                return pc + 3;
            }
            case POP_EXC: {
                CompiledOperations.popException(ts, r[code[pc + 1]]);
                return pc + 2;
            }
            case EXC_MATCH:
                r[code[pc + 1]] = matches(ts, (PyBaseException) r[code[pc + 2]], r[code[pc + 3]]);
                return pc + 4;
            case EXC_GROUP_MATCH:
                ExceptionGroups.match(ts, r, code, pc);
                return pc + 5;
            case WITH_EXCEPT: {
                final PyBaseException e = (PyBaseException) r[code[pc + 3]];
                r[code[pc + 1]] = Calls.call3(ts, r[code[pc + 2]], e.type(), e,
                        e.traceback == null ? PyNone.NONE : e.traceback);
                return pc + 4;
            }
            case LOAD_SPECIAL:
                r[code[pc + 1]] = loadSpecial(ts, r[code[pc + 2]], code[pc + 3]);
                return pc + 4;
            case GET_LEN:
                r[code[pc + 1]] = PyObjects.length(ts, r[code[pc + 2]]);
                return pc + 3;
            case MATCH_SEQUENCE:
                r[code[pc + 1]] = PyType.of(r[code[pc + 2]]).patternFlags() == 32;
                return pc + 3;
            case MATCH_MAPPING:
                r[code[pc + 1]] = PyType.of(r[code[pc + 2]]).patternFlags() == 64;
                return pc + 3;
            case MATCH_KEYS:
                r[code[pc + 1]] = Patterns.keys(ts, r[code[pc + 2]], (PyTuple) r[code[pc + 3]]);
                return pc + 4;
            case MATCH_CLASS:
                r[code[pc + 1]] = Patterns.classPattern(ts, r[code[pc + 2]], r[code[pc + 3]], code[pc + 4],
                        (PyTuple) r[code[pc + 5]]);
                return pc + 6;
            case IMPORT_NAME:
                r[code[pc + 1]] = Imports.importName(ts, f, ir.names[code[pc + 2]], r[code[pc + 4]], r[code[pc + 3]]);
                return pc + 5;
            case IMPORT_FROM:
                r[code[pc + 1]] = Imports.importFrom(ts, r[code[pc + 2]], ir.names[code[pc + 3]]);
                return pc + 4;
            default:
                throw new IllegalStateException("opcode " + code[pc] + " is not carried out");
        }
    }

    private static void deleteName(final ThreadState ts, final Frame f, final String name) {
        final Object locals = f.locals == null ? f.globals() : f.locals;
        if (locals instanceof PyDict d && d.isPlain()) {
            if (d.removeStr(name) == null) {
                throw InlineCaches.nameError(name);
            }
            return;
        }
        try {
            PyObjects.delItem(ts, locals, Str.fromNameKey(name));
        } catch (final PyRaise e) {
            throw Errors.matches(e, ExceptionTypes.KEY_ERROR) ? InlineCaches.nameError(name) : e;
        }
    }

    private static Object common(final Frame f, final Common which) {
        return switch (which) {
            case ASSERTION_ERROR -> ExceptionTypes.ASSERTION_ERROR;
            case NOT_IMPLEMENTED_ERROR -> ExceptionTypes.NOT_IMPLEMENTED_ERROR;
            case BUILD_CLASS -> {
                final Object b = f.state.builtins.getStr("__build_class__");
                if (b == null) {
                    throw Errors.nameError("__build_class__ not found", "__build_class__");
                }
                yield b;
            }
            case TUPLE -> PyTuple.TYPE;
            case ALL -> f.state.builtins.getStr("all");
            case ANY -> f.state.builtins.getStr("any");
        };
    }

    private static void unpackEx(final ThreadState ts, final Object[] r, final int[] code, final int pc) {
        final Object value = r[code[pc + 1]];
        final int before = code[pc + 2];
        final int n = code[pc + 3];
        final int after = n - before - 1;
        if (!PyIter.isIterable(value)) {
            throw Errors.typeError("cannot unpack non-iterable " + PyType.of(value).name() + " object");
        }
        final Object[] all = PyIter.toArray(ts, value);
        if (all.length < before + after) {
            throw Operations.notEnough(before + after, all.length, true);
        }
        for (int i = 0; i < before; i++) {
            r[code[pc + 4 + i]] = all[i];
        }
        final int rest = all.length - before - after;
        r[code[pc + 4 + before]] = PyList.of(java.util.Arrays.copyOfRange(all, before, before + rest));
        for (int i = 0; i < after; i++) {
            r[code[pc + 5 + before + i]] = all[before + rest + i];
        }
    }

    static Object set(final ThreadState ts, final Object[] items) {
        final PySet set = new PySet();
        for (final Object item : items) {
            set.add(ts, item);
        }
        return set;
    }

    static Object map(final ThreadState ts, final Object[] items) {
        final PyDict map = new PyDict();
        for (int i = 0; i < items.length; i += 2) {
            map.put(ts, items[i], items[i + 1]);
        }
        return map;
    }

    static Object string(final Object[] parts) {
        final StrBuilder b = new StrBuilder();
        for (final Object part : parts) {
            b.append(PyObjects.textOf(part));
        }
        return b.build();
    }

    static void dictUpdate(final ThreadState ts, final PyDict map, final Object other) {
        if (!(other instanceof PyDict) && PyObjects.lookupAttr(ts, other, "keys") == null) {
            throw Errors.typeError("'" + PyType.of(other).name() + "' object is not a mapping");
        }
        map.update(ts, other);
    }

    static void dictMerge(final ThreadState ts, final PyDict map, final Object other, final Object callee) {
        if (!(other instanceof PyDict) && PyObjects.lookupAttr(ts, other, "keys") == null) {
            throw Errors.typeError(calleeName(ts, callee) + " argument after ** must be a mapping, not "
                    + PyType.of(other).name());
        }
        final PyDict added = new PyDict();
        added.update(ts, other);
        added.forEach((key, value) -> {
            if (!PyObjects.isText(key)) {
                throw Errors.typeError("keywords must be strings");
            }
            if (map.get(ts, key) != null) {
                throw Errors.typeError(calleeName(ts, callee) + " got multiple values for keyword argument '"
                        + Str.toJava(PyObjects.textOf(key)) + "'");
            }
            map.put(ts, key, value);
        });
    }

    /** {@code _PyObject_FunctionStr}: module and qualified name with parentheses. */
    private static String calleeName(final ThreadState ts, final Object callee) {
        final Object qualname = PyObjects.lookupAttr(ts, callee, "__qualname__");
        if (qualname == null || !PyObjects.isText(qualname)) {
            return PyObjects.strJava(ts, callee);
        }
        final Object module = PyObjects.lookupAttr(ts, callee, "__module__");
        final String name = Str.toJava(PyObjects.textOf(qualname)) + "()";
        if (module != null && PyObjects.isText(module) && !"builtins".equals(PyObjects.textOf(module))) {
            return Str.toJava(PyObjects.textOf(module)) + "." + name;
        }
        return name;
    }

    static Object callEx(final ThreadState ts, final Object callee, final Object args, final PyDict keywords) {
        final Object[] positional;
        if (args instanceof PyTuple t) {
            positional = t.items();
        } else {
            if (!PyIter.isIterable(args)) {
                throw Errors.typeError(calleeName(ts, callee) + " argument after * must be an iterable, not "
                        + PyType.of(args).name());
            }
            positional = PyIter.toArray(ts, args);
        }
        if (keywords == null || keywords.size() == 0) {
            return Calls.call(ts, callee, positional.clone(), null);
        }
        final int n = keywords.size();
        final Object[] all = java.util.Arrays.copyOf(positional, positional.length + n);
        final String[] names = new String[n];
        int i = 0;
        for (int e = keywords.next(0); e >= 0 && i < n; e = keywords.next(e + 1)) {
            names[i] = Str.nameKey(PyObjects.textOf(keywords.keyAt(e)));
            all[positional.length + i++] = keywords.valueAt(e);
        }
        return Calls.call(ts, callee, all, names);
    }

    /** The exception to throw for a {@code raise} statement ({@code do_raise}). */
    static PyRaise raise(final ThreadState ts, final Object exception, final Object cause) {
        if (exception == null) {
            final PyBaseException handled = ts.handled();
            if (handled == null) {
                return Errors.runtimeError("No active exception to reraise");
            }
            final PyRaise again = new PyRaise(handled);
            again.contextSet = true;
            return again;
        }
        final PyBaseException e = instantiate(ts, exception, "exceptions must derive from BaseException");
        if (cause != null) {
            e.cause = cause == PyNone.NONE ? null
                    : instantiate(ts, cause, "exception causes must derive from BaseException");
            e.suppressContext = true;
        }
        return new PyRaise(e);
    }

    private static PyBaseException instantiate(final ThreadState ts, final Object o, final String error) {
        if (o instanceof PyBaseException e) {
            return e;
        }
        if (o instanceof PyType t && t.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION)) {
            final Object made = Calls.call0(ts, t);
            if (made instanceof PyBaseException e) {
                return e;
            }
            throw Errors.typeError("calling " + PyObjects.reprJava(ts, t)
                    + " should have returned an instance of BaseException, not "
                    + PyObjects.reprJava(ts, PyType.of(made)));
        }
        throw Errors.typeError(error);
    }

    static PyRaise reraise(final Frame f, final PyBaseException e) {
        final PyRaise again = new PyRaise(e);
        again.contextSet = true;
        f.reraised = again;
        return again;
    }

    /** Whether an exception matches an except clause's class or tuple. */
    static boolean matches(final ThreadState ts, final PyBaseException e, final Object type) {
        if (type instanceof PyType t && t.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION)) {
            return e.type().isSubtypeOf(t);
        }
        checkCatchable(type);
        if (type instanceof PyTuple tuple) {
            for (final Object t : tuple.items()) {
                if (e.type().isSubtypeOf((PyType) t)) {
                    return true;
                }
            }
        }
        return false;
    }

    static void checkCatchable(final Object type) {
        if (type instanceof PyTuple tuple) {
            for (final Object t : tuple.items()) {
                checkCatchableClass(t);
            }
        } else {
            checkCatchableClass(type);
        }
    }

    private static void checkCatchableClass(final Object t) {
        if (!(t instanceof PyType c && c.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION))) {
            throw Errors.typeError("catching classes that do not inherit from BaseException is not allowed");
        }
    }

    static Object loadSpecial(final ThreadState ts, final Object o, final int which) {
        final PyType type = PyType.of(o);
        final Object m = type.lookup(SPECIAL_NAMES[which]);
        if (m != null) {
            return Attributes.bind(ts, m, o, type);
        }
        final boolean async = which >= 2;
        final String protocol = async ? "asynchronous context manager" : "context manager";
        String message = "'" + Hashing.qualifiedName(type) + "' object does not support the " + protocol + " protocol (missed "
                + SPECIAL_NAMES[which] + " method)";
        final String other = async ? "__enter__" : "__aenter__";
        final String otherExit = async ? "__exit__" : "__aexit__";
        if (type.lookup(other) != null && type.lookup(otherExit) != null) {
            message += async ? " but it supports the context manager protocol. Did you mean to use 'with'?"
                    : " but it supports the asynchronous context manager protocol. Did you mean to use 'async with'?";
        }
        throw Errors.typeError(message);
    }
}
