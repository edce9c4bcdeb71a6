package dev.adder.runtime;

/**
 * The root of every Python object that is not one of the JDK's own value classes.
 *
 * <p>Invariant: {@link #shape} is never null and {@code shape.type} is the object's Python type; for objects with
 * attributes the shape also says which attribute lies in which slot. Assigning {@code __class__} replaces the shape.
 *
 * <p>The virtual methods here are the Java form of CPython's type slots that are hot enough to deserve virtual
 * dispatch: calling, attribute access and attribute storage. Everything else goes through the special methods in the
 * type's dictionary.
 */
public abstract class PyObject {
    /** Type and layout. Written only under the rules of {@link Shape}. */
    public Shape shape;

    protected PyObject(final PyType type) {
        this.shape = type == null ? null : type.rootShape();
    }

    protected PyObject(final Shape shape) {
        this.shape = shape;
    }

    public final PyType type() {
        return shape.type;
    }

    // ---- calls: callables override these; kwNames names the last kwNames.length arguments, null if none ----

    public Object call(final ThreadState ts, final Object[] args, final String[] kwNames) {
        return Calls.callSlot(ts, this, args, kwNames);
    }

    public Object call0(final ThreadState ts) {
        return call(ts, Calls.NO_ARGS, null);
    }

    public Object call1(final ThreadState ts, final Object a) {
        return call(ts, new Object[] {a}, null);
    }

    public Object call2(final ThreadState ts, final Object a, final Object b) {
        return call(ts, new Object[] {a, b}, null);
    }

    public Object call3(final ThreadState ts, final Object a, final Object b, final Object c) {
        return call(ts, new Object[] {a, b, c}, null);
    }

    /** What {@code len()} gives of a built-in container (its Python subclasses may say otherwise); -1 for others. */
    public int builtinSize() {
        return -1;
    }

    // ---- attributes: the Java form of tp_getattro and tp_setattro ----

    /**
     * The attribute, or null if there is none. Corresponds to {@code PyObject_GenericGetAttr}; modules, types, super
     * objects and a few more override it.
     */
    public Object getAttribute(final ThreadState ts, final String name) {
        return Attributes.genericGet(ts, this, name);
    }

    /** Whether {@link #getAttribute} is not the generic one, so that method look-up must go through it. */
    public boolean overridesGetAttribute() {
        return false;
    }

    /** Stores the attribute, or deletes it if {@code value} is null. Corresponds to {@code PyObject_GenericSetAttr}. */
    public void setAttribute(final ThreadState ts, final String name, final Object value) {
        Attributes.genericSet(ts, this, name, value);
    }

    /** The AttributeError for a look-up that found nothing. */
    public PyRaise missingAttribute(final String name) {
        return Errors.attributeError(
                "'" + shape.type.fullName() + "' object has no attribute '" + name + "'", this, name);
    }

    // ---- attribute storage: indexed by the shape ----

    /** The value in slot {@code index} of the current shape; null where nothing was stored yet. */
    public Object slotGet(final int index) {
        throw new IllegalStateException("no attribute slots in " + getClass());
    }

    /** Stores into slot {@code index}; the caller holds this object's lock when other threads exist. */
    public void slotSet(final int index, final Object value) {
        throw new IllegalStateException("no attribute slots in " + getClass());
    }

    /**
     * Stores into a slot that the shape already has, without the lock; false if it cannot be done so. The caller then
     * does {@link AsymmetricFence#light} and tests that the shape is still the same (see {@link Shape}).
     */
    public boolean slotReplace(final int index, final Object value) {
        return false;
    }

    /** Empties a slot, while others may {@link #slotReplace} it; gives what was there. */
    public Object slotTake(final int index) {
        throw new IllegalStateException("no attribute slots in " + getClass());
    }

    /** Drops all slot storage beyond what a shape with {@code count} slots needs. */
    public void slotClear() {
    }
}
