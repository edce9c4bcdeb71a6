package dev.adder.runtime;

/**
 * {@code __new__} of a built-in type: {@code tp_new_wrapper} of CPython's typeobject.c. As an object it is a
 * {@code builtin_function_or_method}; the first argument is the class to make an instance of.
 */
public final class BuiltinNew extends PyObject {
    public final PyType owner;
    public final String textSignature;
    private final BuiltinTable table;
    private final int id;

    BuiltinNew(final PyType owner, final BuiltinTable table, final int id, final String textSignature) {
        super(BuiltinFunction.TYPE);
        this.owner = owner;
        this.table = table;
        this.id = id;
        this.textSignature = textSignature;
    }

    /** Makes an instance of {@code cls}, which is known to be a legal subtype of the owner. */
    public Object make(final ThreadState ts, final PyType cls, final Object[] args, final String[] kwNames) {
        final Object made = table.call(id, ts, cls, args, kwNames);
        if ((cls.hooks() & PyType.HOOK_FINALIZE) != 0) {
            Finalizers.watchInstance(ts, made);
        }
        return made;
    }

    /** {@link #make} without arguments, of a class without finalizer. */
    Object make0(final ThreadState ts, final PyType cls) {
        return table.call0(id, ts, cls);
    }

    /** As {@link #make0}. */
    Object make2(final ThreadState ts, final PyType cls, final Object a, final Object b) {
        return table.call2(id, ts, cls, a, b);
    }

    /** As {@link #make0}. */
    Object make1(final ThreadState ts, final PyType cls, final Object a) {
        return table.call1(id, ts, cls, a);
    }

    /** {@code super().__new__(cls)}, mostly of object. */
    @Override
    public Object call1(final ThreadState ts, final Object a) {
        if (a instanceof PyType cls && cls.allows(this)) {
            final Object made = make0(ts, cls);
            if ((cls.hooks() & PyType.HOOK_FINALIZE) != 0) {
                Finalizers.watchInstance(ts, made);
            }
            return made;
        }
        return call(ts, new Object[] {a}, null);
    }

    @Override
    public Object call(final ThreadState ts, final Object[] args, final String[] kwNames) {
        final int positional = args.length - (kwNames == null ? 0 : kwNames.length);
        if (positional == 0) {
            throw Errors.typeError(owner.name() + ".__new__(): not enough arguments");
        }
        if (!(args[0] instanceof PyType cls)) {
            throw Errors.typeError(owner.name() + ".__new__(X): X is not a type object ("
                    + PyType.of(args[0]).name() + ")");
        }
        final long version = cls.version();
        if (!cls.isSubtypeOf(owner)) {
            throw Errors.typeError(owner.name() + ".__new__(" + cls.name() + "): " + cls.name()
                    + " is not a subtype of " + owner.name());
        }
        final PyType solid = TypeCreation.builtinBase(cls);
        if (solid.noInstantiation()) {
            throw TypeCall.cannotCreate(solid);
        }
        final Object expected = solid.lookup("__new__");
        if (expected != this) {
            throw Errors.typeError(owner.name() + ".__new__(" + cls.name() + ") is not safe, use " + solid.name()
                    + ".__new__()");
        }
        cls.allow(this, version);
        final Object[] rest = new Object[args.length - 1];
        System.arraycopy(args, 1, rest, 0, rest.length);
        return make(ts, cls, rest, kwNames);
    }
}
