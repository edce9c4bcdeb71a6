package dev.adder.jit;

import static dev.adder.language.ir.Opcodes.*;

import dev.adder.language.ir.Code;
import dev.adder.language.ir.analysis.Blocks.Block;
import dev.adder.runtime.BuiltinDescriptor;
import dev.adder.runtime.BuiltinFunction;
import dev.adder.runtime.PyType;
import dev.adder.runtime.TypeCall;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.InlineCaches;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyRange;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls: of what is known directly, of the rest through the runtime. */
abstract class Invocations extends Names {
    private static final AtomicInteger NUMBER_OF_UNIT = new AtomicInteger();
    private static final ClassDesc HANDLE = ConstantDescs.CD_MethodHandle;

    /** Representations of the parameters. */
    final String parameters;
    /** What calls of the function by itself may take its result to be. */
    char selfResult = 'O';
    final ClassDesc self;
    /** The static method that holds the code. Unique in the process: profilers tell units by it. */
    final String method;

    Invocations(final CodeState state, final Notes notes, final int entryPc, final boolean stress) {
        super(state, notes, entryPc, stress);
        final StringBuilder p = new StringBuilder();
        for (int i = 0; i < ir.parameterCount(); i++) {
            p.append(notes.parameter(i));
        }
        this.parameters = p.toString();
        final StringBuilder name = new StringBuilder("dev.adder.jit.py_");
        for (final char ch : ir.name.toCharArray()) {
            name.append(Character.isLetterOrDigit(ch) || ch == '_' ? ch : '_');
        }
        this.self = ClassDesc.of(name.toString());
        this.method = name.substring(name.lastIndexOf(".") + 1) + "_" + NUMBER_OF_UNIT.incrementAndGet();
    }

    final int callInstruction(final int pc, final int next, final Block b) {
        final int dest = code[pc + 1];
        final int callee = code[pc + 2];
        final int n = code[pc + 4];
        final Object known = isConstant(callee) || s[callee] == UNBOUND ? null : s[callee].value();
        if (known != null && !evidence.isBarred(pc)) {
            if (known == PyRange.TYPE && n >= 1 && n <= 3 && next < b.end && code[next] == GET_ITER
                    && code[next + 2] == dest && intArguments(pc + 5, n)) {
                range(pc, code[next + 1], n);
                return next + 4;
            }
            if (known instanceof BuiltinFunction f && "builtins".equals(f.module) && n == 1) {
                if (f.name.equals("len")) {
                    calling(pc);
                    thread();
                    pushObject(code[pc + 5]);
                    call(SUPPORT, "length", "TOJ");
                    setLong(dest);
                    return next;
                }
                if (f.name.equals("abs") && type(code[pc + 5]).rep() == 'D') {
                    pushDouble(code[pc + 5]);
                    call(MATH, "abs", "DD");
                    setDouble(dest);
                    return next;
                }
                if (f.name.equals("abs") && type(code[pc + 5]).rep() == 'C') {
                    if (comparesModulus(next, b, dest)) {
                        compareModulus(pc, next);
                        return next + 5;
                    }
                    site(pc);
                    pushPart(code[pc + 5], 0);
                    pushPart(code[pc + 5], 1);
                    call(SUPPORT, "modulus", "DDD");
                    setDouble(dest);
                    return next;
                }
                if (f.name.equals("abs") && type(code[pc + 5]).rep() == 'O') {
                    calling(pc);
                    thread();
                    pushObject(code[pc + 5]);
                    call(SUPPORT, "abs", "TOO");
                    setObject(dest);
                    return next;
                }
            }
            if (known instanceof PyFunction f && direct(pc, f, dest, -1, pc + 5, n)
                    || known instanceof PyType t && construct(pc, t, dest, pc + 5, n)) {
                return next;
            }
        }
        calling(pc);
        thread();
        pushObject(callee);
        arguments(pc + 4, "call", CALLS, "TO", 3);
        setObject(dest);
        return next;
    }

    /** Pushes the arguments and calls {@code name0..most}, or {@code name} with an array and no keywords. */
    private void arguments(final int at, final String name, final ClassDesc owner, final String before,
            final int most) {
        final int n = code[at];
        if (n <= most) {
            for (int i = 0; i < n; i++) {
                pushObject(code[at + 1 + i]);
            }
            call(owner, name + n, before + "O".repeat(n) + "O");
        } else {
            pushArray(at);
            if (owner == CALLS) {
                if (c != null) {
                    c.aconst_null();
                    c.invokestatic(owner, name, MethodTypeDesc.of(OBJECT, TS, OBJECT, OBJECTS,
                            ConstantDescs.CD_String.arrayType()));
                }
            } else {
                call(owner, name, before + "AO");
            }
        }
    }

    /** Whether what follows {@code abs(z)} compares it with a number and nothing else reads it. */
    private boolean comparesModulus(final int next, final Block b, final int dest) {
        return next < b.end && (code[next] == LT || code[next] == LE || code[next] == GT || code[next] == GE)
                && dest >= ir.tempBase && code[next + 2] == dest && code[next + 3] != dest
                && (code[next + 1] == dest || !live.after(next).get(dest))
                && (type(code[next + 3]).rep() == 'J' || type(code[next + 3]).rep() == 'D') && !evidence.isBarred(next);
    }

    /** The call and the comparison in one: mostly decided without the root. */
    private void compareModulus(final int pc, final int next) {
        site(pc);
        pushPart(code[pc + 5], 0);
        pushPart(code[pc + 5], 1);
        pushComparable(code[next + 3], type(code[next + 3]).rep());
        call(SUPPORT, switch (code[next]) {
            case LT -> "modulusLt";
            case LE -> "modulusLe";
            case GT -> "modulusGt";
            default -> "modulusGe";
        }, "DDDZ");
        setBoolean(code[next + 1]);
    }

    private boolean intArguments(final int at, final int n) {
        for (int i = 0; i < n; i++) {
            final char rep = type(code[at + i]).rep();
            if (rep != 'J' && (rep != 'O' || isConstant(code[at + i]))) {
                return false;
            }
        }
        return true;
    }

    private void range(final int pc, final int dest, final int n) {
        final int at = pc + 5;
        final long step = n < 3 ? 1 : isConstant(code[at + 2]) && template[code[at + 2]] instanceof Long k ? k : 0;
        if (step != 0 && Math.abs(step) <= Support.LARGEST_STEP && !evidence.isBarred(Notes.edge(pc, dest))) {
            countedRange(pc, dest, n, step);
            return;
        }
        site(pc);
        if (n == 1) {
            longNumber(0);
        } else {
            pushLong(code[at]);
        }
        store(dest, 0);
        if (n == 3) {
            pushLong(code[at + 2]);
        } else {
            longNumber(1);
        }
        store(dest, 1);
        if (c != null) {
            c.lload(local(dest, 'R', 0));
        }
        pushLong(code[n == 1 ? at : at + 1]);
        if (c != null) {
            c.lload(local(dest, 'R', 1));
        }
        call(SUPPORT, "rangeCount", "JJJJ");
        store(dest, 2);
        s[dest] = Ty.R;
    }

    private void countedRange(final int pc, final int dest, final int n, final long step) {
        site(pc, dest);
        if (n == 1) {
            number(0);
        } else {
            pushLong(code[pc + 5]);
            call(SUPPORT, "counted", "JI");
        }
        if (c != null) {
            c.istore(local(dest, 'I', 0));
        }
        pushLong(code[n == 1 ? pc + 5 : pc + 6]);
        call(SUPPORT, "counted", "JI");
        if (c != null) {
            c.istore(local(dest, 'I', 1));
        }
        s[dest] = Ty.counted(step);
    }

    private void store(final int dest, final int part) {
        if (c != null) {
            c.lstore(local(dest, 'R', part));
        }
    }

    /** A call of a class whose instances a Python {@code __init__} fills: made here, then filled. */
    private boolean construct(final int pc, final PyType t, final int dest, final int at, final int n) {
        final long version = t.version();
        final PyFunction init = TypeCall.plainInit(t);
        if (init == null || n > 2) {
            return false;
        }
        final CodeState target = init.state;
        final Code ir = target.code.ir;
        if (ir.argCount != n + 1 || ir.parameterCount() != n + 1 || ir.isGeneratorLike()) {
            return false;
        }
        final Unit compiled = evidence.unit(target);
        final Unit unit = compiled != null && compiled.result == 'O' && fits(compiled.parameters, at, n) ? compiled : null;
        calling(pc);
        constant(t, TYPE);
        longNumber(version);
        constant(init, FUNCTION);
        state(target);
        call(SUPPORT, "instance", "YJPSO");
        if (c != null) {
            c.astore(scratchLocal);
        }
        if (unit != null) {
            constant(unit.run, HANDLE);
            thread();
            constant(init, FUNCTION);
        } else {
            constant(init, FUNCTION);
            thread();
        }
        if (c != null) {
            c.aload(scratchLocal);
        }
        for (int i = 0; i < n; i++) {
            switch (unit == null ? 'O' : unit.parameters.charAt(i + 1)) {
                case 'J' -> pushLong(code[at + i]);
                case 'D' -> pushDouble(code[at + i]);
                default -> pushObject(code[at + i]);
            }
        }
        if (c != null) {
            if (unit != null) {
                c.invokevirtual(HANDLE, "invokeExact", descriptor("TP" + unit.parameters + "O"));
            } else {
                c.invokevirtual(FUNCTION, "call" + (n + 1), descriptor("T" + "O".repeat(n + 1) + "O"));
            }
            c.aload(scratchLocal);
        }
        call(SUPPORT, "made", "OOO");
        setObject(dest);
        return true;
    }

    /** Whether a constructor's unit takes an object and then these arguments, and gives an object. */
    private boolean fits(final String wants, final int at, final int n) {
        if (wants.charAt(0) != 'O') {
            return false;
        }
        for (int i = 0; i < n; i++) {
            final char want = wants.charAt(i + 1);
            if (want != 'O' && want != type(code[at + i]).rep()) {
                return false;
            }
        }
        return true;
    }

    /** A call of a compiled function with unboxed arguments, if it can be made so. */
    private boolean direct(final int pc, final PyFunction f, final int dest, final int receiver, final int at,
            final int n) {
        final CodeState target = f.state;
        final Code t = target.code.ir;
        final int total = n + (receiver >= 0 ? 1 : 0);
        if (t.argCount != total || t.parameterCount() != total || t.isGeneratorLike()) {
            return false;
        }
        final boolean own = target == state && !osr;
        final Unit unit = evidence.unit(target);
        if (!own && unit == null) {
            return false;
        }
        final String wants = own ? parameters : unit.parameters;
        for (int i = 0; i < total; i++) {
            final int reg = receiver >= 0 ? i == 0 ? receiver : code[at + i - 1] : code[at + i];
            final char have = type(reg).rep();
            final char want = wants.charAt(i);
            if (want != 'O' && want != have && (have != 'O' || isConstant(reg))) {
                return false;
            }
        }
        calling(pc);
        if (!own) {
            constant(unit.run, HANDLE);
        }
        thread();
        constant(f, FUNCTION);
        for (int i = 0; i < total; i++) {
            final int reg = receiver >= 0 ? i == 0 ? receiver : code[at + i - 1] : code[at + i];
            switch (wants.charAt(i)) {
                case 'J' -> pushLong(reg);
                case 'D' -> pushDouble(reg);
                default -> pushObject(reg);
            }
        }
        final char gives = own ? selfResult : unit.result;
        final MethodTypeDesc d = descriptor("TP" + wants + gives);
        if (c != null) {
            if (own) {
                c.invokestatic(self, method, d);
            } else {
                c.invokevirtual(HANDLE, "invokeExact", d);
            }
        }
        switch (gives) {
            case 'J' -> setLong(dest);
            case 'D' -> setDouble(dest);
            default -> setObject(dest);
        }
        return true;
    }

    final void callMethod(final int pc) {
        final int o = code[pc + 2];
        final int n = code[pc + 5];
        if (attributeCache(pc, o, code[pc + 4]) instanceof InlineCaches.ClassAttribute a && a.shape() != null) {
            if (a.value() instanceof PyFunction f && method(pc, a, f, o, n)) {
                return;
            }
            if (a.shape() == PyList.TYPE.rootShape() && n == 1 && a.value() instanceof BuiltinDescriptor d
                    && d.owner == PyList.TYPE && d.name.equals("append")) {
                append(pc, o, code[pc + 6]);
                return;
            }
        }
        calling(pc);
        thread();
        pushObject(o);
        state(state);
        number(code[pc + 3]);
        number(code[pc + 4]);
        arguments(pc + 5, "callMethod", OPERATIONS, "TOSII", 2);
        setObject(code[pc + 1]);
    }

    private void append(final int pc, final int list, final int value) {
        site(pc);
        thread();
        pushObject(list);
        pushObject(value);
        call(SUPPORT, "append", "TOOO");
        setObject(code[pc + 1]);
    }

    private boolean method(final int pc, final InlineCaches.ClassAttribute a, final PyFunction f, final int o,
            final int n) {
        if (evidence.unit(f.state) == null && f.state != state) {
            return false;
        }
        site(pc);
        pushObject(o);
        constant(a.shape(), SHAPE);
        longNumber(a.version());
        constant(f, FUNCTION);
        state(f.state);
        call(SUPPORT, "isMethod", "OHJPSV");
        return direct(pc, f, code[pc + 1], o, pc + 6, n);
    }

    final void callLoaded(final int pc) {
        calling(pc);
        thread();
        pushObject(code[pc + 2]);
        pushObject(code[pc + 3]);
        arguments(pc + 5, "callLoaded", OPERATIONS, "TOO", 2);
        setObject(code[pc + 1]);
    }
}
