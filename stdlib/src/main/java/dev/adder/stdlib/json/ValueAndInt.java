package dev.adder.stdlib.json;

import dev.adder.runtime.ArgumentParser;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;

/** What json calls with something and an int, once a text or value: without arrays for the arguments. */
abstract class ValueAndInt extends PyObject {
    ValueAndInt(final PyType type) {
        super(type);
    }

    abstract Object callWith(ThreadState ts, Object value, long number);

    @Override
    public final Object call2(final ThreadState ts, final Object value, final Object number) {
        ts.enterCall();
        try {
            return callWith(ts, value, ArgumentParser.asSsize(ts, number));
        } finally {
            ts.leaveCall();
        }
    }
}
