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

    /** The members that the constructor takes from {@code (msg, (filename, lineno, offset, text[, ends]))}. */
    static void initFields(final ThreadState ts, final PyBaseException e) {
        final Object[] args = e.args();
        if (args.length > 0) {
            e.putField("msg", args[0]);
        }
        if (args.length == 2) {
            final Object[] info = dev.adder.runtime.ops.PyIter.toArray(ts, args[1]);
            fill(e, info);
        }
    }

    private static void fill(final PyBaseException e, final Object[] info) {
        if (info.length < 4 || info.length > 7) {
            throw dev.adder.runtime.Errors.typeError("function takes " + (info.length < 4 ? "at least 4" : "at most 7")
                    + " arguments (" + info.length + " given)");
        }
        if (info.length == 5) {
            throw dev.adder.runtime.Errors.typeError("end_offset must be provided when end_lineno is provided");
        }
        final String[] names = {"filename", "lineno", "offset", "text", "end_lineno", "end_offset", "_metadata"};
        for (int i = 0; i < info.length; i++) {
            e.putField(names[i], info[i] == PyNone.NONE ? null : info[i]);
        }
    }

    /** For exceptions made in Java. */
    static void initFromArgs(final PyBaseException e) {
        if (e.args().length > 0) {
            e.putField("msg", e.args()[0]);
        }
        if (e.args().length == 2 && e.args()[1] instanceof PyTuple t) {
            fill(e, t.items());
        }
    }

    static Object str(final ThreadState ts, final PyBaseException e) {
        final Object filename = e.field("filename");
        final Object line = e.field("lineno");
        final Object msg = dev.adder.runtime.ops.PyObjects.str(ts, e.fieldOrNone("msg"));
        final boolean hasName = filename != null && dev.adder.runtime.ops.PyObjects.isText(filename);
        final boolean hasLine = line instanceof Long;
        if (!hasName && !hasLine) {
            return msg;
        }
        String base = "";
        if (hasName) {
            base = Str.toJava(dev.adder.runtime.ops.PyObjects.textOf(filename));
            base = base.substring(base.lastIndexOf('/') + 1);
        }
        final String text = Str.toJava(dev.adder.runtime.ops.PyObjects.textOf(msg));
        return Str.ofUtf16(hasName && hasLine ? text + " (" + base + ", line " + line + ")"
                : hasName ? text + " (" + base + ")" : text + " (line " + line + ")");
    }
}
