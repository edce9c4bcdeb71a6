package dev.adder.runtime.interp;

import dev.adder.runtime.Calls;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;

/** A bound method. */
public final class PyBoundMethod extends PyObject {
    public static final PyType TYPE =
            PyType.builtinFinal("method", "builtins", null, new MethodMethodsTable()).withWeakref();

    public final Object function;
    public final Object self;

    public PyBoundMethod(final Object function, final Object self) {
        super(TYPE);
        this.function = function;
        this.self = self;
    }

    /** The method's own attributes are its function's. */
    @Override
    public Object getAttribute(final ThreadState ts, final String name) {
        final Object own = TYPE.lookup(name);
        if (own != null) {
            return dev.adder.runtime.Attributes.bind(ts, own, this, TYPE);
        }
        return dev.adder.runtime.ops.PyObjects.lookupAttr(ts, function, name);
    }

    @Override
    public boolean overridesGetAttribute() {
        return true;
    }

    @Override
    public Object call(final ThreadState ts, final Object[] args, final String[] kwNames) {
        return Calls.call(ts, function, Calls.prepend(self, args), kwNames);
    }

    @Override
    public Object call0(final ThreadState ts) {
        return Calls.call1(ts, function, self);
    }

    @Override
    public Object call1(final ThreadState ts, final Object a) {
        return Calls.call2(ts, function, self, a);
    }

    @Override
    public Object call2(final ThreadState ts, final Object a, final Object b) {
        return Calls.call3(ts, function, self, a, b);
    }
}
