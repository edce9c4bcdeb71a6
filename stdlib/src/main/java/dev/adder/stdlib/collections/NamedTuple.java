package dev.adder.stdlib.collections;

import dev.adder.language.ir.Code;
import dev.adder.language.ir.Op;
import dev.adder.language.ir.Opcodes;
import dev.adder.runtime.BuiltinFunction;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.TypeCreation;
import dev.adder.runtime.interp.Cell;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.PyCode;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.interp.StandIn;
import dev.adder.runtime.objects.PyClassMethod;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.stdlib.Reliance;

/**
 * {@code collections.namedtuple}: the class and its functions are those that the function makes, of the codes in it. The
 * names of the fields are a string, or a list or tuple of strings, all of ASCII; what is wrong with them is for the
 * function itself to say.
 */
final class NamedTuple extends StandIn {
    private static final int TYPE_NAME = 0;
    private static final int FIELD_NAMES = 1;
    private static final int RENAME = 2;
    private static final int DEFAULTS = 3;
    private static final int MODULE = 4;
    private static final String[] OTHERS = {"_sys", "_iskeyword", "_tuplegetter"};
    private static final String[] BUILTINS = {"isinstance", "str", "list", "map", "type", "set", "tuple", "dict", "reversed",
        "zip", "len", "eval", "classmethod", "enumerate"};
    private static final String[] FUNCTIONS = {"_make", "_replace", "__repr__", "_asdict", "__getnewargs__"};

    private Reliance names;

    NamedTuple(final CodeState state) {
        super(state);
    }

    private boolean isUsual() {
        if (names == null) {
            names = new Reliance(state, new String[0], OTHERS, BUILTINS);
        }
        return names.holds() && state.globals.getStr("_tuplegetter") == TupleGetter.TYPE
                && state.globals.getStr("_iskeyword") instanceof BuiltinFunction f && f.name.equals("__contains__")
                && state.globals.getStr("_sys") instanceof PyModule sys && sys.isPlain()
                && isOfSys(sys, "intern") && isOfSys(sys, "_getframemodulename");
    }

    private static boolean isOfSys(final PyModule sys, final String name) {
        return sys.dict().getStr(name) instanceof BuiltinFunction f && f.name.equals(name) && "sys".equals(f.module);
    }

    @Override
    protected Object take(final ThreadState ts, final PyFunction f, final Object[] args) {
        if (!(args[TYPE_NAME] instanceof String given) || args[RENAME] != Boolean.FALSE || !isUsual()
                || ts.interp.auditHooks().areThere()) {
            return null;
        }
        final PyTuple fields = FieldNames.of(args[FIELD_NAMES]);
        final PyTuple defaults = args[DEFAULTS] instanceof PyTuple t && t.type() == PyTuple.TYPE ? t : null;
        if (fields == null || defaults == null && args[DEFAULTS] != PyNone.NONE
                || defaults != null && defaults.size() > fields.size() || !FieldNames.isName(given)
                || isAnyKeyword(ts, given, fields)) {
            return null;
        }
        final String name = given.intern();
        final String parameters = FieldNames.parameters(fields);
        final PyFunction make = newMethod(ts, name, parameters);
        if (defaults != null) {
            make.setDefaults(defaults);
        }
        final PyDict body = new PyDict();
        body.putStr("__doc__", name + "(" + parameters + ")");
        body.putStr("__slots__", PyTuple.EMPTY);
        body.putStr("_fields", fields);
        body.putStr("_field_defaults", defaultsOf(fields, defaults));
        body.putStr("__new__", make);
        addMethods(ts, name, fields, body);
        body.putStr("__match_args__", fields);
        for (int i = 0; i < fields.size(); i++) {
            body.putStr((String) fields.get(i), new TupleGetter(i, ("Alias for field number " + i).intern()));
        }
        final PyType made = TypeCreation.create(ts, PyType.TYPE, name, PyTuple.of(PyTuple.TYPE), body, Calls.NO_ARGS, null);
        final Object module = args[MODULE] == PyNone.NONE ? callersModule(ts) : args[MODULE];
        PyObjects.setAttr(ts, made, "__module__", module);
        return made;
    }

    private Object callersModule(final ThreadState ts) {
        final PyModule sys = (PyModule) state.globals.getStr("_sys");
        final Object name = Calls.call0(ts, sys.dict().getStr("_getframemodulename"));
        return PyObjects.isTrue(ts, name) ? name : "__main__";
    }

    private boolean isAnyKeyword(final ThreadState ts, final String name, final PyTuple fields) {
        final Object isKeyword = state.globals.getStr("_iskeyword");
        boolean any = PyObjects.isTrue(ts, Calls.call1(ts, isKeyword, name));
        for (final Object field : fields.items()) {
            any |= PyObjects.isTrue(ts, Calls.call1(ts, isKeyword, field));
        }
        return any;
    }

    private static PyDict defaultsOf(final PyTuple fields, final PyTuple defaults) {
        final PyDict values = new PyDict();
        final int n = defaults == null ? 0 : defaults.size();
        for (int i = 0; i < n; i++) {
            values.putStr((String) fields.get(fields.size() - n + i), defaults.get(i));
        }
        return values;
    }

    // ---- its functions

    private PyFunction newMethod(final ThreadState ts, final String name, final String parameters) {
        final PyDict namespace = new PyDict();
        namespace.putStr("_tuple_new", PyObjects.getAttr(ts, PyTuple.TYPE, "__new__"));
        namespace.putStr("__builtins__", new PyDict());
        namespace.putStr("__name__", "namedtuple_" + name);
        final String text = "lambda _cls, " + parameters + ": _tuple_new(_cls, (" + parameters + "))";
        final PyFunction made = (PyFunction) Calls.call2(ts, state.builtins.getStr("eval"), text, namespace);
        made.name = "__new__";
        made.qualname = name + ".__new__";
        made.doc = "Create new instance of " + name + "(" + parameters + ")";
        return made;
    }

    private void addMethods(final ThreadState ts, final String name, final PyTuple fields, final PyDict body) {
        final Code code = state.code.ir();
        final Cell[] variables = variables(ts, code, fields);
        for (int pc = 0; pc < code.code.length; pc += Op.of(code.code[pc]).length(code.code, pc)) {
            if (code.code[pc] == Opcodes.MAKE_FUNCTION && isMethod(code, pc)) {
                addMethod(ts, name, pc, variables, body);
            }
        }
    }

    private boolean isMethod(final Code code, final int pc) {
        final String name = ((PyCode) state.code.constant(code.code[pc + 2] - code.constBase)).name;
        for (final String known : FUNCTIONS) {
            if (known.equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** The function that the instruction makes, as the class gets it. */
    private void addMethod(final ThreadState ts, final String name, final int pc, final Cell[] variables,
            final PyDict body) {
        final Code code = state.code.ir();
        final Cell[] closure = code.code[pc + 6] == 0 ? null : new Cell[code.code[pc + 6]];
        for (int i = 0; closure != null && i < closure.length; i++) {
            closure[i] = variables[code.code[pc + 7 + i] - code.cellBase];
        }
        final PyCode own = (PyCode) state.code.constant(code.code[pc + 2] - code.constBase);
        final PyFunction made = new PyFunction(CodeState.of(own, state.globals, state.builtins), closure, null, null);
        Object stored = made;
        switch (own.name) {
            case "_make" -> {
                stored = Calls.call1(ts, PyClassMethod.TYPE, made);
                made.doc = "Make a new " + name + " object from a sequence or iterable";
            }
            case "_replace" -> {
                made.doc = "Return a new " + name + " object replacing specified fields with new values";
                body.putStr("__replace__", made);
            }
            default -> {
            }
        }
        made.qualname = name + "." + own.name;
        body.putStr(own.name, stored);
    }

    /** The variables that the functions share, in the order of the code's cells. */
    private Cell[] variables(final ThreadState ts, final Code code, final PyTuple fields) {
        final Cell[] cells = new Cell[code.cellVars.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = new Cell(switch (code.cellVars[i]) {
                case "tuple_new" -> PyObjects.getAttr(ts, PyTuple.TYPE, "__new__");
                case "num_fields" -> (Object) (long) fields.size();
                case "field_names" -> fields;
                case "repr_fmt" -> FieldNames.format(fields);
                case "_dict" -> PyDict.TYPE;
                case "_tuple" -> PyTuple.TYPE;
                case "_len" -> state.builtins.getStr("len");
                case "_map" -> state.builtins.getStr("map");
                case "_zip" -> state.builtins.getStr("zip");
                default -> throw new IllegalStateException("variable of namedtuple: " + code.cellVars[i]);
            });
        }
        return cells;
    }
}
