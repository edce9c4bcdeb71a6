package dev.adder.runtime.interp;

import dev.adder.runtime.Calls;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;

/** An asynchronous generator (PEP 525): async_gen of CPython's Objects/genobject.c. */
public final class PyAsyncGenerator extends PyGenerator {
    public static final PyType TYPE = PyType.builtinFinal("async_generator", "builtins", null,
            new AsyncGeneratorMethodsTable()).withoutNew().withWeakref();

    /** Whether one of its awaitables is being driven. */
    boolean runningAsync;
    /** Whether it has finished or was closed: further steps raise StopAsyncIteration. */
    boolean closed;
    private boolean hooksInited;
    /** The event loop's hook for generators that were forgotten, as of the first iteration; null for none. */
    Object finalizer;

    PyAsyncGenerator(final Frame frame) {
        super(TYPE, frame);
    }

    @Override
    public boolean isAsyncGenerator() {
        return true;
    }

    @Override
    protected boolean mattersIfForgotten(final Frame f) {
        return finalizer != null && !closed || super.mattersIfForgotten(f);
    }

    /** Tells the event loop's {@code firstiter} hook, once. */
    void initHooks(final ThreadState ts) {
        if (hooksInited) {
            return;
        }
        hooksInited = true;
        finalizer = ts.asyncgenFinalizer;
        if (ts.asyncgenFirstIter != null) {
            Calls.call1(ts, ts.asyncgenFirstIter, this);
        }
    }

    /** Marks what the generator itself yields, as opposed to what it awaits. Never seen by Python code. */
    static final class Item extends PyObject {
        static final PyType TYPE =
                PyType.builtinFinal("async_generator_wrapped_value", "builtins", null, null).withoutNew();
        final Object value;

        Item(final Object value) {
            super(TYPE);
            this.value = value;
        }
    }
}
