package dev.adder.language.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adder.language.SyntaxException;
import dev.adder.language.WarningSink;
import dev.adder.language.ast.Mod;
import dev.adder.language.ir.Verifier;
import dev.adder.language.parser.Parser;
import dev.adder.language.parser.Parser.Mode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/**
 * The compiler's errors and warnings, text and place, against CPython's: {@code compile-errors/expected.txt} is what
 * {@code tools/ir/compile_errors.py} prints when the oracle runs it on {@code compile-errors/cases.txt}.
 */
final class CompileErrorsTest {
    @Test
    void asCPython() throws IOException {
        assertEquals(resource("expected.txt"), report(resource("cases.txt")));
    }

    private static String resource(String name) throws IOException {
        try (var in = CompileErrorsTest.class.getResourceAsStream("/compile-errors/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static String report(String cases) {
        StringBuilder out = new StringBuilder();
        String[] sources = cases.split("###\n");
        for (int i = 0; i < sources.length; i++) {
            out.append("case ").append(i).append('\n');
            StringBuilder warned = new StringBuilder();
            WarningSink sink = (message, filename, line, span) -> {
                warned.append("  warning ").append(line).append(": ").append(message).append('\n');
                return false;
            };
            String end;
            try {
                Mod mod = Parser.parse(sources[i].getBytes(StandardCharsets.UTF_8), "case", Mode.EXEC, 0, sink);
                Verifier.verify(Compiler.compile(mod, "case", 0, 0, sink));
                end = "ok";
            } catch (SyntaxException e) {
                end = "SyntaxError: " + e.getMessage() + " [" + e.line() + ", " + e.offset() + ", " + e.endLine()
                        + ", " + e.endOffset() + "]";
            }
            out.append(warned).append("  ").append(end).append('\n');
        }
        return out.toString();
    }

    /** Prints the report, to look at beside the expectation. */
    public static void main(String[] args) throws IOException {
        System.out.print(report(resource("cases.txt")));
    }
}
