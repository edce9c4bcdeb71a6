package dev.adder.stdlib.sre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adder.language.text.Str;
import dev.adder.stdlib.Oracle;
import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compares the engine with CPython's over {@code re_tests.py} and generated patterns (see golden.py). */
class SreGoldenTest {

    @Test
    void equalsCPython() throws Exception {
        compare("6000", "1");
    }

    @Test
    void translatedEqualsCPython() throws Exception {
        Translations.setAtOnce(true);
        try {
            compare("6000", "2");
        } finally {
            Translations.setAtOnce(false);
        }
    }

    private static void compare(String count, String seed) throws Exception {
        Oracle.assumeThere();
        try (BufferedReader in = Oracle.run("/dev/adder/stdlib/sre/golden.py", count, seed)) {
            Golden golden = new Golden();
            golden.read(in);
            assertTrue(golden.checked > 50_000, "only " + golden.checked + " cases");
            assertEquals(List.of(), golden.failures);
        }
    }

    /** Reads golden lines and checks each. */
    static final class Golden {

        final List<String> failures = new ArrayList<>();
        int checked;
        private String title;
        private Program program;
        private Object text;

        void read(BufferedReader in) throws Exception {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                switch (line.charAt(0)) {
                    case '#' -> title = line;
                    case 'P' -> {
                        int[] numbers = numbers(line.substring(2));
                        int[] code = new int[numbers.length - 1];
                        System.arraycopy(numbers, 1, code, 0, code.length);
                        program = Program.of(code, numbers[0]);
                    }
                    case 'T' -> text = Str.of(numbers(line.substring(1)));
                    default -> check(line);
                }
            }
        }

        private void check(String line) {
            int equals = line.indexOf('=');
            String expected = line.substring(equals + 2);
            String actual;
            try {
                actual = run(line, numbers(line.substring(1, equals)));
            } catch (RuntimeException e) {
                actual = e.toString();
            }
            checked++;
            if (!expected.equals(actual) && failures.size() < 20) {
                failures.add(title + " on " + text + ": " + line + " but " + actual + "\n");
            }
        }

        private String run(String line, int[] bounds) {
            Matcher matcher = program.matcher(text, null);
            return switch (line.charAt(0)) {
                case 'M' -> spans(matcher, matcher.match(bounds[0], bounds[1], false));
                case 'F' -> spans(matcher, matcher.fullMatch(bounds[0], bounds[1]));
                case 'S' -> spans(matcher, matcher.search(bounds[0], bounds[1], false));
                default -> all(matcher);
            };
        }

        private String all(Matcher matcher) {
            StringBuilder all = new StringBuilder();
            int from = 0;
            boolean mustAdvance = false;
            while (from <= matcher.length() && matcher.search(from, Integer.MAX_VALUE, mustAdvance)) {
                if (!all.isEmpty()) {
                    all.append(';');
                }
                all.append(spans(matcher, true));
                mustAdvance = matcher.end() == matcher.start();
                from = matcher.end();
            }
            return all.toString();
        }

        private String spans(Matcher matcher, boolean matched) {
            if (!matched) {
                return "-";
            }
            StringBuilder spans = new StringBuilder();
            spans.append(matcher.start()).append(',').append(matcher.end()).append(',').append(matcher.lastIndex());
            for (int g = 1; g <= program.groups(); g++) {
                spans.append(',').append(matcher.groupStart(g)).append(',').append(matcher.groupEnd(g));
            }
            return spans.toString();
        }

        private static int[] numbers(String words) {
            String[] parts = words.trim().split(" ");
            if (parts[0].isEmpty()) {
                return new int[0];
            }
            int[] numbers = new int[parts.length];
            for (int i = 0; i < parts.length; i++) {
                numbers[i] = (int) Long.parseLong(parts[i]);
            }
            return numbers;
        }
    }
}
