package dev.adder.runtime;

import dev.adder.runtime.interp.PyFunction;

/** Calling a type: {@code type_call} of CPython's typeobject.c, with short cuts for the usual kinds of class. */
public final class TypeCall {
    private TypeCall() {
    }

    static Object call(final ThreadState ts, final PyType type, final Object[] args, final String[] kwNames) {
        final PyType meta = type.shape.type;
        if (meta != PyType.TYPE) {
            final Object m = meta.lookup("__call__");
            if (!(m instanceof BuiltinDescriptor d && d.owner == PyType.TYPE)) {
                return Special.invoke(ts, m, type, meta, args, kwNames);
            }
        }
        return construct(ts, type, args, kwNames);
    }

    /** {@code type.__call__} itself. */
    public static Object construct(final ThreadState ts, final PyType type, final Object[] args, final String[] kwNames) {
        if (type == PyType.TYPE) {
            final int keywords = kwNames == null ? 0 : kwNames.length;
            if (args.length == 1 && keywords == 0) {
                return PyType.of(args[0]);
            }
            if (args.length - keywords != 3) {
                throw Errors.typeError("type() takes 1 or 3 arguments");
            }
        }
        if (type.noInstantiation()) {
            throw cannotCreate(type);
        }
        final Object newMethod = type.lookup("__new__");
        final Object obj;
        if (newMethod instanceof BuiltinNew n) {
            obj = n.make(ts, type, args, kwNames);
        } else if (newMethod == null) {
            throw cannotCreate(type);
        } else {
            obj = Calls.call(ts, Attributes.bind(ts, newMethod, null, type), Calls.prepend(type, args), kwNames);
        }
        return initialised(ts, type, newMethod, obj, args, kwNames);
    }

    /** What {@code __new__} gave, after its {@code __init__} if it is an instance of the type. */
    private static Object initialised(final ThreadState ts, final PyType type, final Object newMethod,
            final Object obj, final Object[] args, final String[] kwNames) {
        final PyType made = PyType.of(obj);
        if (made != type && !made.isSubtypeOf(type)) {
            return obj;
        }
        final Object init = made.lookup("__init__");
        if (init instanceof BuiltinDescriptor d && d.owner == PyType.OBJECT && newMethod instanceof BuiltinNew n
                && n.owner != PyType.OBJECT) {
            return obj;
        }
        checkInit(Special.invoke(ts, init, obj, made, args, kwNames));
        return obj;
    }

    public static void checkInit(final Object result) {
        if (result != PyNone.NONE) {
            throw Errors.typeError("__init__() should return None, not '" + PyType.of(result).name() + "'");
        }
    }

    static PyRaise cannotCreate(final PyType type) {
        final String module = type.builtinModule();
        return Errors.typeError("cannot create '" + (module == null || module.equals("builtins") ? "" : module + ".")
                + type.name() + "' instances");
    }

    /** Whether an instance is made by {@code object.__new__} and initialised by a Python function: the usual class. */
    public static PyFunction plainInit(final PyType type) {
        if (type.shape.type != PyType.TYPE || type.solid() != PyType.OBJECT && !type.isHeapType()) {
            return null;
        }
        if (type.lookup("__new__") instanceof BuiltinNew n && n.owner == PyType.OBJECT
                && !type.hasAbstractMethods() && (type.hooks() & PyType.HOOK_FINALIZE) == 0
                && type.lookup("__init__") instanceof PyFunction f) {
            return f;
        }
        return null;
    }

    /**
     * How a built-in type makes its instances: what {@code __new__} and {@code __init__} are, looked up once, since they
     * never change. {@code init} is null where it is object's, which has nothing to do.
     */
    record Maker(BuiltinNew make, BuiltinDescriptor init) {
        /** Types whose calls take the general way. */
        static final Maker NONE = new Maker(null, null);

        static Maker of(final PyType type) {
            if (type.isHeapType() || type == PyType.TYPE || type.shape.type != PyType.TYPE || type.noInstantiation()
                    || !(type.lookup("__new__") instanceof BuiltinNew n) || n.owner == PyType.OBJECT
                    || !(type.lookup("__init__") instanceof BuiltinDescriptor d)) {
                return NONE;
            }
            return new Maker(n, d.owner == PyType.OBJECT ? null : d);
        }
    }

    /** A call of a type that {@link #plainInit} knows nothing of. */
    public static Object make0(final ThreadState ts, final PyType type) {
        final Maker maker = type.maker();
        if (maker == Maker.NONE) {
            return call(ts, type, Calls.NO_ARGS, null);
        }
        final Object o = maker.make.make0(ts, type);
        if (PyType.of(o) != type) {
            return initialised(ts, type, maker.make, o, Calls.NO_ARGS, null);
        }
        if (maker.init != null) {
            checkInit(maker.init.callUnchecked0(ts, o));
        }
        return o;
    }

    /** As {@link #make0}. */
    public static Object make2(final ThreadState ts, final PyType type, final Object a, final Object b) {
        final Maker maker = type.maker();
        if (maker == Maker.NONE) {
            return call(ts, type, new Object[] {a, b}, null);
        }
        final Object o = maker.make.make2(ts, type, a, b);
        if (PyType.of(o) != type) {
            return initialised(ts, type, maker.make, o, new Object[] {a, b}, null);
        }
        if (maker.init != null) {
            checkInit(maker.init.callUnchecked2(ts, o, a, b));
        }
        return o;
    }

    /** As {@link #make0}. */
    public static Object make1(final ThreadState ts, final PyType type, final Object a) {
        final Maker maker = type.maker();
        if (maker == Maker.NONE) {
            return call(ts, type, new Object[] {a}, null);
        }
        final Object o = maker.make.make1(ts, type, a);
        if (PyType.of(o) != type) {
            return initialised(ts, type, maker.make, o, new Object[] {a}, null);
        }
        if (maker.init != null) {
            checkInit(maker.init.callUnchecked1(ts, o, a));
        }
        return o;
    }

    static Object call0(final ThreadState ts, final PyType type) {
        final PyFunction init = plainInit(type);
        if (init == null) {
            return make0(ts, type);
        }
        final PyInstance o = new PyInstance(type);
        checkInit(init.call1(ts, o));
        return o;
    }

    static Object call1(final ThreadState ts, final PyType type, final Object a) {
        if (type == PyType.TYPE) {
            return PyType.of(a);
        }
        final PyFunction init = plainInit(type);
        if (init == null) {
            return make1(ts, type, a);
        }
        final PyInstance o = new PyInstance(type);
        checkInit(init.call2(ts, o, a));
        return o;
    }

    static Object call2(final ThreadState ts, final PyType type, final Object a, final Object b) {
        final PyFunction init = plainInit(type);
        if (init == null) {
            return make2(ts, type, a, b);
        }
        final PyInstance o = new PyInstance(type);
        checkInit(init.call3(ts, o, a, b));
        return o;
    }
}
