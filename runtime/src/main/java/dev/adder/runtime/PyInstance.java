package dev.adder.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * An instance of a Python class whose only built-in base is {@code object}. Four slots lie in the object itself (with
 * the header 32 bytes), the rest in {@link Segments}. Compiled code reads the fields directly after a shape guard.
 */
public final class PyInstance extends PyObject {
    /** Number of slots that lie in the object. */
    public static final int INLINE = 4;

    public Object s0;
    public Object s1;
    public Object s2;
    public Object s3;
    public Object[] more;

    public PyInstance(final PyType type) {
        super(type);
    }

    public PyInstance(final Shape shape) {
        super(shape);
    }

    @Override
    public Object slotGet(final int index) {
        return switch (index) {
            case 0 -> s0;
            case 1 -> s1;
            case 2 -> s2;
            case 3 -> s3;
            default -> moreGet(index - INLINE);
        };
    }

    private Object moreGet(final int index) {
        final Object[] segment = more;
        if (segment != null && index < segment.length - 1) {
            return segment[index];
        }
        return Segments.get(segment, index);
    }

    @Override
    public void slotSet(final int index, final Object value) {
        switch (index) {
            case 0 -> s0 = value;
            case 1 -> s1 = value;
            case 2 -> s2 = value;
            case 3 -> s3 = value;
            default -> more = Segments.set(more, index - INLINE, value);
        }
    }

    @Override
    public boolean slotReplace(final int index, final Object value) {
        switch (index) {
            case 0 -> s0 = value;
            case 1 -> s1 = value;
            case 2 -> s2 = value;
            case 3 -> s3 = value;
            default -> {
                return Segments.replace(more, index - INLINE, value);
            }
        }
        return true;
    }

    @Override
    public Object slotTake(final int index) {
        return index < INLINE ? Taking.SLOTS[index].getAndSet(this, null) : Segments.take(more, index - INLINE);
    }

    /** Apart, so that they are not made before threads need them. */
    private static final class Taking {
        static final VarHandle[] SLOTS = new VarHandle[INLINE];

        static {
            try {
                for (int i = 0; i < INLINE; i++) {
                    SLOTS[i] = MethodHandles.lookup().findVarHandle(PyInstance.class, "s" + i, Object.class);
                }
            } catch (final ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }
    }

    @Override
    public void slotClear() {
        s0 = null;
        s1 = null;
        s2 = null;
        s3 = null;
        more = null;
    }
}
