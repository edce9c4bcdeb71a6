package dev.adder.runtime;

import dev.adder.expose.PyTypeSpec;

/**
 * A built-in function or bound built-in method: CPython's {@code builtin_function_or_method} and
 * {@code method-wrapper}.
 */
@PyTypeSpec(name = "builtin_function_or_method")
public final class BuiltinFunction extends PyObject {
    public static final PyType TYPE =
            PyType.builtinFinal("builtin_function_or_method", "builtins", null, new BuiltinFunctionTable())
                    .withoutNew().withWeakref();
    public static final PyType WRAPPER_TYPE =
            PyType.builtinFinal("method-wrapper", "builtins", null, new BuiltinFunctionTable()).withoutNew();

    private final BuiltinTable table;
    private final int id;
    public final String name;
    public final String textSignature;
    /** What the table gets as receiver: an object, a class, or a module's state. */
    public final Object self;
    /** Name of the module for a module function, else null. */
    public final String module;
    /** The descriptor it was bound from, null for module functions and {@code __new__}. */
    public final BuiltinDescriptor descriptor;

    public BuiltinFunction(final BuiltinTable table, final int id, final String name, final String textSignature,
            final Object self, final String module, final BuiltinDescriptor descriptor) {
        super(descriptor != null && descriptor.isWrapper() ? WRAPPER_TYPE : TYPE);
        this.table = table;
        this.id = id;
        this.name = name;
        this.textSignature = textSignature;
        this.self = self;
        this.module = module;
        this.descriptor = descriptor;
    }

    public BuiltinTable table() {
        return table;
    }

    public int id() {
        return id;
    }

    /** What a Java null result means at a Python-level call: {@code __next__} is exhausted. */
    public static Object nullResult(final String name) {
        if (name.equals("__next__")) {
            throw Errors.stopIteration();
        }
        throw new InternalError("null result of " + name);
    }

    private Object result(final Object r) {
        return r == null ? nullResult(name) : r;
    }

    @Override
    public Object call(final ThreadState ts, final Object[] args, final String[] kwNames) {
        return result(table.call(id, ts, self, args, kwNames));
    }

    @Override
    public Object call0(final ThreadState ts) {
        return result(table.call0(id, ts, self));
    }

    @Override
    public Object call1(final ThreadState ts, final Object a) {
        return result(table.call1(id, ts, self, a));
    }

    @Override
    public Object call2(final ThreadState ts, final Object a, final Object b) {
        return result(table.call2(id, ts, self, a, b));
    }

    @Override
    public Object call3(final ThreadState ts, final Object a, final Object b, final Object c) {
        return result(table.call3(id, ts, self, a, b, c));
    }
}
