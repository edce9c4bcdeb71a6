package dev.adder.runtime.interp;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;

/** Python-level methods of {@code async_generator} objects. */
@PyTypeSpec(name = "async_generator")
final class AsyncGeneratorMethods extends SuspendableMethods {
    private AsyncGeneratorMethods() {
    }

    @PyMethod("__aiter__($self, /)")
    static Object aiter(final PyAsyncGenerator self) {
        return self;
    }

    @PyMethod("__anext__($self, /)")
    static Object anext(final ThreadState ts, final PyAsyncGenerator self) {
        self.initHooks(ts);
        return AsyncGeneratorStep.send(self, PyNone.NONE).watched(ts);
    }

    @PyMethod("asend($self, value, /)")
    static Object asend(final ThreadState ts, final PyAsyncGenerator self, final Object value) {
        self.initHooks(ts);
        return AsyncGeneratorStep.send(self, value).watched(ts);
    }

    @PyMethod(value = "athrow($self, value, type=<unrepresentable>, tb=<unrepresentable>, /)", hidden = true)
    static Object athrow(final ThreadState ts, final PyAsyncGenerator self, final Object type, final Object value,
            final Object tb) {
        self.initHooks(ts);
        return AsyncGeneratorStep.throwing(self, ThrowArguments.of(ts, "athrow", type, value, tb)).watched(ts);
    }

    @PyMethod("aclose($self, /)")
    static Object aclose(final ThreadState ts, final PyAsyncGenerator self) {
        self.initHooks(ts);
        return AsyncGeneratorStep.closing(self).watched(ts);
    }

    @PyGetter("ag_code")
    static Object getCode(final PyAsyncGenerator self) {
        return self.code();
    }

    @PyGetter("ag_frame")
    static Object getFrame(final PyAsyncGenerator self) {
        return frameOrNone(self);
    }

    @PyGetter(value = "ag_running", member = true)
    static boolean getRunning(final PyAsyncGenerator self) {
        return self.runningAsync;
    }

    @PyGetter("ag_suspended")
    static boolean getSuspended(final PyAsyncGenerator self) {
        return isSuspended(self);
    }

    @PyGetter("ag_await")
    static Object getAwait(final PyAsyncGenerator self) {
        return delegateOrNone(self);
    }

    @PyMethod("__repr__($self, /)")
    static Object repr(final PyAsyncGenerator self) {
        return describe(self);
    }
}
