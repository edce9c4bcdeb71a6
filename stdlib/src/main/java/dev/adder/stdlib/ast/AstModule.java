package dev.adder.stdlib.ast;

import dev.adder.expose.PyModuleSpec;
import dev.adder.language.SyntaxException;
import dev.adder.language.WarningSink;
import dev.adder.language.ast.Mod;
import dev.adder.language.lower.Compiler;
import dev.adder.language.parser.Parser;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.LateAttribute;
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
import java.util.Map;

/** The module {@code _ast}: an interpreter's own node classes, and the way between them and the compiler's trees. */
@PyModuleSpec("_ast")
public final class AstModule extends NativeModule implements CodeFunctions.AstBridge {
    private static final PyTuple PLACE = PyTuple.of("lineno", "col_offset", "end_lineno", "end_col_offset");

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
        String sum = null;
        PyType base = PyAst.TYPE;
        for (final String[] row : AstSchema.ROWS) {
            if (row[0] == null) {
                base = PyAst.TYPE;
            } else if (!row[0].equals(sum)) {
                base = define(ts, d, new String[] {null, row[0]}, PyAst.TYPE, new Doc(row[0], null));
            }
            sum = row[0];
            final PyType type = define(ts, d, row, base, new Doc(null, row));
            if (row.length == AstSchema.FIELDS && !AstSchema.isPlaced(sum)) {
                singletons.put(row[1], new PyAst(type));
            }
        }
    }

    private PyType define(final ThreadState ts, final PyDict module, final String[] row, final PyType base,
            final Doc doc) {
        final PyDict d = new PyDict();
        final String name = row[1];
        final String[] names = new String[(row.length - AstSchema.FIELDS) / 2];
        for (int i = 0; i < names.length; i++) {
            names[i] = row[AstSchema.FIELDS + 2 * i + 1];
        }
        final PyTuple all = names.length == 0 ? PyTuple.EMPTY : PyTuple.of((Object[]) names);
        d.putStr("_fields", all);
        d.putStr("__match_args__", all);
        d.putStr("__module__", "ast");
        d.putStr("__doc__", doc);
        for (int i = 0; i < names.length; i++) {
            if (AstSchema.isOptional(row[AstSchema.FIELDS + 2 * i])) {
                d.putStr(names[i], PyNone.NONE);
            }
        }
        if (base == PyAst.TYPE) {
            final boolean placed = AstSchema.isPlaced(name);
            d.putStr("_attributes", placed ? PLACE : PyTuple.EMPTY);
            if (placed && AstSchema.isOpenEnd(name)) {
                d.putStr("end_lineno", PyNone.NONE);
                d.putStr("end_col_offset", PyNone.NONE);
            }
        }
        final PyType made = TypeCreation.plain(ts, name, base, d);
        if (!doc.isOfSum()) {
            final FieldTypes fieldTypes = new FieldTypes(row);
            d.putStr("_field_types", fieldTypes);
            d.putStr("__annotations_cache__", fieldTypes);
        }
        types.put(name, made);
        fields.put(name, names);
        module.putStr(name, made);
        return made;
    }

    /** A class's docstring, or a sum's. */
    private static final class Doc extends LateAttribute {
        private final String sum;
        private final String[] row;

        Doc(final String sum, final String[] row) {
            this.sum = sum;
            this.row = row;
        }

        boolean isOfSum() {
            return sum != null;
        }

        @Override
        protected Object make(final ThreadState ts) {
            return sum != null ? AstSchema.sumDoc(sum) : AstSchema.doc(row);
        }
    }

    /** A class's {@code _field_types}, which are its annotations, too. */
    private final class FieldTypes extends LateAttribute {
        private final String[] row;

        FieldTypes(final String[] row) {
            this.row = row;
        }

        @Override
        protected Object make(final ThreadState ts) {
            final PyDict d = new PyDict();
            for (int i = AstSchema.FIELDS; i < row.length; i += 2) {
                final String plain = AstSchema.plain(row[i]);
                final Object one = switch (plain) {
                    case "identifier", "string" -> PyStr.TYPE;
                    case "int" -> PyInt.TYPE;
                    case "constant" -> PyType.OBJECT;
                    default -> types.get(plain);
                };
                d.putStr(row[i + 1], AstSchema.isList(row[i]) ? PyGenericAlias.of(PyList.TYPE, one)
                        : AstSchema.isOptional(row[i]) ? PyNumber.or(ts, one, PyNone.NONE) : one);
            }
            return d;
        }
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
