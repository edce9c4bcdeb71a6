package dev.adder;

import dev.adder.language.parser.Parser;
import dev.adder.language.text.Str;
import dev.adder.runtime.InterpreterState;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.PyCode;
import dev.adder.runtime.modules.CodeFunctions;
import dev.adder.runtime.modules.ImageFile;
import dev.adder.runtime.modules.ImportlibBootstrap;
import dev.adder.runtime.modules.Library;
import dev.adder.runtime.modules.Startup;
import dev.adder.runtime.modules.SysOptions;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.text.SipHash;
import dev.adder.stdlib.NativeModules;
import dev.adder.stdlib.io.OpenFiles;
import dev.adder.stdlib.io.StandardStreams;
import dev.adder.stdlib.process.AtexitModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/**
 * A Python interpreter inside a Java program. Several live in one JVM without seeing each other's modules. Any thread may
 * call it; the thread that made it is its Python main thread.
 *
 * <pre>{@code
 * try (Interpreter python = Interpreter.create()) {
 *     python.exec("def greet(name): return 'hello ' + name");
 *     String text = python.get("greet").call("world").asString();
 * }
 * }</pre>
 */
public final class Interpreter implements AutoCloseable {
    private final InterpreterState state;
    private final PyModule main;
    /** How many calls of this interface the thread is in: only the outermost enters and leaves Python. */
    private final ThreadLocal<int[]> nesting = ThreadLocal.withInitial(() -> new int[1]);
    private boolean closed;

    private Interpreter(final InterpreterState state) {
        this.state = state;
        this.main = state.newModule("__main__");
        main.dict().putStr("__builtins__", state.modules.getStr("builtins"));
        state.modules.putStr("__main__", main);
    }

    /** With the library of the Adder that this class belongs to. */
    public static Interpreter create() {
        return create(Path.of(System.getProperty("adder.home", "."), "target", "cpython", "lib", "python3.14"));
    }

    /** With the pure-Python library in the given folder. */
    public static Interpreter create(final Path libraryFolder) {
        if (!Files.isDirectory(libraryFolder)) {
            throw new IllegalArgumentException("no Python library in " + libraryFolder
                    + ": set the system property adder.home, or name the folder");
        }
        final Path folder = libraryFolder.toAbsolutePath();
        final String image = System.getProperty("adder.image");
        final String prefix = folder.getParent().getParent().toString();
        final SysOptions options = new SysOptions(new Object[] {""}, new Object[] {""},
                new String[] {folder.toString()}, "", prefix, folder.toString(), PyNone.NONE, new String[0],
                new PyDict(), Map.of("hash_randomization", 1L, "safe_path", 1L));
        final InterpreterState state = Startup.create(options, new NativeModules(),
                new Library(folder, image == null ? null : ImageFile.open(Path.of(image))), null, SipHash.ofRandom());
        final ThreadState ts = state.threadState();
        final Interpreter interpreter = new Interpreter(state);
        try {
            ImportlibBootstrap.installExternal(ts);
            StandardStreams.install(ts, false, null);
        } catch (final PyRaise e) {
            throw PythonException.of(interpreter, ts, e);
        } finally {
            ts.leavePython();
        }
        return interpreter;
    }

    InterpreterState state() {
        return state;
    }

    /** Runs Java code that calls into the runtime, as a Python thread; Python's exceptions become Java's. */
    <T> T inPython(final Function<ThreadState, T> work) {
        final int[] depth = nesting.get();
        if (closed) {
            throw new IllegalStateException("the interpreter is closed");
        }
        final ThreadState ts = state.threadState();
        if (depth[0]++ == 0) {
            ts.enterPython();
        }
        try {
            return work.apply(ts);
        } catch (final PyRaise e) {
            throw PythonException.of(this, ts, e);
        } finally {
            if (--depth[0] == 0) {
                ts.leavePython();
            }
        }
    }

    /** The value of an expression, in the namespace of {@code __main__}. */
    public Value eval(final String expression) {
        return inPython(ts -> {
            final PyCode code = CodeFunctions.compileSource(ts, Str.ofUtf16(expression), "<java>", Parser.Mode.EVAL, 0, 0);
            return new Value(this, CodeFunctions.run(ts, code, main.dict(), main.dict()));
        });
    }

    /** Runs statements in the namespace of {@code __main__}. */
    public void exec(final String statements) {
        inPython(ts -> {
            final PyCode code = CodeFunctions.compileSource(ts, Str.ofUtf16(statements), "<java>", Parser.Mode.EXEC, 0,
                    0);
            return CodeFunctions.run(ts, code, main.dict(), main.dict());
        });
    }

    /** A global variable of {@code __main__}; NameError if there is none. */
    public Value get(final String name) {
        return eval(name);
    }

    /** Sets a global variable of {@code __main__}; see {@link Value} for what becomes of Java values. */
    public void set(final String name, final Object value) {
        inPython(ts -> {
            main.dict().putStr(name.intern(), Conversion.toPython(ts, value));
            return null;
        });
    }

    /** Imports a module by its full name and gives the module itself. */
    public Value importModule(final String name) {
        return inPython(ts -> {
            state.importModule(ts, name);
            return new Value(this, state.modules.get(ts, Str.ofUtf16(name)));
        });
    }

    /** A Java value as Python sees it. */
    public Value value(final Object javaValue) {
        return inPython(ts -> new Value(this, Conversion.toPython(ts, javaValue)));
    }

    /** What {@link Value#serialize} wrote, in this interpreter, perhaps on another computer. */
    public Value deserialize(final byte[] bytes) {
        return inPython(ts -> new Value(this, new GraphReader(ts, bytes).read()));
    }

    /** Runs the exit functions and flushes what is open. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        inPython(ts -> {
            AtexitModule.runAll(ts);
            state.finalizers().runAll(ts);
            OpenFiles.flushAll(ts);
            return null;
        });
        closed = true;
    }
}
