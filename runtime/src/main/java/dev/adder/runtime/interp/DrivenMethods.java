package dev.adder.runtime.interp;

import dev.adder.expose.PyMethod;
import dev.adder.runtime.ThreadState;

/** How generators and coroutines are driven. */
abstract class DrivenMethods extends SuspendableMethods {
    @PyMethod("send($self, arg, /)")
    static Object send(final ThreadState ts, final PyGenerator self, final Object arg) {
        return self.send(ts, arg);
    }

    @PyMethod(value = "throw($self, value, type=<unrepresentable>, tb=<unrepresentable>, /)", hidden = true)
    static Object throwIn(final ThreadState ts, final PyGenerator self, final Object type, final Object value,
            final Object tb) {
        return self.throwIn(ts, ThrowArguments.of(ts, "throw", type, value, tb));
    }

    @PyMethod("close($self, /)")
    static Object close(final ThreadState ts, final PyGenerator self) {
        return self.close(ts);
    }

    @PyMethod("__repr__($self, /)")
    static Object repr(final PyGenerator self) {
        return describe(self);
    }
}
