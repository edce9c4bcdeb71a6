package dev.adder.runtime.interp;

import dev.adder.expose.PyDeleter;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyRichCompare;
import dev.adder.expose.PyNew;
import dev.adder.expose.PySetter;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.Ids;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;

/** Python-level methods of {@code cell} objects: CPython's Objects/cellobject.c. */
@PyTypeSpec(name = "cell")
final class CellMethods {
    private CellMethods() {
    }

    @PyNew(value = "(contents=<unrepresentable>, /)", hidden = true)
    static Object make(final PyType cls, final Object contents) {
        return new Cell(contents);
    }

    @PyGetter("cell_contents")
    static Object getContents(final Cell self) {
        if (self.value == null) {
            throw Errors.valueError("Cell is empty");
        }
        return self.value;
    }

    @PySetter("cell_contents")
    static void setContents(final Cell self, final Object value) {
        self.value = value;
    }

    @PyDeleter("cell_contents")
    static void deleteContents(final Cell self) {
        self.value = null;
    }

    @PyMethod("__repr__($self, /)")
    static Object repr(final Cell self) {
        final Object v = self.value;
        return "<cell at 0x" + Long.toHexString(Ids.of(self)) + ": " + (v == null ? "empty>"
                : PyType.of(v).name() + " object at 0x" + Long.toHexString(Ids.of(v)) + ">");
    }

    @PyRichCompare
    static Object compare(final ThreadState ts, final Cell self, final Object other, final int op) {
        if (!(other instanceof Cell c)) {
            return PyNotImplemented.NOT_IMPLEMENTED;
        }
        if (self.value != null && c.value != null) {
            return PyObjects.richCompare(ts, self.value, c.value, op);
        }
        return PyObjects.fromSign((self.value == null ? 0 : 1) - (c.value == null ? 0 : 1), op);
    }
}
