package dev.adder.runtime.exceptions;

import dev.adder.language.SyntaxException;
import dev.adder.language.parser.Parser;
import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.Frame;
import dev.adder.runtime.ops.PyObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines of source files, for tracebacks: read when first asked for, kept for one printing. */
final class SourceLines {
    private final Map<String, List<String>> files = new HashMap<>();

    /** {@code command} is what {@code -c} ran, or null. */
    SourceLines(final Object command) {
        if (command != null) {
            files.put("<string>", Str.toJava(command).lines().toList());
        }
    }

    /** A line without blanks at its end; empty where there is none. In UTF-16. */
    String line(final ThreadState ts, final Frame frame, final int line) {
        final String filename = frame.ir().filename;
        List<String> lines = files.get(filename);
        if (lines == null) {
            lines = read(filename);
            if (lines.isEmpty() && !filename.startsWith("<")) {
                lines = fromLoader(ts, frame);
            }
            files.put(filename, lines);
        }
        return line < 1 || line > lines.size() ? "" : lines.get(line - 1).stripTrailing();
    }

    /** As linecache does for what is no file: a module in a zip file, say. */
    private static List<String> fromLoader(final ThreadState ts, final Frame frame) {
        try {
            final Object spec = frame.globals().getStr("__spec__");
            Object name = spec == null || spec == PyNone.NONE ? null : PyObjects.lookupAttr(ts, spec, "name");
            Object loader = spec == null || spec == PyNone.NONE ? null : PyObjects.lookupAttr(ts, spec, "loader");
            name = name == null ? frame.globals().getStr("__name__") : name;
            loader = loader == null ? frame.globals().getStr("__loader__") : loader;
            final Object method = name == null || loader == null || loader == PyNone.NONE ? null
                    : PyObjects.lookupAttr(ts, loader, "get_source");
            final Object text = method == null ? null : Calls.call1(ts, method, name);
            return text != null && PyObjects.isText(text) ? Str.toJava(PyObjects.textOf(text)).lines().toList() : List.of();
        } catch (final PyRaise e) {
            return List.of();
        }
    }

    /** A file's line with its line break, as {@code PyErr_ProgramTextObject} gives it; null where there is none. */
    static Object rawLine(final String filename, final int line) {
        final List<String> lines = filename == null ? List.of() : read(filename);
        return line < 1 || line > lines.size() ? null : Str.ofUtf16(lines.get(line - 1) + "\n");
    }

    private static List<String> read(final String filename) {
        if (filename.startsWith("<")) {
            return List.of();
        }
        try {
            return Str.toJava(Parser.decode(Files.readAllBytes(Path.of(filename)), filename)).lines().toList();
        } catch (final IOException | InvalidPathException | SyntaxException e) {
            return List.of();
        }
    }
}
