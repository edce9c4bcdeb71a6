package dev.adder.runtime.ops;

import dev.adder.runtime.Attributes;
import dev.adder.runtime.BuiltinDescriptor;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.Special;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyListIterator;
import dev.adder.runtime.objects.PySequenceIterator;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.objects.PyUnion;
import dev.adder.runtime.objects.Snapshots;
import java.util.ArrayList;
import java.util.List;

/** Iteration: {@code PyObject_GetIter}, {@code PyIter_Next} and loops over any iterable from Java. */
public final class PyIter {
    private PyIter() {
    }

    /** Takes one item of an iteration. */
    @FunctionalInterface
    public interface ItemConsumer {
        void accept(Object item);
    }

    /** {@code iter(o)}. */
    public static Object get(final ThreadState ts, final Object o) {
        if (o instanceof PyTuple t && t.shape.type == PyTuple.TYPE) {
            return t.iter(ts);
        }
        if (o instanceof PyList l && l.shape.type == PyList.TYPE) {
            return l.iter(ts);
        }
        final PyType type = PyType.of(o);
        final Object m = type.lookup("__iter__");
        if (m == null) {
            if (type.lookup("__getitem__") != null && !(o instanceof PyDict || o instanceof PyUnion)) {
                return new PySequenceIterator(o);
            }
            throw notIterable(type);
        }
        if (m == PyNone.NONE) {
            throw notIterable(type);
        }
        final Object it = Special.invoke0(ts, m, o, type);
        if (!isIterator(it)) {
            throw Errors.typeError("iter() returned non-iterator of type '" + PyType.of(it).fullName() + "'");
        }
        return it;
    }

    private static PyRaise notIterable(final PyType type) {
        return Errors.typeError("'" + type.fullName() + "' object is not iterable");
    }

    /** Whether {@code iter(o)} would find something to call. */
    public static boolean isIterable(final Object o) {
        final PyType type = PyType.of(o);
        final Object m = type.lookup("__iter__");
        return m != null ? m != PyNone.NONE : type.lookup("__getitem__") != null;
    }

    public static boolean isIterator(final Object o) {
        return o instanceof PyIterator || PyType.of(o).lookup("__next__") != null;
    }

    /** The next item, or null when exhausted; a StopIteration is swallowed. */
    public static Object next(final ThreadState ts, final Object it) {
        if (it instanceof PyIterator i && !i.shape.type.isHeapType()) {
            return i.next(ts);
        }
        return nextSlow(ts, it);
    }

    /**
     * As {@link #next}, for an iterator inside another one: mostly a list's, and met too often for HotSpot to tell them
     * apart.
     */
    public static Object nextInside(final ThreadState ts, final Object it) {
        return it instanceof PyListIterator l ? l.next(ts) : next(ts, it);
    }

    private static Object nextSlow(final ThreadState ts, final Object it) {
        final PyType type = PyType.of(it);
        final Object m = type.lookup("__next__");
        if (m == null) {
            throw Errors.typeError("'" + type.fullName() + "' object is not an iterator");
        }
        try {
            return m instanceof BuiltinDescriptor d ? d.callUnchecked0(ts, it) : Special.invoke0(ts, m, it, type);
        } catch (final PyRaise e) {
            if (Errors.matches(e, ExceptionTypes.STOP_ITERATION)) {
                return null;
            }
            throw e;
        }
    }

    /** Gives every item to the consumer. The usual containers are walked without an iterator object. */
    public static void forEach(final ThreadState ts, final Object iterable, final ItemConsumer consumer) {
        if (iterable instanceof PyTuple t && t.type() == PyTuple.TYPE) {
            for (final Object item : t.items()) {
                consumer.accept(item);
            }
            return;
        }
        if (iterable instanceof PyList l && l.type() == PyList.TYPE) {
            for (int i = 0; i < l.size(); i++) {
                consumer.accept(l.get(i));
            }
            return;
        }
        final Object it = get(ts, iterable);
        int n = 0;
        for (Object item = next(ts, it); item != null; item = next(ts, it)) {
            consumer.accept(item);
            if ((++n & 1023) == 0) {
                ts.poll();
            }
        }
    }

    /** All items in a new array. */
    public static Object[] toArray(final ThreadState ts, final Object iterable) {
        if (iterable instanceof PyTuple t && t.type() == PyTuple.TYPE) {
            return t.items().clone();
        }
        if (iterable instanceof PyList l && l.type() == PyList.TYPE) {
            return l.toArray();
        }
        final Object[] snapshot = Snapshots.of(ts, iterable);
        if (snapshot != null) {
            return snapshot;
        }
        final List<Object> all = new ArrayList<>();
        forEach(ts, iterable, all::add);
        return all.toArray();
    }

    /** {@code operator.length_hint}: a guess of how many items are left, -1 for none. */
    public static long lengthHint(final ThreadState ts, final Object o, final long defaultValue) {
        final Object len = PyType.of(o).lookup("__len__");
        if (len != null) {
            return PyObjects.length(ts, o);
        }
        final PyType type = PyType.of(o);
        final Object hint = type.lookup("__length_hint__");
        if (hint == null) {
            return defaultValue;
        }
        final Object result;
        try {
            result = Attributes.hasGet(hint) ? Special.invoke0(ts, hint, o, type) : null;
        } catch (final PyRaise e) {
            if (Errors.matches(e, ExceptionTypes.TYPE_ERROR)) {
                return defaultValue;
            }
            throw e;
        }
        if (result == null || result == dev.adder.runtime.PyNotImplemented.NOT_IMPLEMENTED) {
            return defaultValue;
        }
        if (!(result instanceof Long n)) {
            throw Errors.typeError("__length_hint__ must be an integer, not " + PyType.of(result).fullName());
        }
        if (n < 0) {
            throw Errors.valueError("__length_hint__() should return >= 0");
        }
        return n;
    }
}
