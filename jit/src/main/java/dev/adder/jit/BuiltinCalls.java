package dev.adder.jit;

import dev.adder.runtime.BuiltinDescriptor;
import dev.adder.runtime.BuiltinFunction;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.PyType;
import dev.adder.runtime.Shape;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.InlineCaches;
import dev.adder.runtime.objects.PyFloat;
import dev.adder.runtime.objects.PyInt;
import dev.adder.runtime.objects.PyStr;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/**
 * Calls of built-in functions, methods and types that are known: straight to the static methods of their generated tables,
 * mostly without arrays of arguments.
 */
abstract class BuiltinCalls extends Members {
    private static final ClassDesc PY_OBJECTS = ClassDesc.of("dev.adder.runtime.ops.PyObjects");
    private static final ClassDesc PY_FLOAT = ClassDesc.of("dev.adder.runtime.objects.PyFloat");
    /** Arguments that a table takes without an array. */
    private static final int MOST_ARGUMENTS = 3;

    BuiltinCalls(final CodeState state, final Notes notes, final int entryPc, final boolean stress) {
        super(state, notes, entryPc, stress);
    }

    /** What is bound to an object may be its __next__, whose null says that there is no more. */
    static boolean isCallable(final BuiltinFunction f, final int n) {
        return f.module != null && canCall(f.table(), n);
    }

    /** Gives whether it could be called so. */
    final boolean builtinFunction(final int pc, final BuiltinFunction f, final int dest, final int at, final int n) {
        if (!isCallable(f, n)) {
            return false;
        }
        calling(pc);
        table(f.table(), f.id());
        if (f.self != null) {
            constant(f.self, OBJECT);
        } else {
            pushNull();
        }
        callTable(f.table(), f.id(), dest, at, n);
        return true;
    }

    /** Whether the table's class has static methods, which the unit's class loader finds. */
    private static boolean isOpen(final BuiltinTable table, final int id) {
        return table.arities(id) >= 0 && table.getClass().getClassLoader() == BuiltinCalls.class.getClassLoader();
    }

    static boolean canCall(final BuiltinTable table, final int n) {
        return n <= MOST_ARGUMENTS || isOpen(table, 0);
    }

    /** Pushes what comes before the receiver. */
    private void table(final BuiltinTable table, final int id) {
        if (!isOpen(table, id)) {
            constant(table, TABLE);
            number(id);
        }
        thread();
    }

    private void callTable(final BuiltinTable table, final int id, final int dest, final int at, final int n) {
        final boolean open = isOpen(table, id);
        final boolean parses = open && (n > MOST_ARGUMENTS || (table.arities(id) >> n & 1) == 0);
        if (parses) {
            pushArray(at - 1);
            pushNull();
        } else {
            for (int i = 0; i < n; i++) {
                pushObject(code[at + i]);
            }
        }
        if (c != null && open) {
            c.invokestatic(ClassDesc.of(table.getClass().getName()), (parses ? "parse" : "to") + id, parses
                    ? MethodTypeDesc.of(OBJECT, TS, OBJECT, OBJECTS, ConstantDescs.CD_String.arrayType())
                    : descriptor("TO" + "O".repeat(n) + "O"));
        } else if (c != null) {
            c.invokevirtual(TABLE, "call" + n, descriptor("ITO" + "O".repeat(n) + "O"));
        }
        setObject(dest);
    }

    /** A call of a method of a built-in type, the receiver of which is nearly always of it; gives whether it is one. */
    final boolean builtinMethod(final int pc, final int o, final int dest, final int ic, final int at, final int n) {
        if (!(attributeCache(pc, o, ic) instanceof InlineCaches.ClassAttribute a)
                || !(a.value() instanceof BuiltinDescriptor d) || !isMethod(a, d) || !canCall(d.table(), n)) {
            return false;
        }
        site(pc);
        if (!a.type().isHeapType()) {
            isOf(o, a.type(), a.shape());
        } else if (c != null) {
            hasShape(o, a.shape(), a.version(), regions.failure());
        }
        descriptor(pc, d, o, dest, at, n);
        return true;
    }

    private static boolean isMethod(final InlineCaches.ClassAttribute a, final BuiltinDescriptor d) {
        return !d.isClassMethod() && !d.name.equals("__next__") && (a.shape() != null || a.type() == PyStr.TYPE);
    }

    /** Guards that an object is of a built-in type, and of the shape. */
    final void isOf(final int o, final PyType type, final Shape shape) {
        pushObject(o);
        if (type == PyStr.TYPE) {
            call(SUPPORT, "isString", "OV");
        } else {
            constant(shape, SHAPE);
            call(SUPPORT, "hasBuiltinShape", "OHV");
        }
    }

    /** A call of a method whose receiver has been tested. */
    final void descriptor(final int pc, final BuiltinDescriptor d, final int self, final int dest, final int at,
            final int n) {
        calling(pc);
        table(d.table(), d.id());
        pushObject(self);
        callTable(d.table(), d.id(), dest, at, n);
    }

    /** LOAD_METHOD of a method of a built-in type; gives whether it is one. */
    final boolean loadBuiltin(final int pc) {
        final int o = code[pc + 3];
        if (!(attributeCache(pc, o, code[pc + 5]) instanceof InlineCaches.ClassAttribute a)
                || !(a.value() instanceof BuiltinDescriptor d) || !isMethod(a, d) || a.type() != d.owner
                || a.shape() != null && a.shape() != d.owner.rootShape()) {
            return false;
        }
        site(pc);
        isOf(o, d.owner, d.owner.rootShape());
        pushObject(o);
        setObject(code[pc + 2]);
        constant(d, OBJECT);
        setObject(code[pc + 1], Ty.known(d));
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
