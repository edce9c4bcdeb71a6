package dev.adder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Functions with all they need, from one interpreter to another, and from one JVM to another. */
final class SerializationTest {
    private static final String PROGRAM = """
            import math

            class Shape:
                count = 0

                def __init__(self, side):
                    self.side = side

                def area(self):
                    return self.side ** 2

                @property
                def diagonal(self):
                    return math.sqrt(2) * self.side

                @staticmethod
                def unit():
                    return Shape(1)

            class Cube(Shape):
                def area(self):
                    return 6 * super().area()

            SCALE = 10

            def make(offset):
                seen = []

                def run(n, shape=Cube(2), *, factor=3):
                    if n == 0:
                        return len(seen)
                    seen.append(n)
                    return run(n - 1, shape) + factor * shape.area() + offset + SCALE + Shape.unit().side
                return run

            f = make(100)
            """;

    private static void assertWorks(final Value f) {
        // 3 times (3 * 24 + 100 + 10 + 1), then the length of the list in the closure.
        assertEquals(552, f.call(3).asLong());
        assertEquals(555, f.call(3).asLong());
        assertTrue(f.getAttribute("__defaults__").getItem(0).getAttribute("diagonal").asDouble() > 2.8);
    }

    @Test
    void aFunctionWorksInAnotherInterpreter() {
        final byte[] bytes;
        try (Interpreter one = Interpreter.create()) {
            one.exec(PROGRAM);
            bytes = one.get("f").serialize();
        }
        try (Interpreter two = Interpreter.create()) {
            assertWorks(two.deserialize(bytes));
            assertThrows(PythonException.class, () -> two.get("SCALE"));
        }
    }

    @Test
    void dataKeepsItsShape() {
        try (Interpreter python = Interpreter.create()) {
            final String data = "[1, -2 ** 80, 1.5, 2j, 'ü\ud83d\ude00', b'x', (1, (2,)), {'a': [None, ...]}, {3}, "
                    + "frozenset({4}), True]";
            assertEquals(python.eval(data).repr(), python.deserialize(python.eval(data).serialize()).repr());
            python.exec("l = [1]\nl.append(l)");
            python.set("m", python.deserialize(python.get("l").serialize()));
            assertTrue(python.eval("m[1] is m").asBoolean());
        }
    }

    @Test
    void damagedBytesAreAValueError() {
        try (Interpreter python = Interpreter.create()) {
            final byte[] bytes = python.eval("[1, 'two', (3,)]").serialize();
            for (int n = 0; n < bytes.length; n++) {
                final byte[] cut = Arrays.copyOf(bytes, n);
                assertEquals("ValueError",
                        assertThrows(PythonException.class, () -> python.deserialize(cut)).typeName());
            }
        }
    }

    @Test
    void aFunctionWorksInAnotherJvm() throws Exception {
        final Path file = Files.createTempFile("function", ".adder");
        try {
            try (Interpreter python = Interpreter.create()) {
                python.exec(PROGRAM);
                Files.write(file, python.get("f").serialize());
            }
            assertEquals("552\n", runElsewhere(file));
        } finally {
            Files.delete(file);
        }
    }

    private static String runElsewhere(final Path file) throws IOException, InterruptedException {
        final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Dadder.home=" + System.getProperty("adder.home", "."), "-cp",
                System.getProperty("java.class.path"), Elsewhere.class.getName(), file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        final String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return out;
    }

    /** The other JVM. */
    static final class Elsewhere {
        private Elsewhere() {
        }

        public static void main(final String[] args) throws IOException {
            try (Interpreter python = Interpreter.create()) {
                System.out.println(python.deserialize(Files.readAllBytes(Path.of(args[0]))).call(3).asLong());
            }
        }
    }
}
