package dev.adder.runtime.interp;

import dev.adder.language.ir.Intrinsic;
import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyMemoryView;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;

/** The operations of the INTRINSIC instruction: CPython's Python/intrinsics.c. */
final class Intrinsics {
    private Intrinsics() {
    }

    static Object apply(final ThreadState ts, final Frame f, final int which, final Object[] args) {
        final Intrinsic row = Intrinsic.of(which);
        switch (row) {
            case PRINT_EXPR:
                printExpression(ts, args[0]);
                return PyNone.NONE;
            case IMPORT_STAR:
                importStar(ts, f, args[0]);
                return PyNone.NONE;
            case SETUP_ANNOTATIONS:
                setupAnnotations(ts, f);
                return PyNone.NONE;
            case PREP_RERAISE_STAR:
                return ExceptionGroups.prepareReraise(ts, args[0], args[1]);
            case RELEASE_VIEW:
                if (args[0] == PyBytes.TYPE && args[1] instanceof PyMemoryView view) {
                    view.releaseSlice();
                }
                return PyNone.NONE;
            case SET_FUNCTION_TYPE_PARAMS:
                ((PyFunction) args[0]).typeParams = (PyTuple) args[1];
                return args[0];
            default:
                return TypeParameters.make(ts, f, row, args);
        }
    }

    private static void printExpression(final ThreadState ts, final Object value) {
        final Object sys = ts.interp.modules.getStr("sys");
        final Object hook = sys == null ? null : PyObjects.lookupAttr(ts, sys, "displayhook");
        if (hook == null) {
            throw Errors.runtimeError("lost sys.displayhook");
        }
        Calls.call1(ts, hook, value);
    }

    private static void setupAnnotations(final ThreadState ts, final Frame f) {
        final Object locals = f.locals == null ? f.globals() : f.locals;
        if (Operations.mappingGet(ts, locals, "__annotations__") == null) {
            PyObjects.setItem(ts, locals, "__annotations__", new PyDict());
        }
    }

    /** {@code import_all_from}: the names of {@code __all__}, else those that do not start with an underscore. */
    private static void importStar(final ThreadState ts, final Frame f, final Object module) {
        final Object locals = f.locals == null ? f.globals() : f.locals;
        final Object all = PyObjects.lookupAttr(ts, module, "__all__");
        final boolean skipPrivate = all == null;
        final Object names;
        if (all != null) {
            names = all;
        } else {
            final Object dict = module instanceof PyModule m ? m.dict() : PyObjects.lookupAttr(ts, module, "__dict__");
            if (dict == null) {
                throw Errors.of(ExceptionTypes.IMPORT_ERROR, "from-import-* object has no __dict__ and no __all__");
            }
            names = Calls.method0(ts, dict, "keys");
        }
        for (final Object name : PyIter.toArray(ts, names)) {
            if (!PyObjects.isText(name)) {
                final Object moduleName = PyObjects.getAttr(ts, module, "__name__");
                throw Errors.typeError(skipPrivate
                        ? "Key in " + PyObjects.strJava(ts, moduleName) + ".__dict__ must be str, not "
                                + PyType.of(name).name()
                        : "Item in " + PyObjects.strJava(ts, moduleName) + ".__all__ must be str, not "
                                + PyType.of(name).name());
            }
            final String key = Str.nameKey(PyObjects.textOf(name));
            if (skipPrivate && key.startsWith("_")) {
                continue;
            }
            final Object value = PyObjects.getAttr(ts, module, key);
            if (locals instanceof PyDict d && d.isPlain()) {
                d.putStr(key.intern(), value);
            } else {
                PyObjects.setItem(ts, locals, name, value);
            }
        }
    }
}
