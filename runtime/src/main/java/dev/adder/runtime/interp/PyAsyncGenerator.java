package dev.adder.runtime.interp;

import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;

/** An asynchronous generator (PEP 525). */
public final class PyAsyncGenerator extends PyGenerator {
    public static final PyType TYPE = PyType.builtinFinal("async_generator", "builtins", null,
            new AsyncGeneratorMethodsTable()).withoutNew().withWeakref();

    PyAsyncGenerator(final Frame frame) {
        super(TYPE, frame);
    }

    @Override
    public boolean isAsyncGenerator() {
        return true;
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

    /** What {@code __anext__}, {@code asend}, {@code athrow} and {@code aclose} give: its own awaitable iterator. */
    abstract static class AwaitableStep extends PyIterator {
        AwaitableStep(final PyType type) {
            super(type);
        }
    }
}
