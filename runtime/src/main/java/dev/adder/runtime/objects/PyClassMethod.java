package dev.adder.runtime.objects;

import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyDescriptor;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;

/** {@code classmethod(function)}. */
@PyTypeSpec(name = "classmethod")
public final class PyClassMethod extends PyDescriptor {
    public static final PyType TYPE =
            PyType.builtin("classmethod", "builtins", null, new PyClassMethodTable()).withDict();

    public Object function;

    public PyClassMethod(final Object function) {
        this(TYPE, function);
    }

    public PyClassMethod(final PyType type, final Object function) {
        super(type);
        this.function = function;
    }

    @Override
    public Object get(final ThreadState ts, final Object obj, final PyType objType) {
        return new dev.adder.runtime.interp.PyMethod(function, objType != null ? objType : PyType.of(obj));
    }
}
