package dev.adder.runtime.exceptions;

import dev.adder.expose.PyDeleter;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PySetter;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyNumber;

/** The members and methods that {@code OSError} adds. */
@PyTypeSpec(name = "OSError")
final class OsErrorMethods {
    private OsErrorMethods() {
    }

    @PyNew(value = "(*args, **kwargs)", raw = true)
    static Object make(final ThreadState ts, final Object cls, final Object[] args, final String[] kwNames) {
        return OsErrors.make(ts, (PyType) cls, args, kwNames);
    }

    @PyMethod(value = "__init__($self, /, *args, **kwargs)", raw = true)
    static Object init(final ThreadState ts, final Object self, final Object[] args, final String[] kwNames) {
        OsErrors.init((PyBaseException) self, args, kwNames);
        return PyNone.NONE;
    }

    @PyMethod("__str__($self, /)")
    static Object str(final ThreadState ts, final PyBaseException self) {
        return OsErrors.str(ts, self);
    }

    @PyMethod("__reduce__($self, /)")
    static Object reduce(final ThreadState ts, final PyBaseException self) {
        return OsErrors.reduce(ts, self);
    }

    @PyGetter(value = "errno", member = true)
    static Object getErrno(final PyBaseException self) {
        return self.fieldOrNone("errno");
    }

    @PySetter("errno")
    static void setErrno(final PyBaseException self, final Object value) {
        self.putField("errno", value);
    }

    @PyDeleter("errno")
    static void deleteErrno(final PyBaseException self) {
        self.putField("errno", null);
    }

    @PyGetter(value = "strerror", member = true)
    static Object getStrerror(final PyBaseException self) {
        return self.fieldOrNone("strerror");
    }

    @PySetter("strerror")
    static void setStrerror(final PyBaseException self, final Object value) {
        self.putField("strerror", value);
    }

    @PyDeleter("strerror")
    static void deleteStrerror(final PyBaseException self) {
        self.putField("strerror", null);
    }

    @PyGetter(value = "filename", member = true)
    static Object getFilename(final PyBaseException self) {
        return self.fieldOrNone("filename");
    }

    @PySetter("filename")
    static void setFilename(final PyBaseException self, final Object value) {
        self.putField("filename", value);
    }

    @PyDeleter("filename")
    static void deleteFilename(final PyBaseException self) {
        self.putField("filename", null);
    }

    @PyGetter(value = "filename2", member = true)
    static Object getFilename2(final PyBaseException self) {
        return self.fieldOrNone("filename2");
    }

    @PySetter("filename2")
    static void setFilename2(final PyBaseException self, final Object value) {
        self.putField("filename2", value);
    }

    @PyDeleter("filename2")
    static void deleteFilename2(final PyBaseException self) {
        self.putField("filename2", null);
    }

    private static PyRaise notWritten() {
        return Errors.attributeError("characters_written");
    }

    @PyGetter("characters_written")
    static Object getCharactersWritten(final PyBaseException self) {
        final Object n = self.field("characters_written");
        if (n == null) {
            throw notWritten();
        }
        return n;
    }

    @PySetter("characters_written")
    static void setCharactersWritten(final ThreadState ts, final PyBaseException self, final Object value) {
        self.putField("characters_written", PyNumber.asIndex(ts, value));
    }

    @PyDeleter("characters_written")
    static void deleteCharactersWritten(final PyBaseException self) {
        if (self.field("characters_written") == null) {
            throw notWritten();
        }
        self.putField("characters_written", null);
    }
}
