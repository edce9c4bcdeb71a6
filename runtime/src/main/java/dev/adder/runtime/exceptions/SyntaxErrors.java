package dev.adder.runtime.exceptions;

import dev.adder.language.SyntaxException;
import dev.adder.language.WarningSink;
import dev.adder.language.ast.Span;
import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;

/** The compiler's errors and warnings as Python's. */
public final class SyntaxErrors {
    private SyntaxErrors() {
    }

    /** The SyntaxError (or subclass) of a compiler error; a few are no SyntaxErrors in Python either. */
    public static PyRaise toPython(final ThreadState ts, final SyntaxException e) {
        final PyType type = switch (e.kind()) {
            case SYNTAX_ERROR -> ExceptionTypes.SYNTAX_ERROR;
            case INCOMPLETE_INPUT -> ExceptionTypes.INCOMPLETE_INPUT_ERROR;
            case INDENTATION_ERROR -> ExceptionTypes.INDENTATION_ERROR;
            case TAB_ERROR -> ExceptionTypes.TAB_ERROR;
            case MEMORY_ERROR -> ExceptionTypes.MEMORY_ERROR;
            case UNICODE_ENCODE_ERROR -> ExceptionTypes.UNICODE_ENCODE_ERROR;
            case VALUE_ERROR -> ExceptionTypes.VALUE_ERROR;
            case RECURSION_ERROR -> ExceptionTypes.RECURSION_ERROR;
        };
        final Object message = Str.ofUtf16(e.getMessage());
        if (e.line() < 0 || !type.isSubtypeOf(ExceptionTypes.SYNTAX_ERROR)) {
            return new PyRaise(PyBaseException.make(type, message));
        }
        final boolean noEnd = e.text() == null && e.endLine() == 0;
        final boolean openEnd = e.line() > 0 && e.endLine() == 0;
        final Object filename = e.filename() == null ? PyNone.NONE : Str.ofUtf16(e.filename());
        Object text = e.text();
        if (text == null && e.line() > 0) {
            text = SourceLines.rawLine(e.filename(), e.line());
        }
        text = text == null ? PyNone.NONE : text;
        final PyTuple where = noEnd ? PyTuple.of(filename, (long) e.line(), (long) e.offset(), text)
                : PyTuple.of(filename, (long) e.line(), (long) e.offset(), text,
                        openEnd ? PyNone.NONE : (Object) (long) e.endLine(),
                        openEnd ? PyNone.NONE : (Object) (long) e.endOffset());
        final PyBaseException made = PyBaseException.make(type, message, where);
        if (e.source() != null) {
            // What traceback.py looks for misspelt keywords in.
            made.putField("_metadata", PyTuple.of(0L, 0L, e.source()));
        }
        return new PyRaise(made);
    }

    /** What {@code compile} raises for a str that has no UTF-8 form. */
    public static PyRaise notEncodable(final Object source, final SyntaxException e) {
        return new PyRaise(PyBaseException.make(ExceptionTypes.UNICODE_ENCODE_ERROR, "utf-8", source,
                (long) e.offset(), (long) e.endOffset(), Str.ofUtf16(e.getMessage())));
    }

    /** Where the compiler's warnings go: to the {@code warnings} module, if the program's filters want them. */
    public static WarningSink warningSink(final ThreadState ts, final String filename) {
        return new Sink(ts);
    }

    /** No lambda: one is made for every compilation, also before the first statement. */
    private static final class Sink implements WarningSink {
        private final ThreadState ts;

        Sink(final ThreadState ts) {
            this.ts = ts;
        }

        @Override
        public boolean warn(final String message, final String file, final int line, final Span span) {
            final Object warnings = ts.interp.importModule(ts, "warnings");
            try {
                Calls.call(ts, PyObjects.getAttr(ts, warnings, "warn_explicit"), new Object[] {Str.ofUtf16(message),
                    ExceptionTypes.SYNTAX_WARNING, Str.ofUtf16(file), (long) line}, null);
                return false;
            } catch (final PyRaise e) {
                if (e.value.type().isSubtypeOf(ExceptionTypes.SYNTAX_WARNING)) {
                    return true;
                }
                throw e;
            }
        }
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
        final Object msg = PyObjects.str(ts, e.fieldOrNone("msg"));
        final boolean hasName = filename != null && PyObjects.isText(filename);
        final boolean hasLine = line instanceof Long;
        if (!hasName && !hasLine) {
            return msg;
        }
        String base = "";
        if (hasName) {
            base = Str.toJava(PyObjects.textOf(filename));
            base = base.substring(base.lastIndexOf('/') + 1);
        }
        final String text = Str.toJava(PyObjects.textOf(msg));
        return Str.ofUtf16(hasName && hasLine ? text + " (" + base + ", line " + line + ")"
                : hasName ? text + " (" + base + ")" : text + " (line " + line + ")");
    }
}
