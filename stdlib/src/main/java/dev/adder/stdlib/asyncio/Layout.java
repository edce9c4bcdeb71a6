package dev.adder.stdlib.asyncio;

import dev.adder.runtime.Attributes;
import dev.adder.runtime.PyInstance;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.Shape;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.interp.StandIn;
import dev.adder.runtime.objects.PyList;
import dev.adder.stdlib.collections.PyDeque;

/**
 * Where objects keep certain attributes, for those whose class has certain methods as the library wrote them: an
 * instance of the class itself, or of a subclass that overrides none of them.
 */
final class Layout {
    /**
     * Of one shape; not of use once the version of its type has changed, or a function of the library got another code.
     * {@code slots} is null if it is not usual.
     */
    private record Form(Shape shape, long version, int changes, int[] slots) {
        boolean isOf(final Shape o) {
            return shape == o && o.type.isVersion(version) && PyFunction.libraryChanges() == changes;
        }
    }

    private static final int OTHER_HOOKS =
            PyType.HOOK_GETATTRIBUTE | PyType.HOOK_GETATTR | PyType.HOOK_SETATTR | PyType.HOOK_DELATTR;

    private final String[] attributes;
    private final String[] methods;
    private final Object[] originals;
    private final boolean isKnown;
    private Form last;
    private Form before;

    /** @param methods of {@code type}, which is null if its module was not imported: nothing is usual then */
    Layout(final PyType type, final String[] attributes, final String... methods) {
        this.attributes = attributes;
        this.methods = methods;
        this.originals = new Object[methods.length];
        boolean all = type != null;
        for (int i = 0; i < methods.length && all; i++) {
            originals[i] = type.lookup(methods[i]);
            all = StandIn.isOriginal(originals[i]);
        }
        this.isKnown = all;
    }

    /** The slots of the attributes, -1 for one that the object has not; null if the object is not usual. */
    int[] slots(final PyInstance o) {
        final Form form = last;
        return form != null && form.isOf(o.shape) ? form.slots : find(o.shape);
    }

    private int[] find(final Shape shape) {
        Form form = before;
        if (form == null || !form.isOf(shape)) {
            final long version = shape.type.version();
            final int changes = PyFunction.libraryChanges();
            form = new Form(shape, version, changes, look(shape));
        }
        before = last;
        last = form;
        return form.slots;
    }

    private int[] look(final Shape shape) {
        final PyType type = shape.type;
        if (!isKnown || shape.dictIndex >= 0 || (type.hooks() & OTHER_HOOKS) != 0) {
            return null;
        }
        for (int i = 0; i < methods.length; i++) {
            if (type.lookup(methods[i]) != originals[i] || shape.indexOf(methods[i]) >= 0
                    || !StandIn.isOriginal(originals[i])) {
                return null;
            }
        }
        final int[] slots = new int[attributes.length];
        for (int i = 0; i < slots.length; i++) {
            if (Attributes.isData(type.lookup(attributes[i]))) {
                return null;
            }
            slots[i] = shape.indexOf(attributes[i]);
        }
        return slots;
    }

    /** The attribute in the slot, or null. */
    static Object get(final PyInstance o, final int slot) {
        return slot < 0 ? null : o.slotGet(slot);
    }

    /** The deque in the slot; null if it holds anything else, a deque of a subclass too. */
    static PyDeque deque(final PyInstance o, final int slot) {
        return get(o, slot) instanceof PyDeque d && d.type() == PyDeque.TYPE ? d : null;
    }

    static boolean isEmptyList(final Object o) {
        return o instanceof PyList list && list.type() == PyList.TYPE && list.size() == 0;
    }

    static boolean isFalse(final PyInstance o, final int slot) {
        return get(o, slot) instanceof Boolean b && !b;
    }

    /** Stores where there is a value already. */
    void set(final ThreadState ts, final PyInstance o, final int[] slots, final int attribute, final Object value) {
        if (!Attributes.replace(ts, o, o.shape, slots[attribute], value)) {
            Attributes.storeSlot(ts, o, attributes[attribute], value);
        }
    }

    /** The class in a module that has been imported, or null. */
    static PyType type(final ThreadState ts, final String module, final String name) {
        return ts.interp.modules.getStr(module) instanceof PyObject m
                && m.getAttribute(ts, name) instanceof PyType t ? t : null;
    }
}
