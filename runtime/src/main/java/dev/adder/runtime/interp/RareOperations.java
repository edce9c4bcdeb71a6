package dev.adder.runtime.interp;

import dev.adder.language.ir.Code;
import dev.adder.language.ir.Common;
import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.Attributes;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.exceptions.PyBaseException;
import dev.adder.runtime.objects.Hashing;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PySet;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;
import static dev.adder.language.ir.Opcodes.*;

/** The instructions that are not worth a place in {@link InterpreterLoop}: what they do is in {@link RareSteps}. */
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
            case DELETE_CELL:
                return RareSteps.deleteCell(f, r, code, pc);
            case DELETE_GLOBAL:
                return RareSteps.deleteGlobal(f, code, pc);
            case DELETE_NAME:
                return RareSteps.deleteName(ts, f, code, pc);
            case LOAD_LOCALS:
                return RareSteps.loadLocals(ts, f, r, code, pc);
            case LOAD_FROM_DICT_OR_GLOBALS:
                return RareSteps.loadFromDictOrGlobals(ts, f, r, code, pc);
            case LOAD_FROM_DICT_OR_CELL:
                return RareSteps.loadFromDictOrCell(ts, f, r, code, pc);
            case LOAD_COMMON:
                return RareSteps.loadCommon(f, r, code, pc);
            case DELETE_ATTR:
                return RareSteps.deleteAttr(ts, f, r, code, pc);
            case LOAD_SUPER_ATTR:
                return RareSteps.loadSuperAttr(ts, f, r, code, pc);
            case DELETE_ITEM:
                return RareSteps.deleteItem(ts, r, code, pc);
            case LOAD_SLICE:
                return RareSteps.loadSlice(ts, r, code, pc);
            case STORE_SLICE:
                return RareSteps.storeSlice(ts, r, code, pc);
            case BUILD_SLICE:
                return RareSteps.buildSlice(r, code, pc);
            case UNPACK_EX:
                return RareSteps.unpackEx(ts, r, code, pc);
            case BUILD_SET:
                return RareSteps.buildSet(ts, r, code, pc);
            case BUILD_MAP:
                return RareSteps.buildMap(ts, r, code, pc);
            case BUILD_STRING:
                return RareSteps.buildString(r, code, pc);
            case LIST_EXTEND:
                return RareSteps.listExtend(ts, r, code, pc);
            case LIST_TO_TUPLE:
                return RareSteps.listToTuple(r, code, pc);
            case SET_ADD:
                return RareSteps.setAdd(ts, r, code, pc);
            case SET_UPDATE:
                return RareSteps.setUpdate(ts, r, code, pc);
            case DICT_UPDATE:
                return RareSteps.dictUpdate(ts, r, code, pc);
            case DICT_MERGE:
                return RareSteps.dictMerge(ts, r, code, pc);
            case FORMAT_SIMPLE:
                return RareSteps.formatSimple(ts, r, code, pc);
            case FORMAT_SPEC:
                return RareSteps.formatSpec(ts, r, code, pc);
            case CONVERT:
                return RareSteps.convert(ts, r, code, pc);
            case BUILD_INTERPOLATION:
            case BUILD_TEMPLATE:
                return Templates.build(ts, f, pc);
            case CALL_METHOD_KW:
                return RareSteps.callMethodKw(ts, f, r, code, pc);
            case CALL_LOADED_KW:
                return RareSteps.callLoadedKw(ts, f, r, code, pc);
            case CALL_EX:
                return RareSteps.callEx(ts, r, code, pc);
            case INTRINSIC:
                return RareSteps.intrinsic(ts, f, r, code, pc);
            case GET_YIELD_FROM_ITER:
                return RareSteps.getYieldFromIter(ts, f, r, code, pc);
            case GET_AWAITABLE:
                return RareSteps.getAwaitable(ts, r, code, pc);
            case GET_AITER:
                return RareSteps.getAiter(ts, r, code, pc);
            case GET_ANEXT:
                return RareSteps.getAnext(ts, f, r, code, pc);
            case ASYNC_WRAP:
                return RareSteps.asyncWrap(r, code, pc);
            case END_ASYNC_FOR:
                return RareSteps.endAsyncFor(f, r, code, pc);
            case RAISE:
                return RareSteps.raiseStatement(ts, f, r, code, pc);
            case RERAISE:
                return RareSteps.reraise(f, r, code, pc);
            case PUSH_EXC:
                return RareSteps.pushExc(ts, r, code, pc);
            case POP_EXC:
                return RareSteps.popExc(ts, r, code, pc);
            case EXC_MATCH:
                return RareSteps.excMatch(ts, r, code, pc);
            case EXC_GROUP_MATCH:
                return RareSteps.excGroupMatch(ts, r, code, pc);
            case WITH_EXCEPT:
                return RareSteps.withExcept(ts, r, code, pc);
            case LOAD_SPECIAL:
                return RareSteps.loadSpecial(ts, r, code, pc);
            case GET_LEN:
                return RareSteps.getLen(ts, r, code, pc);
            case MATCH_SEQUENCE:
                return RareSteps.matchSequence(r, code, pc);
            case MATCH_MAPPING:
                return RareSteps.matchMapping(r, code, pc);
            case MATCH_KEYS:
                return RareSteps.matchKeys(ts, r, code, pc);
            case MATCH_CLASS:
                return RareSteps.matchClass(ts, r, code, pc);
            case IMPORT_NAME:
                return RareSteps.importName(ts, f, r, code, pc);
            case IMPORT_FROM:
                return RareSteps.importFrom(ts, f, r, code, pc);
            default:
                throw new IllegalStateException("opcode " + code[pc] + " is not carried out");
        }
    }

    static void deleteName(final ThreadState ts, final Frame f, final String name) {
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

    static Object common(final Frame f, final Common which) {
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

    static void unpackEx(final ThreadState ts, final Object[] r, final int[] code, final int pc) {
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
            if (!(args instanceof PyList) && !PyIter.isIterable(args)) {
                throw Errors.typeError(calleeName(ts, callee) + " argument after * must be an iterable, not "
                        + PyType.of(args).name());
            }
            positional = PyIter.toArray(ts, args);
        }
        if (keywords == null || keywords.size() == 0) {
            return switch (positional.length) {
                case 0 -> Calls.call0(ts, callee);
                case 1 -> Calls.call1(ts, callee, positional[0]);
                case 2 -> Calls.call2(ts, callee, positional[0], positional[1]);
                case 3 -> Calls.call3(ts, callee, positional[0], positional[1], positional[2]);
                default -> Calls.call(ts, callee, positional.clone(), null);
            };
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
        again.reraisedIn = f;
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
