package dev.adder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

    /** The caller goes straight to the unit of {@code step}, which is too long to be inlined, and does so for good. */
    @Test
    void callersAreLedToTheSuccessorOfAUnit() throws Exception {
        final String program = """
                def step(box, b):
                    c = 7
                    a = box[0]
                    c = c + 1 if c < b else c - 1
                    c = c + 2 if c < b else c - 2
                    c = c + 3 if c < b else c - 3
                    c = c + 4 if c < b else c - 4
                    c = c + 5 if c < b else c - 5
                    c = c + 6 if c < b else c - 6
                    c = c + 7 if c < b else c - 7
                    c = c + 8 if c < b else c - 8
                    c = c + 9 if c < b else c - 9
                    c = c + 10 if c < b else c - 10
                    c = c + 11 if c < b else c - 11
                    c = c + 12 if c < b else c - 12
                    c = c + 13 if c < b else c - 13
                    c = c + 14 if c < b else c - 14
                    c = c + 15 if c < b else c - 15
                    c = c + 16 if c < b else c - 16
                    c = c + 17 if c < b else c - 17
                    c = c + 18 if c < b else c - 18
                    c = c + 19 if c < b else c - 19
                    c = c + 20 if c < b else c - 20
                    c = c + 21 if c < b else c - 21
                    c = c + 22 if c < b else c - 22
                    c = c + 23 if c < b else c - 23
                    c = c + 24 if c < b else c - 24
                    c = c + 25 if c < b else c - 25
                    c = c + 26 if c < b else c - 26
                    c = c + 27 if c < b else c - 27
                    c = c + 28 if c < b else c - 28
                    c = c + 29 if c < b else c - 29
                    return a * b + c
                def run(n, box):
                    found = 0
                    for i in range(n):
                        found = (found + step(box, i)) % 1000003
                    return found
                result = repr([run(3000, [x]) for x in (3, 10 ** 20, 5)])
                """;
        final Object expected = JitRun.of(program, "jit=off").result();
        final JitRun run = JitRun.of(program, "jit=sync");
        assertEquals(expected, run.result());
        assertEquals(2, run.log().lines().filter(l -> l.startsWith("compiled step ")).count(), run.log());
        assertTrue(run.log().contains("compiled run ("), run.log());
    }

    /** The interpreter has seen that exceptions come out of the call, so it is not inlined, and the unit stays. */
    @Test
    void theFirstUnitKnowsWhichCallsRaise() throws Exception {
        final String program = """
                def find(d, k):
                    if k % 3:
                        return d[0]
                    raise KeyError(k)
                def count(d, n):
                    missing = 0
                    for k in range(n):
                        try:
                            missing += find(d, k)
                        except KeyError:
                            missing += 1000
                    return missing
                result = repr([count({0: 1}, 40) for i in range(400)][-1])
                """;
        final JitRun run = JitRun.of(program, "jit=sync");
        assertEquals(JitRun.of(program, "jit=off").result(), run.result());
        assertEquals(1, run.log().lines().filter(l -> l.startsWith("compiled count ")).count(), run.log());
        assertFalse(run.log().contains("exceptions come out"), run.log());
    }

    /** Six loops of 235 rounds each, as in {@code opcode}, are over before a unit would be made; one of 4,000 gets one. */
    @Test
    void shortLoopsOfModulesGetNoUnits() throws Exception {
        final String program = """
                result = 0
                for i in range(235): result += i
                for i in range(235): result += i
                for i in range(235): result += i
                for i in range(235): result += i
                for i in range(235): result += i
                for i in range(235): result += i
                for i in range(235): result += i
                """;
        assertEquals("", JitRun.of(program, "jit=sync").log());
        final JitRun run = JitRun.of(program + "for i in range(4000): result += i\n", "jit=sync");
        assertEquals(1, run.log().lines().filter(l -> l.startsWith("compiled <module>")).count(), run.log());
    }
}
