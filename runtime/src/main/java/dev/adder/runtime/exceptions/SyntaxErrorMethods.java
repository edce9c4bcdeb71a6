package dev.adder.runtime.exceptions;

import dev.adder.expose.PyDeleter;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PySetter;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;

/** The members and methods that {@code SyntaxError} adds. */
@PyTypeSpec(name = "SyntaxError")
final class SyntaxErrorMethods {
    private SyntaxErrorMethods() {
    }

    @PyMethod(value = "__init__($self, /, *args, **kwargs)", raw = true)
    static Object init(final ThreadState ts, final Object self, final Object[] args, final String[] kwNames) {
        BaseExceptionMethods.init(ts, self, args, kwNames);
        SyntaxErrors.initFields(ts, (PyBaseException) self);
        return PyNone.NONE;
    }

    @PyMethod("__str__($self, /)")
    static Object str(final ThreadState ts, final PyBaseException self) {
        return SyntaxErrors.str(ts, self);
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

    @PyGetter(value = "lineno", member = true)
    static Object getLineno(final PyBaseException self) {
        return self.fieldOrNone("lineno");
    }

    @PySetter("lineno")
    static void setLineno(final PyBaseException self, final Object value) {
        self.putField("lineno", value);
    }

    @PyDeleter("lineno")
    static void deleteLineno(final PyBaseException self) {
        self.putField("lineno", null);
    }

    @PyGetter(value = "offset", member = true)
    static Object getOffset(final PyBaseException self) {
        return self.fieldOrNone("offset");
    }

    @PySetter("offset")
    static void setOffset(final PyBaseException self, final Object value) {
        self.putField("offset", value);
    }

    @PyDeleter("offset")
    static void deleteOffset(final PyBaseException self) {
        self.putField("offset", null);
    }

    @PyGetter(value = "text", member = true)
    static Object getText(final PyBaseException self) {
        return self.fieldOrNone("text");
    }

    @PySetter("text")
    static void setText(final PyBaseException self, final Object value) {
        self.putField("text", value);
    }

    @PyDeleter("text")
    static void deleteText(final PyBaseException self) {
        self.putField("text", null);
    }

    @PyGetter(value = "end_lineno", member = true)
    static Object getEndLineno(final PyBaseException self) {
        return self.fieldOrNone("end_lineno");
    }

    @PySetter("end_lineno")
    static void setEndLineno(final PyBaseException self, final Object value) {
        self.putField("end_lineno", value);
    }

    @PyDeleter("end_lineno")
    static void deleteEndLineno(final PyBaseException self) {
        self.putField("end_lineno", null);
    }

    @PyGetter(value = "end_offset", member = true)
    static Object getEndOffset(final PyBaseException self) {
        return self.fieldOrNone("end_offset");
    }

    @PySetter("end_offset")
    static void setEndOffset(final PyBaseException self, final Object value) {
        self.putField("end_offset", value);
    }

    @PyDeleter("end_offset")
    static void deleteEndOffset(final PyBaseException self) {
        self.putField("end_offset", null);
    }

    @PyGetter(value = "print_file_and_line", member = true)
    static Object getPrintFileAndLine(final PyBaseException self) {
        return self.fieldOrNone("print_file_and_line");
    }

    @PySetter("print_file_and_line")
    static void setPrintFileAndLine(final PyBaseException self, final Object value) {
        self.putField("print_file_and_line", value);
    }

    @PyDeleter("print_file_and_line")
    static void deletePrintFileAndLine(final PyBaseException self) {
        self.putField("print_file_and_line", null);
    }

    @PyGetter(value = "_metadata", member = true)
    static Object getMetadata(final PyBaseException self) {
        return self.fieldOrNone("_metadata");
    }

    @PySetter("_metadata")
    static void setMetadata(final PyBaseException self, final Object value) {
        self.putField("_metadata", value);
    }

    @PyDeleter("_metadata")
    static void deleteMetadata(final PyBaseException self) {
        self.putField("_metadata", null);
    }
}
