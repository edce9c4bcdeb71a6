package dev.adder.runtime.exceptions;

import dev.adder.expose.PyDeleter;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PySetter;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;

/** The members and methods that {@code ImportError} adds. */
@PyTypeSpec(name = "ImportError")
final class ImportErrorMethods {
    private ImportErrorMethods() {
    }

    @PyMethod(value = "__init__($self, /, *args, **kwargs)", raw = true)
    static Object init(final ThreadState ts, final Object self, final Object[] args, final String[] kwNames) {
        final Object[] positional =
                ExceptionKeywords.take((PyBaseException) self, args, kwNames, "ImportError", "name", "path", "name_from");
        ((PyBaseException) self).putField("msg", positional.length == 1 ? positional[0] : null);
        return PyNone.NONE;
    }

    @PyMethod("__str__($self, /)")
    static Object str(final ThreadState ts, final PyBaseException self) {
        final Object msg = self.field("msg");
        return msg != null && PyType.of(msg) == dev.adder.runtime.objects.PyStr.TYPE ? msg
                : BaseExceptionMethods.str(ts, self);
    }

    @PyMethod("__reduce__($self, /)")
    static Object reduce(final ThreadState ts, final PyBaseException self) {
        return ExceptionKeywords.reduce(self, ExceptionKeywords.state(ts, self, false, "name", "path", "name_from"));
    }

    @PyGetter(value = "msg", member = true)
    static Object getMsg(final PyBaseException self) {
        return self.fieldOrNone("msg");
    }

    @PySetter("msg")
    static void setMsg(final PyBaseException self, final Object value) {
        self.putField("msg", value);
    }

    @PyDeleter("msg")
    static void deleteMsg(final PyBaseException self) {
        self.putField("msg", null);
    }

    @PyGetter(value = "name", member = true)
    static Object getName(final PyBaseException self) {
        return self.fieldOrNone("name");
    }

    @PySetter("name")
    static void setName(final PyBaseException self, final Object value) {
        self.putField("name", value);
    }

    @PyDeleter("name")
    static void deleteName(final PyBaseException self) {
        self.putField("name", null);
    }

    @PyGetter(value = "path", member = true)
    static Object getPath(final PyBaseException self) {
        return self.fieldOrNone("path");
    }

    @PySetter("path")
    static void setPath(final PyBaseException self, final Object value) {
        self.putField("path", value);
    }

    @PyDeleter("path")
    static void deletePath(final PyBaseException self) {
        self.putField("path", null);
    }

    @PyGetter(value = "name_from", member = true)
    static Object getNameFrom(final PyBaseException self) {
        return self.fieldOrNone("name_from");
    }

    @PySetter("name_from")
    static void setNameFrom(final PyBaseException self, final Object value) {
        self.putField("name_from", value);
    }

    @PyDeleter("name_from")
    static void deleteNameFrom(final PyBaseException self) {
        self.putField("name_from", null);
    }
}
