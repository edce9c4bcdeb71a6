package dev.adder.runtime.exceptions;

import dev.adder.language.SyntaxException;
import dev.adder.language.WarningSink;
import dev.adder.language.text.Str;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyTuple;

/** The compiler's errors and warnings as Python's. */
public final class SyntaxErrors {
    private SyntaxErrors() {
    }

    /** The SyntaxError (or subclass) of a compiler error. */
    public static PyRaise toPython(final ThreadState ts, final SyntaxException e) {
        final PyType type = switch (e.kind()) {
            case SYNTAX_ERROR, INCOMPLETE_INPUT -> ExceptionTypes.SYNTAX_ERROR;
            case INDENTATION_ERROR -> ExceptionTypes.INDENTATION_ERROR;
            case TAB_ERROR -> ExceptionTypes.TAB_ERROR;
            case MEMORY_ERROR -> ExceptionTypes.MEMORY_ERROR;
            case UNICODE_ENCODE_ERROR -> ExceptionTypes.UNICODE_ENCODE_ERROR;
            case VALUE_ERROR -> ExceptionTypes.VALUE_ERROR;
        };
        if (!type.isSubtypeOf(ExceptionTypes.SYNTAX_ERROR)) {
            return dev.adder.runtime.Errors.of(type, e.getMessage());
        }
        final Object text = e.text() == null ? PyNone.NONE : e.text();
        final PyTuple where = PyTuple.of(Str.ofUtf16(e.filename()), (long) e.line(), (long) e.offset(), text,
                (long) e.endLine(), (long) e.endOffset());
        return new PyRaise(PyBaseException.make(type, Str.ofUtf16(e.getMessage()), where));
    }

    /** Where the compiler's warnings go. */
    public static WarningSink warningSink(final ThreadState ts, final String filename) {
        return WarningSink.NONE;
    }
}
