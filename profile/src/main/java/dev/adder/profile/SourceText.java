package dev.adder.profile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines of source files, each file read once; what is no file has none. */
final class SourceText {
    private final Map<String, List<String>> files = new HashMap<>();

    /** Without blanks around it; empty where there is none. */
    String line(final String file, final int line) {
        final List<String> lines = files.computeIfAbsent(file, SourceText::read);
        return line < 1 || line > lines.size() ? "" : lines.get(line - 1).strip();
    }

    private static List<String> read(final String file) {
        if (file.isEmpty() || file.startsWith("<")) {
            return List.of();
        }
        try {
            return new String(Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8).lines().toList();
        } catch (final IOException | InvalidPathException e) {
            return List.of();
        }
    }
}
