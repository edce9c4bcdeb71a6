package dev.adder.runtime;

import dev.adder.runtime.interp.PyFunction;

/**
 * Calls special methods the way CPython's slots do: looked up on the type, never on the instance, without making a
 * bound method. Each returns null if the type has no such method (or, for {@code __next__} of a built-in iterator, if
 * it is exhausted).
 */
public final class Special {
    private Special() {
    }

    /** The unbound method, or null. */
    public static Object lookup(final Object o, final String name) {
        return PyType.of(o).lookup(name);
    }

    public static Object call0(final ThreadState ts, final Object self, final String name) {
        final PyType type = PyType.of(self);
        final Object m = type.lookup(name);
        return m == null ? null : invoke0(ts, m, self, type);
    }

    public static Object call1(final ThreadState ts, final Object self, final String name, final Object a) {
        final PyType type = PyType.of(self);
        final Object m = type.lookup(name);
        return m == null ? null : invoke1(ts, m, self, type, a);
    }

    public static Object call2(final ThreadState ts, final Object self, final String name, final Object a,
            final Object b) {
        final PyType type = PyType.of(self);
        final Object m = type.lookup(name);
        return m == null ? null : invoke2(ts, m, self, type, a, b);
    }

    public static Object call3(final ThreadState ts, final Object self, final String name, final Object a,
            final Object b, final Object c) {
        final PyType type = PyType.of(self);
        final Object m = type.lookup(name);
        return m == null ? null : invoke(ts, m, self, type, new Object[] {a, b, c}, null);
    }

    public static Object call(final ThreadState ts, final Object self, final String name, final Object[] args,
            final String[] kwNames) {
        final PyType type = PyType.of(self);
        final Object m = type.lookup(name);
        return m == null ? null : invoke(ts, m, self, type, args, kwNames);
    }

    /** A class may have under a special name a method of another type, which then refuses the instance. */
    private static boolean isMethodOf(final BuiltinDescriptor d, final PyType type) {
        return !d.isClassMethod() && (!type.isHeapType() || type.isSubtypeOf(d.owner));
    }

    /** Calls an unbound class attribute as a method of {@code self}. */
    public static Object invoke0(final ThreadState ts, final Object m, final Object self, final PyType type) {
        if (m instanceof PyFunction f) {
            return f.call1(ts, self);
        }
        if (m instanceof BuiltinDescriptor d && isMethodOf(d, type)) {
            return d.callUnchecked0(ts, self);
        }
        return Calls.call0(ts, Attributes.bind(ts, m, self, type));
    }

    public static Object invoke1(final ThreadState ts, final Object m, final Object self, final PyType type,
            final Object a) {
        if (m instanceof PyFunction f) {
            return f.call2(ts, self, a);
        }
        if (m instanceof BuiltinDescriptor d && isMethodOf(d, type)) {
            return d.callUnchecked1(ts, self, a);
        }
        return Calls.call1(ts, Attributes.bind(ts, m, self, type), a);
    }

    public static Object invoke2(final ThreadState ts, final Object m, final Object self, final PyType type,
            final Object a, final Object b) {
        if (m instanceof PyFunction f) {
            return f.call3(ts, self, a, b);
        }
        if (m instanceof BuiltinDescriptor d && isMethodOf(d, type)) {
            return d.callUnchecked2(ts, self, a, b);
        }
        return Calls.call2(ts, Attributes.bind(ts, m, self, type), a, b);
    }

    public static Object invoke(final ThreadState ts, final Object m, final Object self, final PyType type,
            final Object[] args, final String[] kwNames) {
        if (m instanceof PyFunction f) {
            return f.call(ts, Calls.prepend(self, args), kwNames);
        }
        if (m instanceof BuiltinDescriptor d && isMethodOf(d, type)) {
            return d.callUnchecked(ts, self, args, kwNames);
        }
        return Calls.call(ts, Attributes.bind(ts, m, self, type), args, kwNames);
    }
}
