package dev.adder.runtime.exceptions;

import dev.adder.expose.PyDeleter;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PySetter;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyNumber;

/** The members and methods that {@code UnicodeDecodeError} adds. */
@PyTypeSpec(name = "UnicodeDecodeError")
final class UnicodeDecodeErrorMethods {
    private UnicodeDecodeErrorMethods() {
    }

    @PyMethod(value = "__init__($self, /, *args, **kwargs)", raw = true)
    static Object init(final ThreadState ts, final Object self, final Object[] args, final String[] kwNames) {
        UnicodeErrors.init(ts, UnicodeErrors.Kind.DECODE, (PyBaseException) self, args, kwNames);
        return PyNone.NONE;
    }

    @PyMethod("__str__($self, /)")
    static Object str(final ThreadState ts, final PyBaseException self) {
        return UnicodeErrors.str(ts, UnicodeErrors.Kind.DECODE, self);
    }

    @PyGetter("encoding")
    static Object getEncoding(final PyBaseException self) {
        return self.fieldOrNone("encoding");
    }

    @PySetter("encoding")
    static void setEncoding(final PyBaseException self, final Object value) {
        self.putField("encoding", value);
    }

    @PyDeleter("encoding")
    static void deleteEncoding(final PyBaseException self) {
        self.putField("encoding", null);
    }

    @PyGetter("object")
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

    @PyGetter("start")
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

    @PyGetter("end")
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

    @PyGetter("reason")
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
