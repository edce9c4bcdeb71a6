package dev.adder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A Java program with Python inside. */
final class InterpreterTest {

    @Test
    void evaluatesAndCalls() {
        try (Interpreter python = Interpreter.create()) {
            assertEquals(6, python.eval("1 + 2 + 3").asLong());
            python.exec("def greet(name, *, mark='!'):\n    return 'hello ' + name + mark");
            assertEquals("hello world!", python.get("greet").call("world").asString());
            assertEquals("hello you?", python.get("greet").call(Map.of("mark", "?"), "you").asString());
        }
    }

    @Test
    void valuesGoBothWays() {
        try (Interpreter python = Interpreter.create()) {
            python.set("x", List.of(1, 2.5f, "\ud83d\ude00", true, BigInteger.ONE.shiftLeft(70)));
            assertEquals("[1, 2.5, '\ud83d\ude00', True, 1180591620717411303424]", python.get("x").repr());
            assertEquals(1, python.eval("len(x[2])").asLong());
            python.set("d", Map.of("k", new Object[] {1, null}));
            assertEquals("{'k': (1, None)}", python.get("d").repr());
            assertEquals(List.of("1", "2.5"),
                    python.get("x").asList().subList(0, 2).stream().map(Value::asString).toList());
            final StringBuilder mine = new StringBuilder("java");
            python.set("j", mine);
            assertSame(mine, python.get("j").as(StringBuilder.class));
            assertTrue(python.eval("None").isNone());
            assertEquals(BigInteger.TWO.pow(100), python.eval("2 ** 100").asBigInteger());
            assertEquals(0.1, python.eval("0.1").asDouble());
        }
    }

    @Test
    void exceptionsArriveWithTypeAndText() {
        try (Interpreter python = Interpreter.create()) {
            final PythonException e = assertThrows(PythonException.class, () -> python.exec("def f():\n    1 / 0\nf()"));
            assertEquals("ZeroDivisionError", e.typeName());
            assertEquals("ZeroDivisionError: division by zero", e.getMessage());
            assertEquals("SyntaxError", assertThrows(PythonException.class, () -> python.exec("x = = 1")).typeName());
            assertEquals(2, python.eval("1 + 1").asLong());
        }
    }

    @Test
    void twoInterpretersDoNotSeeEachOther() {
        try (Interpreter one = Interpreter.create(); Interpreter two = Interpreter.create()) {
            one.exec("import json\njson.mark = 1\nx = 'one'");
            two.exec("import json\nx = 'two'");
            assertEquals("one", one.get("x").asString());
            assertEquals("two", two.get("x").asString());
            assertFalse(two.eval("hasattr(json, 'mark')").asBoolean());
            assertThrows(PythonException.class, () -> two.get("missing"));
        }
    }

    @Test
    void anyThreadMayCall() throws Exception {
        try (Interpreter python = Interpreter.create()) {
            python.exec("n = 0\ndef work(k):\n    global n\n    return sum(range(k))");
            final long[] results = new long[4];
            final Thread[] threads = new Thread[results.length];
            for (int i = 0; i < threads.length; i++) {
                final int mine = i;
                threads[i] = new Thread(() -> results[mine] = python.get("work").call(1000 + mine).asLong());
                threads[i].start();
            }
            for (int i = 0; i < threads.length; i++) {
                threads[i].join();
                final long k = 1000 + i;
                assertEquals(k * (k - 1) / 2, results[i]);
            }
        }
    }

    @Test
    void aClosedInterpreterSaysSo() {
        final Interpreter python = Interpreter.create();
        python.close();
        assertInstanceOf(IllegalStateException.class,
                assertThrows(RuntimeException.class, () -> python.eval("1")));
    }
}
