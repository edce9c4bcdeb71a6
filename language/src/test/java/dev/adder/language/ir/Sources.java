package dev.adder.language.ir;

import dev.adder.language.WarningSink;
import dev.adder.language.lower.Compiler;
import dev.adder.language.parser.Parser;
import dev.adder.language.parser.Parser.Mode;
import java.nio.charset.StandardCharsets;

/** Code of source text, for tests. */
public final class Sources {
    private Sources() {
    }

    public static Code compile(String source) {
        return Compiler.compile(Parser.parse(source.getBytes(StandardCharsets.UTF_8), "test.py", Mode.EXEC, 0,
                WarningSink.NONE), "test.py", 0, 0);
    }

    /** The code of the first function that a module defines. */
    public static Code function(String source) {
        for (Object constant : compile(source).consts) {
            if (constant instanceof Code code) {
                return code;
            }
        }
        throw new AssertionError("no function");
    }
}
