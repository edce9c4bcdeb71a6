package dev.adder.runtime.interp;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;

/**
 * What {@code coroutine.__await__()} gives: drives the coroutine. No {@code PyIterator}: its end has a result, which a
 * plain null would lose.
 */
@PyTypeSpec(name = "coroutine_wrapper")
final class CoroutineWrapper extends PyObject implements Sendable {
    private static final PyType TYPE =
            PyType.builtinFinal("coroutine_wrapper", "builtins", null, new CoroutineWrapperTable()).withoutNew();

    private final PyGenerator coroutine;

    CoroutineWrapper(final PyGenerator coroutine) {
        super(TYPE);
        this.coroutine = coroutine;
    }

    @Override
    public Object sendOrNull(final ThreadState ts, final Object value) {
        return coroutine.sendOrNull(ts, value);
    }

    @Override
    public Object takeResult() {
        return coroutine.takeResult();
    }

    @PyMethod("__iter__($self, /)")
    Object iter() {
        return this;
    }

    @PyMethod("__next__($self, /)")
    Object nextMethod(final ThreadState ts) {
        return coroutine.send(ts, null);
    }

    @PyMethod("send($self, arg, /)")
    Object send(final ThreadState ts, final Object arg) {
        return coroutine.send(ts, arg);
    }

    @PyMethod(value = "throw($self, value, type=<unrepresentable>, tb=<unrepresentable>, /)", hidden = true)
    Object throwIn(final ThreadState ts, final Object type, final Object value, final Object tb) {
        return coroutine.throwIn(ts, ThrowArguments.of(ts, "throw", type, value, tb));
    }

    @PyMethod("close($self, /)")
    Object close(final ThreadState ts) {
        return coroutine.close(ts);
    }
}
