package dev.adder.runtime;

/** A built-in descriptor: attribute access on types and instances binds it without a Python-level {@code __get__}. */
public abstract class PyDescriptor extends PySlotted {
    protected PyDescriptor(final PyType type) {
        super(type);
    }

    /** {@code __get__}: {@code obj} is null for access through the class. */
    public abstract Object get(ThreadState ts, Object obj, PyType objType);

    /** Whether it goes before the instance's own attributes. */
    public boolean isData() {
        return false;
    }

    /** {@code __set__}; {@code __delete__} if {@code value} is null. Only called if {@link #isData}. */
    public void set(final ThreadState ts, final Object obj, final Object value) {
        throw new IllegalStateException("not a data descriptor");
    }
}
