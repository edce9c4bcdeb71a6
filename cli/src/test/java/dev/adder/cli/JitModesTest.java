package dev.adder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adder.jit.AdderJit;
import dev.adder.language.parser.Parser;
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
        final Path lib = Path.of(System.getProperty("adder.root", System.getProperty("user.dir")),
                "target/cpython/lib/python3.14");
        final Path folder = Files.isDirectory(lib) ? lib : Path.of("../target/cpython/lib/python3.14");
        final Object expected = run(folder, "jit=off", null);
        for (final String mode : List.of("sync", "eager,sync", "stress")) {
            final Path log = Files.createTempFile("jit", ".log");
            assertEquals(expected, run(folder, "jit=" + mode, log), mode);
            final String said = Files.readString(log);
            assertTrue(said.contains("compiled fib "), mode + ": " + said);
            assertTrue(said.contains("compiled grow "), mode + ": " + said);
            Files.delete(log);
        }
    }

    private static Object run(final Path lib, final String mode, final Path log) {
        final SysOptions options = new SysOptions(new Object[] {""}, new Object[] {""}, new String[] {lib.toString()},
                "", lib.toString(), lib.toString(), PyNone.NONE, new String[0], new PyDict(), Map.of());
        final InterpreterState interp = Startup.create(options, new NativeModules(), new Library(lib, null),
                AdderJit.ofOptions(log == null ? List.of(mode) : List.of(mode, "jitlog=" + log)), SipHash.ofSeed(1));
        final ThreadState ts = interp.threadState();
        final PyDict globals = new PyDict();
        globals.putStr("__builtins__", interp.modules.getStr("builtins"));
        final PyCode code = CodeFunctions.compileSource(ts, PROGRAM, "program", Parser.Mode.EXEC, 0, 0);
        CodeFunctions.run(ts, code, globals, globals);
        return globals.getStr("result");
    }
}
