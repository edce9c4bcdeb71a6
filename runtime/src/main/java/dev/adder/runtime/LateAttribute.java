package dev.adder.runtime;

import dev.adder.runtime.objects.PyDict;

/**
 * Stands for a value in a type's dictionary until somebody wants it. CPython has the value itself there; so
 * {@link #resolve} replaces all of them before a program sees the dictionary. A type that has any has one for its
 * {@code __doc__}.
 */
public abstract class LateAttribute extends PyDescriptor {
    static final PyType TYPE = PyType.builtinFinal("late", "builtins", null, null).withoutNew();

    private Object value;

    protected LateAttribute() {
        super(TYPE);
    }

    /** The value; no Python code runs in here. */
    protected abstract Object make(ThreadState ts);

    @Override
    public final synchronized Object get(final ThreadState ts, final Object obj, final PyType objType) {
        if (value == null) {
            value = make(ts);
        }
        return value;
    }

    /** Before a program sees a type's dictionary, or changes {@code __doc__} in it. */
    public static void resolve(final ThreadState ts, final PyType type) {
        final PyDict dict = type.dict();
        if (dict.getStr("__doc__") instanceof LateAttribute) {
            for (final String key : dict.stringKeys()) {
                if (dict.getStr(key) instanceof LateAttribute late) {
                    dict.putStr(key, late.get(ts, null, type));
                }
            }
        }
    }
}
