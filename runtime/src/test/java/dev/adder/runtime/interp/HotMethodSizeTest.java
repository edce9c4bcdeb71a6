package dev.adder.runtime.interp;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.CodeAttribute;
import org.junit.jupiter.api.Test;

/**
 * HotSpot stops inlining into a method when its bytecode and what was inlined reach 8,000 bytes, and never compiles a
 * larger one: what is hot in tier 0 keeps to half of that.
 */
final class HotMethodSizeTest {
    private static final int LIMIT = 4000;

    @Test
    void methodsOfTheInterpreterStayInlinable() throws IOException {
        for (final Class<?> c : new Class<?>[] {InterpreterLoop.class, Interpreter.class, Operations.class,
            InlineCaches.class, Arithmetic.class, RareOperations.class, Steps.class, RareSteps.class}) {
            try (InputStream in = c.getResourceAsStream(c.getSimpleName() + ".class")) {
                for (final var method : ClassFile.of().parse(in.readAllBytes()).methods()) {
                    final int size = method.code().map(code -> ((CodeAttribute) code).codeLength()).orElse(0);
                    assertTrue(size < LIMIT, c.getSimpleName() + "." + method.methodName().stringValue() + ": " + size
                            + " bytes");
                }
            }
        }
    }
}
