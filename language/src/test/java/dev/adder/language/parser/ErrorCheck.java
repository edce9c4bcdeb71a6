package dev.adder.language.parser;

import dev.adder.language.SyntaxException;
import dev.adder.language.WarningSink;
import dev.adder.language.text.Str;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares what our parser says of many texts with what CPython's says: kind of error, message, lines, offsets, text.
 * The cases come from {@code conformance/parser/oracle_errors.py}.
 *
 * <p>usage: ErrorCheck CASES [HOW-MANY-TO-SHOW]
 */
public final class ErrorCheck {
    private ErrorCheck() {
    }

    public static void main(String[] args) throws IOException {
        int show = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        int bad = 0;
        int good = 0;
        Map<String, Integer> kinds = new TreeMap<>();
        List<String> lines = Files.readAllLines(Path.of(args[0]));
        for (String line : lines) {
            String[] f = line.split(" ");
            byte[] bytes = bytes(f[2]);
            String expected = new String(bytes(f[3]), StandardCharsets.UTF_8);
            String actual = outcome(bytes, f[0], Integer.parseInt(f[1]));
            if (actual.equals(expected)) {
                good++;
                continue;
            }
            bad++;
            String kind = summary(expected) + "  <>  " + summary(actual);
            int n = kinds.merge(kind, 1, Integer::sum);
            if (n <= 2 && bad <= show * 10 && show-- > 0) {
                System.out.println("---- " + f[0] + " " + f[1] + "\n" + new String(bytes, StandardCharsets.UTF_8)
                        + "\n  oracle: " + expected + "\n  ours:   "
                        + actual);
            }
        }
        kinds.entrySet().stream().sorted((a, b) -> b.getValue() - a.getValue()).limit(25)
                .forEach(e -> System.out.println(e.getValue() + "  " + e.getKey()));
        System.out.println(good + " equal, " + bad + " different");
        System.exit(bad == 0 ? 0 : 1);
    }

    private static String summary(String outcome) {
        String[] f = outcome.split("\\|", -1);
        return f.length < 2 ? f[0] : f[1].replaceAll("[0-9]+", "N");
    }

    static byte[] bytes(String base64) {
        return base64.equals("-") ? new byte[0] : Base64.getDecoder().decode(base64);
    }

    static String outcome(byte[] source, String mode, int flags) {
        try {
            if (mode.equals("warn")) {
                StringBuilder seen = new StringBuilder();
                Parser.parse(source, "<case>", Parser.Mode.EXEC, Parser.IGNORE_COOKIE, (message, file, line, span) -> {
                    seen.append(line).append(": ").append(message).append('\n');
                    return false;
                });
                return seen.toString();
            }
            if (mode.equals("bytes")) {
                Parser.parse(source, "<case>", Parser.Mode.EXEC, flags, WarningSink.NONE);
                return "OK";
            }
            Parser.parseText(Utf8.decode(source, 0, source.length), "<case>", switch (mode) {
                case "exec" -> Parser.Mode.EXEC;
                case "eval" -> Parser.Mode.EVAL;
                default -> Parser.Mode.SINGLE;
            }, flags, WarningSink.NONE);
            return "OK";
        } catch (SyntaxException e) {
            String kind = switch (e.kind()) {
                case SYNTAX_ERROR -> "SyntaxError";
                case INDENTATION_ERROR -> "IndentationError";
                case TAB_ERROR -> "TabError";
                case INCOMPLETE_INPUT -> "_IncompleteInputError";
                case MEMORY_ERROR -> "MemoryError";
                case UNICODE_ENCODE_ERROR -> "UnicodeEncodeError";
                case VALUE_ERROR -> "ValueError";
                case RECURSION_ERROR -> "RecursionError";
            };
            if (e.kind().compareTo(SyntaxException.Kind.MEMORY_ERROR) >= 0) {
                return kind;
            }
            if (e.line() < 0) {
                return kind + "|" + e.getMessage() + "|None|None|None|None|None";
            }
            String text = e.text() == null ? "None" : Str.toJava(e.text());
            boolean noEnd = e.text() == null && e.endLine() == 0;
            return kind + "|" + e.getMessage() + "|" + e.line() + "|" + e.offset() + "|" + (noEnd ? "None" : e.endLine())
                    + "|" + (noEnd ? "None" : e.endOffset()) + "|" + text;
        } catch (RuntimeException | StackOverflowError e) {
            return "CRASH " + e;
        }
    }
}
