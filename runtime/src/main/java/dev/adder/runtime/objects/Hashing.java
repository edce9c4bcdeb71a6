package dev.adder.runtime.objects;

import dev.adder.runtime.Errors;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.text.Hashes;

/** The hash of a dict's key or a set's element, with the messages of CPython 3.14 for what has none. */
public final class Hashing {
    private Hashing() {
    }

    static long ofKey(final ThreadState ts, final Object key) {
        if (key instanceof Long n) {
            return Hashes.ofLong(n);
        }
        try {
            return PyObjects.hash(ts, key);
        } catch (final PyRaise e) {
            throw explain(ts, e, key, "a dict key");
        }
    }

    static long ofElement(final ThreadState ts, final Object element) {
        if (element instanceof Long n) {
            return Hashes.ofLong(n);
        }
        try {
            return PyObjects.hash(ts, element);
        } catch (final PyRaise e) {
            throw explain(ts, e, element, "a set element");
        }
    }

    private static PyRaise explain(final ThreadState ts, final PyRaise e, final Object value, final String use) {
        if (e.value.type() != ExceptionTypes.TYPE_ERROR) {
            return e;
        }
        return Errors.typeError("cannot use '" + qualifiedName(PyType.of(value)) + "' as " + use + " ("
                + PyObjects.strJava(ts, e.value) + ")");
    }

    /** {@code PyType_GetFullyQualifiedName}. */
    public static String qualifiedName(final PyType type) {
        final Object module = type.builtinModule() != null ? type.builtinModule() : type.getOwn("__module__");
        final String name = dev.adder.language.text.Str.toJava(type.qualname());
        return module instanceof String m && !m.equals("builtins") && !m.equals("__main__") ? m + "." + name : name;
    }
}
