package dev.adder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** One program in every mode of the compiler: equal results, and that something was compiled. */
class JitModesTest {
    private static final String PROGRAM = """
            def fib(n):
                return n if n < 2 else fib(n - 1) + fib(n - 2)
            def grow(n):
                total = 1
                for i in range(n):
                    total = total * 3 + i
                return total
            def mixed(items):
                found = []
                for x in items:
                    try:
                        found.append(x * 2 // (x - 3))
                    except (ZeroDivisionError, TypeError) as e:
                        found.append(type(e).__name__)
                return found
            def complexes(n):
                z = complex(0.0, 0.0)
                for i in range(n):
                    z = z * z + complex(0.1, 0.1)
                return z
            parts = []
            for i in range(400):
                parts.append((fib(7), grow(5), mixed([1, 2, 3, 4.5])))
            result = repr((fib(16), grow(120), mixed([1, 3, 2.5, 'x', 10 ** 30, True]), complexes(3000), parts[-1]))
            """;

    @Test
    void everyModeGivesTheSame() throws Exception {
        final Object expected = JitRun.of(PROGRAM, "jit=off").result();
        for (final String mode : List.of("sync", "soon,sync", "eager,sync", "stress")) {
            final JitRun run = JitRun.of(PROGRAM, "jit=" + mode);
            assertEquals(expected, run.result(), mode);
            assertTrue(run.log().contains("compiled fib "), mode + ": " + run.log());
            assertTrue(run.log().contains("compiled grow "), mode + ": " + run.log());
            assertEquals(List.of(), run.faults(), mode);
        }
    }

    @Test
    void stressFailsEverySiteItComesBy() throws Exception {
        final String log = JitRun.of(PROGRAM, "jit=stress:5").log();
        assertTrue(log.contains("never failed "), log);
        assertTrue(log.lines().anyMatch(l -> l.matches("stress \\d+ sites, \\d+ never failed")), log);
        assertTrue(log.lines().noneMatch(l -> l.startsWith("never failed grow: ADD ")), log);
    }

    /** The compiler throws, emits what does not verify, runs out of memory or stack: the interpreter goes on. */
    @Test
    void faultOfTheCompilerIsReportedAndHarmless() throws Exception {
        final Object expected = JitRun.of(PROGRAM, "jit=off").result();
        for (final String kind : List.of("throw", "verify", "memory", "stack")) {
            for (final String mode : List.of("sync", "eager,sync", "stress")) {
                final JitRun run = JitRun.of(PROGRAM, "jit=" + mode, "jitfault=grow:" + kind);
                final String what = kind + ", " + mode;
                assertEquals(expected, run.result(), what);
                assertTrue(!run.faults().isEmpty(), what + ": " + run.log());
                assertTrue(run.faults().stream().allMatch(l -> l.startsWith("left grow")), what + ": " + run.faults());
                assertTrue(run.errors().startsWith("adder: the compiler failed at grow "), what + ": " + run.errors());
                assertTrue(run.log().contains("compiled fib "), what + ": " + run.log());
            }
        }
    }
}
