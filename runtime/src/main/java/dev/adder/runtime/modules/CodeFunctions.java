package dev.adder.runtime.modules;

import dev.adder.language.SyntaxException;
import dev.adder.language.WarningSink;
import dev.adder.language.ast.Mod;
import dev.adder.language.ir.Code;
import dev.adder.language.lower.Compiler;
import dev.adder.language.parser.Parser;
import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.SyntaxErrors;
import dev.adder.runtime.interp.Cell;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.Frame;
import dev.adder.runtime.interp.FrameLocals;
import dev.adder.runtime.interp.Interpreter;
import dev.adder.runtime.interp.PyCode;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.posix.FsText;

/** Compiling and running code: {@code compile}, {@code eval}, {@code exec}, and what runs a module. */
public final class CodeFunctions {
    private static final int ONLY_AST = 0x400;
    private static final int FUTURE_MASK = Code.CO_FUTURE_DIVISION | Code.CO_FUTURE_ABSOLUTE_IMPORT
            | Code.CO_FUTURE_WITH_STATEMENT | Code.CO_FUTURE_PRINT_FUNCTION | Code.CO_FUTURE_UNICODE_LITERALS
            | Code.CO_FUTURE_BARRY_AS_BDFL | Code.CO_FUTURE_GENERATOR_STOP | Code.CO_FUTURE_ANNOTATIONS;
    private static final int KNOWN_FLAGS = FUTURE_MASK | ONLY_AST | 0x10 | 0x8 | 0x100 | 0x200 | 0x800 | 0x1000 | 0x2000
            | 0x4000 | 0x8000;

    private CodeFunctions() {
    }

    /** Source bytes or text to a code object; SyntaxError and SyntaxWarnings as CPython. */
    public static PyCode compileSource(final ThreadState ts, final Object source, final String filename,
            final Parser.Mode mode, final int flags, final int optimize) {
        if (ts.interp.auditHooks().areThere()) {
            ts.interp.auditHooks().raise(ts, "compile", PyBytes.of(source instanceof byte[] b ? b : FsText.encode(source)),
                    Str.ofUtf16(filename));
        }
        final Library library = ts.interp.part(Library.class);
        final PyCode known = library == null ? null : library.text(source, mode, flags, filename, optimize);
        if (known != null) {
            return known;
        }
        final WarningSink warnings = SyntaxErrors.warningSink(ts, filename);
        ts.enterCall(" during compilation");
        try {
            final Mod mod = source instanceof byte[] b ? Parser.parse(b, filename, mode, flags, warnings)
                    : Parser.parseText(source, filename, mode, flags, warnings);
            return new PyCode(Compiler.compile(mod, filename, flags, optimize, warnings));
        } catch (final SyntaxException e) {
            throw e.kind() == SyntaxException.Kind.UNICODE_ENCODE_ERROR ? SyntaxErrors.notEncodable(source, e)
                    : SyntaxErrors.toPython(ts, e);
        } finally {
            ts.leaveCall();
        }
    }

    static Object compile(final ThreadState ts, final Object source, final Object filename, final Object mode,
            final int flags, final boolean dontInherit, final int optimize) {
        if (!PyObjects.isText(mode)) {
            throw Errors.typeError("compile() argument 'mode' must be str, not " + PyType.of(mode).name());
        }
        final String file = filename(ts, filename);
        int all = flags;
        if ((flags & ~KNOWN_FLAGS) != 0) {
            throw Errors.valueError("compile(): unrecognised flags");
        }
        if (optimize < -1 || optimize > 2) {
            throw Errors.valueError("compile(): invalid optimize value");
        }
        if (!dontInherit && ts.currentFrame() != null) {
            all |= ts.currentFrame().ir().flags & FUTURE_MASK;
        }
        final Parser.Mode m = switch (Str.toJava(PyObjects.textOf(mode))) {
            case "exec" -> Parser.Mode.EXEC;
            case "eval" -> Parser.Mode.EVAL;
            case "single" -> Parser.Mode.SINGLE;
            case "func_type" -> {
                if ((flags & ONLY_AST) == 0) {
                    throw Errors.valueError("compile() mode 'func_type' requires flag PyCF_ONLY_AST");
                }
                yield Parser.Mode.FUNC_TYPE;
            }
            default -> throw Errors.valueError((flags & ONLY_AST) != 0
                    ? "compile() mode must be 'exec', 'eval', 'single' or 'func_type'"
                    : "compile() mode must be 'exec', 'eval' or 'single'");
        };
        if ((all & ONLY_AST) != 0 && ts.interp.part(AstBridge.class) == null) {
            ts.interp.importModule(ts, "_ast");
        }
        final AstBridge ast = ts.interp.part(AstBridge.class);
        if (ast != null && ast.isAst(ts, source)) {
            return (all & ONLY_AST) != 0 ? source : ast.compile(ts, source, file, m, all, level(ts, optimize));
        }
        final Object text = sourceText(source, "compile");
        if ((all & ONLY_AST) != 0) {
            if (ast == null) {
                throw Errors.notImplemented("compile() to an AST needs the _ast module, which is missing");
            }
            return ast.parse(ts, text, file, m, all);
        }
        return compileSource(ts, text, file, m, all, level(ts, optimize));
    }

    /** How {@code compile} reaches the AST objects of the {@code _ast} module. */
    public interface AstBridge {
        boolean isAst(ThreadState ts, Object source);

        Object compile(ThreadState ts, Object ast, String filename, Parser.Mode mode, int flags, int optimize);

        Object parse(ThreadState ts, Object source, String filename, Parser.Mode mode, int flags);
    }

    private static int level(final ThreadState ts, final int optimize) {
        return optimize >= 0 ? optimize : ts.interp.optimize();
    }

    /** A str, bytes or path-like object as a file name ({@code PyUnicode_FSDecoder}). */
    public static String filename(final ThreadState ts, final Object o) {
        if (PyObjects.isText(o)) {
            return Str.toJava(PyObjects.textOf(o));
        }
        if (o instanceof dev.adder.runtime.objects.PyBytes b) {
            return new String(b.bytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
        final Object path = dev.adder.runtime.Special.call0(ts, o, "__fspath__");
        if (path == null) {
            throw Errors.typeError("expected str, bytes or os.PathLike object, not " + PyType.of(o).name());
        }
        return filename(ts, path);
    }

    private static Object sourceText(final Object source, final String function) {
        if (PyObjects.isText(source)) {
            return PyObjects.textOf(source);
        }
        final byte[] bytes = BytesLike.bytesOrNull(source);
        if (bytes != null) {
            return bytes;
        }
        throw Errors.typeError(function + "() arg 1 must be a string, bytes or "
                + (function.equals("compile") ? "AST" : "code") + " object");
    }

    static Object eval(final ThreadState ts, final Object source, final Object globals, final Object locals) {
        final Object[] spaces = namespaces(ts, "eval", globals, locals);
        final PyCode code;
        if (source instanceof PyCode c) {
            if (c.ir().freeVars.length > 0) {
                throw Errors.typeError("code object passed to eval() may not contain free variables");
            }
            code = c;
        } else {
            Object text = sourceText(source, "eval");
            if (!(text instanceof byte[])) {
                int i = 0;
                final int n = Str.length(text);
                while (i < n && (Str.codePointAt(text, i) == ' ' || Str.codePointAt(text, i) == '\t')) {
                    i++;
                }
                text = Str.slice(text, i, n);
            }
            code = compileSource(ts, text, "<string>", Parser.Mode.EVAL, inherited(ts), ts.interp.optimize());
        }
        return run(ts, code, (PyDict) spaces[0], spaces[1]);
    }

    static void exec(final ThreadState ts, final Object source, final Object globals, final Object locals,
            final Object closure) {
        final Object[] spaces = namespaces(ts, "exec", globals, locals);
        if (!(source instanceof PyCode code)) {
            if (closure != PyNone.NONE) {
                throw Errors.typeError("closure can only be used when source is a code object");
            }
            run(ts, compileSource(ts, sourceText(source, "exec"), "<string>", Parser.Mode.EXEC, inherited(ts),
                    ts.interp.optimize()), (PyDict) spaces[0], spaces[1]);
            return;
        }
        final int free = code.ir().freeVars.length;
        if (free == 0) {
            if (closure != PyNone.NONE) {
                throw Errors.typeError("cannot use a closure with this code object");
            }
            run(ts, code, (PyDict) spaces[0], spaces[1]);
            return;
        }
        if (!(closure instanceof PyTuple t) || t.size() != free) {
            throw Errors.typeError("code object requires a closure of exactly length " + free);
        }
        final Cell[] cells = new Cell[free];
        for (int i = 0; i < free; i++) {
            if (!(t.items()[i] instanceof Cell c)) {
                throw Errors.typeError("code object requires a closure of exactly length " + free);
            }
            cells[i] = c;
        }
        final PyDict g = (PyDict) spaces[0];
        final CodeState state = CodeState.of(code, g, builtinsOf(ts, g));
        Interpreter.enter(ts, new Frame(state, new PyFunction(state, cells, null, null), spaces[1]));
    }

    private static int inherited(final ThreadState ts) {
        return ts.currentFrame() == null ? 0 : ts.currentFrame().ir().flags & FUTURE_MASK;
    }

    private static Object[] namespaces(final ThreadState ts, final String function, final Object globals,
            final Object locals) {
        if (globals == PyNone.NONE) {
            final Frame f = ts.currentFrame();
            if (f == null) {
                throw Errors.systemError("globals and locals cannot be NULL");
            }
            return new Object[] {f.globals(), locals == PyNone.NONE ? FrameLocals.locals(ts, f) : locals};
        }
        if (!(globals instanceof PyDict g)) {
            throw Errors.typeError(function.equals("eval") && PyType.of(globals).lookup("__getitem__") != null
                    ? "globals must be a real dict; try eval(code, {}, mapping)"
                    : function.equals("eval") ? "globals must be a dict"
                            : "exec() globals must be a dict, not " + PyType.of(globals).name());
        }
        if (locals != PyNone.NONE && PyType.of(locals).lookup("__getitem__") == null) {
            throw Errors.typeError(function.equals("eval") ? "locals must be a mapping"
                    : "locals must be a mapping or None, not " + PyType.of(locals).name());
        }
        if (g.getStr("__builtins__") == null) {
            g.putStr("__builtins__", ts.interp.modules.getStr("builtins"));
        }
        return new Object[] {g, locals == PyNone.NONE ? g : locals};
    }

    /** The builtins that code with these globals sees: their {@code __builtins__}, a module or a dict. */
    public static PyDict builtinsOf(final ThreadState ts, final PyDict globals) {
        final Object b = globals.getStr("__builtins__");
        if (b instanceof dev.adder.runtime.objects.PyModule m) {
            return m.dict();
        }
        return b instanceof PyDict d ? d : b == null ? ts.interp.builtins() : new PyDict();
    }

    /** Runs module, class-like or eval code with these namespaces. */
    public static Object run(final ThreadState ts, final PyCode code, final PyDict globals, final Object locals) {
        ts.interp.auditHooks().raise(ts, "exec", code);
        final CodeState state = CodeState.of(code, globals, builtinsOf(ts, globals));
        final Frame f = new Frame(state, null, locals);
        if (code.ir().isGeneratorLike()) {
            return Calls.call0(ts, new PyFunction(state, null, null, null));
        }
        return Interpreter.enter(ts, f);
    }
}
