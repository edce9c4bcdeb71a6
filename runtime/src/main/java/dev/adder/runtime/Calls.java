package dev.adder.runtime;

import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.ops.PyObjects;

/** Calling any value; calling a method by name without making a bound method. */
public final class Calls {
    public static final Object[] NO_ARGS = new Object[0];

    private Calls() {
    }

    public static Object call(final ThreadState ts, final Object f, final Object[] args, final String[] kwNames) {
        if (f instanceof PyObject p) {
            return p.call(ts, args, kwNames);
        }
        throw notCallable(f);
    }

    public static Object call0(final ThreadState ts, final Object f) {
        if (f instanceof PyObject p) {
            return p.call0(ts);
        }
        throw notCallable(f);
    }

    public static Object call1(final ThreadState ts, final Object f, final Object a) {
        if (f instanceof PyObject p) {
            return p.call1(ts, a);
        }
        throw notCallable(f);
    }

    public static Object call2(final ThreadState ts, final Object f, final Object a, final Object b) {
        if (f instanceof PyObject p) {
            return p.call2(ts, a, b);
        }
        throw notCallable(f);
    }

    public static Object call3(final ThreadState ts, final Object f, final Object a, final Object b, final Object c) {
        if (f instanceof PyObject p) {
            return p.call3(ts, a, b, c);
        }
        throw notCallable(f);
    }

    /** The default of {@link PyObject#call}: the type's {@code __call__}. */
    static Object callSlot(final ThreadState ts, final PyObject o, final Object[] args, final String[] kwNames) {
        final PyType type = o.type();
        final Object m = type.lookup("__call__");
        if (m == null) {
            throw notCallable(o);
        }
        ts.enterCall();
        try {
            return Special.invoke(ts, m, o, type, args, kwNames);
        } finally {
            ts.leaveCall();
        }
    }

    public static PyRaise notCallable(final Object f) {
        return Errors.typeError("'" + PyType.of(f).fullName() + "' object is not callable");
    }

    public static Object[] prepend(final Object first, final Object[] args) {
        final Object[] all = new Object[args.length + 1];
        all[0] = first;
        System.arraycopy(args, 0, all, 1, args.length);
        return all;
    }

    /**
     * The class attribute to call with the receiver as first argument, or null if {@code name} must be looked up the
     * general way (an instance attribute hides it, the type has hooks, or it is no plain method).
     */
    public static Object plainMethod(final Object o, final PyType type, final String name) {
        final Object m = type.lookup(name);
        if (m instanceof PyFunction || m instanceof BuiltinDescriptor d && !d.isClassMethod()) {
            if ((type.hooks() & PyType.HOOK_GETATTRIBUTE) != 0) {
                return null;
            }
            if (o instanceof PyObject p) {
                if (p.overridesGetAttribute() || Attributes.instanceGet(p, name) != null) {
                    return null;
                }
            }
            return m;
        }
        return null;
    }

    public static Object method(final ThreadState ts, final Object o, final String name, final Object[] args,
            final String[] kwNames) {
        final PyType type = PyType.of(o);
        final Object m = plainMethod(o, type, name);
        return m != null ? checked(Special.invoke(ts, m, o, type, args, kwNames), name)
                : call(ts, PyObjects.getAttr(ts, o, name), args, kwNames);
    }

    public static Object method0(final ThreadState ts, final Object o, final String name) {
        final PyType type = PyType.of(o);
        final Object m = plainMethod(o, type, name);
        return m != null ? checked(Special.invoke0(ts, m, o, type), name)
                : call0(ts, PyObjects.getAttr(ts, o, name));
    }

    public static Object method1(final ThreadState ts, final Object o, final String name, final Object a) {
        final PyType type = PyType.of(o);
        final Object m = plainMethod(o, type, name);
        return m != null ? checked(Special.invoke1(ts, m, o, type, a), name)
                : call1(ts, PyObjects.getAttr(ts, o, name), a);
    }

    public static Object method2(final ThreadState ts, final Object o, final String name, final Object a,
            final Object b) {
        final PyType type = PyType.of(o);
        final Object m = plainMethod(o, type, name);
        return m != null ? checked(Special.invoke2(ts, m, o, type, a, b), name)
                : call2(ts, PyObjects.getAttr(ts, o, name), a, b);
    }

    private static Object checked(final Object result, final String name) {
        return result == null ? BuiltinFunction.nullResult(name) : result;
    }
}
