package dev.adder.cli;

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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program run in an interpreter of its own.
 *
 * @param result its variable {@code result} at the end
 * @param log what the compiler said to its log
 * @param errors what came to standard error meanwhile
 */
record JitRun(Object result, String log, String errors) {
    static JitRun of(final String program, final String... xOptions) throws IOException {
        final Path file = Files.createTempFile("jit", ".log");
        final List<String> options = new ArrayList<>(List.of(xOptions));
        options.add("jitlog=" + file);
        final PrintStream standard = System.err;
        final ByteArrayOutputStream errors = new ByteArrayOutputStream();
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        try {
            final Object result = run(program, options);
            return new JitRun(result, Files.readString(file), errors.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(standard);
            Files.delete(file);
        }
    }

    private static Object run(final String program, final List<String> xOptions) {
        final Path root = Path.of(System.getProperty("adder.root", System.getProperty("user.dir")),
                "target/cpython/lib/python3.14");
        final Path lib = Files.isDirectory(root) ? root : Path.of("../target/cpython/lib/python3.14");
        final SysOptions options = new SysOptions(new Object[] {""}, new Object[] {""}, new String[] {lib.toString()},
                "", lib.toString(), lib.toString(), PyNone.NONE, new String[0], new PyDict(), Map.of());
        final InterpreterState interp = Startup.create(options, new NativeModules(), new Library(lib, null),
                AdderJit.ofOptions(xOptions), SipHash.ofSeed(1));
        final ThreadState ts = interp.threadState();
        final PyDict globals = new PyDict();
        globals.putStr("__builtins__", interp.modules.getStr("builtins"));
        final PyCode code = CodeFunctions.compileSource(ts, program, "program", Parser.Mode.EXEC, 0, 0);
        CodeFunctions.run(ts, code, globals, globals);
        interp.jit().finish();
        return globals.getStr("result");
    }

    List<String> faults() {
        return log.lines().filter(l -> l.contains("fault of the compiler")).toList();
    }
}
