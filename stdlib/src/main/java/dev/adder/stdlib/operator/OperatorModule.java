package dev.adder.stdlib.operator;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.ArgumentParser;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.stdlib.Buffers;

/** The module {@code _operator}: the operators as functions. */
@PyModuleSpec("_operator")
public final class OperatorModule extends NativeModule {
    @PyConstant("attrgetter")
    static final Object ATTR_GETTER = AttrGetter.TYPE;
    @PyConstant("itemgetter")
    static final Object ITEM_GETTER = ItemGetter.TYPE;
    @PyConstant("methodcaller")
    static final Object METHOD_CALLER = MethodCaller.TYPE;

    @Override
    public BuiltinTable table() {
        return new OperatorModuleTable();
    }

    // ---- truth, identity, comparison

    @PyFunction("truth(a, /)")
    static boolean truth(final ThreadState ts, final Object a) {
        return PyObjects.isTrue(ts, a);
    }

    @PyFunction("not_(a, /)")
    static boolean not(final ThreadState ts, final Object a) {
        return !PyObjects.isTrue(ts, a);
    }

    @PyFunction("is_(a, b, /)")
    static boolean is(final Object a, final Object b) {
        return PyObjects.is(a, b);
    }

    @PyFunction("is_not(a, b, /)")
    static boolean isNot(final Object a, final Object b) {
        return !PyObjects.is(a, b);
    }

    @PyFunction("is_none(a, /)")
    static boolean isNone(final Object a) {
        return a == PyNone.NONE;
    }

    @PyFunction("is_not_none(a, /)")
    static boolean isNotNone(final Object a) {
        return a != PyNone.NONE;
    }

    @PyFunction("lt(a, b, /)")
    static Object lt(final ThreadState ts, final Object a, final Object b) {
        return PyObjects.richCompare(ts, a, b, PyObjects.LT);
    }

    @PyFunction("le(a, b, /)")
    static Object le(final ThreadState ts, final Object a, final Object b) {
        return PyObjects.richCompare(ts, a, b, PyObjects.LE);
    }

    @PyFunction("eq(a, b, /)")
    static Object eq(final ThreadState ts, final Object a, final Object b) {
        return PyObjects.richCompare(ts, a, b, PyObjects.EQ);
    }

    @PyFunction("ne(a, b, /)")
    static Object ne(final ThreadState ts, final Object a, final Object b) {
        return PyObjects.richCompare(ts, a, b, PyObjects.NE);
    }

    @PyFunction("gt(a, b, /)")
    static Object gt(final ThreadState ts, final Object a, final Object b) {
        return PyObjects.richCompare(ts, a, b, PyObjects.GT);
    }

    @PyFunction("ge(a, b, /)")
    static Object ge(final ThreadState ts, final Object a, final Object b) {
        return PyObjects.richCompare(ts, a, b, PyObjects.GE);
    }

    // ---- arithmetic

    @PyFunction("add(a, b, /)")
    static Object add(final ThreadState ts, final Object a, final Object b) {
        return PyNumber.add(ts, a, b);
    }

    @PyFunction("sub(a, b, /)")
    static Object sub(final ThreadState ts, final Object a, final Object b) {
        return PyNumber.subtract(ts, a, b);
    }

    @PyFunction("mul(a, b, /)")
    static Object mul(final ThreadState ts, final Object a, final Object b) {
        return PyNumber.multiply(ts, a, b);
    }

    @PyFunction("matmul(a, b, /)")
    static Object matmul(final ThreadState ts, final Object a, final Object b) {
        return PyNumber.matrixMultiply(ts, a, b);
    }

    @PyFunction("floordiv(a, b, /)")
    static Object floordiv(final ThreadState ts, final Object a, final Object b) {
        return PyNumber.floorDivide(ts, a, b);
    }

    @PyFunction("truediv(a, b, /)")
    static Object truediv(final ThreadState ts, final Object a, final Object b) {
        return PyNumber.trueDivide(ts, a, b);
    }

    @PyFunction("mod(a, b, /)")
    static Object mod(final ThreadState ts, final Object a, final Object b) {
        return PyNumber.remainder(ts, a, b);
    }

    @PyFunction("lshift(a, b, /)")
    static Object lshift(final ThreadState ts, final Object a, final Object b) {
        return PyNumber.lshift(ts, a, b);
    }

    @PyFunction("rshift(a, b, /)")
    static Object rshift(final ThreadState ts, final Object a, final Object b) {
        return PyNumber.rshift(ts, a, b);
    }

    @PyFunction("and_(a, b, /)")
    static Object and(final ThreadState ts, final Object a, final Object b) {
        return PyNumber.and(ts, a, b);
    }

    @PyFunction("xor(a, b, /)")
    static Object xor(final ThreadState ts, final Object a, final Object b) {
        return PyNumber.xor(ts, a, b);
    }

    @PyFunction("or_(a, b, /)")
    static Object or(final ThreadState ts, final Object a, final Object b) {
        return PyNumber.or(ts, a, b);
    }

    @PyFunction("iadd(a, b, /)")
    static Object iadd(final ThreadState ts, final Object a, final Object b) {
        return PyNumber.inPlaceAdd(ts, a, b);
    }

    @PyFunction("isub(a, b, /)")
    static Object isub(final ThreadState ts, final Object a, final Object b) {
        return PyNumber.inPlaceSubtract(ts, a, b);
    }

    @PyFunction("imul(a, b, /)")
    static Object imul(final ThreadState ts, final Object a, final Object b) {
        return PyNumber.inPlaceMultiply(ts, a, b);
    }

    @PyFunction("imatmul(a, b, /)")
    static Object imatmul(final ThreadState ts, final Object a, final Object b) {
        return PyNumber.inPlaceMatrixMultiply(ts, a, b);
    }

    @PyFunction("ifloordiv(a, b, /)")
    static Object ifloordiv(final ThreadState ts, final Object a, final Object b) {
        return PyNumber.inPlaceFloorDivide(ts, a, b);
    }

    @PyFunction("itruediv(a, b, /)")
    static Object itruediv(final ThreadState ts, final Object a, final Object b) {
        return PyNumber.inPlaceTrueDivide(ts, a, b);
    }

    @PyFunction("imod(a, b, /)")
    static Object imod(final ThreadState ts, final Object a, final Object b) {
        return PyNumber.inPlaceRemainder(ts, a, b);
    }

    @PyFunction("ilshift(a, b, /)")
    static Object ilshift(final ThreadState ts, final Object a, final Object b) {
        return PyNumber.inPlaceLshift(ts, a, b);
    }

    @PyFunction("irshift(a, b, /)")
    static Object irshift(final ThreadState ts, final Object a, final Object b) {
        return PyNumber.inPlaceRshift(ts, a, b);
    }

    @PyFunction("iand(a, b, /)")
    static Object iand(final ThreadState ts, final Object a, final Object b) {
        return PyNumber.inPlaceAnd(ts, a, b);
    }

    @PyFunction("ixor(a, b, /)")
    static Object ixor(final ThreadState ts, final Object a, final Object b) {
        return PyNumber.inPlaceXor(ts, a, b);
    }

    @PyFunction("ior(a, b, /)")
    static Object ior(final ThreadState ts, final Object a, final Object b) {
        return PyNumber.inPlaceOr(ts, a, b);
    }

    @PyFunction("neg(a, /)")
    static Object neg(final ThreadState ts, final Object a) {
        return PyNumber.negative(ts, a);
    }

    @PyFunction("pos(a, /)")
    static Object pos(final ThreadState ts, final Object a) {
        return PyNumber.positive(ts, a);
    }

    @PyFunction("abs(a, /)")
    static Object abs(final ThreadState ts, final Object a) {
        return PyNumber.absolute(ts, a);
    }

    @PyFunction("inv(a, /)")
    static Object inv(final ThreadState ts, final Object a) {
        return PyNumber.invert(ts, a);
    }

    @PyFunction("invert(a, /)")
    static Object invert(final ThreadState ts, final Object a) {
        return PyNumber.invert(ts, a);
    }

    @PyFunction("index(a, /)")
    static Object index(final ThreadState ts, final Object a) {
        return PyNumber.index(ts, a);
    }

    @PyFunction("pow(a, b, /)")
    static Object pow(final ThreadState ts, final Object a, final Object b) {
        return PyNumber.power(ts, a, b, PyNone.NONE);
    }

    @PyFunction("ipow(a, b, /)")
    static Object ipow(final ThreadState ts, final Object a, final Object b) {
        return PyNumber.inPlacePower(ts, a, b);
    }

    // ---- sequences and containers

    @PyFunction("concat(a, b, /)")
    static Object concat(final ThreadState ts, final Object a, final Object b) {
        checkSequence(a);
        return PyNumber.add(ts, a, b);
    }

    @PyFunction("iconcat(a, b, /)")
    static Object iconcat(final ThreadState ts, final Object a, final Object b) {
        checkSequence(a);
        return PyNumber.inPlaceAdd(ts, a, b);
    }

    private static void checkSequence(final Object a) {
        final PyType type = PyType.of(a);
        if (type.lookup("__getitem__") == null) {
            throw Errors.typeError("'" + type.name() + "' object can't be concatenated");
        }
    }

    @PyFunction("contains(a, b, /)")
    static boolean contains(final ThreadState ts, final Object a, final Object b) {
        return PyObjects.contains(ts, a, b);
    }

    @PyFunction("indexOf(a, b, /)")
    static long indexOf(final ThreadState ts, final Object a, final Object b) {
        final Object it = iterator(ts, a);
        long n = 0;
        for (Object item = PyIter.next(ts, it); item != null; item = PyIter.next(ts, it)) {
            if (PyObjects.same(ts, item, b)) {
                return n;
            }
            n++;
        }
        throw Errors.valueError("sequence.index(x): x not in sequence");
    }

    @PyFunction("countOf(a, b, /)")
    static long countOf(final ThreadState ts, final Object a, final Object b) {
        final Object it = iterator(ts, a);
        long n = 0;
        for (Object item = PyIter.next(ts, it); item != null; item = PyIter.next(ts, it)) {
            n += PyObjects.same(ts, item, b) ? 1 : 0;
        }
        return n;
    }

    private static Object iterator(final ThreadState ts, final Object a) {
        if (!PyIter.isIterable(a)) {
            throw Errors.typeError("argument of type '" + PyType.of(a).name() + "' is not iterable");
        }
        return PyIter.get(ts, a);
    }

    @PyFunction("getitem(a, b, /)")
    static Object getItem(final ThreadState ts, final Object a, final Object b) {
        return PyObjects.getItem(ts, a, b);
    }

    @PyFunction("setitem(a, b, c, /)")
    static void setItem(final ThreadState ts, final Object a, final Object b, final Object c) {
        PyObjects.setItem(ts, a, b, c);
    }

    @PyFunction("delitem(a, b, /)")
    static void delItem(final ThreadState ts, final Object a, final Object b) {
        PyObjects.delItem(ts, a, b);
    }

    @PyFunction("length_hint(obj, default=0, /)")
    static long lengthHint(final ThreadState ts, final Object obj, final long defaultValue) {
        return PyIter.lengthHint(ts, obj, defaultValue);
    }

    // ---- others

    @PyFunction(value = "call($module, obj, /, *args, **kwargs)", raw = true)
    static Object call(final ThreadState ts, final Object[] args, final String[] kwNames) {
        ArgumentParser.checkCount("call", ArgumentParser.positional(args, kwNames), 1, Integer.MAX_VALUE);
        return Calls.call(ts, args[0], ArgumentParser.rest(args, args.length, 1), kwNames);
    }

    /** Takes the same time wherever the difference lies. */
    @PyFunction("_compare_digest(a, b, /)")
    static boolean compareDigest(final ThreadState ts, final Object a, final Object b) {
        if (PyObjects.isText(a) && PyObjects.isText(b)) {
            final Object x = PyObjects.textOf(a);
            final Object y = PyObjects.textOf(b);
            if (!Str.isAscii(x) || !Str.isAscii(y)) {
                throw Errors.typeError("comparing strings with non-ASCII characters is not supported");
            }
            return java.security.MessageDigest.isEqual(ascii((String) x), ascii((String) y));
        }
        return java.security.MessageDigest.isEqual(Buffers.bytes(ts, a), Buffers.bytes(ts, b));
    }

    private static byte[] ascii(final String text) {
        final byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) text.charAt(i);
        }
        return bytes;
    }
}
