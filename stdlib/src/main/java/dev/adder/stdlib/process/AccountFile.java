package dev.adder.stdlib.process;

import dev.adder.language.text.Str;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** /etc/passwd and /etc/group. Accounts that only a name service knows are not seen. */
final class AccountFile {
    private AccountFile() {
    }

    /** The lines that have at least so many fields, split at colons. */
    static List<String[]> read(final String path, final int fields) {
        final List<String[]> rows = new ArrayList<>();
        try {
            for (final String line : Files.readString(Path.of(path), StandardCharsets.UTF_8).split("\n")) {
                final String[] row = line.split(":", -1);
                if (row.length >= fields && !line.startsWith("#")) {
                    rows.add(row);
                }
            }
        } catch (final IOException e) {
            // No file, no accounts.
            rows.clear();
        }
        return rows;
    }

    static long number(final String text) {
        try {
            return Long.parseLong(text);
        } catch (final NumberFormatException e) {
            return -1;
        }
    }

    static Object text(final String field) {
        return Str.ofUtf16(field);
    }
}
