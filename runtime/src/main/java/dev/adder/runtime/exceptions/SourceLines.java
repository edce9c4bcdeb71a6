package dev.adder.runtime.exceptions;

import dev.adder.language.SyntaxException;
import dev.adder.language.parser.Parser;
import dev.adder.language.text.Str;
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
    String line(final String filename, final int line) {
        final List<String> lines = files.computeIfAbsent(filename, SourceLines::read);
        return line < 1 || line > lines.size() ? "" : lines.get(line - 1).stripTrailing();
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
