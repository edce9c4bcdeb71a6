package dev.adder.runtime.objects;

import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.PyBoundMethod;

/** {@code classmethod(function)}. */
@PyTypeSpec(name = "classmethod")
public final class PyClassMethod extends WrappedFunction {
    public static final PyType TYPE =
            PyType.builtin("classmethod", "builtins", null, new PyClassMethodTable()).withDict();

    public PyClassMethod(final Object function) {
        this(TYPE, function);
    }

    private PyClassMethod(final PyType type, final Object function) {
        super(type, function);
    }

    @Override
    public Object get(final ThreadState ts, final Object obj, final PyType objType) {
        return new PyBoundMethod(function, objType != null ? objType : PyType.of(obj));
    }

    @PyNew("(function, /)")
    static Object make(final ThreadState ts, final PyType cls, final Object function) {
        final PyClassMethod made = new PyClassMethod(cls, function);
        made.copyAttributes(ts);
        return made;
    }
}
