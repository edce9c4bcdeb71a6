package dev.adder.runtime.interp;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyNone;

/** Python-level methods of {@code coroutine} objects. */
@PyTypeSpec(name = "coroutine")
final class CoroutineMethods extends DrivenMethods {
    private CoroutineMethods() {
    }

    @PyMethod("__await__($self, /)")
    static Object await(final PyGenerator self) {
        return new CoroutineWrapper(self);
    }

    @PyGetter("cr_code")
    static Object getCode(final PyGenerator self) {
        return self.code();
    }

    @PyGetter("cr_frame")
    static Object getFrame(final PyGenerator self) {
        return frameOrNone(self);
    }

    @PyGetter("cr_running")
    static boolean getRunning(final PyGenerator self) {
        return self.isRunning();
    }

    @PyGetter("cr_suspended")
    static boolean getSuspended(final PyGenerator self) {
        return isSuspended(self);
    }

    @PyGetter("cr_await")
    static Object getDelegate(final PyGenerator self) {
        return delegateOrNone(self);
    }

    @PyGetter(value = "cr_origin", member = true)
    static Object getOrigin(final PyGenerator self) {
        return self.origin == null ? PyNone.NONE : self.origin;
    }
}
