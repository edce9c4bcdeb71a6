package dev.adder.runtime.objects;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;

/** {@code staticmethod(function)}. */
@PyTypeSpec(name = "staticmethod")
public final class PyStaticMethod extends WrappedFunction {
    public static final PyType TYPE =
            PyType.builtin("staticmethod", "builtins", null, new PyStaticMethodTable()).withDict();

    public PyStaticMethod(final Object function) {
        this(TYPE, function);
    }

    private PyStaticMethod(final PyType type, final Object function) {
        super(type, function);
    }

    @Override
    public Object get(final ThreadState ts, final Object obj, final PyType objType) {
        return function;
    }

    @Override
    public Object call(final ThreadState ts, final Object[] args, final String[] kwNames) {
        return Calls.call(ts, function, args, kwNames);
    }

    @PyNew("(function, /)")
    static Object make(final ThreadState ts, final PyType cls, final Object function) {
        final PyStaticMethod made = new PyStaticMethod(cls, function);
        made.copyAttributes(ts);
        return made;
    }

    @PyMethod(value = "__call__($self, /, *args, **kwargs)", raw = true)
    static Object callMethod(final ThreadState ts, final Object self, final Object[] args, final String[] kwNames) {
        return ((PyStaticMethod) self).call(ts, args, kwNames);
    }
}
