package dev.adder.runtime.modules;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;

/**
 * {@code sys.stderr} until the standard streams are there (PyStdPrinter of CPython's Objects/fileobject.c): importlib
 * writes to it from the first import on, if it is asked to say what it does ({@code -v}).
 */
@PyTypeSpec(name = "stderrprinter")
final class PreliminaryStderr extends PyObject {
    private static final PyType TYPE =
            PyType.builtinFinal("stderrprinter", "builtins", null, new PreliminaryStderrTable()).withoutNew();

    PreliminaryStderr() {
        super(TYPE);
    }

    @PyMethod("write($self, text, /)")
    long write(final String text) {
        System.err.print(text);
        return Str.length(Str.ofUtf16(text));
    }

    @PyMethod("flush($self, /)")
    void flush() {
        System.err.flush();
    }

    @PyMethod("close($self, /)")
    void close() {
    }

    @PyMethod("fileno($self, /)")
    long fileno() {
        return 2;
    }

    @PyMethod("isatty($self, /)")
    boolean isatty() {
        return System.console() != null && System.console().isTerminal();
    }

    @PyGetter("closed")
    boolean closed() {
        return false;
    }

    @PyGetter("encoding")
    Object encoding() {
        return PyNone.NONE;
    }

    @PyGetter("mode")
    Object mode() {
        return "w";
    }
}
