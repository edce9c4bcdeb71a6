package dev.adder.runtime.interp;

import dev.adder.expose.PyDeleter;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PySetter;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.Errors;
import dev.adder.runtime.Ids;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;

/** Python-level attributes of {@code frame} objects: CPython's Objects/frameobject.c. */
@PyTypeSpec(name = "frame")
final class FrameMethods {
    private FrameMethods() {
    }

    @PyGetter("f_code")
    static Object getCode(final Frame self) {
        return self.code();
    }

    @PyGetter("f_back")
    static Object getBack(final Frame self) {
        return self.back == null ? PyNone.NONE : self.back;
    }

    @PyGetter("f_globals")
    static Object getGlobals(final Frame self) {
        return self.globals();
    }

    @PyGetter("f_builtins")
    static Object getBuiltins(final Frame self) {
        return self.state.builtins;
    }

    @PyGetter("f_locals")
    static Object getLocals(final ThreadState ts, final Frame self) {
        return FrameLocals.locals(ts, self);
    }

    @PyGetter("f_lasti")
    static long getLasti(final Frame self) {
        return self.pc * 2L;
    }

    @PyGetter("f_lineno")
    static Object getLineno(final Frame self) {
        // A generator that has not begun stands before its first line.
        return (long) (self.generator != null && !self.generator.isStarted() ? self.ir().firstLine : self.line());
    }

    @PyGetter("f_generator")
    static Object getGenerator(final Frame self) {
        return self.generator == null ? PyNone.NONE : self.generator;
    }

    @PyGetter("f_trace")
    static Object getTrace(final Frame self) {
        return self.trace == null ? PyNone.NONE : self.trace;
    }

    @PySetter("f_trace")
    static void setTrace(final Frame self, final Object value) {
        self.trace = value == PyNone.NONE ? null : value;
    }

    @PyDeleter("f_trace")
    static void deleteTrace(final Frame self) {
        self.trace = null;
    }

    @PyMethod("clear($self, /)")
    static void clear(final ThreadState ts, final Frame self) {
        if (!self.finished) {
            if (self.generator == null || self.generator.isRunning()) {
                throw Errors.runtimeError("cannot clear an executing frame");
            }
            if (self.generator.isStarted() && !self.generator.isFinished()) {
                throw Errors.runtimeError("cannot clear a suspended frame");
            }
            self.generator.close(ts);
        }
        final int n = self.ir().constBase;
        for (int i = 0; i < n; i++) {
            self.registers()[i] = null;
        }
    }

    @PyMethod("__repr__($self, /)")
    static Object repr(final Frame self) {
        return Str.ofUtf16("<frame at 0x" + Long.toHexString(Ids.of(self)) + ", file '" + self.ir().filename
                + "', line " + self.line() + ", code " + self.ir().name + ">");
    }
}
