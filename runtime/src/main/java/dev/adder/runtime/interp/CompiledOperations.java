package dev.adder.runtime.interp;

import dev.adder.runtime.BuiltinDescriptor;
import dev.adder.runtime.BuiltinFunction;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.Special;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.PyBaseException;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PySet;
import dev.adder.runtime.objects.PySlice;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;

/** The interpreter's operations as compiled code calls them: the same code, with values in place of registers. */
public final class CompiledOperations {
    private CompiledOperations() {
    }

    public static Object loadGlobal(final ThreadState ts, final CodeState state, final int name, final int ic) {
        return InlineCaches.loadGlobal(ts, state, state.code.ir().names[name], ic);
    }

    public static void storeGlobal(final CodeState state, final int name, final Object value, final int ic) {
        InlineCaches.storeGlobal(state, state.code.ir().names[name], value, ic);
    }

    public static Object loadName(final ThreadState ts, final Frame f, final int name, final int ic) {
        return Operations.loadName(ts, f, name, ic);
    }

    public static void storeName(final ThreadState ts, final Frame f, final int name, final Object value,
            final int ic) {
        Operations.storeName(ts, f, name, value, ic);
    }

    public static Object loadAttr(final ThreadState ts, final Object o, final CodeState state, final int name,
            final int ic) {
        return InlineCaches.loadAttr(ts, o, state, name, ic);
    }

    public static void storeAttr(final ThreadState ts, final Object o, final CodeState state, final int name,
            final Object value, final int ic) {
        InlineCaches.storeAttr(ts, o, state, name, value, ic);
    }

    /** The method to call with the object first, or null: then the attribute is to be called without it. */
    public static Object loadMethod(final ThreadState ts, final Object o, final CodeState state, final int name,
            final int ic) {
        return InlineCaches.loadMethod(ts, o, state, name, ic);
    }

    public static Object callMethod0(final ThreadState ts, final Object o, final CodeState state, final int name,
            final int ic) {
        return InlineCaches.callMethod0(ts, o, state, name, ic);
    }

    public static Object callMethod1(final ThreadState ts, final Object o, final CodeState state, final int name,
            final int ic, final Object a) {
        return InlineCaches.callMethod1(ts, o, state, name, ic, a);
    }

    public static Object callMethod2(final ThreadState ts, final Object o, final CodeState state, final int name,
            final int ic, final Object a, final Object b) {
        return InlineCaches.callMethod2(ts, o, state, name, ic, a, b);
    }

    public static Object callMethod(final ThreadState ts, final Object o, final CodeState state, final int name,
            final int ic, final Object[] args) {
        return InlineCaches.callMethod(ts, o, state, name, ic, args, null);
    }

    /** CALL_LOADED: {@code self} is null if the callee takes none. */
    public static Object callLoaded(final ThreadState ts, final Object m, final Object self, final Object[] args) {
        final Object result = self == null ? Calls.call(ts, m, args, null)
                : Special.invoke(ts, m, self, PyType.of(self), args, null);
        return result != null ? result : BuiltinFunction.nullResult("__next__");
    }

    public static Object callLoaded0(final ThreadState ts, final Object m, final Object self) {
        final Object result = self == null ? Calls.call0(ts, m) : m instanceof PyFunction f ? f.call1(ts, self)
                : m instanceof BuiltinDescriptor d ? d.callUnchecked0(ts, self)
                        : Special.invoke0(ts, m, self, PyType.of(self));
        return result != null ? result : BuiltinFunction.nullResult("__next__");
    }

    public static Object callLoaded1(final ThreadState ts, final Object m, final Object self, final Object a) {
        final Object result = self == null ? Calls.call1(ts, m, a) : m instanceof PyFunction f ? f.call2(ts, self, a)
                : m instanceof BuiltinDescriptor d ? d.callUnchecked1(ts, self, a)
                        : Special.invoke1(ts, m, self, PyType.of(self), a);
        return result != null ? result : BuiltinFunction.nullResult("__next__");
    }

    public static Object callLoaded2(final ThreadState ts, final Object m, final Object self, final Object a,
            final Object b) {
        final Object result = self == null ? Calls.call2(ts, m, a, b)
                : m instanceof PyFunction f ? f.call3(ts, self, a, b)
                        : Special.invoke2(ts, m, self, PyType.of(self), a, b);
        return result != null ? result : BuiltinFunction.nullResult("__next__");
    }

    public static Object loadItem(final ThreadState ts, final Object o, final Object key, final int[] kinds,
            final int ic) {
        return Operations.loadItem(ts, o, key, kinds, ic);
    }

    public static void storeItem(final ThreadState ts, final Object o, final Object key, final Object value,
            final int[] kinds, final int ic) {
        Operations.storeItem(ts, o, key, value, kinds, ic);
    }

    /** {@link #loadItem} where it mostly is of a dict. */
    public static Object loadDictItem(final ThreadState ts, final Object o, final Object key, final int[] kinds,
            final int ic) {
        return o instanceof PyDict d && d.shape.type == PyDict.TYPE ? d.getItem(ts, key)
                : Operations.loadItem(ts, o, key, kinds, ic);
    }

    /** {@link #storeItem} where it mostly is of a dict. */
    public static void storeDictItem(final ThreadState ts, final Object o, final Object key, final Object value,
            final int[] kinds, final int ic) {
        if (o instanceof PyDict d && d.shape.type == PyDict.TYPE) {
            d.put(ts, key, value);
        } else {
            Operations.storeItem(ts, o, key, value, kinds, ic);
        }
    }

    public static boolean contains(final ThreadState ts, final Object item, final Object container,
            final int[] kinds, final int ic) {
        if (container instanceof PyDict d && d.shape.type == PyDict.TYPE) {
            return d.get(ts, item) != null;
        }
        if (container instanceof PySet s && s.shape.type == PySet.TYPE
                && (item instanceof Long || item instanceof String)) {
            return s.contains(ts, item);
        }
        return Operations.contains(ts, container, item, kinds, ic);
    }

    public static Object getIter(final ThreadState ts, final Object o, final int[] kinds, final int ic) {
        return Operations.getIter(ts, o, kinds, ic);
    }

    /** The next item, or null when exhausted. */
    public static Object forIter(final ThreadState ts, final Object it, final int[] kinds, final int ic) {
        // A generator's next is no virtual method: HotSpot looks into it.
        final Object item = it instanceof PyGenerator g ? g.next(ts)
                : it instanceof PyIterator i && !i.shape.type.isHeapType() ? i.next(ts) : PyIter.next(ts, it);
        if (item != null) {
            kinds[ic] |= item instanceof Long ? Kinds.INT : Kinds.of(item);
        }
        return item;
    }

    public static Object binary(final ThreadState ts, final Object a, final Object b, final int op,
            final int[] kinds, final int ic) {
        return Arithmetic.binary(op, ts, a, b, kinds, ic);
    }

    public static Object compare(final ThreadState ts, final Object a, final Object b, final int op,
            final int[] kinds, final int ic) {
        return Arithmetic.compare(op, ts, a, b, kinds, ic);
    }

    public static Object unary(final ThreadState ts, final Object a, final int op, final int[] kinds, final int ic) {
        return Arithmetic.unary(op, ts, a, kinds, ic);
    }

    public static boolean truth(final ThreadState ts, final Object v, final int[] kinds, final int ic) {
        return v instanceof Boolean b ? b : Operations.truth(ts, v, kinds, ic);
    }

    /** The items of an exact tuple or of what else can be unpacked: exactly {@code n}. */
    public static Object[] unpack(final ThreadState ts, final Object value, final int n) {
        if (value instanceof PyTuple t && t.shape.type == PyTuple.TYPE && t.size() == n) {
            return t.items();
        }
        return Operations.unpackIterable(ts, value, n);
    }

    public static Object tuple(final Object[] items) {
        return PyTuple.of(items);
    }

    public static Object list(final ThreadState ts, final Object[] items) {
        return PyList.of(ts, items);
    }

    public static void mapAdd(final ThreadState ts, final Object map, final Object key, final Object value) {
        ((PyDict) map).put(ts, key, value);
    }

    // ---- rare instructions, as the compiler's RareInstructions names them

    public static Object awaitable(final ThreadState ts, final Object o, final int where) {
        return Awaitables.awaitable(ts, o, where);
    }

    public static Object asyncIter(final ThreadState ts, final Object o) {
        return Awaitables.asyncIter(ts, o);
    }

    public static Object asyncNext(final ThreadState ts, final Object it) {
        return Awaitables.asyncNext(ts, it);
    }

    public static Object asyncItem(final ThreadState ts, final Object value) {
        return new PyAsyncGenerator.Item(value);
    }

    public static Object loadSpecial(final ThreadState ts, final Object o, final int which) {
        return RareOperations.loadSpecial(ts, o, which);
    }

    public static Object callEx(final ThreadState ts, final Object callee, final Object args, final Object keywords) {
        return RareOperations.callEx(ts, callee, args, (PyDict) keywords);
    }

    public static Object map(final ThreadState ts, final Object[] items) {
        return RareOperations.map(ts, items);
    }

    public static Object set(final ThreadState ts, final Object[] items) {
        return RareOperations.set(ts, items);
    }

    public static Object string(final ThreadState ts, final Object[] parts) {
        return RareOperations.string(parts);
    }

    public static Object slice(final ThreadState ts, final Object start, final Object stop, final Object step) {
        return new PySlice(start, stop, step);
    }

    public static Object loadSlice(final ThreadState ts, final Object o, final Object start, final Object stop) {
        return Operations.slice(ts, o, start, stop);
    }

    public static void storeSlice(final ThreadState ts, final Object o, final Object start, final Object stop,
            final Object value) {
        PyObjects.setItem(ts, o, new PySlice(start, stop, PyNone.NONE), value);
    }

    public static void deleteItem(final ThreadState ts, final Object o, final Object key) {
        PyObjects.delItem(ts, o, key);
    }

    public static void listExtend(final ThreadState ts, final Object list, final Object iterable) {
        Operations.extendUnpacked(ts, (PyList) list, iterable);
    }

    public static Object listToTuple(final ThreadState ts, final Object list) {
        return PyTuple.of(((PyList) list).toArray());
    }

    public static void setAdd(final ThreadState ts, final Object set, final Object value) {
        ((PySet) set).add(ts, value);
    }

    public static void dictMerge(final ThreadState ts, final Object map, final Object other, final Object callee) {
        RareOperations.dictMerge(ts, (PyDict) map, other, callee);
    }

    public static void dictUpdate(final ThreadState ts, final Object map, final Object other) {
        RareOperations.dictUpdate(ts, (PyDict) map, other);
    }

    public static Object formatSimple(final ThreadState ts, final Object value) {
        return PyObjects.format(ts, value, "");
    }

    public static Object formatSpec(final ThreadState ts, final Object value, final Object spec) {
        return PyObjects.format(ts, value, spec);
    }

    /** Carries out a rare instruction, or MAKE_FUNCTION or CALL_KW, on the frame's registers. */
    public static void step(final ThreadState ts, final Frame f, final int pc) {
        final int[] code = f.ir().code;
        switch (code[pc]) {
            case dev.adder.language.ir.Opcodes.MAKE_FUNCTION -> f.regs[code[pc + 1]] = Operations.makeFunction(ts, f, pc);
            case dev.adder.language.ir.Opcodes.CALL_KW -> f.regs[code[pc + 1]] = Calls.call(ts, f.regs[code[pc + 2]],
                    Operations.gather(f.regs, code, pc + 5), f.ir().keywordNames[code[pc + 3]]);
            default -> RareOperations.execute(ts, f, pc);
        }
    }

    /** YIELD_FROM: as {@link Operations#delegate}. */
    public static Object yieldFrom(final ThreadState ts, final Frame f, final Object iterator) {
        return Operations.delegate(ts, f, iterator);
    }

    /** The frame of a coroutine that is awaited at once: see {@link #await}. Its arguments go into the registers. */
    public static Frame frame(final PyFunction f) {
        return new Frame(f.state, f, null);
    }

    /** GET_ANEXT of what is awaited at once: a coroutine's frame, or an iterator. */
    public static Object asyncNextFrame(final ThreadState ts, final Object it) {
        return Awaitables.asyncNextFrame(ts, it);
    }

    /** CALL and GET_AWAITABLE of what is awaited at once: a coroutine's frame, or an iterator. */
    public static Object awaitedCall(final ThreadState ts, final Object callee, final Object[] args, final int where) {
        return Awaitables.called(ts, callee, args, where);
    }

    /** YIELD_FROM of what was made for it: as {@link PyGenerator#await}. */
    public static Object await(final ThreadState ts, final Frame f, final Object callee, final int register) {
        return PyGenerator.await(ts, f, callee, register);
    }

    /** PUSH_EXC: gives what was being handled, or None. */
    public static Object pushException(final ThreadState ts, final Object exception) {
        final PyBaseException previous = ts.exc.handled;
        ts.exc.handled = (PyBaseException) exception;
        return previous == null ? PyNone.NONE : previous;
    }

    public static void popException(final ThreadState ts, final Object previous) {
        ts.exc.handled = previous == PyNone.NONE ? null : (PyBaseException) previous;
    }

    public static boolean matches(final ThreadState ts, final Object exception, final Object type) {
        return RareOperations.matches(ts, (PyBaseException) exception, type);
    }

    public static Throwable reraise(final Frame f, final Object exception) {
        return RareOperations.reraise(f, (PyBaseException) exception);
    }

    public static Object fromClosure(final PyFunction f, final int index) {
        return f.closure[index];
    }

    public static Object[] template(final PyCode code) {
        return code.template();
    }

    /** A Java fault as the Python exception that the interpreter would make of it. */
    public static PyRaise fault(final ThreadState ts, final Frame f, final Throwable t) {
        return InternalFaults.toPython(ts, f, t);
    }
}
