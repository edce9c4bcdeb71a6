package dev.adder.runtime.interp;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.ThreadState;

/** Python-level methods of {@code generator} objects. */
@PyTypeSpec(name = "generator")
final class GeneratorMethods extends DrivenMethods {
    private GeneratorMethods() {
    }

    @PyMethod("__iter__($self, /)")
    static Object iter(final PyGenerator self) {
        return self;
    }

    @PyMethod("__next__($self, /)")
    static Object next(final ThreadState ts, final PyGenerator self) {
        return self.send(ts, null);
    }

    @PyGetter("gi_code")
    static Object getCode(final PyGenerator self) {
        return self.code();
    }

    @PyGetter("gi_frame")
    static Object getFrame(final PyGenerator self) {
        return frameOrNone(self);
    }

    @PyGetter("gi_running")
    static boolean getRunning(final PyGenerator self) {
        return self.isRunning();
    }

    @PyGetter("gi_suspended")
    static boolean getSuspended(final PyGenerator self) {
        return isSuspended(self);
    }

    @PyGetter("gi_yieldfrom")
    static Object getDelegate(final PyGenerator self) {
        return delegateOrNone(self);
    }
}
