package dev.adder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.adder.jit.AdderJit;
import dev.adder.language.parser.Parser;
import dev.adder.machine.Json;
import dev.adder.profile.ProfileOptions;
import dev.adder.profile.Profiler;
import dev.adder.runtime.InterpreterState;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.PyCode;
import dev.adder.runtime.modules.CodeFunctions;
import dev.adder.runtime.modules.Library;
import dev.adder.runtime.modules.Startup;
import dev.adder.runtime.modules.SysOptions;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.text.SipHash;
import dev.adder.stdlib.NativeModules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Programs whose truth is known: what the profiler says must be it, within some points. */
class ProfileTest {
    /** Three loops of equal bodies in turn, each turn shorter than the sampler's period: 50, 30 and 20 percent. */
    private static final String SHARES = """
            def work(turns):
                for t in range(turns):
                    i = 0
                    while i < 500:
                        i += 1
                    i = 0
                    while i < 300:
                        i += 1
                    i = 0
                    while i < 200:
                        i += 1
            import time
            end = time.thread_time() + 2.0
            while time.thread_time() < end:
                work(%s)
            """;

    @Test
    void sharesOfInterpretedLines() throws Exception {
        final Map<?, ?> p = profile(SHARES.formatted("50"), "off");
        assertTrue(spent(p, "interpreted") > 0.9 * cpu(p), p.toString());
        shares(p, 12);
    }

    @Test
    void sharesOfCompiledLines() throws Exception {
        final Map<?, ?> p = profile(SHARES.formatted("20000"), "sync");
        assertTrue(spent(p, "compiled") > 0.8 * cpu(p), p.toString());
        // HotSpot makes other code of each of the three loops, so the truth itself is not exact.
        shares(p, 16);
    }

    private static void shares(final Map<?, ?> p, final double points) {
        // Where others take the cores the sampler seldom runs, and what it says is coarse.
        assumeTrue(cpu(p) > 0.5 * ((Number) p.get("wall")).doubleValue(), "the machine is too busy to measure");
        final double all = lines(p, 3, 12);
        assertEquals(50, 100 * lines(p, 4, 6) / all, points, p.toString());
        assertEquals(30, 100 * lines(p, 7, 9) / all, points, p.toString());
        assertEquals(20, 100 * lines(p, 10, 11) / all, points, p.toString());
    }

    @Test
    void sleepingIsWaitingAndNoCpu() throws Exception {
        final Map<?, ?> p = profile("""
                import time
                time.sleep(0.6)
                """, "off");
        double waiting = 0;
        for (final Object line : (List<?>) p.get("lines")) {
            if (((Number) ((Map<?, ?>) line).get("line")).intValue() == 2
                    && ((Map<?, ?>) ((Map<?, ?>) line).get("spent")).get("waiting") instanceof Number n) {
                waiting += n.doubleValue();
            }
        }
        // A loaded machine wakes sleepers late.
        assertTrue(waiting > 0.5 && waiting <= ((Number) p.get("wall")).doubleValue(), p.toString());
        assertTrue(cpu(p) < waiting / 2, p.toString());
    }

    @Test
    void sortingIsTheHelpers() throws Exception {
        final Map<?, ?> p = profile("""
                data = [str(i * 7919 % 100003) for i in range(50000)]
                for turn in range(25):
                    sorted(data)
                """, "off");
        assertTrue(lines(p, 3, 3) > 0.7 * cpu(p), p.toString());
        assertTrue(spent(p, "helpers") > 0.7 * cpu(p), p.toString());
    }

    @Test
    void collectionsGoToTheLineThatAllocates() throws Exception {
        final Map<?, ?> p = profile("""
                kept = [None] * 300000
                for turn in range(12):
                    for i in range(300000):
                        kept[i] = [i, turn]
                    i = 0
                    while i < 100:
                        i += 1
                """, "off");
        final double collecting = spent(p, "collecting");
        double at = 0;
        for (final Object line : (List<?>) p.get("lines")) {
            final int number = ((Number) ((Map<?, ?>) line).get("line")).intValue();
            if ((number == 3 || number == 4) && ((Map<?, ?>) ((Map<?, ?>) line).get("spent")).get("collecting")
                    instanceof Number n) {
                at += n.doubleValue();
            }
        }
        assertTrue(collecting > 0, p.toString());
        assertTrue(at > 0.7 * collecting, p.toString());
    }

    @Test
    void aLineSaysWhatTheCompilerDid() throws Exception {
        final Map<?, ?> p = profile("""
                def add(a, b):
                    return a + b
                import time
                end = time.thread_time() + 0.7
                n = 0
                while time.thread_time() < end:
                    for x in (1, 2, 2.5, 'a'):
                        add(x, x)
                """, "sync");
        final String all = p.toString();
        assertTrue(all.contains("an operand of another type") || all.contains("int|float|str"), all);
    }

    // ---- reading

    private static double spent(final Map<?, ?> p, final String what) {
        return ((Map<?, ?>) p.get("spent")).get(what) instanceof Number n ? n.doubleValue() : 0;
    }

    private static double cpu(final Map<?, ?> p) {
        return ((Number) p.get("cpu")).doubleValue();
    }

    /** CPU seconds of some lines. */
    private static double lines(final Map<?, ?> p, final int from, final int to) {
        double sum = 0;
        for (final Object o : (List<?>) p.get("lines")) {
            final Map<?, ?> line = (Map<?, ?>) o;
            final int number = ((Number) line.get("line")).intValue();
            if (number >= from && number <= to && line.get("file").equals("program")) {
                for (final String s : List.of("interpreted", "compiled", "helpers")) {
                    if (((Map<?, ?>) line.get("spent")).get(s) instanceof Number n) {
                        sum += n.doubleValue();
                    }
                }
            }
        }
        return sum;
    }

    private static Map<?, ?> profile(final String source, final String jit) throws Exception {
        final Path lib = Path.of(System.getProperty("adder.root", System.getProperty("user.dir")),
                "target/cpython/lib/python3.14");
        final Path folder = Files.isDirectory(lib) ? lib : Path.of("../target/cpython/lib/python3.14");
        final SysOptions options = new SysOptions(new Object[] {""}, new Object[] {""},
                new String[] {folder.toString()}, "", folder.toString(), folder.toString(), PyNone.NONE, new String[0],
                new PyDict(), Map.of());
        final InterpreterState interp = Startup.create(options, new NativeModules(), new Library(folder, null),
                AdderJit.ofOptions(List.of("jit=" + jit)), SipHash.ofSeed(1));
        final ThreadState ts = interp.threadState();
        final PyDict globals = new PyDict();
        globals.putStr("__builtins__", interp.modules.getStr("builtins"));
        final PyCode code = CodeFunctions.compileSource(ts, source, "program", Parser.Mode.EXEC, 0, 0);
        final Path json = Files.createTempFile("profile", ".json");
        final Path text = Files.createTempFile("profile", ".txt");
        final Profiler profiler = new Profiler(interp,
                new ProfileOptions("program", 2, 0, 15, true, text.toString(), json.toString()));
        profiler.start();
        CodeFunctions.run(ts, code, globals, globals);
        assertTrue(profiler.stop());
        for (final String line : Files.readString(text).split("\n")) {
            assertTrue(line.length() <= 100, line);
        }
        final Map<?, ?> p = (Map<?, ?>) Json.parse(Files.readString(json));
        Files.delete(json);
        Files.delete(text);
        interp.unbind(ts);
        return p;
    }
}
