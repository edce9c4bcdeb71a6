package dev.adder.runtime.interp;

import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;

/** One entry of a traceback: a frame and where in it the exception passed. */
public final class PyTraceback extends PyObject {
    public static final PyType TYPE = PyType.builtinFinal("traceback", "builtins", null, new TracebackMethodsTable());

    public PyTraceback next;
    public final Frame frame;
    public final int pc;
    private int line;

    public PyTraceback(final PyTraceback next, final Frame frame, final int pc, final int line) {
        super(TYPE);
        this.next = next;
        this.frame = frame;
        this.pc = pc;
        this.line = line;
    }

    /** The line; computed when first asked for, since most tracebacks are never shown. */
    public int line() {
        if (line <= 0) {
            line = frame.code().lineAt(pc);
        }
        return line;
    }
}
