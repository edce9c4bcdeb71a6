package dev.adder.runtime.modules;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.InterpreterState;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.Special;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.interp.Frame;
import dev.adder.runtime.interp.FrameLocals;
import dev.adder.runtime.objects.CallableIterator;
import dev.adder.runtime.objects.ObjectMethods;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyListIterator;
import dev.adder.runtime.ops.IntMath;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import java.math.BigInteger;

/** The functions of {@code builtins}: CPython's Python/bltinmodule.c. Running code is in {@link CodeFunctions}. */
@PyModuleSpec("builtins")
public final class BuiltinsModule extends NativeModule {
    private final InterpreterState interp;

    public BuiltinsModule(final InterpreterState interp) {
        this.interp = interp;
    }

    @Override
    public BuiltinTable table() {
        return new BuiltinsModuleTable();
    }

    // ---- attributes and types ----

    @PyFunction(value = "getattr(object, name, default=<unrepresentable>, /)", hidden = true)
    static Object getattr(final ThreadState ts, final Object o, final Object name, final Object defaultValue) {
        final String key = ObjectMethods.attributeName(name);
        if (defaultValue == null) {
            return PyObjects.getAttr(ts, o, key);
        }
        final Object value = PyObjects.lookupAttr(ts, o, key);
        return value == null ? defaultValue : value;
    }

    @PyFunction("hasattr(obj, name, /)")
    static boolean hasattr(final ThreadState ts, final Object o, final Object name) {
        return PyObjects.lookupAttr(ts, o, ObjectMethods.attributeName(name)) != null;
    }

    @PyFunction("setattr(obj, name, value, /)")
    static void setattr(final ThreadState ts, final Object o, final Object name, final Object value) {
        PyObjects.setAttr(ts, o, ObjectMethods.attributeName(name).intern(), value);
    }

    @PyFunction("delattr(obj, name, /)")
    static void delattr(final ThreadState ts, final Object o, final Object name) {
        PyObjects.delAttr(ts, o, ObjectMethods.attributeName(name));
    }

    @PyFunction("isinstance(obj, class_or_tuple, /)")
    static boolean isinstance(final ThreadState ts, final Object o, final Object cls) {
        return PyObjects.isInstance(ts, o, cls);
    }

    @PyFunction("issubclass(cls, class_or_tuple, /)")
    static boolean issubclass(final ThreadState ts, final Object derived, final Object cls) {
        return PyObjects.isSubclass(ts, derived, cls);
    }

    @PyFunction("callable(obj, /)")
    static boolean callable(final Object o) {
        return PyObjects.isCallable(o);
    }

    @PyFunction("id(obj, /)")
    static Object id(final Object o) {
        return PyObjects.id(o);
    }

    @PyFunction("hash(obj, /)")
    static long hash(final ThreadState ts, final Object o) {
        return PyObjects.hash(ts, o);
    }

    @PyFunction("len(obj, /)")
    static long len(final ThreadState ts, final Object o) {
        return PyObjects.length(ts, o);
    }

    @PyFunction(value = "dir(object=<unrepresentable>, /)", hidden = true)
    static Object dir(final ThreadState ts, final Object o) {
        final Object names;
        if (o == null) {
            names = Calls.method0(ts, locals(ts), "keys");
        } else {
            names = Special.call0(ts, o, "__dir__");
            if (names == null) {
                throw Errors.typeError("object does not provide __dir__");
            }
        }
        final PyList list = PyList.of(PyIter.toArray(ts, names));
        Calls.method0(ts, list, "sort");
        return list;
    }

    @PyFunction(value = "vars(object=<unrepresentable>, /)", hidden = true)
    static Object vars(final ThreadState ts, final Object o) {
        if (o == null) {
            return locals(ts);
        }
        final Object d = PyObjects.lookupAttr(ts, o, "__dict__");
        if (d == null) {
            throw Errors.typeError("vars() argument must have __dict__ attribute");
        }
        return d;
    }

    // ---- text ----

    @PyFunction("repr(obj, /)")
    static Object repr(final ThreadState ts, final Object o) {
        return PyObjects.reprObject(ts, o);
    }

    @PyFunction("ascii(obj, /)")
    static Object ascii(final ThreadState ts, final Object o) {
        return PyObjects.ascii(ts, o);
    }

    @PyFunction("format(value, format_spec='', /)")
    static Object format(final ThreadState ts, final Object value, final Object spec) {
        if (!PyObjects.isText(spec)) {
            throw Errors.typeError("format() argument 2 must be str, not " + PyType.of(spec).name());
        }
        return PyObjects.format(ts, value, spec);
    }

    @PyFunction("chr(i, /)")
    static Object chr(final ThreadState ts, final Object i) {
        final Object n = PyNumber.index(ts, i);
        if (!(n instanceof Long v) || v < 0 || v > 0x10ffff) {
            throw Errors.valueError("chr() arg not in range(0x110000)");
        }
        return Str.ofCodePoint((int) (long) v);
    }

    @PyFunction("ord(character, /)")
    static long ord(final ThreadState ts, final Object c) {
        if (PyObjects.isText(c)) {
            final Object text = PyObjects.textOf(c);
            final int n = Str.length(text);
            if (n == 1) {
                return Str.codePointAt(text, 0);
            }
            throw Errors.typeError("ord() expected a character, but string of length " + n + " found");
        }
        final byte[] bytes = BytesLike.bytesOrNull(c);
        if (bytes == null) {
            throw Errors.typeError("ord() expected string of length 1, but " + PyType.of(c).name() + " found");
        }
        if (bytes.length != 1) {
            throw Errors.typeError("ord() expected a character, but string of length " + bytes.length + " found");
        }
        return bytes[0] & 0xff;
    }

    @PyFunction("bin(number, /)")
    static Object bin(final ThreadState ts, final Object n) {
        return radix(PyNumber.index(ts, n), 2, "0b");
    }

    @PyFunction("oct(number, /)")
    static Object oct(final ThreadState ts, final Object n) {
        return radix(PyNumber.index(ts, n), 8, "0o");
    }

    @PyFunction("hex(number, /)")
    static Object hex(final ThreadState ts, final Object n) {
        return radix(PyNumber.index(ts, n), 16, "0x");
    }

    private static String radix(final Object n, final int base, final String prefix) {
        final BigInteger b = IntMath.big(n);
        final String digits = b.abs().toString(base);
        return (b.signum() < 0 ? "-" : "").concat(prefix).concat(digits);
    }

    // ---- numbers ----

    @PyFunction("abs(number, /)")
    static Object abs(final ThreadState ts, final Object n) {
        return PyNumber.absolute(ts, n);
    }

    @PyFunction("divmod(x, y, /)")
    static Object divmod(final ThreadState ts, final Object x, final Object y) {
        return PyNumber.divmod(ts, x, y);
    }

    @PyFunction("pow(base, exp, mod=None)")
    static Object pow(final ThreadState ts, final Object base, final Object exp, final Object mod) {
        return PyNumber.power(ts, base, exp, mod);
    }

    @PyFunction("round(number, ndigits=None)")
    static Object round(final ThreadState ts, final Object number, final Object digits) {
        final PyType type = PyType.of(number);
        final Object m = type.lookup("__round__");
        if (m == null) {
            throw Errors.typeError("type " + type.name() + " doesn't define __round__ method");
        }
        return digits == PyNone.NONE ? Special.invoke0(ts, m, number, type)
                : Special.invoke1(ts, m, number, type, digits);
    }

    @PyFunction("sum(iterable, /, start=0)")
    static Object sum(final ThreadState ts, final Object iterable, final Object start) {
        return Sums.sum(ts, iterable, start);
    }

    @PyFunction(value = "min(*args, **kwargs)", raw = true, hidden = true)
    static Object min(final ThreadState ts, final Object[] args, final String[] kwNames) {
        return kwNames == null && args.length > 1 ? extremeOf(ts, PyObjects.LT, args)
                : extreme(ts, "min", PyObjects.LT, args, kwNames);
    }

    @PyFunction(value = "max(*args, **kwargs)", raw = true, hidden = true)
    static Object max(final ThreadState ts, final Object[] args, final String[] kwNames) {
        return kwNames == null && args.length > 1 ? extremeOf(ts, PyObjects.GT, args)
                : extreme(ts, "max", PyObjects.GT, args, kwNames);
    }

    private static Object extremeOf(final ThreadState ts, final int op, final Object[] args) {
        Object best = args[0];
        for (int i = 1; i < args.length; i++) {
            final Object item = args[i];
            if (item instanceof Long a && best instanceof Long b ? op == PyObjects.LT ? a < b : a > b
                    : PyObjects.compareBool(ts, item, best, op)) {
                best = item;
            }
        }
        return best;
    }

    private static Object extreme(final ThreadState ts, final String name, final int op, final Object[] args,
            final String[] kwNames) {
        final int keywords = kwNames == null ? 0 : kwNames.length;
        final int positional = args.length - keywords;
        Object key = null;
        Object defaultValue = null;
        for (int i = 0; i < keywords; i++) {
            switch (kwNames[i]) {
                case "key" -> key = args[positional + i] == PyNone.NONE ? null : args[positional + i];
                case "default" -> defaultValue = args[positional + i];
                default -> throw Errors.typeError(name + "() got an unexpected keyword argument '" + kwNames[i] + "'");
            }
        }
        if (positional == 0) {
            throw Errors.typeError(name + " expected at least 1 argument, got 0");
        }
        if (positional > 1 && defaultValue != null) {
            throw Errors.typeError("Cannot specify a default for " + name + "() with multiple positional arguments");
        }
        final Object it = positional > 1 ? null : PyIter.get(ts, args[0]);
        Object best = null;
        Object bestKey = null;
        int n = 0;
        while (true) {
            final Object item = it == null ? n < positional ? args[n] : null
                    : it instanceof PyListIterator l ? l.next(ts) : PyIter.next(ts, it);
            if (item == null) {
                break;
            }
            if ((++n & 1023) == 0) {
                ts.poll();
            }
            final Object k = key == null ? item : Calls.call1(ts, key, item);
            if (best == null || (k instanceof Long a && bestKey instanceof Long b
                    ? op == PyObjects.LT ? a < b : a > b : PyObjects.compareBool(ts, k, bestKey, op))) {
                best = item;
                bestKey = k;
            }
        }
        if (best != null) {
            return best;
        }
        if (defaultValue != null) {
            return defaultValue;
        }
        throw Errors.valueError(name + "() iterable argument is empty");
    }

    // ---- iteration ----

    @PyFunction(value = "iter(object, sentinel=<unrepresentable>, /)", hidden = true)
    static Object iter(final ThreadState ts, final Object o, final Object sentinel) {
        if (sentinel == null) {
            return PyIter.get(ts, o);
        }
        if (!PyObjects.isCallable(o)) {
            throw Errors.typeError("iter(v, w): v must be callable");
        }
        return new CallableIterator(o, sentinel);
    }

    @PyFunction(value = "next(iterator, default=<unrepresentable>, /)", hidden = true)
    static Object next(final ThreadState ts, final Object it, final Object defaultValue) {
        final PyType type = PyType.of(it);
        final boolean generator = type == dev.adder.runtime.interp.PyGenerator.TYPE;
        final Object m = generator ? null : type.lookup("__next__");
        if (m == null && !generator) {
            throw Errors.typeError("'" + type.name() + "' object is not an iterator");
        }
        final Object item;
        try {
            item = it instanceof dev.adder.runtime.interp.PyGenerator g
                    ? (defaultValue == null ? g.send(ts, null) : g.next(ts)) : Special.invoke0(ts, m, it, type);
        } catch (final PyRaise e) {
            if (defaultValue != null && Errors.matches(e, ExceptionTypes.STOP_ITERATION)) {
                return defaultValue;
            }
            throw e;
        }
        if (item != null) {
            return item;
        }
        if (defaultValue != null) {
            return defaultValue;
        }
        throw Errors.stopIteration();
    }

    @PyFunction("aiter(async_iterable, /)")
    static Object aiter(final ThreadState ts, final Object o) {
        final PyType type = PyType.of(o);
        final Object m = type.lookup("__aiter__");
        if (m == null) {
            throw Errors.typeError("'" + type.name() + "' object is not an async iterable");
        }
        final Object it = Special.invoke0(ts, m, o, type);
        if (PyType.of(it).lookup("__anext__") == null) {
            throw Errors.typeError("aiter() returned not an async iterator of type '" + PyType.of(it).name() + "'");
        }
        return it;
    }

    @PyFunction(value = "anext(aiterator, default=<unrepresentable>, /)", hidden = true)
    static Object anext(final ThreadState ts, final Object it, final Object defaultValue) {
        final PyType type = PyType.of(it);
        final Object m = type.lookup("__anext__");
        if (m == null) {
            throw Errors.typeError("'" + type.name() + "' object is not an async iterator");
        }
        final Object awaitable = Special.invoke0(ts, m, it, type);
        return defaultValue == null ? awaitable
                : new dev.adder.runtime.interp.AsyncNextDefault(awaitable, defaultValue);
    }

    @PyFunction("all(iterable, /)")
    static boolean all(final ThreadState ts, final Object iterable) {
        final Object it = PyIter.get(ts, iterable);
        for (Object o = PyIter.next(ts, it); o != null; o = PyIter.next(ts, it)) {
            if (!PyObjects.isTrue(ts, o)) {
                return false;
            }
            ts.poll();
        }
        return true;
    }

    @PyFunction("any(iterable, /)")
    static boolean any(final ThreadState ts, final Object iterable) {
        final Object it = PyIter.get(ts, iterable);
        for (Object o = PyIter.next(ts, it); o != null; o = PyIter.next(ts, it)) {
            if (PyObjects.isTrue(ts, o)) {
                return true;
            }
            ts.poll();
        }
        return false;
    }

    @PyFunction(value = "sorted(iterable, /, *, key=None, reverse=False)", raw = true)
    static Object sorted(final ThreadState ts, final Object[] args, final String[] kwNames) {
        final int positional = args.length - (kwNames == null ? 0 : kwNames.length);
        if (positional != 1) {
            throw Errors.typeError("sorted expected 1 argument, got " + positional);
        }
        final PyList list = new PyList();
        list.extend(ts, args[0]);
        Calls.call(ts, PyObjects.getAttr(ts, list, "sort"), java.util.Arrays.copyOfRange(args, 1, args.length),
                kwNames);
        return list;
    }

    // ---- namespaces ----

    private static Frame caller(final ThreadState ts) {
        final Frame f = ts.currentFrame();
        if (f == null) {
            throw Errors.systemError("frame does not exist");
        }
        return f;
    }

    @PyFunction("globals()")
    static Object globals(final ThreadState ts) {
        return caller(ts).globals();
    }

    @PyFunction("locals()")
    static Object locals(final ThreadState ts) {
        return FrameLocals.locals(ts, caller(ts));
    }

    @PyFunction("__import__(name, globals=None, locals=None, fromlist=(), level=0)")
    static Object importFunction(final ThreadState ts, final Object name, final Object globals, final Object locals,
            final Object fromList, final int level) {
        return ImportSystem.importName(ts, name, globals, fromList, level);
    }

    // ---- classes ----

    @PyFunction(value = "__build_class__(func, name, /, *bases, **kwds)", raw = true, hidden = true)
    static Object buildClass(final ThreadState ts, final Object[] args, final String[] kwNames) {
        return BuildClass.build(ts, args, kwNames);
    }

    // ---- output and input ----

    @PyFunction("print(*args, sep=' ', end='\\n', file=None, flush=False)")
    static void print(final ThreadState ts, final Object[] args, final Object sep, final Object end,
            final Object file, final Object flush) {
        Printing.print(ts, args, sep, end, file, PyObjects.isTrue(ts, flush));
    }

    @PyFunction("input(prompt='', /)")
    static Object input(final ThreadState ts, final Object prompt) {
        return Printing.input(ts, prompt);
    }

    @PyFunction(value = "breakpoint(*args, **kws)", raw = true)
    static Object breakpoint(final ThreadState ts, final Object[] args, final String[] kwNames) {
        final Object sys = ts.interp.modules.getStr("sys");
        final Object hook = PyObjects.lookupAttr(ts, sys, "breakpointhook");
        if (hook == null) {
            throw Errors.runtimeError("lost sys.breakpointhook");
        }
        return Calls.call(ts, hook, args, kwNames);
    }

    // ---- running code ----

    @PyFunction("compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)")
    static Object compile(final ThreadState ts, final Object source, final Object filename, final Object mode,
            final int flags, final boolean dontInherit, final int optimize, final int featureVersion) {
        return CodeFunctions.compile(ts, source, filename, mode, flags, dontInherit, optimize);
    }

    @PyFunction("eval(source, /, globals=None, locals=None)")
    static Object eval(final ThreadState ts, final Object source, final Object globals, final Object locals) {
        return CodeFunctions.eval(ts, source, globals, locals);
    }

    @PyFunction("exec(source, /, globals=None, locals=None, *, closure=None)")
    static void exec(final ThreadState ts, final Object source, final Object globals, final Object locals,
            final Object closure) {
        CodeFunctions.exec(ts, source, globals, locals, closure);
    }
}
