package dev.adder.cli;

import dev.adder.language.ir.Code;
import dev.adder.language.parser.Parser;
import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.InterpreterState;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.interp.PyCode;
import dev.adder.runtime.modules.CodeFunctions;
import dev.adder.runtime.modules.LibraryHooks;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.ops.PyObjects;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** What runs as {@code __main__}: a command, a module, a file, a folder or zip file, standard input, or a prompt. */
final class MainProgram implements LibraryHooks.Hook {
    private static final int END_OF_ZIP = 22;
    private static final int PYC_HEADER = 16;

    private final Options options;
    private final Configuration configuration;
    private final InterpreterState interp;
    private final ThreadState ts;
    private final PyModule main;
    private final Ahead ahead;
    private final Prompt prompt;
    private boolean interactive;
    /** What {@code -c} runs. */
    private PyCode command;

    MainProgram(final Options options, final Configuration configuration, final InterpreterState interp,
            final Ahead ahead) {
        this.ahead = ahead;
        this.options = options;
        this.configuration = configuration;
        this.interp = interp;
        this.ts = interp.threadState();
        this.prompt = new Prompt(options, interp);
        this.main = interp.newModule("__main__");
        interp.modules.putStr("__main__", main);
        main.dict().putStr("__builtins__", interp.modules.getStr("builtins"));
    }

    /** Whether a prompt is to follow the program. */
    boolean isInspected() {
        return configuration.inspect() && !interactive && prompt.isAsked();
    }

    /** Whether a SystemExit is shown as any other exception. */
    boolean showsExit() {
        return configuration.inspect() && !interactive;
    }

    /** Runs it; gives the exit status. Exceptions of the program leave from here. */
    int run() {
        if (configuration.isVerbose()) {
            prompt.announce();
        }
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

    /** Tells {@code linecache} the lines of a command. By itself, for a class of its own would not be in the start-up cache. */
    @Override
    public void loaded(final ThreadState ts, final PyModule linecache) {
        Calls.call3(ts, PyObjects.getAttr(ts, linecache, "_register_code"), command, interp.command(), "<string>");
    }

    private int command() {
        firstOnPath("");
        if (!ScriptFile.isPlain(options.subject())) {
            System.err.println("Unable to decode the command from the command line:");
        }
        final Object source = Str.concat(Str.ofUtf16(dedented(options.subject())), "\n");
        interp.setCommand(source);
        final Object importlib = interp.modules.getStr("_frozen_importlib");
        main.dict().putStr("__loader__", PyObjects.getAttr(ts, importlib, "BuiltinImporter"));
        command = compiled(source, "<string>");
        interp.part(LibraryHooks.class).set("linecache", this);
        CodeFunctions.run(ts, command, main.dict(), main.dict());
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

    /** {@code _Py_abspath} of CPython's fileutils.c: no normalisation but of "." and a leading "./". */
    static String absolute(final String name) {
        if (name.isEmpty() || name.equals(".")) {
            return currentFolder();
        }
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
        } catch (final FileSystemException e) {
            return cannotOpen(name, "Not a directory".equals(e.getReason()) ? "[Errno 20] Not a directory"
                    : "[Errno 13] Permission denied");
        } catch (final IOException e) {
            return cannotOpen(name, "[Errno 13] Permission denied");
        }
        final boolean isCompiled = name.endsWith(".pyc");
        if (options.skipFirstLine()) {
            source = withoutFirstLine(source);
        }
        main.dict().putStr("__file__", Str.ofUtf16(name));
        main.dict().putStr("__cached__", PyNone.NONE);
        final Object external = interp.modules.getStr("_frozen_importlib_external");
        if (external != null) {
            main.dict().putStr("__loader__", Calls.call2(ts, PyObjects.getAttr(ts, external,
                    isCompiled ? "SourcelessFileLoader" : "SourceFileLoader"), "__main__", Str.ofUtf16(name)));
        }
        if (isCompiled) {
            CodeFunctions.run(ts, loaded(source), main.dict(), main.dict());
        } else {
            execute(source, name);
        }
        return 0;
    }

    /** The code in a cache file: {@code run_pyc_file}. */
    private PyCode loaded(final byte[] content) {
        final Object external = interp.modules.getStr("_frozen_importlib_external");
        final byte[] magic = ((PyBytes) PyObjects.getAttr(ts, external, "MAGIC_NUMBER")).bytes();
        if (content.length >= magic.length && !Arrays.equals(magic, 0, magic.length, content, 0, magic.length)) {
            throw Errors.runtimeError("Bad magic number in .pyc file");
        }
        if (content.length < PYC_HEADER) {
            throw Errors.withArgs(ExceptionTypes.EOF_ERROR, "EOF read where not expected");
        }
        final Object marshal = Calls.call1(ts, interp.builtins().getStr("__import__"), "marshal");
        if (Calls.method1(ts, marshal, "loads", PyBytes.of(Arrays.copyOfRange(content, PYC_HEADER, content.length)))
                instanceof PyCode code) {
            return code;
        }
        throw Errors.runtimeError("Bad code object in .pyc file");
    }

    private int cannotOpen(final String name, final String reason) {
        System.err.println(configuration.executable() + ": can't open file " + PyObjects.reprJava(ts, Str.ofUtf16(name))
                + ": " + reason);
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
        return Arrays.copyOfRange(source, at, source.length);
    }

    private int standardInput() {
        firstOnPath("");
        if (prompt.isAsked()) {
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
        final boolean first = !interactive && options.action() == Options.Action.STDIN;
        interactive = true;
        prompt.interact(main, first);
        return 0;
    }
}
