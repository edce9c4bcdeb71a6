package dev.adder.runtime.objects;

import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.BuiltinDescriptor;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.Special;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;

/** What dicts do with whole dicts and other mappings: update, compare, union, repr. */
final class DictMerge {
    private DictMerge() {
    }

    /** Whether a subclass gives its own {@code __iter__}, so that its keys must be asked for. */
    static boolean overridesIteration(final PyDict d) {
        return !d.isPlain() && !(d.type().lookup("__iter__") instanceof BuiltinDescriptor b && b.owner == PyDict.TYPE);
    }

    /** {@code dict_update_arg}. */
    static void update(final ThreadState ts, final PyDict target, final Object other) {
        if (other instanceof PyDict d && d.isPlain()) {
            mergeDict(ts, target, d, true);
        } else if (PyObjects.lookupAttr(ts, other, "keys") != null) {
            mergeMapping(ts, target, other);
        } else {
            mergePairs(ts, target, other);
        }
    }

    /** {@code PyDict_Merge}. */
    static void mergeMapping(final ThreadState ts, final PyDict target, final Object other) {
        if (other instanceof PyDict d && !overridesIteration(d)) {
            mergeDict(ts, target, d, true);
            return;
        }
        // All keys first (PyMapping_Keys): taking an item may change their order.
        for (final Object key : PyIter.toArray(ts, Calls.method0(ts, other, "keys"))) {
            target.put(ts, key, PyObjects.getItem(ts, other, key));
        }
    }

    static void mergeDict(final ThreadState ts, final PyDict target, final PyDict other, final boolean replace) {
        if (target == other || other.isEmpty() || target.takeCopy(ts, other)) {
            return;
        }
        final DictTable t = other.table();
        final int size = t.live();
        for (int e = t.next(0); e >= 0; e = t.next(e + 1)) {
            final Object key = t.key(e);
            final Object value = t.value(e);
            if (key == null || value == null) {
                continue;
            }
            if (replace) {
                if (t.isText()) {
                    target.put(ts, key, value);
                } else {
                    target.putHashed(ts, key, t.hash(ts, e, key), value);
                }
            } else {
                target.setDefault(ts, key, value);
            }
            if (!ts.multi && (other.table() != t || t.live() != size)) {
                throw Errors.runtimeError("dict mutated during update");
            }
        }
    }

    /** {@code PyDict_MergeFromSeq2}. */
    private static void mergePairs(final ThreadState ts, final PyDict target, final Object pairs) {
        final Object it = PyIter.get(ts, pairs);
        long n = 0;
        for (Object item = PyIter.next(ts, it); item != null; item = PyIter.next(ts, it)) {
            final Object[] pair = pair(ts, item, n);
            if (pair.length != 2) {
                throw Errors.valueError("dictionary update sequence element #" + n + " has length " + pair.length
                        + "; 2 is required");
            }
            target.put(ts, pair[0], pair[1]);
            if ((++n & 1023) == 0) {
                ts.poll();
            }
        }
    }

    private static Object[] pair(final ThreadState ts, final Object item, final long n) {
        if (item instanceof PyTuple t && t.shape.type == PyTuple.TYPE) {
            return t.items();
        }
        final PyRaise raised;
        try {
            if (PyIter.isIterable(item)) {
                return PyIter.toArray(ts, item);
            }
            raised = Errors.typeError("object is not iterable");
        } catch (final PyRaise e) {
            if (Errors.matches(e, ExceptionTypes.TYPE_ERROR)) {
                noteElement(ts, e, n);
            }
            throw e;
        }
        noteElement(ts, raised, n);
        throw raised;
    }

    private static void noteElement(final ThreadState ts, final PyRaise e, final long n) {
        PyObjects.addNote(ts, e.value, "Cannot convert dictionary update sequence element #" + n + " to a sequence");
    }

    static Object fromKeys(final ThreadState ts, final PyType cls, final Object iterable, final Object value) {
        final Object made = cls == PyDict.TYPE ? new PyDict() : Calls.call0(ts, cls);
        final boolean plain = made instanceof PyDict d && d.isPlain();
        if (plain && iterable instanceof PyBaseSet set && (set.type() == PySet.TYPE || set.type() == PyFrozenSet.TYPE)) {
            set.forEach(ts, (key, hash) -> ((PyDict) made).putHashed(ts, key, hash, value));
            return made;
        }
        final Object it = PyIter.get(ts, iterable);
        int n = 0;
        for (Object key = PyIter.next(ts, it); key != null; key = PyIter.next(ts, it)) {
            if (plain) {
                ((PyDict) made).put(ts, key, value);
            } else {
                PyObjects.setItem(ts, made, key, value);
            }
            if ((++n & 1023) == 0) {
                ts.poll();
            }
        }
        return made;
    }

    /** {@code dict_equal}. */
    static boolean equal(final ThreadState ts, final PyDict a, final PyDict b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int e = a.next(0); e >= 0; e = a.next(e + 1)) {
            final Object key = a.keyAt(e);
            final Object value = a.valueAt(e);
            if (key == null || value == null) {
                continue;
            }
            final DictTable t = a.table();
            final Object other = t.isText() ? b.get(ts, key) : b.getHashed(ts, key, t.hash(ts, e, key));
            if (other == null || !PyObjects.same(ts, other, value)) {
                return false;
            }
        }
        return true;
    }

    static Object union(final ThreadState ts, final Object a, final Object b) {
        if (!(a instanceof PyDict left) || !(b instanceof PyDict right)) {
            return PyNotImplemented.NOT_IMPLEMENTED;
        }
        final PyDict result = (PyDict) left.copyMethod(ts);
        result.update(ts, right);
        return result;
    }

    static Object repr(final ThreadState ts, final PyDict d) {
        if (!ReprGuard.enter(ts, d)) {
            return "{...}";
        }
        try {
            if (d.isEmpty()) {
                return "{}";
            }
            final StrBuilder out = new StrBuilder();
            out.append("{");
            boolean first = true;
            for (int e = d.next(0); e >= 0; e = d.next(e + 1)) {
                final Object key = d.keyAt(e);
                final Object value = d.valueAt(e);
                if (key == null || value == null) {
                    continue;
                }
                if (!first) {
                    out.append(", ");
                }
                first = false;
                out.append(PyObjects.repr(ts, key));
                out.append(": ");
                out.append(PyObjects.repr(ts, value));
            }
            out.append("}");
            return out.build();
        } finally {
            ReprGuard.leave(ts, d);
        }
    }

    /** {@code dict(**kwargs)} where the names come as arguments. */
    static PyRaise changedSize() {
        return Errors.runtimeError("dictionary changed size during iteration");
    }

    static PyRaise changedKeys() {
        return Errors.runtimeError("dictionary keys changed during iteration");
    }

    /** The value or null; null for KeyError. */
    static Object lookup(final ThreadState ts, final Object mapping, final Object key) {
        if (mapping instanceof PyDict d && d.isPlain()) {
            return d.get(ts, key);
        }
        try {
            return Special.call1(ts, mapping, "__getitem__", key);
        } catch (final PyRaise e) {
            if (Errors.matches(e, ExceptionTypes.KEY_ERROR)) {
                return null;
            }
            throw e;
        }
    }
}
