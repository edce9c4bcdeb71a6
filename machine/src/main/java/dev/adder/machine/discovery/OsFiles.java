package dev.adder.machine.discovery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The operating system's own files under one root, {@code /} or a fixture; a file that cannot be read is null, never
 * an error.
 */
final class OsFiles {
    private final Path root;

    OsFiles(Path root) {
        this.root = root;
    }

    boolean exists(String path) {
        return Files.exists(root.resolve(path));
    }

    /** The whole text without surrounding white space, or null. */
    String text(String path) {
        try {
            return new String(Files.readAllBytes(root.resolve(path)), StandardCharsets.ISO_8859_1).strip();
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    List<String> lines(String path) {
        String text = text(path);
        return text == null ? List.of() : text.lines().toList();
    }

    /** The leading decimal number of a file, or {@code otherwise}. */
    long number(String path, long otherwise) {
        String text = text(path);
        return text == null ? otherwise : number(text, 0, otherwise);
    }

    static long number(String text, int from, long otherwise) {
        int at = from;
        boolean negative = at < text.length() && text.charAt(at) == '-';
        if (negative) {
            at++;
        }
        int start = at;
        long value = 0;
        while (at < text.length() && Character.digit(text.charAt(at), 10) >= 0) {
            // Nineteen digits and more mean "no limit" wherever the kernel writes them.
            value = at - start >= 18 ? Long.MAX_VALUE : value * 10 + Character.digit(text.charAt(at), 10);
            at++;
        }
        return at == start ? otherwise : negative ? -value : value;
    }

    /** The decimal number, with a fraction perhaps, a text is, or NaN. */
    static double real(String text) {
        try {
            return text == null ? Double.NaN : Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** A size such as {@code 48K} or {@code 2M} in bytes, or -1. */
    long size(String path) {
        String text = text(path);
        if (text == null) {
            return -1;
        }
        long value = number(text, 0, -1);
        return text.endsWith("K") ? value << 10 : text.endsWith("M") ? value << 20 : value;
    }

    /** Names in a folder, sorted by length and then text so that cpu10 follows cpu9; empty where there is none. */
    List<String> names(String folder) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(root.resolve(folder))) {
            for (Path path : stream) {
                names.add(path.getFileName().toString());
            }
        } catch (IOException | RuntimeException e) {
            return List.of();
        }
        names.sort((a, b) -> a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b));
        return names;
    }

    /** The last part of the name a symbolic link leads to, or null. */
    String link(String path) {
        try {
            return root.resolve(path).toRealPath().getFileName().toString();
        } catch (IOException e) {
            return null;
        }
    }
}
