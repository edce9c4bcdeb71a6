package dev.adder.runtime.ops;

import dev.adder.language.text.Str;
import dev.adder.language.text.WideStr;
import dev.adder.runtime.Attributes;
import dev.adder.runtime.BuiltinDescriptor;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.Ids;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.Special;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.exceptions.PyBaseException;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyStrSub;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.text.Hashes;
import dev.adder.runtime.text.QuickFormat;
import java.math.BigInteger;
import java.util.List;

/** CPython's {@code PyObject_*} operations. */
public final class PyObjects {
    private PyObjects() {
    }

    // ---- attributes ----

    /** {@code o.name}; raises AttributeError. */
    public static Object getAttr(final ThreadState ts, final Object o, final String name) {
        final Object value;
        if (o instanceof PyObject p) {
            if ((p.shape.type.hooks() & (PyType.HOOK_GETATTRIBUTE | PyType.HOOK_GETATTR)) != 0) {
                return hookedGetAttr(ts, p, name);
            }
            value = p.getAttribute(ts, name);
            if (value == null) {
                throw p.missingAttribute(name);
            }
            return value;
        }
        value = Attributes.genericGetValue(ts, o, name);
        if (value == null) {
            throw Errors.attributeError("'" + PyType.of(o).fullName() + "' object has no attribute '" + name + "'", o, name);
        }
        return value;
    }

    /** {@code slot_tp_getattr_hook}: user-defined {@code __getattribute__}, then {@code __getattr__}. */
    private static Object hookedGetAttr(final ThreadState ts, final PyObject p, final String name) {
        final PyType type = p.shape.type;
        final int hooks = type.hooks();
        PyRaise missing = null;
        if ((hooks & PyType.HOOK_GETATTRIBUTE) != 0) {
            try {
                return Special.invoke1(ts, type.lookup("__getattribute__"), p, type, Str.fromNameKey(name));
            } catch (final PyRaise e) {
                if ((hooks & PyType.HOOK_GETATTR) == 0 || !Errors.matches(e, ExceptionTypes.ATTRIBUTE_ERROR)) {
                    throw e;
                }
                missing = e;
            }
        } else {
            try {
                final Object value = p.getAttribute(ts, name);
                if (value != null) {
                    return value;
                }
            } catch (final PyRaise e) {
                if (!Errors.matches(e, ExceptionTypes.ATTRIBUTE_ERROR)) {
                    throw e;
                }
                missing = e;
            }
        }
        final Object getattr = type.lookup("__getattr__");
        if (getattr == null) {
            throw missing == null ? p.missingAttribute(name) : missing;
        }
        return Special.invoke1(ts, getattr, p, type, Str.fromNameKey(name));
    }

    /** {@code getattr(o, name, null)}: null instead of AttributeError. */
    public static Object lookupAttr(final ThreadState ts, final Object o, final String name) {
        try {
            if (o instanceof PyObject p) {
                if ((p.shape.type.hooks() & (PyType.HOOK_GETATTRIBUTE | PyType.HOOK_GETATTR)) != 0) {
                    return hookedGetAttr(ts, p, name);
                }
                return p.getAttribute(ts, name);
            }
            return Attributes.genericGetValue(ts, o, name);
        } catch (final PyRaise e) {
            if (Errors.matches(e, ExceptionTypes.ATTRIBUTE_ERROR)) {
                return null;
            }
            throw e;
        }
    }

    /** {@code o.name = value}. */
    public static void setAttr(final ThreadState ts, final Object o, final String name, final Object value) {
        if (!(o instanceof PyObject p)) {
            Attributes.genericSetValue(ts, o, name, value);
            return;
        }
        final PyType type = p.shape.type;
        if ((type.hooks() & PyType.HOOK_SETATTR) != 0) {
            Special.invoke2(ts, type.lookup("__setattr__"), p, type, Str.fromNameKey(name), value);
        } else {
            p.setAttribute(ts, name, value);
        }
    }

    /** {@code del o.name}. */
    public static void delAttr(final ThreadState ts, final Object o, final String name) {
        if (!(o instanceof PyObject p)) {
            Attributes.genericSetValue(ts, o, name, null);
            return;
        }
        final PyType type = p.shape.type;
        if ((type.hooks() & PyType.HOOK_DELATTR) != 0) {
            Special.invoke1(ts, type.lookup("__delattr__"), p, type, Str.fromNameKey(name));
        } else {
            p.setAttribute(ts, name, null);
        }
    }

    // ---- text ----

    /** Whether it is a str or an instance of a subclass. */
    public static boolean isText(final Object o) {
        return o instanceof String || o instanceof WideStr || o instanceof PyStrSub;
    }

    /** The plain text of a str or an instance of a subclass. */
    public static Object textOf(final Object o) {
        return o instanceof PyStrSub s ? s.value : o;
    }

    /** {@code repr(o)}: a plain text. */
    public static Object repr(final ThreadState ts, final Object o) {
        return textOf(reprObject(ts, o));
    }

    /** {@code repr(o)}: the very str that {@code __repr__} gave. */
    public static Object reprObject(final ThreadState ts, final Object o) {
        ts.enterCall(" while getting the repr of an object");
        try {
            final Object r = Special.call0(ts, o, "__repr__");
            if (r == null || !isText(r)) {
                throw Errors.typeError("__repr__ returned non-string (type " + (r == null ? "NULL"
                        : PyType.of(r).fullName()) + ")");
            }
            return r;
        } finally {
            ts.leaveCall();
        }
    }

    /** {@code repr(o)} as UTF-16, for messages. */
    public static String reprJava(final ThreadState ts, final Object o) {
        return Str.toJava(repr(ts, o));
    }

    /** {@code str(o)}: a plain text, or for an exact result of {@code __str__} that very object. */
    public static Object str(final ThreadState ts, final Object o) {
        if (o instanceof String || o instanceof WideStr) {
            return o;
        }
        if (o instanceof Long n) {
            return Long.toString(n);
        }
        ts.enterCall(" while getting the str of an object");
        try {
            final Object r = Special.call0(ts, o, "__str__");
            if (r == null || !isText(r)) {
                throw Errors.typeError("__str__ returned non-string (type " + (r == null ? "NULL"
                        : PyType.of(r).fullName()) + ")");
            }
            return r;
        } finally {
            ts.leaveCall();
        }
    }

    /** {@code str(o)} as UTF-16. */
    public static String strJava(final ThreadState ts, final Object o) {
        return Str.toJava(textOf(str(ts, o)));
    }

    /** {@code ascii(o)}. */
    public static Object ascii(final ThreadState ts, final Object o) {
        final Object text = reprObject(ts, o);
        return Str.isAscii(textOf(text)) ? text : dev.adder.language.text.Quote.escapeNonAscii(textOf(text));
    }

    /** {@code format(o, spec)}; {@code spec} a text. */
    public static Object format(final ThreadState ts, final Object o, final Object spec) {
        if (Str.isEmpty(textOf(spec))) {
            if (o instanceof String || o instanceof WideStr) {
                return o;
            }
            if (o instanceof Long n) {
                return Long.toString(n);
            }
        }
        if (spec instanceof String s && (o instanceof Long || o instanceof Double || o instanceof String)) {
            final String quick = QuickFormat.format(o, s);
            if (quick != null) {
                return quick;
            }
        }
        final PyType type = PyType.of(o);
        final Object m = type.lookup("__format__");
        if (m == null) {
            throw Errors.typeError("Type " + type.fullName() + " doesn't define __format__");
        }
        if (m instanceof BuiltinDescriptor d && d.owner == PyType.OBJECT && Str.isEmpty(textOf(spec))) {
            return str(ts, o);
        }
        final Object r = Special.invoke1(ts, m, o, type, spec);
        if (!isText(r)) {
            throw Errors.typeError("__format__ must return a str, not " + PyType.of(r).fullName());
        }
        return r;
    }

    // ---- truth, identity, comparison, hash ----

    /** {@code bool(o)}. */
    public static boolean isTrue(final ThreadState ts, final Object o) {
        if (o instanceof Boolean b) {
            return b;
        }
        if (o instanceof Long n) {
            return n != 0;
        }
        if (o instanceof String s) {
            return !s.isEmpty();
        }
        if (o instanceof PyNone) {
            return false;
        }
        if (o instanceof Double d) {
            return d != 0.0;
        }
        return isTrueSlow(ts, o);
    }

    private static boolean isTrueSlow(final ThreadState ts, final Object o) {
        if (o instanceof BigInteger || o instanceof WideStr) {
            return true;
        }
        final int size = builtinSize(o);
        if (size >= 0) {
            return size != 0;
        }
        final Object b = Special.call0(ts, o, "__bool__");
        if (b != null) {
            if (b instanceof Boolean value) {
                return value;
            }
            throw Errors.typeError("__bool__ should return bool, returned " + PyType.of(b).fullName());
        }
        final Object m = PyType.of(o).lookup("__len__");
        return m == null || length(ts, o) != 0;
    }

    /** {@code a is b}: by value for ints, by bits for floats, by identity otherwise. */
    public static boolean is(final Object a, final Object b) {
        if (a == b) {
            return true;
        }
        if (a instanceof Long x) {
            return b instanceof Long y && x.longValue() == y.longValue();
        }
        if (a instanceof Double x) {
            return b instanceof Double y
                    && Double.doubleToRawLongBits(x) == Double.doubleToRawLongBits(y);
        }
        if (a instanceof Boolean x) {
            return b instanceof Boolean y && x.booleanValue() == y.booleanValue();
        }
        if (a instanceof BigInteger x) {
            return x.equals(b);
        }
        if (a instanceof String x) {
            return b instanceof String y && x.length() <= 1 && x.equals(y);
        }
        return false;
    }

    /** {@code id(o)}, in agreement with {@link #is}. */
    public static Object id(final Object o) {
        return switch (o) {
            case Long n -> n >= -(1L << 40) && n < 1L << 40 ? Long.valueOf(0x100000000000L + n * 16)
                    : IntMath.normalise(BigInteger.valueOf(n).shiftLeft(4).add(BigInteger.ONE.shiftLeft(80)));
            case Boolean b -> b ? 0x10L : 0x20L;
            case Double d -> IntMath.normalise(new BigInteger(Long.toUnsignedString(Double.doubleToRawLongBits(d)))
                    .shiftLeft(4).add(BigInteger.ONE.shiftLeft(96)));
            case BigInteger b -> IntMath.normalise(b.shiftLeft(5).abs().setBit(0).add(BigInteger.ONE.shiftLeft(100)));
            case String s -> s.length() <= 1 ? Long.valueOf(0x1000L + (s.isEmpty() ? 0 : s.charAt(0) + 1) * 16L)
                    : Long.valueOf(Ids.of(s));
            default -> Ids.of(o);
        };
    }

    public static final int LT = 0;
    public static final int LE = 1;
    public static final int EQ = 2;
    public static final int NE = 3;
    public static final int GT = 4;
    public static final int GE = 5;
    private static final String[] COMPARE_NAMES = {"__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"};
    private static final String[] COMPARE_SYMBOLS = {"<", "<=", "==", "!=", ">", ">="};
    private static final int[] SWAPPED = {GT, GE, EQ, NE, LT, LE};

    /** The operation that {@code b} must be asked for {@code a OP b}. */
    public static int swapped(final int op) {
        return SWAPPED[op];
    }

    /** {@code a OP b} as an object; {@code op} one of {@link #LT} to {@link #GE}. */
    public static Object richCompare(final ThreadState ts, final Object a, final Object b, final int op) {
        if (a instanceof Long x) {
            if (b instanceof Long y) {
                return fromSign(Long.compare(x, y), op);
            }
            if (b instanceof Double y) {
                return IntMath.compareDouble(x, y, op);
            }
        } else if (a instanceof Double x) {
            if (b instanceof Double y) {
                return compareDoubles(x, y, op);
            }
            if (b instanceof Long y) {
                return IntMath.compareDouble(y, x, SWAPPED[op]);
            }
        } else if (a instanceof String x && b instanceof String y) {
            return op == EQ ? x.equals(y) : op == NE ? !x.equals(y) : fromSign(Str.compare(x, y), op);
        }
        if (a instanceof BigInteger x) {
            if (b instanceof BigInteger y) {
                return fromSign(x.compareTo(y), op);
            }
            if (b instanceof Long) {
                return fromSign(x.signum(), op);
            }
        }
        return richCompareSlow(ts, a, b, op);
    }

    /** {@code a == b} as a truth value, identity not implying equality. */
    public static boolean equal(final ThreadState ts, final Object a, final Object b) {
        final Object r = richCompare(ts, a, b, EQ);
        return r instanceof Boolean v ? v : isTrue(ts, r);
    }

    /** Identity or equality: what containers use. */
    public static boolean same(final ThreadState ts, final Object a, final Object b) {
        return a == b || is(a, b) || equal(ts, a, b);
    }

    /** {@code a OP b} as a truth value; identity decides {@code ==} and {@code !=} (PyObject_RichCompareBool). */
    public static boolean compareBool(final ThreadState ts, final Object a, final Object b, final int op) {
        if (is(a, b)) {
            if (op == EQ) {
                return true;
            }
            if (op == NE) {
                return false;
            }
        }
        final Object r = richCompare(ts, a, b, op);
        return r instanceof Boolean v ? v : isTrue(ts, r);
    }

    /** The truth of an ordering given the sign of a comparison. */
    public static Boolean fromSign(final int sign, final int op) {
        return switch (op) {
            case LT -> sign < 0;
            case LE -> sign <= 0;
            case EQ -> sign == 0;
            case NE -> sign != 0;
            case GT -> sign > 0;
            default -> sign >= 0;
        };
    }

    public static Boolean compareDoubles(final double x, final double y, final int op) {
        return switch (op) {
            case LT -> x < y;
            case LE -> x <= y;
            case EQ -> x == y;
            case NE -> x != y;
            case GT -> x > y;
            default -> x >= y;
        };
    }

    /** {@code do_richcompare} of CPython's object.c. */
    private static Object richCompareSlow(final ThreadState ts, final Object a, final Object b, final int op) {
        final PyType ta = PyType.of(a);
        final PyType tb = PyType.of(b);
        if ((op == EQ || op == NE) && ((ta.hooks() | tb.hooks()) & PyType.HOOK_EQUALITY) == 0) {
            return (a == b) == (op == EQ);
        }
        ts.enterCall(" in comparison");
        try {
            if (ta == PyTuple.TYPE && tb == PyTuple.TYPE) {
                return ((PyTuple) a).compare(ts, b, op);
            }
            boolean checkedReverse = false;
            if (ta != tb && tb.isSubtypeOf(ta)) {
                final Object m = tb.lookup(COMPARE_NAMES[SWAPPED[op]]);
                if (m != null) {
                    checkedReverse = true;
                    final Object r = Special.invoke1(ts, m, b, tb, a);
                    if (r != PyNotImplemented.NOT_IMPLEMENTED) {
                        return r;
                    }
                }
            }
            final Object m = ta.lookup(COMPARE_NAMES[op]);
            if (m != null) {
                final Object r = Special.invoke1(ts, m, a, ta, b);
                if (r != PyNotImplemented.NOT_IMPLEMENTED) {
                    return r;
                }
            }
            return compareAfterLeft(ts, a, b, op, checkedReverse);
        } finally {
            ts.leaveCall();
        }
    }

    /** A comparison whose left operand's method has given NotImplemented, the right one being no subclass's. */
    public static Object compareAfterLeft(final ThreadState ts, final Object a, final Object b, final int op) {
        return compareAfterLeft(ts, a, b, op, false);
    }

    private static Object compareAfterLeft(final ThreadState ts, final Object a, final Object b, final int op,
            final boolean checkedReverse) {
        final PyType ta = PyType.of(a);
        final PyType tb = PyType.of(b);
        if (!checkedReverse) {
            final Object mr = tb.lookup(COMPARE_NAMES[SWAPPED[op]]);
            if (mr != null) {
                final Object r = Special.invoke1(ts, mr, b, tb, a);
                if (r != PyNotImplemented.NOT_IMPLEMENTED) {
                    return r;
                }
            }
        }
        if (op == EQ) {
            return is(a, b);
        }
        if (op == NE) {
            return !is(a, b);
        }
        throw Errors.typeError("'" + COMPARE_SYMBOLS[op] + "' not supported between instances of '" + ta.fullName()
                + "' and '" + tb.fullName() + "'");
    }

    /** {@code hash(o)}. */
    public static long hash(final ThreadState ts, final Object o) {
        if (o instanceof Long n) {
            return Hashes.ofLong(n);
        }
        if (o instanceof String s) {
            return ts.interp.hashOfText(s);
        }
        if (o instanceof Boolean b) {
            return b ? 1 : 0;
        }
        if (o instanceof Double d) {
            return hashDouble(d);
        }
        if (o instanceof BigInteger b) {
            return Hashes.ofBigInteger(b);
        }
        if (o instanceof WideStr w) {
            return ts.interp.hashOfText(w);
        }
        if (o.getClass() == PyTuple.class) {
            return ((PyTuple) o).hash(ts);
        }
        return hashSlow(ts, o);
    }

    private static long hashDouble(final Double d) {
        // CPython hashes a NaN by its address; here all NaN objects with equal bits are one object.
        return d.isNaN() ? identityHash(d) : Hashes.ofDouble(d);
    }

    private static long hashSlow(final ThreadState ts, final Object o) {
        final PyType type = PyType.of(o);
        final Object m = type.lookup("__hash__");
        if (m == null || m == PyNone.NONE) {
            throw Errors.typeError("unhashable type: '" + type.fullName() + "'");
        }
        if (m instanceof BuiltinDescriptor d && d.owner == PyType.OBJECT) {
            return identityHash(o);
        }
        final Object h = Special.invoke0(ts, m, o, type);
        if (h instanceof Long n) {
            return n == -1 ? -2 : n;
        }
        if (h instanceof BigInteger b) {
            return Hashes.ofBigInteger(b);
        }
        if (h instanceof Boolean b) {
            return b ? 1 : 0;
        }
        final Object plain = IntMath.intValueOrNull(h);
        if (plain == null) {
            throw Errors.typeError("__hash__ method should return an integer");
        }
        return hash(ts, plain);
    }

    /**
     * {@code object.__hash__}: derived from the identity. Not from {@link #id}, whose numbers are kept in a table of weak
     * references: a tenth of the time of a program that has its tasks in a set.
     */
    public static long identityHash(final Object o) {
        if (o instanceof PyObject) {
            return System.identityHashCode(o);
        }
        if (o instanceof Double d) {
            return Hashes.ofLong(Double.doubleToRawLongBits(d));
        }
        final long h = Long.rotateRight(Ids.of(o), 4);
        return h == -1 ? -2 : h;
    }

    // ---- calls, size, type tests ----

    public static Object call(final ThreadState ts, final Object f, final Object... args) {
        return Calls.call(ts, f, args, null);
    }

    /** {@code len(o)}. */
    public static long length(final ThreadState ts, final Object o) {
        if (o instanceof String s) {
            return s.length();
        }
        final int size = builtinSize(o);
        if (size >= 0) {
            return size;
        }
        final PyType type = PyType.of(o);
        final Object m = type.lookup("__len__");
        if (m == null) {
            throw Errors.typeError("object of type '" + type.fullName() + "' has no len()");
        }
        final Object r = Special.invoke0(ts, m, o, type);
        if (r instanceof Long n) {
            if (n < 0) {
                throw Errors.valueError("__len__() should return >= 0");
            }
            return n;
        }
        final Object i = PyNumber.index(ts, r);
        if (IntMath.sign(i) < 0) {
            throw Errors.valueError("__len__() should return >= 0");
        }
        return PyNumber.asCount(ts, i);
    }

    private static int builtinSize(final Object o) {
        return o instanceof PyObject p && !p.shape.type.isHeapType() ? p.builtinSize() : -1;
    }

    /** {@code isinstance(o, cls)}; {@code cls} a type, a tuple, a union, or anything with {@code __instancecheck__}. */
    public static boolean isInstance(final ThreadState ts, final Object o, final Object cls) {
        if (PyType.of(o) == cls) {
            return true;
        }
        if (cls instanceof PyType t && t.shape.type == PyType.TYPE) {
            return realIsInstance(ts, o, t);
        }
        if (cls instanceof PyTuple tuple) {
            ts.enterCall(" in __instancecheck__");
            try {
                for (final Object c : tuple.items()) {
                    if (isInstance(ts, o, c)) {
                        return true;
                    }
                }
                return false;
            } finally {
                ts.leaveCall();
            }
        }
        final PyType meta = PyType.of(cls);
        final Object m = meta.lookup("__instancecheck__");
        if (m != null) {
            ts.enterCall(" in __instancecheck__");
            try {
                return isTrue(ts, Special.invoke1(ts, m, cls, meta, o));
            } finally {
                ts.leaveCall();
            }
        }
        return realIsInstance(ts, o, cls);
    }

    /** {@code type.__instancecheck__}: the subtype relation, then {@code __class__}. */
    public static boolean realIsInstance(final ThreadState ts, final Object o, final Object cls) {
        if (cls instanceof PyType t) {
            if (PyType.of(o).isSubtypeOf(t)) {
                return true;
            }
            if (o instanceof PyObject p && (p.shape.type.isHeapType() || p.overridesGetAttribute())) {
                final Object c = lookupAttr(ts, o, "__class__");
                return c != PyType.of(o) && c instanceof PyType ct && ct.isSubtypeOf(t);
            }
            return false;
        }
        checkClass(ts, cls, "isinstance() arg 2 must be a type, a tuple of types, or a union");
        final Object c = lookupAttr(ts, o, "__class__");
        return c != null && abstractIsSubclass(ts, c, cls);
    }

    private static void checkClass(final ThreadState ts, final Object cls, final String message) {
        if (!(lookupAttr(ts, cls, "__bases__") instanceof PyTuple)) {
            throw Errors.typeError(message);
        }
    }

    private static boolean abstractIsSubclass(final ThreadState ts, final Object derived, final Object cls) {
        if (derived == cls) {
            return true;
        }
        if (lookupAttr(ts, derived, "__bases__") instanceof PyTuple bases) {
            ts.enterCall(" in __subclasscheck__");
            try {
                for (final Object b : bases.items()) {
                    if (abstractIsSubclass(ts, b, cls)) {
                        return true;
                    }
                }
            } finally {
                ts.leaveCall();
            }
        }
        return false;
    }

    /** {@code issubclass(derived, cls)}. */
    public static boolean isSubclass(final ThreadState ts, final Object derived, final Object cls) {
        if (cls instanceof PyType t && t.shape.type == PyType.TYPE) {
            return derived == cls || realIsSubclass(ts, derived, cls);
        }
        if (cls instanceof PyTuple tuple) {
            ts.enterCall(" in __subclasscheck__");
            try {
                for (final Object c : tuple.items()) {
                    if (isSubclass(ts, derived, c)) {
                        return true;
                    }
                }
                return false;
            } finally {
                ts.leaveCall();
            }
        }
        final PyType meta = PyType.of(cls);
        final Object m = meta.lookup("__subclasscheck__");
        if (m != null) {
            ts.enterCall(" in __subclasscheck__");
            try {
                return isTrue(ts, Special.invoke1(ts, m, cls, meta, derived));
            } finally {
                ts.leaveCall();
            }
        }
        return realIsSubclass(ts, derived, cls);
    }

    /** {@code type.__subclasscheck__}. */
    public static boolean realIsSubclass(final ThreadState ts, final Object derived, final Object cls) {
        if (derived instanceof PyType d && cls instanceof PyType t) {
            return d.isSubtypeOf(t);
        }
        checkClass(ts, derived, "issubclass() arg 1 must be a class");
        checkClass(ts, cls, "issubclass() arg 2 must be a class, a tuple of classes, or a union");
        return abstractIsSubclass(ts, derived, cls);
    }

    public static boolean isCallable(final Object o) {
        return PyType.of(o).lookup("__call__") != null;
    }

    // ---- items ----

    /** {@code o[key]}. */
    public static Object getItem(final ThreadState ts, final Object o, final Object key) {
        final PyType type = PyType.of(o);
        final Object m = type.itemGetter();
        if (m != null) {
            return Special.invoke1(ts, m, o, type, key);
        }
        if (o instanceof PyType t) {
            if (t == PyType.TYPE) {
                return dev.adder.runtime.objects.PyGenericAlias.of(t, key);
            }
            final Object cgi = lookupAttr(ts, o, "__class_getitem__");
            if (cgi != null && cgi != PyNone.NONE) {
                return Calls.call1(ts, cgi, key);
            }
            throw Errors.typeError("type '" + t.name() + "' is not subscriptable");
        }
        throw Errors.typeError("'" + type.name() + "' object is not subscriptable");
    }

    /** {@code o[key] = value}. */
    public static void setItem(final ThreadState ts, final Object o, final Object key, final Object value) {
        if (Special.call2(ts, o, "__setitem__", key, value) == null) {
            throw Errors.typeError("'" + PyType.of(o).fullName() + "' object does not support item assignment");
        }
    }

    /** {@code del o[key]}. */
    public static void delItem(final ThreadState ts, final Object o, final Object key) {
        if (Special.call1(ts, o, "__delitem__", key) == null) {
            throw Errors.typeError("'" + PyType.of(o).fullName() + "' object doesn't support item deletion");
        }
    }

    /** {@code item in container}. */
    public static boolean contains(final ThreadState ts, final Object container, final Object item) {
        if (container instanceof String && item instanceof String) {
            return Str.contains(container, item);
        }
        final PyType type = PyType.of(container);
        final Object m = type.lookup("__contains__");
        if (m == PyNone.NONE) {
            throw Errors.typeError("'" + type.fullName() + "' object is not a container");
        }
        if (m != null) {
            return isTrue(ts, Special.invoke1(ts, m, container, type, item));
        }
        if (!PyIter.isIterable(container)) {
            throw Errors.typeError("argument of type '" + type.fullName() + "' is not a container or iterable");
        }
        final Object it = PyIter.get(ts, container);
        int n = 0;
        for (Object o = PyIter.next(ts, it); o != null; o = PyIter.next(ts, it)) {
            if (same(ts, o, item)) {
                return true;
            }
            if ((++n & 1023) == 0) {
                ts.poll();
            }
        }
        return false;
    }

    // ---- odds and ends ----

    /** {@code exception.add_note(note)}. */
    public static void addNote(final ThreadState ts, final PyBaseException e, final String note) {
        Object notes = lookupAttr(ts, e, "__notes__");
        if (!(notes instanceof PyList)) {
            notes = new PyList();
            setAttr(ts, e, "__notes__", notes);
        }
        ((PyList) notes).append(ts, Str.ofUtf16(note));
    }

    /** The candidate most like the name, by CPython's {@code _Py_CalculateSuggestions}, or null. */
    public static String suggest(final String name, final List<String> candidates) {
        return Suggestions.closest(name, candidates);
    }
}
