package dev.adder.jit;

import dev.adder.runtime.BuiltinDescriptor;
import dev.adder.runtime.BuiltinFunction;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.PyType;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.InlineCaches;
import dev.adder.runtime.objects.PyFloat;
import dev.adder.runtime.objects.PyInt;
import dev.adder.runtime.objects.PyStr;
import java.lang.constant.ClassDesc;

/**
 * Calls of built-in functions, methods and types that are known: straight to the table of their Java methods, whose class
 * HotSpot knows from the constant, without arrays of arguments.
 */
abstract class BuiltinCalls extends Members {
    private static final ClassDesc PY_OBJECTS = ClassDesc.of("dev.adder.runtime.ops.PyObjects");
    private static final ClassDesc PY_FLOAT = ClassDesc.of("dev.adder.runtime.objects.PyFloat");
    /** Arguments that a table takes without an array. */
    private static final int MOST_ARGUMENTS = 3;

    BuiltinCalls(final CodeState state, final Notes notes, final int entryPc, final boolean stress) {
        super(state, notes, entryPc, stress);
    }

    /** Gives whether it could be called so. */
    final boolean builtinFunction(final int pc, final BuiltinFunction f, final int dest, final int at, final int n) {
        // What is bound to an object may be its __next__, whose null says that there is no more.
        if (f.module == null || n > MOST_ARGUMENTS) {
            return false;
        }
        calling(pc);
        table(f.table(), f.id());
        if (f.self != null) {
            constant(f.self, OBJECT);
        } else {
            pushNull();
        }
        callTable(dest, at, n);
        return true;
    }

    private void table(final BuiltinTable table, final int id) {
        constant(table, TABLE);
        number(id);
        thread();
    }

    private void callTable(final int dest, final int at, final int n) {
        for (int i = 0; i < n; i++) {
            pushObject(code[at + i]);
        }
        if (c != null) {
            c.invokevirtual(TABLE, "call" + n, descriptor("ITO" + "O".repeat(n) + "O"));
        }
        setObject(dest);
    }

    /** A call of a method of a built-in type, the receiver of which is nearly always of it; gives whether it is one. */
    final boolean builtinMethod(final int pc, final int o, final int dest, final int ic, final int at, final int n) {
        if (n > MOST_ARGUMENTS || !(attributeCache(pc, o, ic) instanceof InlineCaches.ClassAttribute a)
                || !(a.value() instanceof BuiltinDescriptor d) || d.isClassMethod() || d.name.equals("__next__")
                || a.shape() == null && a.type() != PyStr.TYPE) {
            return false;
        }
        site(pc);
        pushObject(o);
        if (a.shape() == null) {
            call(SUPPORT, "isString", "OV");
        } else {
            constant(a.shape(), SHAPE);
            if (a.type().isHeapType()) {
                longNumber(a.version());
                call(SUPPORT, "hasShape", "OHJV");
            } else {
                call(SUPPORT, "hasBuiltinShape", "OHV");
            }
        }
        calling(pc);
        table(d.table(), d.id());
        pushObject(o);
        callTable(dest, at, n);
        return true;
    }

    /** A call of a built-in type; gives whether it could be called so. */
    final boolean builtinType(final int pc, final PyType t, final int dest, final int at, final int n) {
        if (t.isHeapType() || t == PyType.TYPE || n > 2) {
            return false;
        }
        if (n == 1 && t == PyFloat.TYPE) {
            toFloat(pc, code[at], dest);
            return true;
        }
        if (n == 1 && t == PyInt.TYPE && (type(code[at]).rep() == 'J' || type(code[at]).rep() == 'D')) {
            toInt(pc, code[at], dest);
            return true;
        }
        calling(pc);
        if (n == 1 && t == PyStr.TYPE) {
            thread();
            pushObject(code[at]);
            call(PY_OBJECTS, "str", "TOO");
        } else {
            thread();
            constant(t, TYPE);
            for (int i = 0; i < n; i++) {
                pushObject(code[at + i]);
            }
            call(TYPE_CALL, "make" + n, "TY" + "O".repeat(n) + "O");
        }
        setObject(dest);
        return true;
    }

    private void toFloat(final int pc, final int value, final int dest) {
        if (type(value).rep() == 'J' || type(value).rep() == 'D') {
            pushDouble(value);
        } else {
            calling(pc);
            thread();
            pushObject(value);
            call(PY_FLOAT, "fromObject", "TOD");
        }
        setDouble(dest);
    }

    private void toInt(final int pc, final int value, final int dest) {
        if (type(value).rep() == 'J') {
            pushLong(value);
        } else {
            site(pc);
            pushDouble(value);
            call(SUPPORT, "truncate", "DJ");
        }
        setLong(dest);
    }
}
