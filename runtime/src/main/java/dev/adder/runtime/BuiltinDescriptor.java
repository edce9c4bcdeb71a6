package dev.adder.runtime;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;

/**
 * An unbound method of a built-in type: {@code list.append} as it lies in {@code list.__dict__}. One Java class serves
 * CPython's {@code method_descriptor} and {@code wrapper_descriptor}; {@link #kind} tells them apart.
 */
@PyTypeSpec(name = "method_descriptor")
public final class BuiltinDescriptor extends TypeMember {
    /** CPython's {@code PyMethodDescr_Type}. */
    public static final PyType METHOD_TYPE =
            PyType.builtinFinal("method_descriptor", "builtins", null, new BuiltinDescriptorTable()).withoutNew();
    /** CPython's {@code PyWrapperDescr_Type}. */
    public static final PyType WRAPPER_TYPE =
            PyType.builtinFinal("wrapper_descriptor", "builtins", null, new BuiltinDescriptorTable()).withoutNew();
    /** CPython's {@code PyClassMethodDescr_Type}. */
    public static final PyType CLASSMETHOD_TYPE =
            PyType.builtinFinal("classmethod_descriptor", "builtins", null, new BuiltinDescriptorTable())
                    .withoutNew();

    public final String textSignature;
    final BuiltinTable table;
    final int id;
    private final boolean classMethod;

    BuiltinDescriptor(final PyType type, final PyType owner, final String name, final String textSignature,
            final BuiltinTable table, final int id) {
        super(type, owner, name);
        this.textSignature = textSignature;
        this.table = table;
        this.id = id;
        this.classMethod = type == CLASSMETHOD_TYPE;
    }

    public boolean isClassMethod() {
        return classMethod;
    }

    /** Whether it stands for a type slot ({@code __add__}), not for a method ({@code append}). */
    public boolean isWrapper() {
        return type() == WRAPPER_TYPE;
    }

    /** The table and id behind it, so that compiled code can call the Java method without the descriptor. */
    public BuiltinTable table() {
        return table;
    }

    public int id() {
        return id;
    }

    @Override
    public Object get(final ThreadState ts, final Object obj, final PyType objType) {
        if (classMethod) {
            return new BuiltinFunction(table, id, name, textSignature, objType != null ? objType : PyType.of(obj),
                    null, null);
        }
        if (obj == null) {
            return this;
        }
        check(obj);
        return new BuiltinFunction(table, id, name, textSignature, obj, null, this);
    }

    /** The receiver check every unbound call makes. */
    public void check(final Object self) {
        if (!PyType.of(self).isSubtypeOf(owner)) {
            throw Errors.typeError(isWrapper()
                    ? "descriptor '" + name + "' requires a '" + owner.name() + "' object but received a '"
                            + PyType.of(self).name() + "'"
                    : "descriptor '" + name + "' for '" + owner.name() + "' objects doesn't apply to a '"
                            + PyType.of(self).name() + "' object");
        }
    }

    private Object checkedSelf(final Object self) {
        if (classMethod) {
            if (!(self instanceof PyType t) || !t.isSubtypeOf(owner)) {
                throw Errors.typeError("descriptor '" + name + "' for type '" + owner.name()
                        + "' doesn't apply to type '"
                        + (self instanceof PyType t ? t.name() : PyType.of(self).name()) + "'");
            }
        } else {
            check(self);
        }
        return self;
    }

    private PyRaise needsSelf() {
        return Errors.typeError(isWrapper()
                ? "descriptor '" + name + "' of '" + owner.name() + "' object needs an argument"
                : "unbound method " + owner.name() + "." + name + "() needs an argument");
    }

    /** Calls with a receiver that is known to be an instance of the owner; null from {@code __next__} passes through. */
    public Object callUnchecked0(final ThreadState ts, final Object self) {
        return table.call0(id, ts, self);
    }

    public Object callUnchecked1(final ThreadState ts, final Object self, final Object a) {
        return table.call1(id, ts, self, a);
    }

    public Object callUnchecked2(final ThreadState ts, final Object self, final Object a, final Object b) {
        return table.call2(id, ts, self, a, b);
    }

    public Object callUnchecked3(final ThreadState ts, final Object self, final Object a, final Object b,
            final Object c) {
        return table.call3(id, ts, self, a, b, c);
    }

    public Object callUnchecked(final ThreadState ts, final Object self, final Object[] args, final String[] kwNames) {
        return table.call(id, ts, self, args, kwNames);
    }

    private Object result(final Object r) {
        return r == null ? BuiltinFunction.nullResult(name) : r;
    }

    @Override
    public Object call(final ThreadState ts, final Object[] args, final String[] kwNames) {
        final int positional = args.length - (kwNames == null ? 0 : kwNames.length);
        if (positional == 0) {
            throw needsSelf();
        }
        final Object[] rest = new Object[args.length - 1];
        System.arraycopy(args, 1, rest, 0, rest.length);
        return result(table.call(id, ts, checkedSelf(args[0]), rest, kwNames));
    }

    @Override
    public Object call0(final ThreadState ts) {
        throw needsSelf();
    }

    @Override
    public Object call1(final ThreadState ts, final Object a) {
        return result(table.call0(id, ts, checkedSelf(a)));
    }

    @Override
    public Object call2(final ThreadState ts, final Object a, final Object b) {
        return result(table.call1(id, ts, checkedSelf(a), b));
    }

    @Override
    public Object call3(final ThreadState ts, final Object a, final Object b, final Object c) {
        return result(table.call2(id, ts, checkedSelf(a), b, c));
    }

    @PyGetter("__text_signature__")
    Object getTextSignature() {
        return textSignature == null ? PyNone.NONE : textSignature;
    }

    @PyMethod(value = "__call__($self, /, *args, **kwargs)", raw = true)
    static Object callMethod(final ThreadState ts, final Object self, final Object[] args, final String[] kwNames) {
        return ((BuiltinDescriptor) self).call(ts, args, kwNames);
    }

    @PyMethod("__repr__($self, /)")
    Object repr() {
        return isWrapper() ? "<slot wrapper '" + name + "' of '" + owner.name() + "' objects>"
                : "<method '" + name + "' of '" + owner.name() + "' objects>";
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce(final ThreadState ts) {
        return dev.adder.runtime.objects.PyTuple.of(ts.interp.builtins().getStr("getattr"),
                dev.adder.runtime.objects.PyTuple.of(owner, name));
    }
}
