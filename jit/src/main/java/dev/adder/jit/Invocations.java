package dev.adder.jit;

import static dev.adder.language.ir.Opcodes.*;

import dev.adder.language.ir.analysis.Blocks.Block;
import dev.adder.runtime.BuiltinDescriptor;
import dev.adder.runtime.BuiltinFunction;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.InlineCaches;
import dev.adder.runtime.interp.PyBoundMethod;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyRange;
import dev.adder.runtime.ops.PyObjects;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/** Calls: of what is known directly, of the rest through the runtime. */
abstract class Invocations extends BuiltinCalls {
    Invocations(final CodeState state, final Notes notes, final int entryPc, final boolean stress) {
        super(state, notes, entryPc, stress);
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
                if (f.name.equals("len") && type(code[pc + 5]).isObject()) {
                    site(pc);
                    pushObject(code[pc + 5]);
                    call(SUPPORT, "builtinLength", "OJ");
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
            if (known instanceof BuiltinFunction f && "builtins".equals(f.module) && n >= 2
                    && (f.name.equals("min") || f.name.equals("max")) && extreme(f.name, dest, pc + 5, n)) {
                return next;
            }
            final int how = known instanceof PyFunction f ? function(pc, evidence.function(f), dest, NO_RECEIVER, pc + 5, n)
                    : known instanceof PyType t && init(t) != null
                            ? construct(pc, t, init(t), dest, positional(init(t), MADE, true, pc + 5, n)) : NOT_INLINED;
            if (how != NOT_INLINED) {
                return how == ENDED ? -1 : next;
            }
            if (known instanceof BuiltinFunction f && builtinFunction(pc, f, dest, pc + 5, n)
                    || known instanceof PyType t && builtinType(pc, t, dest, pc + 5, n)) {
                return next;
            }
        }
        if (known == null && !isConstant(callee) && type(callee).isObject() && !evidence.isBarred(pc)
                && evidence.caches[code[pc + 3]] instanceof InlineCaches.Callees several) {
            final int how = ofCodes(pc, several, callee, dest, n);
            if (how != NOT_INLINED) {
                return how == ENDED ? -1 : next;
            }
        }
        if (known == null && !isConstant(callee) && !evidence.isBarred(pc)
                && evidence.caches[code[pc + 3]] instanceof PyFunction f) {
            final int how = ofCode(pc, evidence.state(f), callee, dest, n);
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

    /** {@code min} or {@code max} of ints or of floats; gives whether they are. */
    private boolean extreme(final String name, final int dest, final int at, final int n) {
        final char rep = type(code[at]).rep();
        for (int i = 0; i < n; i++) {
            if (rep != 'J' && rep != 'D' || type(code[at + i]).rep() != rep) {
                return false;
            }
        }
        for (int i = 0; i < n; i++) {
            if (rep == 'J') {
                pushLong(code[at + i]);
            } else {
                pushDouble(code[at + i]);
            }
            if (i > 0) {
                call(rep == 'J' ? MATH : COMPARISONS, name, rep == 'J' ? "JJJ" : "DDD");
            }
        }
        if (rep == 'J') {
            setLong(dest);
        } else {
            setDouble(dest);
        }
        return true;
    }

    /** CALL_KW and CALL_LOADED_KW of what is known; as {@link Inlining#inline}. */
    final int callNamed(final int pc) {
        final boolean loaded = code[pc] == CALL_LOADED_KW;
        final int callee = code[pc + 2];
        if (evidence.isBarred(pc) || isConstant(callee) || !s[callee].isObject() || s[callee] == UNBOUND) {
            return NOT_INLINED;
        }
        final int at = loaded ? pc + 6 : pc + 5;
        final String[] names = ir.keywordNames[code[at - 2]];
        final int dest = code[pc + 1];
        if (s[callee].value() instanceof PyFunction known) {
            final Callee f = evidence.function(known);
            return function(pc, f, dest, named(f, loaded ? code[pc + 3] : NO_RECEIVER, loaded, at + 1, code[at], names));
        }
        if (!loaded && s[callee].value() instanceof PyType t && init(t) != null) {
            return construct(pc, t, init(t), dest, named(init(t), MADE, true, at + 1, code[at], names));
        }
        return NOT_INLINED;
    }

    /** A call of what was a function of this code when it was called last. */
    private int ofCode(final int pc, final CodeState target, final int register, final int dest, final int n) {
        final Callee f = new Callee(null, register, target, null);
        if (positional(f, NO_RECEIVER, false, pc + 5, n) == null || isOwn(f) || !mayInline(pc, f)
                && evidence.unit(target) == null) {
            return NOT_INLINED;
        }
        site(pc);
        pushObject(register);
        state(target);
        call(SUPPORT, "isOfCode", "OSV");
        return function(pc, f, dest, NO_RECEIVER, pc + 5, n);
    }

    /** A call of what has been a function of these codes: each is inlined or called directly. */
    private int ofCodes(final int pc, final InlineCaches.Callees several, final int register, final int dest,
            final int n) {
        if (several.areTooMany()) {
            return NOT_INLINED;
        }
        final Callee[] callees = new Callee[several.codes().length];
        for (int i = 0; i < callees.length; i++) {
            final Callee f = new Callee(null, register, several.codes()[i], null);
            if (!isCallable(pc, f, positional(f, NO_RECEIVER, false, pc + 5, n), n <= 3)) {
                return NOT_INLINED;
            }
            callees[i] = f;
        }
        return chain(pc, dest, callees.length, (i, last) -> isCode(callees[i], last), i -> {
            final int how = function(pc, callees[i], dest, NO_RECEIVER, pc + 5, n);
            if (how == NOT_INLINED) {
                plain(pc, callees[i], dest, positional(callees[i], NO_RECEIVER, false, pc + 5, n));
                return INLINED;
            }
            return how;
        }) ? INLINED : ENDED;
    }

    /** Tests for the callee's code: as {@link Members.Testing}. */
    private Label isCode(final Callee f, final boolean last) {
        pushObject(f.register());
        state(f.state());
        if (last) {
            call(SUPPORT, "isOfCode", "OSV");
            return null;
        }
        final Label miss = label();
        call(SUPPORT, "isFunctionOf", "OSZ");
        if (c != null) {
            c.ifeq(miss);
        }
        return miss;
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

    /** Gives whether control comes back. */
    final boolean callMethod(final int pc) {
        final int o = code[pc + 2];
        final int n = code[pc + 5];
        final int how = methods(pc, o, n);
        if (how != NOT_INLINED) {
            return how != ENDED;
        }
        final Object cache = attributeCache(pc, o, code[pc + 4]);
        if (cache instanceof InlineCaches.ModuleAttribute a) {
            final int called = ofModule(pc, a, o, n);
            if (called != NOT_INLINED) {
                return called != ENDED;
            }
        }
        if (cache instanceof InlineCaches.TypeAttribute a) {
            final int called = ofClass(pc, a, o, n);
            if (called != NOT_INLINED) {
                return called != ENDED;
            }
        }
        if (cache instanceof InlineCaches.ClassAttribute a
                && a.shape() == PyList.TYPE.rootShape() && n == 1 && a.value() instanceof BuiltinDescriptor d
                && isListAppend(d)) {
            append(pc, o, code[pc + 6]);
            return true;
        }
        if (builtinMethod(pc, o, code[pc + 1], code[pc + 4], pc + 6, n)) {
            return true;
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

    /** A call of a function, built-in or not, or class through its module, if it is as it was when called last. */
    private int ofModule(final int pc, final InlineCaches.ModuleAttribute a, final int o, final int n) {
        final Object value = evidence.value(a.cell());
        final int[] arguments;
        if (value instanceof PyFunction f) {
            arguments = positional(evidence.function(f), NO_RECEIVER, false, pc + 6, n);
            if (arguments == null || !isDirect(pc, evidence.function(f))) {
                return NOT_INLINED;
            }
        } else if (value instanceof PyType t && init(t) != null) {
            arguments = positional(init(t), MADE, true, pc + 6, n);
            if (arguments == null || !isDirect(pc, init(t))) {
                return NOT_INLINED;
            }
        } else if (value instanceof BuiltinFunction f && isCallable(f, n)) {
            arguments = null;
        } else {
            return NOT_INLINED;
        }
        site(pc);
        pushObject(o);
        constant(a.module(), OBJECT);
        constant(a.cell(), CELL);
        constant(value, OBJECT);
        call(SUPPORT, "isOfModule", "OOCOV");
        if (value instanceof PyFunction f) {
            isCode(f);
            return function(pc, evidence.function(f), code[pc + 1], arguments);
        }
        if (value instanceof BuiltinFunction f) {
            builtinFunction(pc, f, code[pc + 1], pc + 6, n);
            return INLINED;
        }
        return construct(pc, (PyType) value, init((PyType) value), code[pc + 1], arguments);
    }

    /** A call of a function or class method through its class, or of {@code object.__setattr__}. */
    private int ofClass(final int pc, final InlineCaches.TypeAttribute a, final int o, final int n) {
        final PyBoundMethod method = a.value() instanceof PyBoundMethod m ? m : null;
        if ((method != null ? method.function : a.value()) instanceof PyFunction f) {
            final int[] arguments = method == null ? positional(evidence.function(f), NO_RECEIVER, false, pc + 6, n)
                    : positional(evidence.function(f), o, true, pc + 6, n);
            if (arguments == null || !isDirect(pc, evidence.function(f))) {
                return NOT_INLINED;
            }
            site(pc);
            isClass(o, a);
            isCode(f);
            return function(pc, evidence.function(f), code[pc + 1], arguments);
        }
        if (!(a.value() instanceof BuiltinDescriptor d) || d.owner != PyType.OBJECT || !d.name.equals("__setattr__") || n != 3
                || !isConstant(code[pc + 7]) || !PyObjects.isText(template[code[pc + 7]])) {
            return NOT_INLINED;
        }
        site(pc);
        isClass(o, a);
        calling(pc);
        thread();
        pushObject(code[pc + 6]);
        pushObject(code[pc + 8]);
        constant(new OwnStore(d, template[code[pc + 7]]), OWN_STORE);
        call(OWN_STORE, "store", "TOOWV");
        constant(PyNone.NONE, OBJECT);
        setObject(code[pc + 1]);
        return INLINED;
    }

    /** Whether a function can be inlined, or called without boxing. */
    private boolean isDirect(final int pc, final Callee f) {
        return mayInline(pc, f) || evidence.unit(f.state()) != null || isOwn(f);
    }

    /** CALL_LOADED of what {@link #loadBuiltin} found; gives whether it could be called so. */
    private boolean loadedBuiltin(final int pc, final BuiltinDescriptor d) {
        final int self = code[pc + 3];
        final int n = code[pc + 5];
        if (isListAppend(d) && n == 1) {
            append(pc, self, code[pc + 6]);
            return true;
        }
        if (!canCall(d.table(), n)) {
            return false;
        }
        site(pc);
        isOf(self, d.owner, d.owner.rootShape());
        descriptor(pc, d, self, code[pc + 1], pc + 6, n);
        return true;
    }

    private static boolean isListAppend(final BuiltinDescriptor d) {
        return d.owner == PyList.TYPE && d.name.equals("append");
    }

    private void append(final int pc, final int list, final int value) {
        appendTo(pc, list, value, "append");
        constant(PyNone.NONE, OBJECT);
        setObject(code[pc + 1]);
    }

    /** Gives whether control comes back. */
    final boolean callLoaded(final int pc) {
        final int m = code[pc + 2];
        if (!isConstant(m) && s[m].isObject() && s[m].value() instanceof PyFunction f && !evidence.isBarred(pc)) {
            final int how = function(pc, evidence.function(f), code[pc + 1], code[pc + 3], pc + 6, code[pc + 5]);
            if (how != NOT_INLINED) {
                return how != ENDED;
            }
        }
        if (!isConstant(m) && s[m].isObject() && s[m].value() instanceof BuiltinDescriptor d && !evidence.isBarred(pc)
                && loadedBuiltin(pc, d)) {
            return true;
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
