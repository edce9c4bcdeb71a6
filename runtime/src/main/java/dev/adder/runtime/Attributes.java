package dev.adder.runtime;

import dev.adder.runtime.objects.PyDict;

/** Attribute access on ordinary objects: CPython's {@code PyObject_GenericGetAttr/SetAttr} over shapes. */
public final class Attributes {
    private Attributes() {
    }

    /** The attribute of an object by the default rules, or null. */
    public static Object genericGet(final ThreadState ts, final PyObject o, final String name) {
        final PyType type = o.shape.type;
        final Object d = type.lookup(name);
        if (d == null) {
            return instanceGet(o, name);
        }
        if (isData(d) && hasGet(d)) {
            return bind(ts, d, o, type);
        }
        final Object value = instanceGet(o, name);
        return value != null ? value : bind(ts, d, o, type);
    }

    /** The same for a value that is no PyObject, so has no attributes of its own. */
    public static Object genericGetValue(final ThreadState ts, final Object o, final String name) {
        final PyType type = PyType.of(o);
        final Object d = type.lookup(name);
        return d == null ? null : bind(ts, d, o, type);
    }

    /** The object's own attribute, without descriptors, or null. */
    public static Object instanceGet(final PyObject o, final String name) {
        while (true) {
            final Shape shape = o.shape;
            if (shape.count == 0) {
                return null;
            }
            final int i = shape.indexOf(name);
            if (i >= 0) {
                final Object value = o.slotGet(i);
                if (value != null || o.shape == shape) {
                    return value;
                }
            } else if (shape.dictIndex >= 0) {
                return dictIn(o, shape).getStr(name);
            } else {
                return null;
            }
        }
    }

    /** Whether the class attribute goes before the instance's own. */
    public static boolean isData(final Object d) {
        if (!(d instanceof PyObject p)) {
            return false;
        }
        if (p instanceof PyDescriptor b && !p.shape.type.isHeapType()) {
            return b.isData();
        }
        return (p.shape.type.hooks() & (PyType.HOOK_SET | PyType.HOOK_DELETE)) != 0;
    }

    /** Whether the class attribute is a descriptor at all. */
    public static boolean hasGet(final Object d) {
        if (!(d instanceof PyObject p)) {
            return false;
        }
        return p instanceof PyDescriptor && !p.shape.type.isHeapType()
                || (p.shape.type.hooks() & PyType.HOOK_GET) != 0;
    }

    /** Binds a class attribute: {@code d.__get__(obj, type)} where there is one. {@code obj} null: through the class. */
    public static Object bind(final ThreadState ts, final Object d, final Object obj, final PyType type) {
        if (!(d instanceof PyObject p)) {
            return d;
        }
        final PyType dt = p.shape.type;
        if (p instanceof PyDescriptor b && !dt.isHeapType()) {
            return b.get(ts, obj, type);
        }
        if ((dt.hooks() & PyType.HOOK_GET) == 0) {
            return d;
        }
        return Special.call2(ts, p, "__get__", obj == null ? PyNone.NONE : obj, type == null ? PyNone.NONE : type);
    }

    /** Stores (or deletes, if {@code value} is null) by the default rules. */
    public static void genericSet(final ThreadState ts, final PyObject o, final String name, final Object value) {
        final PyType type = o.shape.type;
        final Object d = type.lookup(name);
        if (d != null && isData(d)) {
            setDescriptor(ts, d, o, value);
            return;
        }
        if (!type.hasDict()) {
            throw noDict(o, name, d);
        }
        if (value != null) {
            storeSlot(ts, o, name, value);
        } else if (!deleteSlot(ts, o, name)) {
            throw o.missingAttribute(name);
        }
    }

    /** Attribute assignment to (or deletion from) a value that is no PyObject. */
    public static void genericSetValue(final ThreadState ts, final Object o, final String name, final Object value) {
        final Object d = PyType.of(o).lookup(name);
        if (d == null || !isData(d)) {
            throw noDict(o, name, d);
        }
        setDescriptor(ts, d, o, value);
    }

    private static PyRaise noDict(final Object o, final String name, final Object classAttribute) {
        final String type = PyType.of(o).fullName();
        if (classAttribute == null) {
            return Errors.attributeError("'" + type + "' object has no attribute '" + name
                    + "' and no __dict__ for setting new attributes", o, name);
        }
        return Errors.attributeError("'" + type + "' object attribute '" + name + "' is read-only", o, name);
    }

    /** {@code d.__set__(obj, value)} or {@code d.__delete__(obj)} of a data descriptor. */
    public static void setDescriptor(final ThreadState ts, final Object d, final Object obj, final Object value) {
        final PyObject p = (PyObject) d;
        if (p instanceof PyDescriptor b && !p.shape.type.isHeapType()) {
            b.set(ts, obj, value);
        } else if (value != null) {
            if (Special.call2(ts, p, "__set__", obj, value) == null) {
                throw Errors.attributeError("__set__");
            }
        } else if (Special.call1(ts, p, "__delete__", obj) == null) {
            throw Errors.attributeError("__delete__");
        }
    }

    /** Stores an attribute or {@code __slots__} entry of the object itself. */
    public static void storeSlot(final ThreadState ts, final PyObject o, final String name, final Object value) {
        if (!ts.multi) {
            store(o, name, value, false);
            return;
        }
        if (o.shape.count >= Shape.MAX_SLOTS - 1) {
            o.shape.type.letSlotsMove(ts);
        }
        synchronized (o) {
            store(o, name, value, true);
        }
    }

    /**
     * Stores into a slot of an object of this shape, without the lock (see {@link Shape}). If it gives false the object
     * has another shape by now, or must be locked, and the caller stores in the general way.
     */
    public static boolean replace(final ThreadState ts, final PyObject o, final Shape shape, final int slot,
            final Object value) {
        return shape.type.storesChecked() && ts.multi
                ? replaceChecked(o, shape, slot, value) : o.slotReplace(slot, value);
    }

    /** As {@link #replace}, for what most objects are: it makes better code. */
    public static boolean replace(final ThreadState ts, final PyInstance o, final Shape shape, final int slot,
            final Object value) {
        return shape.type.storesChecked() && ts.multi
                ? replaceChecked(o, shape, slot, value) : o.slotReplace(slot, value);
    }

    private static boolean replaceChecked(final PyObject o, final Shape shape, final int slot, final Object value) {
        if (AsymmetricFence.AVAILABLE && o.slotReplace(slot, value)) {
            AsymmetricFence.light();
            if (o.shape != shape) {
                storedLate(o, shape, slot);
            }
            return true;
        }
        return false;
    }

    /**
     * After a store into a slot during which the object's shape changed. Attributes that came, or another class, leave the
     * slot what it is; what is stored into one that went came before that; and if attributes moved to a dict, what came
     * too late to be taken along is still in the slot. (Stored again, it might come after what it led another thread to do.)
     */
    private static void storedLate(final PyObject o, final Shape shape, final int slot) {
        final String name = shape.keyAt(slot);
        if (name == null || Shape.isSlotKey(name)) {
            return;
        }
        synchronized (o) {
            final Shape now = o.shape;
            if (now.indexOf(name) != slot) {
                final Object left = o.slotTake(slot);
                if (left != null && now.dictIndex >= 0) {
                    dictIn(o, now).putStr(name, left);
                }
            }
        }
    }

    /** While other threads exist: adds the attribute that leads from one shape to the next; false if it has another. */
    public static boolean addShared(final PyObject o, final Shape shape, final Shape next, final Object value) {
        synchronized (o) {
            if (o.shape != shape) {
                return false;
            }
            o.slotSet(shape.count, value);
            java.lang.invoke.VarHandle.releaseFence();
            o.shape = next;
            return true;
        }
    }

    private static void store(final PyObject o, final String name, final Object value, final boolean multi) {
        final Shape shape = o.shape;
        final int i = shape.indexOf(name);
        if (i >= 0) {
            o.slotSet(i, value);
            return;
        }
        if (shape.dictIndex >= 0 && !Shape.isSlotKey(name)) {
            dictIn(o, shape).putStr(name, value);
            return;
        }
        if (shape.count >= Shape.MAX_SLOTS && !Shape.isSlotKey(name) && (!multi || shape.type.slotsMove())) {
            materialise(o, multi).putStr(name, value);
            return;
        }
        o.slotSet(shape.count, value);
        java.lang.invoke.VarHandle.releaseFence();
        o.shape = shape.with(name);
    }

    /** Deletes; false if the object has no such attribute. */
    public static boolean deleteSlot(final ThreadState ts, final PyObject o, final String name) {
        if (ts.multi) {
            synchronized (o) {
                return delete(o, name);
            }
        }
        return delete(o, name);
    }

    private static boolean delete(final PyObject o, final String name) {
        final Shape shape = o.shape;
        final int i = shape.indexOf(name);
        if (i >= 0) {
            if (Shape.isSlotKey(name)) {
                final boolean was = o.slotGet(i) != null;
                o.slotSet(i, null);
                return was;
            }
            o.shape = shape.without(name);
            o.slotSet(i, null);
            return true;
        }
        return shape.dictIndex >= 0 && dictIn(o, shape).removeStr(name) != null;
    }

    /** The object's {@code __dict__}: the object turns to dict mode on the first call. */
    public static PyDict dictOf(final ThreadState ts, final PyObject o) {
        final Shape shape = o.shape;
        if (shape.dictIndex >= 0) {
            return dictIn(o, shape);
        }
        if (ts.multi) {
            shape.type.letSlotsMove(ts);
            synchronized (o) {
                return materialiseShared(o);
            }
        }
        return materialiseDict(o);
    }

    /** The dict of an object in dict mode. */
    public static PyDict dictIn(final PyObject o, final Shape shape) {
        final Object dict = o.slotGet(shape.dictIndex);
        if (dict != null) {
            return (PyDict) dict;
        }
        // Another thread is filling it, under the lock.
        synchronized (o) {
            return (PyDict) o.slotGet(shape.dictIndex);
        }
    }

    /**
     * {@link #materialiseDict} while other threads may store into slots; the caller holds the lock and has let the slots
     * of its type move ({@link PyType#letSlotsMove}).
     */
    private static PyDict materialiseShared(final PyObject o) {
        final Shape shape = o.shape;
        if (shape.dictIndex >= 0) {
            return (PyDict) o.slotGet(shape.dictIndex);
        }
        o.shape = shape.inDictMode();
        if (AsymmetricFence.AVAILABLE) {
            AsymmetricFence.heavy();
        }
        final PyDict dict = new PyDict();
        for (final String key : shape.keys()) {
            final Object value = Shape.isSlotKey(key) ? null : o.slotTake(shape.indexOf(key));
            if (value != null) {
                dict.putStr(key, value);
            }
        }
        java.lang.invoke.VarHandle.releaseFence();
        o.slotSet(shape.count, dict);
        return dict;
    }

    /** Replaces the object's {@code __dict__}. */
    public static void setDict(final ThreadState ts, final PyObject o, final PyDict dict) {
        final boolean multi = ts != null && ts.multi;
        if (multi) {
            o.shape.type.letSlotsMove(ts);
        }
        synchronized (o) {
            materialise(o, multi);
            o.slotSet(o.shape.dictIndex, dict);
        }
    }

    private static PyDict materialise(final PyObject o, final boolean multi) {
        return multi ? materialiseShared(o) : materialiseDict(o);
    }

    private static PyDict materialiseDict(final PyObject o) {
        final Shape shape = o.shape;
        if (shape.dictIndex >= 0) {
            return (PyDict) o.slotGet(shape.dictIndex);
        }
        final PyDict dict = new PyDict();
        final String[] keys = shape.keys();
        for (final String key : keys) {
            if (!Shape.isSlotKey(key)) {
                dict.putStr(key, o.slotGet(shape.indexOf(key)));
            }
        }
        o.slotSet(shape.count, dict);
        java.lang.invoke.VarHandle.releaseFence();
        o.shape = shape.inDictMode();
        for (final String key : keys) {
            if (!Shape.isSlotKey(key)) {
                o.slotSet(shape.indexOf(key), null);
            }
        }
        return dict;
    }

    /** {@code __class__} assignment between types of the same layout. */
    public static void setClass(final ThreadState ts, final PyObject o, final PyType newType) {
        if (ts.multi) {
            // Who still takes it for an instance of the old class must test its stores as those of the new one are.
            o.shape.type.letSlotsMove(ts);
            newType.letSlotsMove(ts);
        }
        synchronized (o) {
            o.shape = o.shape.forType(newType);
        }
    }
}
