package dev.adder.runtime.objects;

import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyDescriptor;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;

/** {@code staticmethod(function)}. */
@PyTypeSpec(name = "staticmethod")
public final class PyStaticMethod extends PyDescriptor {
    public static final PyType TYPE =
            PyType.builtin("staticmethod", "builtins", null, new PyStaticMethodTable()).withDict();

    public Object function;

    public PyStaticMethod(final Object function) {
        this(TYPE, function);
    }

    public PyStaticMethod(final PyType type, final Object function) {
        super(type);
        this.function = function;
    }

    @Override
    public Object get(final ThreadState ts, final Object obj, final PyType objType) {
        return function;
    }

    @Override
    public Object call(final ThreadState ts, final Object[] args, final String[] kwNames) {
        return Calls.call(ts, function, args, kwNames);
    }
}
