package dev.adder.stdlib.compiler;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.expose.Text;
import dev.adder.language.SyntaxException;
import dev.adder.language.ast.Mod;
import dev.adder.language.parser.Parser;
import dev.adder.language.scope.Scopes;
import dev.adder.language.text.Str;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.SyntaxErrors;
import dev.adder.runtime.modules.CodeFunctions;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.ops.PyObjects;

/** The module {@code _symtable}. */
@PyModuleSpec("_symtable")
public final class SymtableModule extends NativeModule {
    private static final Object[] CONSTANTS = {"USE", 16L, "DEF_GLOBAL", 1L, "DEF_NONLOCAL", 8L, "DEF_LOCAL", 2L,
        "DEF_PARAM", 4L, "DEF_TYPE_PARAM", 1024L, "DEF_FREE_CLASS", 64L, "DEF_IMPORT", 128L, "DEF_BOUND", 134L,
        "DEF_ANNOT", 256L, "DEF_COMP_ITER", 512L, "DEF_COMP_CELL", 2048L, "TYPE_FUNCTION", 0L, "TYPE_CLASS", 1L,
        "TYPE_MODULE", 2L, "TYPE_ANNOTATION", 3L, "TYPE_TYPE_ALIAS", 4L, "TYPE_TYPE_PARAMETERS", 5L,
        "TYPE_TYPE_VARIABLE", 6L, "LOCAL", 1L, "GLOBAL_EXPLICIT", 2L, "GLOBAL_IMPLICIT", 3L, "FREE", 4L, "CELL", 5L,
        "SCOPE_OFF", 12L, "SCOPE_MASK", 15L};

    @Override
    public BuiltinTable table() {
        return new SymtableModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        for (int i = 0; i < CONSTANTS.length; i += 2) {
            module.dict().putStr((String) CONSTANTS[i], CONSTANTS[i + 1]);
        }
    }

    @PyFunction("symtable($module, source, filename, startstr, /)")
    Object symtable(final ThreadState ts, final Object source, final Object filename, @Text final Object start) {
        final Parser.Mode mode = switch (Str.toJava(start)) {
            case "exec" -> Parser.Mode.EXEC;
            case "eval" -> Parser.Mode.EVAL;
            case "single" -> Parser.Mode.SINGLE;
            default -> throw Errors.valueError("symtable() arg 3 must be 'exec' or 'eval' or 'single'");
        };
        final String file = CodeFunctions.filename(ts, filename);
        try {
            final Mod mod;
            if (source instanceof PyBytes b) {
                mod = Parser.parse(b.bytes(), file, mode, 0, SyntaxErrors.warningSink(ts, file));
            } else if (PyObjects.isText(source)) {
                mod = Parser.parseText(PyObjects.textOf(source), file, mode, 0, SyntaxErrors.warningSink(ts, file));
            } else {
                throw Errors.typeError("symtable() arg 1 must be a string or bytes, not " + PyType.of(source).name());
            }
            return new SymtableEntry(Scopes.of(mod, file, false, false).top());
        } catch (final SyntaxException e) {
            throw SyntaxErrors.toPython(ts, e);
        }
    }
}
