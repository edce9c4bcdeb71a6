package dev.adder.language.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adder.language.SyntaxException;
import dev.adder.language.WarningSink;
import dev.adder.language.ir.Code;
import dev.adder.language.ir.Dump;
import dev.adder.language.ir.Verifier;
import dev.adder.language.parser.Parser;
import dev.adder.language.parser.Parser.Mode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Options of the compiler, and shapes of code that a golden listing does not make a point of. */
final class CompilerTest {
    private static Code compile(String source, Mode mode, int flags, int optimize) {
        Code code = Compiler.compile(Parser.parse(source.getBytes(StandardCharsets.UTF_8), "test.py", mode, 0,
                WarningSink.NONE), "test.py", flags, optimize);
        Verifier.verify(code);
        return code;
    }

    private static String listing(String source) {
        return Dump.dump(compile(source, Mode.EXEC, 0, 0));
    }

    private static Code function(Code module) {
        for (Object constant : module.consts) {
            if (constant instanceof Code code) {
                return code;
            }
        }
        throw new AssertionError("no function");
    }

    @Test
    void interactivePrintsExpressions() {
        assertTrue(Dump.dump(compile("1 + x\n", Mode.SINGLE, 0, 0)).contains("PRINT_EXPR"));
        assertFalse(Dump.dump(compile("def f(): x\n\n", Mode.SINGLE, 0, 0)).contains("PRINT_EXPR"));
    }

    @Test
    void evalReturnsTheValue() {
        assertTrue(Dump.dump(compile("x + 1", Mode.EVAL, 0, 0)).contains("RETURN            %0"));
    }

    @Test
    void optimizeLevels() {
        String source = "def f():\n    'doc'\n    assert x\n    return __debug__\n";
        Code plain = function(compile(source, Mode.EXEC, 0, 0));
        Code once = function(compile(source, Mode.EXEC, 0, 1));
        Code twice = function(compile(source, Mode.EXEC, 0, 2));
        assertEquals("doc", plain.docstring());
        assertTrue(Dump.dump(plain).contains("AssertionError") && Dump.dump(plain).contains("RETURN            #True"));
        assertEquals("doc", once.docstring());
        assertTrue(Dump.dump(once).contains("RETURN            #False"));
        assertFalse(Dump.dump(once).contains("AssertionError"));
        assertNull(twice.docstring());
    }

    @Test
    void topLevelAwait() {
        assertThrows(SyntaxException.class, () -> compile("await x", Mode.EXEC, 0, 0));
        Code code = compile("await x\nasync with y: pass", Mode.EXEC, Compiler.ALLOW_TOP_LEVEL_AWAIT, 0);
        assertTrue(code.is(Code.CO_COROUTINE));
    }

    @Test
    void futureFlagsAreInherited() {
        Code code = compile("def f(x: a + b): pass", Mode.EXEC, Code.CO_FUTURE_ANNOTATIONS, 0);
        assertTrue(code.is(Code.CO_FUTURE_ANNOTATIONS));
        assertTrue(Dump.dump(code).contains("#\"a + b\""));
    }

    /** A variable is written by one last instruction, so that an exception leaves it as it was. */
    @Test
    void halfDoneWorkIsNotSeen() {
        assertTrue(listing("def f(x):\n    x = [*x, g(x)]\n    return x\n").contains("MOVE              x, %0"));
        assertTrue(listing("def f(x):\n    x = x and g(x)\n    return x\n").contains("CALL              x,"));
    }

    @Test
    void methodsAreLookedUpBeforeTheirArguments() {
        String listing = listing("def f(o):\n    o.m(g())\n    o.m(o, 1)\n");
        assertTrue(listing.contains("LOAD_METHOD") && listing.contains("CALL_LOADED"));
        assertTrue(listing.contains("CALL_METHOD       %0, o, .m, [o, #1]"));
    }

    @Test
    void provenLocalsAreNotChecked() {
        assertFalse(listing("def f(a):\n    if a: b = 1\n    else: b = 2\n    return b\n").contains("CHECK_LOCAL"));
        assertTrue(listing("def f(a):\n    if a: b = 1\n    return b\n").contains("CHECK_LOCAL"));
        assertTrue(listing("def f(a):\n    for b in a: pass\n    return b\n").contains("CHECK_LOCAL"));
        assertTrue(listing("def f(a):\n    del a\n    return a\n").contains("CHECK_LOCAL"));
    }

    @Test
    void truthIsAskedForOnce() {
        String listing = listing("def f(a, b, c):\n    return a and b or c\n");
        assertEquals(2, listing.split("JUMP_IF_").length - 1, listing);
    }

    @Test
    void longChainsDoNotNeedStack() {
        compile("x = " + "y + ".repeat(20_000) + "y\n", Mode.EXEC, 0, 0);
        SyntaxException deep = assertThrows(SyntaxException.class,
                () -> compile("x = y" + ".a".repeat(20_000), Mode.EXEC, 0, 0));
        assertEquals(SyntaxException.Kind.RECURSION_ERROR, deep.kind());
    }
}
