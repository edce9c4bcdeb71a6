package dev.adder.stdlib.functools;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyRichCompare;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.ArgumentParser;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;

/** What {@code cmp_to_key} returns, and what that makes of each key: compared by the comparison function. */
@PyTypeSpec(name = "KeyWrapper", module = "functools")
final class KeyWrapper extends PyObject {
    static final PyType TYPE =
            PyType.builtinFinal("KeyWrapper", "functools", null, new KeyWrapperTable()).withoutNew();
    @PyConstant("__hash__")
    static final Object HASH = PyNone.NONE;
    private static final String[] NAMES = {"obj"};

    private final Object comparison;
    /** Null in the one that makes the others. */
    private final Object object;

    KeyWrapper(final Object comparison, final Object object) {
        super(TYPE);
        this.comparison = comparison;
        this.object = object;
    }

    @Override
    public Object call1(final ThreadState ts, final Object key) {
        return new KeyWrapper(comparison, key);
    }

    @Override
    @PyMethod(value = "__call__($self, /, *args, **kwargs)", raw = true)
    public Object call(final ThreadState ts, final Object[] args, final String[] kwNames) {
        return call1(ts, ArgumentParser.unpack("K", NAMES, 0, 1, 1, 0, false, false, args, kwNames)[0]);
    }

    @PyGetter("obj")
    Object object() {
        if (object == null) {
            throw Errors.attributeError("object");
        }
        return object;
    }

    @PyRichCompare
    Object compare(final ThreadState ts, final Object other, final int op) {
        if (!(other instanceof KeyWrapper k)) {
            throw Errors.typeError("other argument must be K instance");
        }
        if (object == null || k.object == null) {
            throw Errors.attributeError("object");
        }
        final Object r = Calls.call2(ts, comparison, object, k.object);
        return PyObjects.richCompare(ts, r, 0L, op);
    }
}
