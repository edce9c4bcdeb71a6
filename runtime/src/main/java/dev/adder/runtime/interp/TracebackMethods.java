package dev.adder.runtime.interp;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyNew;
import dev.adder.expose.PySetter;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;

/** Python-level attributes of {@code traceback} objects: CPython's Python/traceback.c. */
@PyTypeSpec(name = "traceback")
final class TracebackMethods {
    private TracebackMethods() {
    }

    @PyNew("(tb_next, tb_frame, tb_lasti, tb_lineno)")
    static Object make(final PyType cls, final Object next, final Frame frame, final int lasti, final int line) {
        final int place = frame.state.code.bytecode().place(lasti >> 1);
        return new PyTraceback(nextOf(next), frame, Math.max(place, 0), line);
    }

    private static PyTraceback nextOf(final Object next) {
        if (next == PyNone.NONE) {
            return null;
        }
        if (next instanceof PyTraceback t) {
            return t;
        }
        throw Errors.typeError("expected traceback object or None, got '" + PyType.of(next).name() + "'");
    }

    @PyGetter("tb_next")
    static Object getNext(final PyTraceback self) {
        return self.next == null ? PyNone.NONE : self.next;
    }

    @PySetter("tb_next")
    static void setNext(final PyTraceback self, final Object value) {
        final PyTraceback next = nextOf(value);
        for (PyTraceback t = next; t != null; t = t.next) {
            if (t == self) {
                throw Errors.valueError("traceback loop detected");
            }
        }
        self.next = next;
    }

    @PyGetter(value = "tb_frame", member = true)
    static Object getFrame(final PyTraceback self) {
        return self.frame;
    }

    @PyGetter(value = "tb_lasti", member = true)
    static long getLasti(final PyTraceback self) {
        return self.frame.state.code.offset(self.pc);
    }

    @PyGetter("tb_lineno")
    static long getLineno(final PyTraceback self) {
        return self.line();
    }
}
