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
        return self.locals == null && self.function != null ? new PyFrameLocals(self) : FrameLocals.locals(ts, self);
    }

    @PyGetter("f_lasti")
    static long getLasti(final Frame self) {
        return self.trace != null && self.trace.line >= 0 ? self.trace.offset : self.state.code.offset(self.place());
    }

    @PyGetter("f_lineno")
    static Object getLineno(final Frame self) {
        // A generator that has not begun stands before its first line.
        return (long) (self.generator != null && !self.generator.isStarted() ? self.ir().firstLine : self.line());
    }

    @PyGetter("f_generator")
    static Object getGenerator(final Frame self) {
        if (self.generator == null && self.ir().isGeneratorLike() && !self.finished) {
            PyGenerator.ofRunning(self);
        }
        return self.generator == null ? PyNone.NONE : self.generator;
    }

    /** Jumping: CPython's frame_setlineno. */
    @PySetter("f_lineno")
    static void setLineno(final Frame self, final Object value) {
        if (!(value instanceof Long)) {
            throw Errors.valueError("lineno must be an integer");
        }
        if (self.trace == null || self.trace.function == null) {
            throw Errors.valueError("f_lineno can only be set by a trace function");
        }
        throw Errors.notImplemented("setting f_lineno is not implemented");
    }

    @PyGetter("f_trace")
    static Object getTrace(final Frame self) {
        return self.trace == null || self.trace.function == null ? PyNone.NONE : self.trace.function;
    }

    @PySetter("f_trace")
    static void setTrace(final Frame self, final Object value) {
        FrameTrace.of(self).function = value == PyNone.NONE ? null : value;
    }

    @PyDeleter("f_trace")
    static void deleteTrace(final Frame self) {
        FrameTrace.of(self).function = null;
    }

    @PyGetter(value = "f_trace_lines", member = true)
    static boolean getTraceLines(final Frame self) {
        return self.trace == null || self.trace.lines;
    }

    @PySetter("f_trace_lines")
    static void setTraceLines(final Frame self, final Object value) {
        FrameTrace.of(self).lines = flag(value);
    }

    @PyGetter("f_trace_opcodes")
    static boolean getTraceOpcodes(final Frame self) {
        return self.trace != null && self.trace.opcodes;
    }

    @PySetter("f_trace_opcodes")
    static void setTraceOpcodes(final Frame self, final Object value) {
        FrameTrace.of(self).opcodes = flag(value);
    }

    private static boolean flag(final Object value) {
        if (value instanceof Boolean b) {
            return b;
        }
        throw Errors.typeError("attribute value type must be bool");
    }

    @PyMethod("clear($self, /)")
    static void clear(final ThreadState ts, final Frame self) {
        if (!self.finished) {
            if (self.generator == null ? !self.suspended : self.generator.isRunning()) {
                throw Errors.runtimeError("cannot clear an executing frame");
            }
            if (self.generator == null || self.generator.isStarted() && !self.generator.isFinished()) {
                throw Errors.runtimeError("cannot clear a suspended frame");
            }
            self.generator.finalizeObject(ts);
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
