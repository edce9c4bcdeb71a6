package dev.adder.runtime.exceptions;

import dev.adder.language.ast.Span;
import dev.adder.language.ir.Code;
import dev.adder.language.ir.Locations;
import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.Frame;
import dev.adder.runtime.interp.PyTraceback;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Prints an uncaught exception on {@code sys.stderr}, as CPython 3.14's traceback.py does. */
public final class TracebackPrinter {
    private static final int MAX_GROUP_WIDTH = 15;
    private static final int MAX_GROUP_DEPTH = 10;
    /** How often the same entry is shown in a row. */
    private static final int REPEATS = 3;

    private final ThreadState ts;
    private final SourceLines sources;
    private final StringBuilder out = new StringBuilder();
    private int groupDepth;
    private boolean needClose;
    private boolean carets = true;

    private TracebackPrinter(final ThreadState ts) {
        this.ts = ts;
        this.sources = new SourceLines(ts.interp.command());
    }

    /** Writes a text to {@code sys.stderr}, or to the process's standard error where that is gone. */
    public static void write(final ThreadState ts, final Object text) {
        final Object sys = ts.interp.modules.getStr("sys");
        final Object err = sys == null ? null : PyObjects.lookupAttr(ts, sys, "stderr");
        if (err == null || err == PyNone.NONE) {
            System.err.print(Str.toJava(text));
            return;
        }
        Calls.method1(ts, err, "write", text);
    }

    /** Prints the exception with its chain; where {@code sys.stderr} is gone or fails, what {@code _PyErr_Display} does. */
    public static void print(final ThreadState ts, final Object value, final Object traceback) {
        final Object sys = ts.interp.modules.getStr("sys");
        final Object err = sys == null ? null : PyObjects.lookupAttr(ts, sys, "stderr");
        if (err == PyNone.NONE) {
            return;
        }
        if (err != null) {
            final Object text = value instanceof PyBaseException e
                    ? text(ts, e, traceback instanceof PyTraceback t ? t : e.traceback, err)
                    : Str.concat(PyObjects.repr(ts, value), "\n");
            try {
                Calls.method1(ts, err, "write", text);
                return;
            } catch (final PyRaise e) {
                // As if it were not there.
                System.err.flush();
            }
        }
        System.err.print("object type name: " + PyType.of(value).name() + "\nobject repr     : ");
        try {
            System.err.print(PyObjects.reprJava(ts, value));
        } finally {
            System.err.print("\nlost sys.stderr\n");
        }
    }

    private static Object text(final ThreadState ts, final PyBaseException e, final PyTraceback tb, final Object err) {
        final Object text = SyntaxErrorText.wantsLibrary(ts, e) || mayBeColoured(ts, err) ? byLibrary(ts, e, tb, err) : null;
        return text != null ? text : Str.ofUtf16(format(ts, e, tb));
    }

    /** Whether the library is to be asked if there shall be colours: on a terminal, or where a variable says so. */
    private static boolean mayBeColoured(final ThreadState ts, final Object err) {
        if (System.getenv("FORCE_COLOR") != null || System.getenv("PYTHON_COLORS") != null) {
            return true;
        }
        try {
            return Boolean.TRUE.equals(Calls.method0(ts, err, "isatty"));
        } catch (final PyRaise e) {
            return false;
        }
    }

    /** The text as traceback.py makes it, which looks for misspelt keywords and has colours; null if it cannot. */
    private static Object byLibrary(final ThreadState ts, final PyBaseException e, final PyTraceback traceback,
            final Object err) {
        try {
            final Object colours = Calls.call(ts, PyObjects.getAttr(ts, ts.interp.importModule(ts, "_colorize"),
                    "can_colorize"), new Object[] {err}, new String[] {"file"});
            final Object lines = Calls.method(ts, ts.interp.importModule(ts, "traceback"), "format_exception",
                    new Object[] {e.type(), e, traceback == null ? PyNone.NONE : traceback, colours},
                    new String[] {"colorize"});
            return Calls.method1(ts, "", "join", lines);
        } catch (final PyRaise again) {
            return null;
        }
    }

    /** Prints the exception alone, as {@code write_unraisable_exc} does: without chain, carets, notes and suggestions. */
    public static void printAlone(final ThreadState ts, final Object value, final Object traceback) {
        final TracebackPrinter p = new TracebackPrinter(ts);
        p.carets = false;
        p.stack(traceback instanceof PyTraceback t ? t : null, "Traceback (most recent call last):\n", '|');
        if (value instanceof PyBaseException e) {
            p.out.append(typeName(e));
            final String text = p.safe(e, "str");
            p.out.append(text.isEmpty() ? "" : ": ").append(text).append('\n');
        }
        write(ts, Str.ofUtf16(p.out.toString()));
    }

    /** The whole text, in UTF-16. */
    static String format(final ThreadState ts, final PyBaseException e, final PyTraceback traceback) {
        final TracebackPrinter p = new TracebackPrinter(ts);
        p.chain(e, traceback, Collections.newSetFromMap(new IdentityHashMap<>()));
        return p.out.toString();
    }

    // ---- the chain ----

    private void chain(final PyBaseException e, final PyTraceback traceback, final Set<PyBaseException> seen) {
        final List<PyBaseException> all = new ArrayList<>();
        final List<String> links = new ArrayList<>();
        PyBaseException at = e;
        seen.add(e);
        while (at != null) {
            all.add(at);
            if (at.cause != null && seen.add(at.cause)) {
                links.add("\nThe above exception was the direct cause of the following exception:\n\n");
                at = at.cause;
            } else if (at.cause == null && at.context != null && !at.suppressContext && seen.add(at.context)) {
                links.add("\nDuring handling of the above exception, another exception occurred:\n\n");
                at = at.context;
            } else {
                links.add(null);
                at = null;
            }
        }
        for (int i = all.size() - 1; i >= 0; i--) {
            if (links.get(i) != null) {
                emit(links.get(i), '|');
            }
            final PyBaseException one = all.get(i);
            final PyTraceback tb = i == 0 ? traceback : one.traceback;
            if (ExceptionSplit.isGroup(one)) {
                group(one, tb, seen);
            } else {
                stack(tb, "Traceback (most recent call last):\n", '|');
                emit(describe(one, tb), '|');
            }
        }
    }

    private void stack(final PyTraceback tb, final String head, final char margin) {
        if (tb != null) {
            emit(head, margin);
            emit(entries(tb), '|');
        }
    }

    /** Adds lines, within a group's frame if one is open. */
    private void emit(final String text, final char margin) {
        if (groupDepth == 0) {
            out.append(text);
            return;
        }
        int start = 0;
        while (start < text.length()) {
            final int end = text.indexOf('\n', start);
            final int stop = end < 0 ? text.length() : end + 1;
            out.repeat(' ', 2 * groupDepth).append(margin).append(' ').append(text, start, stop);
            start = stop;
        }
    }

    private void group(final PyBaseException e, final PyTraceback tb, final Set<PyBaseException> seen) {
        if (groupDepth > MAX_GROUP_DEPTH) {
            emit("... (max_group_depth is " + MAX_GROUP_DEPTH + ")\n", '|');
            return;
        }
        final boolean top = groupDepth == 0;
        if (top) {
            groupDepth++;
        }
        stack(tb, "Exception Group Traceback (most recent call last):\n", top ? '+' : '|');
        emit(describe(e, tb), '|');
        final Object[] parts = ExceptionSplit.parts(e);
        final int n = Math.min(parts.length, MAX_GROUP_WIDTH + 1);
        needClose = false;
        for (int i = 0; i < n; i++) {
            final boolean last = i == n - 1;
            needClose |= last;
            final boolean cut = i >= MAX_GROUP_WIDTH;
            out.repeat(' ', 2 * groupDepth).append(i == 0 ? "+-" : "  ").append("+---------------- ")
                    .append(cut ? "..." : Integer.toString(i + 1)).append(" ----------------\n");
            groupDepth++;
            if (cut) {
                final int more = parts.length - MAX_GROUP_WIDTH;
                emit("and " + more + " more exception" + (more > 1 ? "s" : "") + "\n", '|');
            } else if (parts[i] instanceof PyBaseException part) {
                chain(part, part.traceback, seen);
            }
            if (last && needClose) {
                out.repeat(' ', 2 * groupDepth).append("+------------------------------------\n");
                needClose = false;
            }
            groupDepth--;
        }
        if (top) {
            groupDepth = 0;
        }
    }

    // ---- entries ----

    private static Span position(final PyTraceback tb) {
        final Code ir = tb.frame.ir();
        final Locations at = new Locations(ir.locations, ir.firstLine).seek(tb.pc);
        return at.line() <= 0 ? new Span(tb.line(), -1, tb.line(), -1)
                : new Span(at.line(), at.column(), at.endLine(), at.endColumn());
    }

    private String entries(final PyTraceback first) {
        final StringBuilder b = new StringBuilder();
        String lastFile = null;
        String lastName = null;
        int lastLine = -1;
        int count = 0;
        for (PyTraceback tb = first; tb != null; tb = tb.next) {
            final Code ir = tb.frame.ir();
            final Span span = position(tb);
            if (!ir.filename.equals(lastFile) || span.line() != lastLine || !ir.name.equals(lastName)) {
                repeated(b, count);
                lastFile = ir.filename;
                lastLine = span.line();
                lastName = ir.name;
                count = 0;
            }
            if (++count <= REPEATS) {
                entry(b, tb.frame, span);
            }
        }
        repeated(b, count);
        return b.toString();
    }

    private static void repeated(final StringBuilder b, final int count) {
        if (count > REPEATS) {
            final int more = count - REPEATS;
            b.append("  [Previous line repeated ").append(more).append(more > 1 ? " more times]\n" : " more time]\n");
        }
    }

    private void entry(final StringBuilder b, final Frame frame, final Span span) {
        final Code ir = frame.ir();
        b.append("  File \"").append(ir.filename).append("\", line ").append(span.line()).append(", in ")
                .append(ir.name).append('\n');
        if (!carets) {
            final String line = ir.filename.startsWith("<") ? "" : sources.line(ts, frame, span.line()).strip();
            if (!line.isEmpty()) {
                b.append("    ").append(line).append('\n');
            }
            return;
        }
        final List<String> lines = new ArrayList<>();
        for (int line = span.line(); line <= span.endLine(); line++) {
            lines.add(sources.line(ts, frame, line));
        }
        if (!lines.isEmpty()) {
            b.append(Carets.format(lines, span));
        }
    }

    // ---- the last lines ----

    private String describe(final PyBaseException e, final PyTraceback tb) {
        final StringBuilder b = new StringBuilder();
        final String type = typeName(e);
        if (e.type().isSubtypeOf(ExceptionTypes.SYNTAX_ERROR)) {
            SyntaxErrorText.append(ts, b, e, type);
        } else {
            b.append(type);
            final String text = safe(e, "str") + SuggestionText.of(ts, e, tb);
            if (!text.isEmpty()) {
                b.append(": ").append(text);
            }
            b.append('\n');
        }
        notes(b, e);
        return b.toString();
    }

    private static String typeName(final PyBaseException e) {
        final Object qualname = e.type().qualname();
        final Object module = e.type().lookup("__module__");
        final String name = Str.toJava(PyObjects.textOf(qualname));
        final String in = e.type().isHeapType() ? module != null && PyObjects.isText(module)
                ? Str.toJava(PyObjects.textOf(module)) : "<unknown>" : e.type().builtinModule();
        return in == null || in.equals("builtins") || in.equals("__main__") ? name : in + "." + name;
    }

    private String safe(final Object value, final String what) {
        try {
            return PyObjects.strJava(ts, value);
        } catch (final PyRaise inner) {
            return "<exception " + what + "() failed>";
        }
    }

    private void notes(final StringBuilder b, final PyBaseException e) {
        final Object notes;
        try {
            notes = PyObjects.lookupAttr(ts, e, "__notes__");
        } catch (final PyRaise inner) {
            b.append("Ignored error getting __notes__: ").append(safe(inner.value, "repr")).append('\n');
            return;
        }
        if (notes == null || notes == PyNone.NONE) {
            return;
        }
        if (PyObjects.isText(notes) || !PyIter.isIterable(notes)) {
            b.append(PyObjects.reprJava(ts, notes)).append('\n');
            return;
        }
        for (final Object note : PyIter.toArray(ts, notes)) {
            for (final String line : safe(note, "note str").split("\n", -1)) {
                b.append(line).append('\n');
            }
        }
    }
}
