package dev.adder.language.parser;

import dev.adder.language.SyntaxException;
import dev.adder.language.WarningSink;
import dev.adder.language.ast.AstDump;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Compares our trees with those that {@code conformance/parser/oracle_dump.py} wrote, in one JVM.
 *
 * <p>usage: ParseCheck FOLDER [--type-comments]; ParseCheck --time FOLDER; ParseCheck --dump FILE
 */
public final class ParseCheck {
    private ParseCheck() {
    }

    private static int flags;

    public static void main(String[] args) throws IOException {
        flags = args.length > 1 && args[1].equals("--type-comments") ? Parser.TYPE_COMMENTS : 0;
        switch (args[0]) {
            case "--dump" -> System.out.println(dump(Path.of(args[1])));
            case "--time" -> time(Path.of(args[1]));
            default -> System.exit(check(Path.of(args[0])) == 0 ? 0 : 1);
        }
    }

    private static String dump(Path file) throws IOException {
        try {
            return AstDump.dump(Parser.parse(Files.readAllBytes(file), file.toString(), Parser.Mode.EXEC, flags,
                    WarningSink.NONE), true);
        } catch (SyntaxException e) {
            return "ERROR " + e.kind() + " " + e.getMessage() + " " + e.line() + ":" + e.offset();
        }
    }

    private static int check(Path folder) throws IOException {
        List<String> paths = Files.readAllLines(folder.resolve("index"));
        int bad = 0;
        int good = 0;
        int errors = 0;
        for (int i = 0; i < paths.size(); i++) {
            String expected = new String(Files.readAllBytes(folder.resolve(Integer.toString(i))),
                    StandardCharsets.UTF_8);
            String actual;
            try {
                actual = dump(Path.of(paths.get(i)));
            } catch (RuntimeException | StackOverflowError e) {
                actual = "CRASH " + e;
            }
            if (expected.startsWith("ERROR") && actual.startsWith("ERROR")) {
                errors++;
            } else if (expected.equals(new String(actual.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))) {
                good++;
            } else {
                bad++;
                report(paths.get(i), expected, actual);
            }
        }
        System.out.println(good + " equal, " + errors + " are errors in both, " + bad + " different");
        return bad;
    }

    private static void report(String path, String expected, String actual) {
        int n = Math.min(expected.length(), actual.length());
        int at = 0;
        while (at < n && expected.charAt(at) == actual.charAt(at)) {
            at++;
        }
        System.out.println(path + ": differs at " + at);
        System.out.println("  oracle " + around(expected, at));
        System.out.println("  ours   " + around(actual, at));
    }

    private static String around(String s, int at) {
        return s.substring(Math.min(s.length(), Math.max(0, at - 100)), Math.min(s.length(), at + 160));
    }

    private static void time(Path folder) throws IOException {
        List<String> paths = Files.readAllLines(folder.resolve("index"));
        byte[][] sources = new byte[paths.size()][];
        long size = 0;
        for (int i = 0; i < sources.length; i++) {
            sources[i] = Files.readAllBytes(Path.of(paths.get(i)));
            size += sources[i].length;
        }
        for (int round = 0; round < 5; round++) {
            long start = System.nanoTime();
            for (byte[] source : sources) {
                try {
                    Parser.parse(source, "x", Parser.Mode.EXEC, 0, WarningSink.NONE);
                } catch (SyntaxException e) {
                    continue;
                }
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.println((long) (size / seconds / 1e4) / 100.0 + " MB/s");
        }
    }
}
