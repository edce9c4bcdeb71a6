package dev.adder.stdlib.ast;

import dev.adder.expose.PyModuleSpec;
import dev.adder.language.SyntaxException;
import dev.adder.language.WarningSink;
import dev.adder.language.ast.Mod;
import dev.adder.language.lower.Compiler;
import dev.adder.language.parser.Parser;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.TypeCreation;
import dev.adder.runtime.exceptions.SyntaxErrors;
import dev.adder.runtime.interp.PyCode;
import dev.adder.runtime.modules.CodeFunctions;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyGenericAlias;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.objects.PyStr;
import dev.adder.runtime.objects.PyInt;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The module {@code _ast}: an interpreter's own node classes, and the way between them and the compiler's trees. */
@PyModuleSpec("_ast")
public final class AstModule extends NativeModule implements CodeFunctions.AstBridge {
    private final Map<String, PyType> types = new HashMap<>();
    private final Map<String, Object> singletons = new HashMap<>();
    private final Map<String, String[]> fields = new HashMap<>();

    @Override
    public BuiltinTable table() {
        return new AstModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        ts.interp.setPart(AstModule.class, this);
        ts.interp.setPart(CodeFunctions.AstBridge.class, this);
        final PyDict d = module.dict();
        d.putStr("AST", PyAst.TYPE);
        d.putStr("PyCF_ALLOW_TOP_LEVEL_AWAIT", 0x2000L);
        d.putStr("PyCF_ONLY_AST", 0x400L);
        d.putStr("PyCF_TYPE_COMMENTS", 0x1000L);
        d.putStr("PyCF_OPTIMIZED_AST", 0x8400L);
        PyAst.TYPE.setOwn("_fields", PyTuple.EMPTY);
        PyAst.TYPE.setOwn("_attributes", PyTuple.EMPTY);
        PyAst.TYPE.setOwn("__match_args__", PyTuple.EMPTY);
        final List<AstSchema.Type> schema = AstSchema.types();
        for (final AstSchema.Type t : schema) {
            define(ts, t);
        }
        for (final AstSchema.Type t : schema) {
            for (final AstSchema.Constructor c : t.constructors()) {
                fieldTypes(ts, c);
            }
        }
        for (final Map.Entry<String, PyType> e : types.entrySet()) {
            d.putStr(e.getKey().intern(), e.getValue());
        }
    }

    private void define(final ThreadState ts, final AstSchema.Type t) {
        final boolean placed = AstSchema.isPlaced(t.name());
        if (!t.sum()) {
            type(ts, t.constructors().get(0), PyAst.TYPE, placed ? t.name() : null);
            return;
        }
        final PyType base = type(ts, new AstSchema.Constructor(t.name(), List.of(), t.doc()), PyAst.TYPE,
                placed ? t.name() : null);
        for (final AstSchema.Constructor c : t.constructors()) {
            final PyType made = type(ts, c, base, null);
            if (c.fields().isEmpty() && !placed) {
                singletons.put(c.name(), new PyAst(made));
            }
        }
    }

    private PyType type(final ThreadState ts, final AstSchema.Constructor c, final PyType base, final String placed) {
        final PyDict d = new PyDict();
        final String[] names = new String[c.fields().size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = c.fields().get(i).name().intern();
            if (c.fields().get(i).isOptional()) {
                d.putStr(names[i], PyNone.NONE);
            }
        }
        final PyTuple all = PyTuple.of((Object[]) names);
        d.putStr("_fields", all);
        d.putStr("__match_args__", all);
        d.putStr("__module__", "ast");
        d.putStr("__doc__", c.doc());
        if (base == PyAst.TYPE) {
            d.putStr("_attributes", placed == null ? PyTuple.EMPTY
                    : PyTuple.of("lineno", "col_offset", "end_lineno", "end_col_offset"));
            if (placed != null && AstSchema.isOpenEnd(placed)) {
                d.putStr("end_lineno", PyNone.NONE);
                d.putStr("end_col_offset", PyNone.NONE);
            }
        }
        final PyType made = TypeCreation.create(ts, PyType.TYPE, c.name(), PyTuple.of(base), d, new Object[0], null);
        types.put(c.name(), made);
        fields.put(c.name(), names);
        return made;
    }

    private void fieldTypes(final ThreadState ts, final AstSchema.Constructor c) {
        final PyDict d = new PyDict();
        for (final AstSchema.Field f : c.fields()) {
            final Object one = switch (f.type()) {
                case "identifier", "string" -> PyStr.TYPE;
                case "int" -> PyInt.TYPE;
                case "constant" -> PyType.OBJECT;
                default -> types.get(f.type());
            };
            d.putStr(f.name().intern(), f.isList() ? PyGenericAlias.of(PyList.TYPE, one)
                    : f.isOptional() ? PyNumber.or(ts, one, PyNone.NONE) : one);
        }
        final PyType t = types.get(c.name());
        t.setOwn("_field_types", d);
        t.setOwn("__annotations_cache__", d);
    }

    PyType type(final String name) {
        return types.get(name);
    }

    String[] fields(final String name) {
        return fields.get(name);
    }

    /** The one object of a type without fields. */
    Object singleton(final String name) {
        return singletons.get(name);
    }

    // ---- compile ----

    @Override
    public boolean isAst(final ThreadState ts, final Object source) {
        return source instanceof PyAst || PyObjects.isInstance(ts, source, PyAst.TYPE);
    }

    @Override
    public Object compile(final ThreadState ts, final Object ast, final String filename, final Parser.Mode mode,
            final int flags, final int optimize) {
        final Mod mod = toMod(ts, ast, mode);
        try {
            return new PyCode(Compiler.compile(mod, filename, flags, optimize,
                    SyntaxErrors.warningSink(ts, filename)));
        } catch (final SyntaxException e) {
            throw SyntaxErrors.toPython(ts, e);
        }
    }

    private Mod toMod(final ThreadState ts, final Object ast, final Parser.Mode mode) {
        final String wanted = switch (mode) {
            case EXEC -> "Module";
            case EVAL -> "Expression";
            case SINGLE -> "Interactive";
            case FUNC_TYPE -> "FunctionType";
        };
        if (!PyObjects.isInstance(ts, ast, types.get(wanted))) {
            throw Errors.typeError("expected " + wanted + " node, got " + PyType.of(ast).name());
        }
        final Mod mod = new AstReader(ts, this).mod(ast);
        new AstValidator().check(mod);
        return mod;
    }

    @Override
    public Object parse(final ThreadState ts, final Object source, final String filename, final Parser.Mode mode,
            final int flags) {
        final WarningSink warnings = SyntaxErrors.warningSink(ts, filename);
        try {
            final Mod mod = source instanceof byte[] b ? Parser.parse(b, filename, mode, flags, warnings)
                    : Parser.parseText(source, filename, mode, flags, warnings);
            return new AstMaker(ts, this).node(mod);
        } catch (final SyntaxException e) {
            throw e.kind() == SyntaxException.Kind.UNICODE_ENCODE_ERROR ? SyntaxErrors.notEncodable(source, e)
                    : SyntaxErrors.toPython(ts, e);
        }
    }
}
