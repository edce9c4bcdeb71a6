package dev.adder.runtime.text;

import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;
import dev.adder.language.text.TextException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Bulk comparison with the real CPython. A script beside the test prints one case a line: operation, arguments and the
 * expected result, separated by tabs; texts are code points in hexadecimal joined by dots, results begin with {@code =},
 * errors with {@code !} followed by class and message.
 */
final class Oracle {

    /** Computes the result of one case, encoded as the script does. */
    interface Subject {
        String apply(String[] fields) throws Exception;
    }

    private static final int SHOWN = 40;

    private Oracle() {
    }

    /** Runs the script and compares all its cases; fails with the first differences, skips without an oracle. */
    static void compare(String script, Subject subject, String... args) throws Exception {
        Path python = find();
        Assumptions.assumeTrue(python != null, "no CPython under target/cpython");
        Process process = start(python, script, args);
        List<String> wrong = new ArrayList<>();
        int cases = 0;
        int failures = 0;
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                cases++;
                String[] fields = line.split("\t", -1);
                String got = result(subject, fields);
                if (!got.equals(fields[fields.length - 1])) {
                    failures++;
                    if (wrong.size() < SHOWN) {
                        wrong.add(readable(fields) + "\n    got " + readable(got));
                    }
                }
            }
        }
        Assertions.assertEquals(0, process.waitFor(), "the oracle script failed");
        Assertions.assertTrue(cases > 0, "the oracle gave no cases");
        Assertions.assertEquals(0, failures, failures + " of " + cases + " differ:\n" + String.join("\n", wrong) + "\n");
    }

    private static String result(Subject subject, String[] fields) {
        try {
            return "=" + subject.apply(fields);
        } catch (TextException e) {
            return "!" + e.kind() + ":" + encode(Str.ofUtf16(e.getMessage()));
        } catch (Exception | StackOverflowError e) {
            return "?" + e + (e.getStackTrace().length > 0 ? " at " + e.getStackTrace()[0] : "");
        }
    }

    private static Process start(Path python, String script, String[] args) throws IOException {
        Path file = Files.createTempFile("oracle", ".py");
        file.toFile().deleteOnExit();
        try (InputStream in = Oracle.class.getResourceAsStream(script)) {
            Files.write(file, in.readAllBytes());
        }
        List<String> command = new ArrayList<>(List.of(python.toString(), "-S", file.toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PYTHON"));
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        return builder.start();
    }

    static Path find() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path python = folder.resolve("target/cpython/bin/python3.14");
            if (Files.isExecutable(python)) {
                return python;
            }
        }
        return null;
    }

    static String encode(Object text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0, n = Str.length(text); i < n; i++) {
            out.append(i == 0 ? "" : ".").append(Integer.toHexString(Str.codePointAt(text, i)));
        }
        return out.toString();
    }

    static Object decode(String field) {
        StrBuilder out = new StrBuilder();
        if (!field.isEmpty()) {
            for (String point : field.split("\\.")) {
                out.append(Integer.parseInt(point, 16));
            }
        }
        return out.build();
    }

    static byte[] bytes(String field) {
        Object text = decode(field);
        byte[] bytes = new byte[Str.length(text)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Str.codePointAt(text, i);
        }
        return bytes;
    }

    static String encode(byte[] bytes) {
        return encode(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static String readable(String[] fields) {
        StringBuilder out = new StringBuilder(fields[0]);
        for (int i = 1; i < fields.length; i++) {
            out.append(" | ").append(readable(fields[i]));
        }
        return out.toString();
    }

    // Shows texts as texts where the field looks like one.
    private static String readable(String field) {
        int colon = field.startsWith("!") ? field.indexOf(':') + 1 : field.startsWith("=") ? 1 : 0;
        String tail = field.substring(colon);
        if (!tail.matches("[0-9a-f]{2,6}(\\.[0-9a-f]{1,6})*")) {
            return field;
        }
        Object text = decode(tail);
        String shown = Str.length(text) > 400 ? Str.toJava(Str.slice(text, 0, 400)) + "..." : Str.toJava(text);
        return field.substring(0, colon) + "'" + shown.replace("\n", "\\n") + "' (" + (tail.length() > 60 ? "..." : tail)
                + ")";
    }
}
