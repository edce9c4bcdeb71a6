package dev.adder.runtime.exceptions;

import dev.adder.language.text.Str;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;

/** The end of a traceback for a SyntaxError: the line, marked, and the message. */
final class SyntaxErrorText {
    private SyntaxErrorText() {
    }

    private static String text(final ThreadState ts, final Object o) {
        return o == null ? null : PyObjects.isText(o) ? Str.toJava(PyObjects.textOf(o)) : PyObjects.strJava(ts, o);
    }

    /** Whether traceback.py may have a suggestion: a misspelt keyword. */
    static boolean wantsLibrary(final ThreadState ts, final PyBaseException e) {
        if (!e.type().isSubtypeOf(ExceptionTypes.SYNTAX_ERROR) || e.field("_metadata") == null) {
            return false;
        }
        final String message = text(ts, e.field("msg"));
        return message != null && (message.equals("invalid syntax") || message.contains("Perhaps you forgot a comma"));
    }

    static void append(final ThreadState ts, final StringBuilder b, final PyBaseException e, final String type) {
        final Object line = e.field("lineno");
        final String filename = text(ts, e.field("filename"));
        String suffix = "";
        if (line != null) {
            b.append("  File \"").append(filename == null ? "<string>" : filename).append("\", line ")
                    .append(PyObjects.strJava(ts, line)).append('\n');
        } else if (filename != null) {
            suffix = " (" + filename + ")";
        }
        final Object source = e.field("text");
        if (source != null && PyObjects.isText(source)) {
            marked(b, e, Str.toJava(PyObjects.textOf(source)));
        }
        final String message = text(ts, e.field("msg"));
        b.append(type).append(": ").append(message == null ? "<no detail available>" : message).append(suffix)
                .append('\n');
    }

    private static void marked(final StringBuilder b, final PyBaseException e, final String text) {
        int stop = text.length();
        while (stop > 0 && text.charAt(stop - 1) == '\n') {
            stop--;
        }
        final String right = text.substring(0, stop);
        int spaces = 0;
        while (spaces < right.length() && " \n\f".indexOf(right.charAt(spaces)) >= 0) {
            spaces++;
        }
        final String shown = right.substring(spaces);
        b.append("    ").append(shown).append('\n');
        if (!(e.field("offset") instanceof Long given)) {
            return;
        }
        int offset = (int) (long) given;
        final Object line = e.field("lineno");
        int end = right.length() + 1;
        if (line != null && line.equals(e.field("end_lineno"))) {
            end = e.field("end_offset") instanceof Long n && n != 0 ? (int) (long) n : offset;
        }
        if (!text.isEmpty() && offset > text.length()) {
            offset = right.length() + 1;
        }
        if (!text.isEmpty() && end > text.length()) {
            end = right.length() + 1;
        }
        if (offset >= end || end < 0) {
            end = offset + 1;
        }
        final int col = offset - 1 - spaces;
        if (col < 0) {
            return;
        }
        b.append("    ");
        for (int i = 0; i < col && i < shown.length(); i++) {
            b.append(Character.isWhitespace(shown.charAt(i)) ? shown.charAt(i) : ' ');
        }
        b.repeat('^', end - 1 - spaces - col).append('\n');
    }
}
