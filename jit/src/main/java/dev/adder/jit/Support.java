package dev.adder.jit;

import dev.adder.runtime.PyInstance;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.Attributes;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.Shape;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.TypeCall;
import dev.adder.runtime.interp.Accumulator;
import dev.adder.runtime.interp.Cell;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.Frame;
import dev.adder.runtime.interp.GlobalCell;
import dev.adder.runtime.interp.Kinds;
import dev.adder.runtime.interp.Packed;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.objects.PyComplex;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyProperty;
import dev.adder.runtime.objects.PyRangeIterator;
import dev.adder.runtime.objects.PySet;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.FloatMath;
import dev.adder.runtime.ops.IntMath;
import dev.adder.runtime.ops.LibM;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.ops.Powers;
import java.lang.invoke.VarHandle;

/**
 * What emitted code calls, made to be inlined. A method that guards throws {@link Failed} before any effect; the unit
 * catches it and hands the instruction to the interpreter.
 */
public final class Support {
    private static final Shape LIST = PyList.TYPE.rootShape();
    private static final long EXACT = 1L << 53;

    private Support() {
    }

    // ---- entering and leaving

    /** At a back edge now and then: the unit is left when tracing has been switched on. */
    public static void poll(final ThreadState ts) {
        ts.poll();
        if (ts.tracer != null) {
            throw Failed.FAILED;
        }
    }

    public static Frame enter(final ThreadState ts, final PyFunction fn, final CodeState state) {
        ts.poll();
        ts.enterCall();
        final Frame f = new Frame(state, fn);
        f.back = ts.frame;
        ts.frame = f;
        return f;
    }

    /** As {@link #enter} for a function inlined into the unit, which is not relied on once it is dropped. */
    public static Frame enterInlined(final ThreadState ts, final PyFunction fn, final CodeState state, final Unit unit) {
        if (unit.dropped || ts.tracer != null) {
            throw Failed.FAILED;
        }
        return enter(ts, fn, state);
    }

    /** Before an instruction that is carried out on the frame's registers. */
    public static void needRegisters(final Frame f) {
        if (f.regs == null) {
            f.fillRegisters();
        }
    }

    public static void leave(final ThreadState ts, final Frame f) {
        f.finished = true;
        ts.frame = f.back;
        ts.leaveCall();
    }

    public static void finish(final Frame f) {
        f.finished = true;
    }

    public static void suspend(final Frame f, final int pc) {
        f.pc = pc;
        f.suspended = true;
    }

    /** Whether the GET_ITER with this profile never gave what it was given. */
    public static void freshIterator(final int[] kinds, final int ic) {
        if ((kinds[ic] & Kinds.SAME_ITERATOR) != 0) {
            throw Failed.FAILED;
        }
    }

    // ---- boxes and guards

    public static Object box(final long n) {
        return n;
    }

    public static Object box(final double n) {
        return n;
    }

    public static Object box(final boolean b) {
        return b;
    }

    public static Object box(final double re, final double im) {
        return new PyComplex(re, im);
    }

    public static Object asComplex(final Object o) {
        if (o instanceof PyComplex z && z.shape == COMPLEX) {
            return o;
        }
        throw Failed.FAILED;
    }

    public static double real(final Object o) {
        return ((PyComplex) o).re;
    }

    public static double imaginary(final Object o) {
        return ((PyComplex) o).im;
    }

    /** {@code a * b - c * d}, where infinities need no care. */
    public static double productReal(final double a, final double b, final double c, final double d) {
        final double x = a * b - c * d;
        if (x != x) {
            throw Failed.FAILED;
        }
        return x;
    }

    public static double productImaginary(final double a, final double b, final double c, final double d) {
        return a * b + c * d;
    }

    public static long asLong(final Object o) {
        if (o instanceof Long n) {
            return n;
        }
        throw Failed.FAILED;
    }

    public static double asDouble(final Object o) {
        if (o instanceof Double n) {
            return n;
        }
        throw Failed.FAILED;
    }

    public static boolean asBoolean(final Object o) {
        if (o instanceof Boolean b) {
            return b;
        }
        throw Failed.FAILED;
    }

    public static void bound(final Object o) {
        if (o == null) {
            throw Failed.FAILED;
        }
    }

    public static Object cellValue(final Object cell) {
        final Object value = ((Cell) cell).value;
        if (value == null) {
            throw Failed.FAILED;
        }
        return value;
    }

    public static void storeCell(final Object cell, final Object value) {
        ((Cell) cell).value = value;
    }

    // ---- globals

    public static Object global(final GlobalCell cell) {
        final Object value = cell.peek();
        if (value == null) {
            throw Failed.FAILED;
        }
        return value;
    }

    // ---- ints

    public static long floorDivide(final long a, final long b) {
        if (b == 0 || b == -1) {
            throw Failed.FAILED;
        }
        return Math.floorDiv(a, b);
    }

    public static long modulo(final long a, final long b) {
        if (a >= 0 && a < b) {
            return a;
        }
        if (b == 0) {
            throw Failed.FAILED;
        }
        return Math.floorMod(a, b);
    }

    public static double trueDivide(final long a, final long b) {
        if (b == 0 || a > EXACT || a < -EXACT || b > EXACT || b < -EXACT) {
            throw Failed.FAILED;
        }
        return (double) a / (double) b;
    }

    public static double trueDivide(final double a, final double b) {
        if (b == 0) {
            throw Failed.FAILED;
        }
        return a / b;
    }

    /** What raises, or gives a complex number, is left to the interpreter. */
    public static double power(final double a, final double b) {
        if (b == 0.5 && Powers.isNear(a)) {
            return Powers.nearRoot(a);
        }
        if (!(a > 0) || !(Math.abs(b) <= Double.MAX_VALUE)) {
            throw Failed.FAILED;
        }
        final double r = Powers.pow(a, b);
        if (r == Double.POSITIVE_INFINITY && a != r) {
            throw Failed.FAILED;
        }
        return r;
    }

    public static double modulo(final double a, final double b) {
        if (b == 0) {
            throw Failed.FAILED;
        }
        return FloatMath.modulo(a, b);
    }

    public static double floorDivide(final double a, final double b) {
        if (b == 0) {
            throw Failed.FAILED;
        }
        return FloatMath.floorDivide(a, b);
    }

    public static long shiftLeft(final long a, final long b) {
        if (b < 0 || b > 62) {
            throw Failed.FAILED;
        }
        final long r = a << b;
        if (r >> b != a) {
            throw Failed.FAILED;
        }
        return r;
    }

    public static long shiftRight(final long a, final long b) {
        if (b < 0) {
            throw Failed.FAILED;
        }
        return a >> Math.min(b, 63);
    }

    /** An int that a comparison with a float may treat as one. */
    public static double exact(final long a) {
        if (a > EXACT || a < -EXACT) {
            throw Failed.FAILED;
        }
        return a;
    }

    public static Object addBig(final long a, final long b) {
        return IntMath.addLongs(a, b);
    }

    public static Object subtractBig(final long a, final long b) {
        return IntMath.subtractLongs(a, b);
    }

    public static Object multiplyBig(final long a, final long b) {
        return IntMath.multiplyLongs(a, b);
    }

    // ---- comparisons

    public static boolean lt(final long a, final long b) {
        return a < b;
    }

    public static boolean le(final long a, final long b) {
        return a <= b;
    }

    public static boolean eq(final long a, final long b) {
        return a == b;
    }

    public static boolean ne(final long a, final long b) {
        return a != b;
    }

    public static boolean gt(final long a, final long b) {
        return a > b;
    }

    public static boolean ge(final long a, final long b) {
        return a >= b;
    }

    public static boolean lt(final double a, final double b) {
        return a < b;
    }

    public static boolean le(final double a, final double b) {
        return a <= b;
    }

    public static boolean eq(final double a, final double b) {
        return a == b;
    }

    public static boolean ne(final double a, final double b) {
        return a != b;
    }

    public static boolean gt(final double a, final double b) {
        return a > b;
    }

    public static boolean ge(final double a, final double b) {
        return a >= b;
    }

    public static boolean is(final Object a, final Object b) {
        return a == b || PyObjects.is(a, b);
    }

    public static Object finish(final Object a) {
        return Accumulator.finish(a);
    }

    // ---- arithmetic of objects, with complex numbers in front

    public static Object add(final ThreadState ts, final Object a, final Object b) {
        if (a instanceof PyComplex x && b instanceof PyComplex y && x.shape == COMPLEX && y.shape == COMPLEX) {
            return new PyComplex(x.re + y.re, x.im + y.im);
        }
        return PyNumber.add(ts, a, b);
    }

    public static Object subtract(final ThreadState ts, final Object a, final Object b) {
        if (a instanceof PyComplex x && b instanceof PyComplex y && x.shape == COMPLEX && y.shape == COMPLEX) {
            return new PyComplex(x.re - y.re, x.im - y.im);
        }
        return PyNumber.subtract(ts, a, b);
    }

    public static Object multiply(final ThreadState ts, final Object a, final Object b) {
        if (a instanceof PyComplex x && b instanceof PyComplex y && x.shape == COMPLEX && y.shape == COMPLEX) {
            return PyComplex.product(x.re, x.im, y.re, y.im);
        }
        return PyNumber.multiply(ts, a, b);
    }

    private static final Shape COMPLEX = PyComplex.TYPE.rootShape();

    public static void implemented(final Object result) {
        if (result == PyNotImplemented.NOT_IMPLEMENTED) {
            throw Unimplemented.UNIMPLEMENTED;
        }
    }

    /** Whether the right operand's class does not come before the left one's. */
    public static void noSubclass(final Object o, final PyType left) {
        if (o instanceof PyObject p ? p.shape.type != left && p.shape.type.isSubtypeOf(left)
                : PyType.of(o).isSubtypeOf(left)) {
            throw Failed.FAILED;
        }
    }

    // ---- suspended frames

    /** Where a frame keeps what is not boxed: room for {@code size} primitives. */
    public static Packed packed(final Frame f, final int size) {
        Packed p = f.packed;
        if (p == null || p.values.length < size) {
            p = new Packed(size);
            f.packed = p;
        }
        return p;
    }

    /** Whether the frame was suspended in just this form; null: with nothing but objects. */
    public static boolean isPacked(final Frame f, final Object form) {
        final Packed p = f.packed;
        return (p == null ? null : p.form) == form;
    }

    public static void notPacked(final Frame f) {
        final Packed p = f.packed;
        if (p != null) {
            p.form = null;
        }
    }

    public static void unpack(final Frame f) {
        f.unpack();
    }

    // ---- counted ranges: of ints so small that neither a chunk nor a step takes them out of their type

    private static final int COUNTED = 1 << 30;
    static final int LARGEST_STEP = 1 << 14;

    public static int counted(final long n) {
        if (n > COUNTED || n < -COUNTED) {
            throw Failed.FAILED;
        }
        return (int) n;
    }

    /** Where the next chunk ends. */
    public static int chunk(final int next, final int stop, final int step) {
        final int end = next + Translator.POLL_EVERY * step;
        return step > 0 ? Math.min(stop, end) : Math.max(stop, end);
    }

    /** How long the next chunk of a range in longs is. */
    public static int chunk(final long left) {
        return (int) Math.min(left, Translator.POLL_EVERY);
    }

    /** How many numbers are left. */
    public static long countLeft(final int next, final int stop, final int step) {
        return rangeCount(next, stop, step);
    }

    public static Object countedIterator(final int next, final int stop, final int step) {
        return new PyRangeIterator(next, step, countLeft(next, stop, step));
    }

    static boolean isCounted(final PyRangeIterator r) {
        return isSmall(r.upcoming()) && Math.abs(r.step()) <= LARGEST_STEP && r.left() <= 2L * COUNTED
                && isSmall(r.upcoming() + r.left() * r.step());
    }

    private static boolean isSmall(final long n) {
        return n <= COUNTED && n >= -COUNTED;
    }

    public static int countedNext(final Object it, final int step) {
        if (it instanceof PyRangeIterator r && r.step() == step && isCounted(r)) {
            return (int) r.upcoming();
        }
        throw Failed.FAILED;
    }

    public static int countedStop(final Object it) {
        final PyRangeIterator r = (PyRangeIterator) it;
        return (int) (r.upcoming() + r.left() * r.step());
    }

    public static Object rangeIterator(final long next, final long step, final long left) {
        return new PyRangeIterator(next, step, left);
    }

    /** How many items {@code range(start, stop, step)} has. */
    public static long rangeCount(final long start, final long stop, final long step) {
        final long limit = Long.MAX_VALUE >> 2;
        if (step == 0 || start > limit || start < -limit || stop > limit || stop < -limit || step > limit
                || step < -limit) {
            throw Failed.FAILED;
        }
        if (step > 0) {
            return start < stop ? (stop - start - 1) / step + 1 : 0;
        }
        return stop < start ? (start - stop - 1) / -step + 1 : 0;
    }

    public static long rangeNext(final Object it) {
        if (it instanceof PyRangeIterator r) {
            return r.upcoming();
        }
        throw Failed.FAILED;
    }

    public static long rangeStep(final Object it) {
        return ((PyRangeIterator) it).step();
    }

    public static long rangeLeft(final Object it) {
        return ((PyRangeIterator) it).left();
    }

    // ---- builtins

    public static long length(final ThreadState ts, final Object o) {
        return o instanceof PyList l && l.shape == LIST ? l.size() : PyObjects.length(ts, o);
    }

    /** {@code len} of what runs no Python code for it. */
    public static long builtinLength(final Object o) {
        // No switch over types: that is a loop over classes which HotSpot does not look into.
        if (o instanceof PyList l && l.shape == LIST) {
            return l.size();
        }
        if (o instanceof PyTuple t && t.shape == TUPLE) {
            return t.size();
        }
        if (o instanceof String s) {
            return s.length();
        }
        if (o instanceof PyDict d && d.shape == DICT) {
            return d.size();
        }
        if (o instanceof PySet x && x.shape == SET) {
            return x.builtinSize();
        }
        throw Failed.FAILED;
    }

    private static final Shape TUPLE = PyTuple.TYPE.rootShape();
    private static final Shape DICT = PyDict.TYPE.rootShape();
    private static final Shape SET = PySet.TYPE.rootShape();

    /** The truth of what runs no Python code for it. */
    public static boolean builtinTruth(final Object o) {
        // Nearly all bools are these two, which are not looked into: a list of bools is read at half the cost.
        if (o == Boolean.TRUE) {
            return true;
        }
        if (o == Boolean.FALSE) {
            return false;
        }
        if (o instanceof Boolean b) {
            return b;
        }
        if (o == PyNone.NONE) {
            return false;
        }
        if (o instanceof Long n) {
            return n != 0;
        }
        if (o instanceof Double d) {
            return d != 0;
        }
        return builtinLength(o) != 0;
    }

    public static Object abs(final ThreadState ts, final Object o) {
        return PyNumber.absolute(ts, o);
    }

    /** {@code abs(complex(re, im))}; what may overflow is left to the interpreter. */
    public static double modulus(final double re, final double im) {
        final double size = LibM.hypot(re, im);
        if (size == Double.POSITIVE_INFINITY) {
            throw Failed.FAILED;
        }
        return size;
    }

    /** Which side of the bound {@code abs(complex(re, im))} is on: -1 below, 1 above, 0 where only the root tells. */
    private static int side(final double re, final double im, final double bound) {
        final double square = re * re + im * im;
        final double limit = bound * bound;
        // Root and squares are each off by less than one part in 1e15; no over- or underflow between these.
        if (bound > 0 && limit > 1e-280 && limit < 1e300 && square < 1e300) {
            return square < limit * (1 - 1e-14) ? -1 : square > limit * (1 + 1e-14) ? 1 : 0;
        }
        return 0;
    }

    public static boolean modulusLt(final double re, final double im, final double bound) {
        final int side = side(re, im, bound);
        return side == 0 ? modulus(re, im) < bound : side < 0;
    }

    public static boolean modulusLe(final double re, final double im, final double bound) {
        final int side = side(re, im, bound);
        return side == 0 ? modulus(re, im) <= bound : side < 0;
    }

    public static boolean modulusGt(final double re, final double im, final double bound) {
        final int side = side(re, im, bound);
        return side == 0 ? modulus(re, im) > bound : side > 0;
    }

    public static boolean modulusGe(final double re, final double im, final double bound) {
        final int side = side(re, im, bound);
        return side == 0 ? modulus(re, im) >= bound : side > 0;
    }

    /** What a place that was never seen to be reached throws. */
    public static Throwable cold() {
        return Failed.FAILED;
    }

    // ---- stress

    public static void stress(final Unit unit, final int site) {
        if (unit.jit.failsForStress(unit.sites[site])) {
            throw Failed.FAILED;
        }
    }

    // ---- attributes

    private static boolean isOf(final PyObject o, final Shape shape, final long version) {
        return o.shape == shape && shape.type.isVersion(version);
    }

    public static void hasDefaults(final PyFunction f, final Object defaults) {
        if (f.defaults() != defaults) {
            throw Failed.FAILED;
        }
    }

    public static void hasBuiltinShape(final Object o, final Shape shape) {
        if (!(o instanceof PyObject p) || p.shape != shape) {
            throw Failed.FAILED;
        }
    }

    public static void isString(final Object o) {
        if (!(o instanceof String)) {
            throw Failed.FAILED;
        }
    }

    /** {@code int(d)} where it is well within a long. */
    public static long truncate(final double d) {
        if (Math.abs(d) < 0x1p62) {
            return (long) d;
        }
        throw Failed.FAILED;
    }

    /** The iterator if it is a built-in one, else null. */
    public static PyIterator builtinIterator(final Object o) {
        return o instanceof PyIterator i && !i.shape.type.isHeapType() ? i : null;
    }

    public static boolean isFunctionOf(final Object o, final CodeState state) {
        return o instanceof PyFunction f && f.state == state;
    }

    public static void isOfCode(final Object o, final CodeState state) {
        if (o instanceof PyFunction f && f.state == state) {
            return;
        }
        throw Failed.FAILED;
    }

    /** Whether the function's code is what was compiled. */
    public static void isGetter(final Object property, final PyFunction f, final CodeState state) {
        if (((PyProperty) property).getter() != f || f.state != state) {
            throw Failed.FAILED;
        }
    }

    /** An attribute of an object whose shape has been tested. */
    public static Object slot(final Object o, final int slot) {
        final Object value = o instanceof PyInstance p ? p.slotGet(slot) : ((PyObject) o).slotGet(slot);
        if (value == null) {
            throw Failed.FAILED;
        }
        return value;
    }

    public static void setSlot(final ThreadState ts, final Object o, final Object value, final Shape shape,
            final long version, final int slot) {
        if (o instanceof PyInstance p) {
            if (isOf(p, shape, version) && Attributes.replace(ts, p, shape, slot, value)) {
                return;
            }
        } else if (o instanceof PyObject p && isOf(p, shape, version)
                && Attributes.replace(ts, p, shape, slot, value)) {
            return;
        }
        throw Failed.FAILED;
    }

    public static void addSlot(final ThreadState ts, final Object o, final Object value, final Shape shape,
            final long version, final Shape next) {
        if (!ts.multi && o instanceof PyObject p && isOf(p, shape, version)) {
            if (p instanceof PyInstance i) {
                i.slotSet(shape.count, value);
            } else {
                p.slotSet(shape.count, value);
            }
            p.shape = next;
            return;
        }
        if (ts.multi && o instanceof PyObject p && isOf(p, shape, version)
                && Attributes.addShared(p, shape, next, value)) {
            return;
        }
        throw Failed.FAILED;
    }

    public static void isOfModule(final Object o, final Object module, final GlobalCell cell, final Object value) {
        if (o != module || cell.peek() != value) {
            throw Failed.FAILED;
        }
    }

    /** As {@link #addSlot}, to an object that no other thread knows yet. */
    public static void addSlotUnpublished(final ThreadState ts, final Object o, final Object value, final Shape shape,
            final long version, final Shape next) {
        if (o instanceof PyInstance p && isOf(p, shape, version)) {
            p.slotSet(shape.count, value);
            p.shape = next;
            if (ts.multi) {
                VarHandle.releaseFence();
            }
            return;
        }
        throw Failed.FAILED;
    }

    public static Object moduleAttribute(final Object o, final Object module, final GlobalCell cell) {
        final Object value = o == module ? cell.get() : null;
        if (value == null) {
            throw Failed.FAILED;
        }
        return value;
    }

    // ---- construction

    /** An instance yet to be filled, if the type is as compiled for. */
    public static Object instance(final PyType type, final long version, final PyFunction init,
            final CodeState state) {
        if (type.isVersion(version) && init.state == state) {
            return new PyInstance(type);
        }
        throw Failed.FAILED;
    }

    public static Object made(final Object result, final Object o) {
        if (result != PyNone.NONE) {
            TypeCall.checkInit(result);
        }
        return o;
    }
}
