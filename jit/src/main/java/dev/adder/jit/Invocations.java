package dev.adder.jit;

import static dev.adder.language.ir.Opcodes.*;

import dev.adder.language.ir.analysis.Blocks.Block;
import dev.adder.runtime.BuiltinDescriptor;
import dev.adder.runtime.BuiltinFunction;
import dev.adder.runtime.PyType;
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
abstract class Invocations extends Inlining {
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
            final int how = known instanceof PyFunction f ? function(pc, f, dest, NO_RECEIVER, pc + 5, n)
                    : known instanceof PyType t ? construct(pc, t, dest, pc + 5, n) : NOT_INLINED;
            if (how != NOT_INLINED) {
                return how == ENDED ? -1 : next;
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

    private static final int NO_RECEIVER = -1;

    /** A call of a known function, inlined or direct, if it can be made so: as {@link #inline} says. */
    private int function(final int pc, final PyFunction f, final int dest, final int receiver, final int at,
            final int n) {
        final int[] arguments = positional(f, receiver, receiver != NO_RECEIVER, at, n);
        if (arguments == null) {
            return NOT_INLINED;
        }
        if (!mayInline(pc, f) && evidence.unit(evidence.state(f)) == null && !isOwn(f)) {
            return NOT_INLINED;
        }
        guardDefaults(pc, f, arguments);
        final int how = inline(pc, f, dest, arguments, null);
        return how != NOT_INLINED ? how : direct(pc, f, dest, arguments, null) ? INLINED : NOT_INLINED;
    }

    /** A call of a class whose instances a Python {@code __init__} fills: made here, then filled. */
    private int construct(final int pc, final PyType t, final int dest, final int at, final int n) {
        evidence.version(t);
        final PyFunction init = evidence.plainInit(t);
        final int[] arguments = init == null ? null : positional(init, MADE, true, at, n);
        if (arguments == null) {
            return NOT_INLINED;
        }
        guardDefaults(pc, init, arguments);
        final int how = inline(pc, init, dest, arguments, t);
        if (how != NOT_INLINED) {
            return how;
        }
        if (!direct(pc, init, dest, arguments, t)) {
            if (arguments.length > 3) {
                return NOT_INLINED;
            }
            interpreted(pc, init, dest, arguments, t);
        }
        return INLINED;
    }

    private void guardDefaults(final int pc, final PyFunction f, final int[] arguments) {
        if (arguments.length > 0 && arguments[arguments.length - 1] <= DEFAULTS) {
            site(pc);
            constant(f, FUNCTION);
            constant(evidence.function(f).defaults(), OBJECT);
            call(SUPPORT, "hasDefaults", "POV");
        }
    }

    /** A constructor whose {@code __init__} is not compiled. */
    private void interpreted(final int pc, final PyFunction init, final int dest, final int[] arguments,
            final PyType making) {
        calling(pc);
        instance(making, init);
        keepMade();
        constant(init, FUNCTION);
        thread();
        for (final int argument : arguments) {
            pushArgument(init, argument, 'O');
        }
        if (c != null) {
            c.invokevirtual(FUNCTION, "call" + arguments.length, descriptor("T" + "O".repeat(arguments.length) + "O"));
        }
        giveMade(dest);
    }

    private void keepMade() {
        if (c != null) {
            c.astore(scratchLocal);
        }
    }

    private void giveMade(final int dest) {
        if (c != null) {
            c.aload(scratchLocal);
        }
        call(SUPPORT, "made", "OOO");
        setObject(dest);
    }

    private void pushArgument(final PyFunction f, final int argument, final char want) {
        if (argument == MADE) {
            if (c != null) {
                c.aload(scratchLocal);
            }
        } else if (argument <= DEFAULTS) {
            final Object value = defaultOf(f, argument);
            switch (want) {
                case 'J' -> longNumber((Long) value);
                case 'D' -> {
                    if (c != null) {
                        c.loadConstant((Double) value);
                    }
                }
                default -> constant(value, OBJECT);
            }
        } else {
            switch (want) {
                case 'J' -> pushLong(argument);
                case 'D' -> pushDouble(argument);
                default -> pushObject(argument);
            }
        }
    }

    /** Whether an argument can be passed as a unit wants it; an object may be guarded to be so where nothing is made. */
    private boolean fits(final PyFunction f, final int argument, final char want, final boolean guards) {
        if (want == 'O') {
            return true;
        }
        if (argument < 0) {
            return argument <= DEFAULTS && typeOfValue(defaultOf(f, argument)).rep() == want;
        }
        final char have = type(argument).rep();
        return want == have || guards && have == 'O' && !isConstant(argument);
    }

    /** Whether the function is the one that this unit is made of. */
    private boolean isOwn(final PyFunction f) {
        return evidence.state(f) == state && active.caller == null && !osr;
    }

    /** A call of a compiled function with unboxed arguments, if it can be made so. */
    private boolean direct(final int pc, final PyFunction f, final int dest, final int[] arguments,
            final PyType making) {
        final CodeState target = evidence.state(f);
        final boolean own = isOwn(f);
        final Unit unit = evidence.unit(target);
        if (!own && unit == null || making != null && (own || unit.result != 'O')) {
            return false;
        }
        final String wants = own ? parameters : unit.parameters;
        for (int i = 0; i < arguments.length; i++) {
            if (!fits(f, arguments[i], wants.charAt(i), making == null)) {
                return false;
            }
        }
        calling(pc);
        if (making != null) {
            instance(making, f);
            keepMade();
        }
        if (!own) {
            constant(unit.run, HANDLE);
        }
        thread();
        constant(f, FUNCTION);
        for (int i = 0; i < arguments.length; i++) {
            pushArgument(f, arguments[i], wants.charAt(i));
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
        if (making != null) {
            giveMade(dest);
            return true;
        }
        switch (gives) {
            case 'J' -> setLong(dest);
            case 'D' -> setDouble(dest);
            default -> setObject(dest);
        }
        return true;
    }

    /** Gives whether control comes back. */
    final boolean callMethod(final int pc) {
        final int o = code[pc + 2];
        final int n = code[pc + 5];
        if (attributeCache(pc, o, code[pc + 4]) instanceof InlineCaches.ClassAttribute a && a.shape() != null) {
            if (a.value() instanceof PyFunction f) {
                final int how = method(pc, a, f, o, n);
                if (how != NOT_INLINED) {
                    return how != ENDED;
                }
            }
            if (a.shape() == PyList.TYPE.rootShape() && n == 1 && a.value() instanceof BuiltinDescriptor d
                    && d.owner == PyList.TYPE && d.name.equals("append")) {
                append(pc, o, code[pc + 6]);
                return true;
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
        return true;
    }

    private void append(final int pc, final int list, final int value) {
        site(pc);
        thread();
        pushObject(list);
        pushObject(value);
        call(SUPPORT, "append", "TOOO");
        setObject(code[pc + 1]);
    }

    private int method(final int pc, final InlineCaches.ClassAttribute a, final PyFunction f, final int o,
            final int n) {
        final int[] arguments = positional(f, o, true, pc + 6, n);
        if (arguments == null || !mayInline(pc, f) && evidence.unit(evidence.state(f)) == null && !isOwn(f)) {
            return NOT_INLINED;
        }
        site(pc);
        pushObject(o);
        constant(a.shape(), SHAPE);
        longNumber(a.version());
        constant(f, FUNCTION);
        state(evidence.state(f));
        call(SUPPORT, "isMethod", "OHJPSV");
        return function(pc, f, code[pc + 1], o, pc + 6, n);
    }

    /** Gives whether control comes back. */
    final boolean callLoaded(final int pc) {
        final int m = code[pc + 2];
        if (!isConstant(m) && s[m].isObject() && s[m].value() instanceof PyFunction f && !evidence.isBarred(pc)) {
            final int how = function(pc, f, code[pc + 1], code[pc + 3], pc + 6, code[pc + 5]);
            if (how != NOT_INLINED) {
                return how != ENDED;
            }
        }
        calling(pc);
        thread();
        pushObject(m);
        pushObject(code[pc + 3]);
        arguments(pc + 5, "callLoaded", OPERATIONS, "TOO", 2);
        setObject(code[pc + 1]);
        return true;
    }
}
