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
            String source = f[2].equals("-") ? "" : text(f[2]);
            String expected = text(f[3]);
            String actual = outcome(source, f[0], Integer.parseInt(f[1]));
            if (actual.equals(expected)) {
                good++;
                continue;
            }
            bad++;
            String kind = summary(expected) + "  <>  " + summary(actual);
            int n = kinds.merge(kind, 1, Integer::sum);
            if (n <= 2 && bad <= show * 10 && show-- > 0) {
                System.out.println("---- " + f[0] + " " + f[1] + "\n" + source + "\n  oracle: " + expected + "\n  ours:   "
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

    private static String text(String base64) {
        byte[] b = Base64.getDecoder().decode(base64);
        return new String(b, StandardCharsets.UTF_8);
    }

    private static String outcome(String source, String mode, int flags) {
        try {
            Parser.parseText(Str.ofUtf16(source), "<case>", switch (mode) {
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
            };
            if (e.kind().compareTo(SyntaxException.Kind.MEMORY_ERROR) >= 0) {
                return kind;
            }
            String text = e.text() == null ? "None" : Str.toJava(e.text());
            return kind + "|" + e.getMessage() + "|" + none(e, e.line()) + "|" + none(e, e.offset()) + "|"
                    + none(e, e.endLine()) + "|" + none(e, e.endOffset()) + "|" + text;
        } catch (RuntimeException | StackOverflowError e) {
            return "CRASH " + e;
        }
    }

    private static String none(SyntaxException e, int value) {
        return e.text() == null && e.line() <= 0 ? "None" : Integer.toString(value);
    }
}
