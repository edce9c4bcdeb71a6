package dev.adder.runtime.exceptions;

import dev.adder.expose.PyDeleter;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PySetter;
import dev.adder.runtime.Errors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyNumber;

/** The members that the three Unicode errors share. */
abstract class UnicodeErrorMembers {
    @PyGetter(value = "object", member = true)
    static Object getObject(final PyBaseException self) {
        return self.fieldOrNone("object");
    }

    @PySetter("object")
    static void setObject(final PyBaseException self, final Object value) {
        self.putField("object", value);
    }

    @PyDeleter("object")
    static void deleteObject(final PyBaseException self) {
        self.putField("object", null);
    }

    @PyGetter(value = "start", member = true)
    static Object getStart(final PyBaseException self) {
        return self.fieldOrNone("start");
    }

    @PySetter("start")
    static void setStart(final ThreadState ts, final PyBaseException self, final Object value) {
        self.putField("start", PyNumber.asSsize(ts, value));
    }

    @PyDeleter("start")
    static void deleteStart(final PyBaseException self) {
        throw Errors.typeError("can't delete numeric/char attribute");
    }

    @PyGetter(value = "end", member = true)
    static Object getEnd(final PyBaseException self) {
        return self.fieldOrNone("end");
    }

    @PySetter("end")
    static void setEnd(final ThreadState ts, final PyBaseException self, final Object value) {
        self.putField("end", PyNumber.asSsize(ts, value));
    }

    @PyDeleter("end")
    static void deleteEnd(final PyBaseException self) {
        throw Errors.typeError("can't delete numeric/char attribute");
    }

    @PyGetter(value = "reason", member = true)
    static Object getReason(final PyBaseException self) {
        return self.fieldOrNone("reason");
    }

    @PySetter("reason")
    static void setReason(final PyBaseException self, final Object value) {
        self.putField("reason", value);
    }

    @PyDeleter("reason")
    static void deleteReason(final PyBaseException self) {
        self.putField("reason", null);
    }
}
