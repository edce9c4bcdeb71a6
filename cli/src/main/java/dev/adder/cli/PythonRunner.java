package dev.adder.cli;

import dev.adder.language.parser.Parser;
import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.InterpreterState;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.exceptions.SourceLines;
import dev.adder.runtime.exceptions.TracebackPrinter;
import dev.adder.runtime.interp.PyCode;
import dev.adder.runtime.modules.CodeFunctions;
import dev.adder.runtime.modules.ImportlibBootstrap;
import dev.adder.runtime.modules.Library;
import dev.adder.runtime.modules.LibraryImage;
import dev.adder.runtime.modules.ImageFile;
import dev.adder.runtime.modules.Startup;
import dev.adder.runtime.modules.SysOptions;
import dev.adder.runtime.modules.Unraisable;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.text.SipHash;
import dev.adder.stdlib.NativeModules;
import dev.adder.stdlib.io.OpenFiles;
import dev.adder.stdlib.io.StandardStreams;
import dev.adder.stdlib.process.AtexitModule;
import dev.adder.stdlib.signal.SignalModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs what the command line names: CPython's Modules/main.c. */
final class PythonRunner {
    /** CPython's status when standard output cannot be flushed at the end. */
    private static final int FLUSH_FAILED = 120;

    private final Options options;
    private final InterpreterState interp;
    private final ThreadState ts;
    private boolean interrupted;

    private PythonRunner(final Options options, final InterpreterState interp) {
        this.options = options;
        this.interp = interp;
        this.ts = interp.threadState();
    }

    /** The folder of the pure-Python library. */
    private static Path library() {
        return Path.of(System.getProperty("adder.home", ".")).resolve("target/cpython/lib/python3.14");
    }

    /** The library lowered at build time. */
    private static LibraryImage image() {
        final String file = System.getProperty("adder.image");
        return file == null ? null : ImageFile.open(Path.of(file));
    }

    static int run(final Options options, final String[] arguments) {
        final Path lib = library();
        final InterpreterState interp =
                Startup.create(sysOptions(options, arguments, lib), new NativeModules(), new Library(lib, image()), null,
                        hashKey(options));
        interp.setShowFaults(options.xOptions().contains("faults"));
        return new PythonRunner(options, interp).run();
    }

    private static SipHash hashKey(final Options options) {
        final String seed = options.ignoreEnvironment() ? null : System.getenv("PYTHONHASHSEED");
        if (seed == null || seed.isEmpty() || seed.equals("random")) {
            return SipHash.ofRandom();
        }
        return SipHash.ofSeed(Long.parseLong(seed));
    }

    private static SysOptions sysOptions(final Options options, final String[] arguments, final Path lib) {
        final Map<String, Long> flags = new HashMap<>();
        flags.put("optimize", (long) options.optimize());
        flags.put("dont_write_bytecode", options.dontWriteBytecode() ? 1L : 0L);
        flags.put("inspect", options.inspect() ? 1L : 0L);
        flags.put("interactive", options.inspect() ? 1L : 0L);
        flags.put("no_user_site", options.noUserSite() ? 1L : 0L);
        flags.put("no_site", options.noSite() ? 1L : 0L);
        flags.put("ignore_environment", options.ignoreEnvironment() ? 1L : 0L);
        flags.put("verbose", (long) options.verbose());
        flags.put("bytes_warning", (long) options.bytesWarning());
        flags.put("quiet", options.quiet() ? 1L : 0L);
        flags.put("hash_randomization", 1L);
        flags.put("isolated", options.isolated() ? 1L : 0L);
        flags.put("dev_mode", options.xOptions().contains("dev") ? 1L : 0L);
        flags.put("utf8_mode", options.xOptions().contains("utf8") ? 1L : 0L);
        flags.put("safe_path", options.safePath() ? 1L : 0L);
        final PyDict x = new PyDict();
        for (final String o : options.xOptions()) {
            final int eq = o.indexOf('=');
            x.putStr(eq < 0 ? o : o.substring(0, eq), eq < 0 ? Boolean.TRUE : (Object) o.substring(eq + 1));
        }
        final String home = System.getProperty("adder.home", ".");
        final Object[] original = new Object[arguments.length + 1];
        original[0] = home + "/adder";
        System.arraycopy(arguments, 0, original, 1, arguments.length);
        return new SysOptions(argv(options), original, new String[] {lib.toString()}, home + "/adder", home,
                lib.toString(), PyNone.NONE, options.warnOptions().toArray(new String[0]), x, flags);
    }

    private static Object[] argv(final Options options) {
        final List<String> rest = options.argv();
        final Object[] argv = new Object[rest.size() + 1];
        argv[0] = switch (options.action()) {
            case COMMAND -> "-c";
            case MODULE -> "-m";
            case FILE -> options.subject();
            default -> "";
        };
        for (int i = 0; i < rest.size(); i++) {
            argv[i + 1] = rest.get(i);
        }
        return argv;
    }

    private int run() {
        int status;
        try {
            ImportlibBootstrap.installExternal(ts);
            StandardStreams.install(ts, options.unbuffered());
            status = runMain();
        } catch (final PyRaise e) {
            status = report(e);
        }
        return finish(status);
    }

    private int runMain() {
        final PyModule main = interp.newModule("__main__");
        interp.modules.putStr("__main__", main);
        main.dict().putStr("__builtins__", interp.modules.getStr("builtins"));
        final Object source;
        final String filename;
        switch (options.action()) {
            case COMMAND -> {
                source = options.subject() + "\n";
                filename = "<string>";
                interp.setPart(SourceLines.Command.class, new SourceLines.Command(source));
            }
            case FILE -> {
                filename = absolute(options.subject());
                try {
                    source = Files.readAllBytes(Path.of(filename));
                } catch (final IOException e) {
                    System.err.println("adder: can't open file '" + filename + "': [Errno 2] No such file or directory");
                    return 2;
                }
                main.dict().putStr("__file__", filename);
                main.dict().putStr("__cached__", PyNone.NONE);
            }
            default -> throw Errors.notImplemented("this way of running is not implemented yet");
        }
        if (!options.safePath() && !options.isolated()) {
            final String folder = options.action() == Options.Action.FILE
                    ? filename.substring(0, Math.max(1, filename.lastIndexOf('/'))) : "";
            Calls.method2(ts, PyObjects.getAttr(ts, interp.modules.getStr("sys"), "path"), "insert", 0L, folder);
        }
        final PyCode code = CodeFunctions.compileSource(ts, source, filename, Parser.Mode.EXEC, 0, interp.optimize());
        CodeFunctions.run(ts, code, main.dict(), main.dict());
        return 0;
    }

    /** {@code config_run_filename_abspath} of CPython's initconfig.c: no normalisation but of a leading "./". */
    private static String absolute(final String name) {
        return name.startsWith("/") ? name
                : Path.of("").toAbsolutePath() + "/" + (name.startsWith("./") ? name.substring(2) : name);
    }

    /** Reports an uncaught exception; gives the exit status. */
    private int report(final PyRaise e) {
        if (Errors.matches(e, ExceptionTypes.SYSTEM_EXIT)) {
            final Object code = e.value.args().length == 0 ? PyNone.NONE : e.value.args()[0];
            if (code == PyNone.NONE) {
                return 0;
            }
            if (code instanceof Long n) {
                return (int) (long) n;
            }
            TracebackPrinter.write(ts, Str.concat(PyObjects.textOf(PyObjects.str(ts, code)), "\n"));
            return 1;
        }
        TracebackPrinter.print(ts, e.value, PyNone.NONE);
        return 1;
    }

    private Object importModule(final String name) {
        return Calls.call1(ts, interp.builtins().getStr("__import__"), name);
    }

    /** {@code Py_FinalizeEx}: waits for the threads, runs the exit functions, flushes; gives the exit status. */
    private int finish(final int status) {
        int result = status;
        try {
            final Object threading = interp.modules.getStr("threading");
            if (threading != null) {
                Calls.method0(ts, threading, "_shutdown");
            }
        } catch (final PyRaise e) {
            Unraisable.report(ts, e, "on threading shutdown", interp.modules.getStr("threading"));
        }
        AtexitModule.runAll(ts);
        OpenFiles.flushAll(ts);
        interp.setFinalizing();
        if (!flush("stdout")) {
            result = FLUSH_FAILED;
        }
        flush("stderr");
        return result;
    }

    /** False if what was written could not be delivered. */
    private boolean flush(final String name) {
        final Object stream = interp.modules.getStr("sys") instanceof PyModule sys ? sys.dict().getStr(name) : null;
        if (stream == null || stream == PyNone.NONE) {
            return true;
        }
        try {
            if (PyObjects.lookupAttr(ts, stream, "closed") instanceof Boolean closed && closed) {
                return true;
            }
            Calls.method0(ts, stream, "flush");
            return true;
        } catch (final PyRaise e) {
            if (name.equals("stdout")) {
                Unraisable.report(ts, e, "while flushing sys.stdout", stream);
            }
            return false;
        }
    }
}
