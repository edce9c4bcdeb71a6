package dev.adder.cli;

import dev.adder.language.ir.Code;
import dev.adder.language.parser.Parser;
import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.InterpreterState;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.PyCode;
import dev.adder.runtime.modules.CodeFunctions;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.ops.PyObjects;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What runs as {@code __main__}: a command, a module, a file, a folder or zip file, standard input, or a prompt. */
final class MainProgram {
    private static final int END_OF_ZIP = 22;
    private static final String GREETING = "Type \"help\", \"copyright\", \"credits\" or \"license\" for more information.";
    /** The library's own line editor on a terminal that can; else its plain console. */
    private static final String PROMPT = """
            def interact(main, banner):
                import os, sys
                if banner:
                    print(banner, file=sys.stderr)
                if not os.getenv('PYTHON_BASIC_REPL'):
                    from _pyrepl.main import CAN_USE_PYREPL, interactive_console
                    if CAN_USE_PYREPL:
                        return interactive_console(main, pythonstartup=not sys.flags.ignore_environment)
                if not hasattr(sys, 'ps1'):
                    sys.ps1 = '>>> '
                if not hasattr(sys, 'ps2'):
                    sys.ps2 = '... '
                import code
                code.InteractiveConsole(main.__dict__, filename='<stdin>').interact(banner='', exitmsg='')
            """;

    private final Options options;
    private final Configuration configuration;
    private final InterpreterState interp;
    private final ThreadState ts;
    private final PyModule main;
    private final Ahead ahead;
    private boolean interactive;

    MainProgram(final Options options, final Configuration configuration, final InterpreterState interp,
            final Ahead ahead) {
        this.ahead = ahead;
        this.options = options;
        this.configuration = configuration;
        this.interp = interp;
        this.ts = interp.threadState();
        this.main = interp.newModule("__main__");
        interp.modules.putStr("__main__", main);
        main.dict().putStr("__builtins__", interp.modules.getStr("builtins"));
    }

    /** Whether the program was a prompt, so that {@code -i} adds nothing. */
    boolean wasInteractive() {
        return interactive;
    }

    /** Runs it; gives the exit status. Exceptions of the program leave from here. */
    int run() {
        return switch (options.action()) {
            case COMMAND -> command();
            case MODULE -> module(options.subject(), true);
            case FILE -> file();
            default -> standardInput();
        };
    }

    private PyDict sys() {
        return ((PyModule) interp.modules.getStr("sys")).dict();
    }

    private void firstOnPath(final String entry) {
        if (!configuration.safePath()) {
            Calls.method2(ts, sys().getStr("path"), "insert", 0L, Str.ofUtf16(entry));
        }
    }

    private void execute(final Object source, final String filename) {
        // An audit hook is told of what is compiled.
        final Code lowered = interp.optimize() == 0 && !interp.auditHooks().areThere() ? ahead.code(source, filename) : null;
        CodeFunctions.run(ts, lowered != null ? new PyCode(lowered) : compiled(source, filename), main.dict(), main.dict());
    }

    private PyCode compiled(final Object source, final String filename) {
        return CodeFunctions.compileSource(ts, source, filename, Parser.Mode.EXEC,
                source instanceof byte[] ? Parser.FILE_INPUT : 0, interp.optimize());
    }

    /** Without the white space that all its lines begin with ({@code _PyUnicode_Dedent}); blank lines do not count. */
    static String dedented(final String text) {
        final String[] lines = text.split("\n", -1);
        String margin = null;
        for (final String line : lines) {
            int n = 0;
            while (n < line.length() && (line.charAt(n) == ' ' || line.charAt(n) == '\t')) {
                n++;
            }
            if (n < line.length()) {
                int k = 0;
                while (margin != null && k < margin.length() && k < n && margin.charAt(k) == line.charAt(k)) {
                    k++;
                }
                margin = line.substring(0, margin == null ? n : k);
            }
        }
        if (margin == null || margin.isEmpty()) {
            return text;
        }
        for (int i = 0; i < lines.length; i++) {
            lines[i] = lines[i].isBlank() ? "" : lines[i].substring(margin.length());
        }
        return String.join("\n", lines);
    }

    private int command() {
        firstOnPath("");
        final Object source = Str.concat(Str.ofUtf16(dedented(options.subject())), "\n");
        interp.setCommand(source);
        final Object importlib = interp.modules.getStr("_frozen_importlib");
        main.dict().putStr("__loader__", PyObjects.getAttr(ts, importlib, "BuiltinImporter"));
        execute(source, "<string>");
        return 0;
    }

    /** {@code pymain_run_module}. */
    private int module(final String name, final boolean alterArgv) {
        if (alterArgv) {
            firstOnPath(currentFolder());
        }
        final Object runpy = Calls.call1(ts, interp.builtins().getStr("__import__"), "runpy");
        Calls.method2(ts, runpy, "_run_module_as_main", Str.ofUtf16(name), alterArgv);
        return 0;
    }

    private static String currentFolder() {
        return ScriptFile.currentFolder();
    }

    /** {@code config_run_filename_abspath} of CPython's initconfig.c: no normalisation but of a leading "./". */
    static String absolute(final String name) {
        return name.startsWith("/") ? name
                : currentFolder() + "/" + (name.startsWith("./") ? name.substring(2) : name);
    }

    private int file() {
        final String name = absolute(options.subject());
        final Path path = ScriptFile.path(name);
        if (path != null && (Files.isDirectory(path) || isZip(path))) {
            Calls.method2(ts, sys().getStr("path"), "insert", 0L, Str.ofUtf16(name));
            return module("__main__", false);
        }
        byte[] source;
        try {
            final ScriptFile script = ScriptFile.read(name);
            source = script.content();
            firstOnPath(script.folder());
        } catch (final NoSuchFileException e) {
            return cannotOpen(name, "[Errno 2] No such file or directory");
        } catch (final IOException e) {
            return cannotOpen(name, "[Errno 13] Permission denied");
        }
        if (options.skipFirstLine()) {
            source = withoutFirstLine(source);
        }
        main.dict().putStr("__file__", Str.ofUtf16(name));
        main.dict().putStr("__cached__", PyNone.NONE);
        final Object external = interp.modules.getStr("_frozen_importlib_external");
        if (external != null) {
            main.dict().putStr("__loader__", Calls.call2(ts, PyObjects.getAttr(ts, external, "SourceFileLoader"),
                    "__main__", Str.ofUtf16(name)));
        }
        execute(source, name);
        return 0;
    }

    private int cannotOpen(final String name, final String reason) {
        System.err.println(configuration.executable() + ": can't open file '" + name + "': " + reason);
        return 2;
    }

    /** Whether the file ends as a zip file without a comment does; what stands before it may be a script. */
    private static boolean isZip(final Path path) {
        try (RandomAccessFile file = new RandomAccessFile(path.toString(), "r")) {
            if (file.length() < END_OF_ZIP) {
                return false;
            }
            file.seek(file.length() - END_OF_ZIP);
            return file.readInt() == 0x504b0506;
        } catch (final IOException e) {
            return false;
        }
    }

    private static byte[] withoutFirstLine(final byte[] source) {
        int at = 0;
        while (at < source.length && source[at] != '\n') {
            at++;
        }
        // The line end stays, so that line numbers are right.
        return java.util.Arrays.copyOfRange(source, at, source.length);
    }

    private int standardInput() {
        firstOnPath("");
        final Object stdin = sys().getStr("stdin");
        final boolean terminal = stdin != null && stdin != PyNone.NONE
                && PyObjects.isTrue(ts, Calls.method0(ts, stdin, "isatty"));
        if (terminal || options.inspect()) {
            return interact();
        }
        final byte[] source;
        try {
            source = System.in.readAllBytes();
        } catch (final IOException e) {
            return cannotOpen("<stdin>", e.getMessage());
        }
        main.dict().putStr("__file__", "<stdin>");
        execute(source, "<stdin>");
        return 0;
    }

    /** The prompt. */
    int interact() {
        final Object banner = interactive || options.quiet() || options.action() != Options.Action.STDIN ? ""
                : Str.ofUtf16("Python " + PyObjects.strJava(ts, sys().getStr("version")).replace("\n", "") + " on "
                        + PyObjects.strJava(ts, sys().getStr("platform")) + "\n" + GREETING);
        interactive = true;
        final PyDict names = new PyDict();
        names.putStr("__builtins__", interp.modules.getStr("builtins"));
        final PyCode code = CodeFunctions.compileSource(ts, PROMPT, "<prompt>", Parser.Mode.EXEC, 0, 0);
        CodeFunctions.run(ts, code, names, names);
        Calls.call2(ts, names.getStr("interact"), main, banner);
        return 0;
    }
}
