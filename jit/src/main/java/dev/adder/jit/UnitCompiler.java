package dev.adder.jit;

import static dev.adder.language.ir.Opcodes.*;

import dev.adder.language.ir.Code;
import dev.adder.language.ir.Op;
import dev.adder.language.ir.analysis.Blocks.Block;
import dev.adder.runtime.BuiltinFunction;
import dev.adder.runtime.PyType;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.GlobalCell;
import dev.adder.runtime.interp.InlineCaches;
import dev.adder.runtime.interp.JitReason;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.objects.PyComplex;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.objects.PyRange;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Compiles one function, or what is reached from one loop's entry. */
final class UnitCompiler extends Instructions {
    private static final AtomicInteger NUMBER_OF_UNIT = new AtomicInteger();
    private static final Object UNIT_PLACE = new Object();
    private static final ClassDesc HANDLE = ConstantDescs.CD_MethodHandle;

    private final String parameters;
    private char selfResult = 'O';
    private final ClassDesc self;
    /** The static method that holds the code. Unique in the process: profilers tell units by it. */
    final String method;

    UnitCompiler(final CodeState state, final Notes notes, final int entryPc, final boolean stress) {
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

    // ---- the whole

    /** @param loopTypes kinds of the registers at the loop's entry; null for a function */
    Unit compile(final Ty[] loopTypes, final int limit) throws ReflectiveOperationException {
        final Ty[] entry = loopTypes != null ? loopTypes : functionTypes();
        framed = osr;
        analyse(entry);
        if (!osr) {
            final char first = returned == null ? 'O' : returned.rep();
            if (first == 'J' || first == 'D') {
                selfResult = first;
                framed = false;
                needsRegisters = false;
                analyse(entry);
                if (returned.rep() == first) {
                    result = first;
                } else {
                    selfResult = 'O';
                    analyse(entry);
                }
            }
        }
        build();
        forgetConstants();
        final byte[] bytes = build();
        final int size = size(bytes);
        if (size > limit) {
            throw new Refused(JitReason.TOO_LARGE, "too large: " + size + " bytes");
        }
        final MethodHandles.Lookup lookup = MethodHandles.lookup()
                .defineHiddenClassWithClassData(bytes, constants, true);
        final Unit unit = (Unit) lookup.lookupClass().getDeclaredConstructor().newInstance();
        for (int i = 0; i < constants.size(); i++) {
            if (constants.get(i) == UNIT_PLACE) {
                constants.set(i, unit);
            }
        }
        unit.state = state;
        unit.bytes = size;
        unit.entryPc = osr ? entryPc : -1;
        unit.sites = sites.toArray(new Site[0]);
        unit.objectSlots = slots(true);
        unit.primitiveSlots = slots(false);
        unit.parameters = parameters;
        unit.result = result;
        if (!osr) {
            final MethodTypeDesc d = runDescriptor();
            unit.run = lookup.findStatic(lookup.lookupClass(), method,
                    MethodType.fromMethodDescriptorString(d.descriptorString(), UnitCompiler.class.getClassLoader()));
        }
        return unit;
    }

    private int size(final byte[] bytes) {
        int most = 0;
        for (final var m : ClassFile.of().parse(bytes).methods()) {
            if (m.methodName().equalsString(method)) {
                most = m.findAttribute(java.lang.classfile.Attributes.code()).orElseThrow().codeLength();
            }
        }
        return most;
    }

    private Ty[] functionTypes() {
        final Ty[] t = new Ty[ir.frameSize];
        for (int reg = 0; reg < t.length; reg++) {
            t[reg] = isConstant(reg) ? Ty.X : reg < parameters.length() ? ofRep(parameters.charAt(reg))
                    : reg >= ir.freeBase && reg < ir.constBase ? Ty.O : UNBOUND;
        }
        return t;
    }

    static Ty ofRep(final char rep) {
        return switch (rep) {
            case 'J' -> Ty.J;
            case 'D' -> Ty.D;
            case 'Z' -> Ty.Z;
            case 'R' -> Ty.R;
            case 'L' -> Ty.L;
            case 'X' -> Ty.X;
            default -> Ty.O;
        };
    }

    /** The slots that an exit hands over, in order. */
    private int[] slots(final boolean objects) {
        return locals.keySet().stream().filter(k -> isObjectSlot(k) == objects).sorted().mapToInt(k -> k).toArray();
    }

    private MethodTypeDesc runDescriptor() {
        if (osr) {
            return descriptor("TFO");
        }
        return descriptor("TP" + parameters + result);
    }

    private byte[] build() {
        return ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
                java.lang.classfile.ClassHierarchyResolver.ofClassLoading(UnitCompiler.class.getClassLoader())))
                .build(self, cb -> {
                    cb.withSuperclass(UNIT);
                    cb.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL);
                    cb.with(SourceFileAttribute.of(sourceFile()));
                    cb.withMethodBody("<init>", ConstantDescs.MTD_void, ClassFile.ACC_PUBLIC, b -> {
                        b.aload(0);
                        b.invokespecial(UNIT, "<init>", ConstantDescs.MTD_void);
                        b.return_();
                    });
                    cb.withMethodBody(method, runDescriptor(), ClassFile.ACC_STATIC | ClassFile.ACC_PUBLIC, b -> {
                        c = b;
                        body();
                        c = null;
                    });
                    if (osr) {
                        cb.withMethodBody("loop", descriptor("TFO"), ClassFile.ACC_PUBLIC, b -> {
                            b.aload(1);
                            b.aload(2);
                            b.invokestatic(self, method, runDescriptor());
                            b.areturn();
                        });
                    } else {
                        bridges(cb);
                    }
                });
    }

    /** The name of Python's file without its folders, as Java's stacks show it. */
    private String sourceFile() {
        final String file = ir.filename;
        return file.substring(file.lastIndexOf('/') + 1);
    }

    // ---- entries

    private void bridges(final java.lang.classfile.ClassBuilder cb) {
        final int n = parameters.length();
        if (n <= 3) {
            cb.withMethodBody("call" + n, descriptor("TP" + "O".repeat(n) + "O"), ClassFile.ACC_PUBLIC,
                    b -> bridge(b, false));
        }
        cb.withMethodBody("callBound", descriptor("TPAO"), ClassFile.ACC_PUBLIC, b -> bridge(b, true));
    }

    private void bridge(final CodeBuilder b, final boolean array) {
        final Label missed = b.newLabel();
        final int n = parameters.length();
        for (int i = 0; i < n; i++) {
            if (parameters.charAt(i) != 'O') {
                argument(b, array, i);
                b.instanceOf(boxOf(parameters.charAt(i)));
                b.ifeq(missed);
            }
        }
        final Label start = b.newBoundLabel();
        b.aload(1);
        b.aload(2);
        for (int i = 0; i < n; i++) {
            argument(b, array, i);
            switch (parameters.charAt(i)) {
                case 'J' -> {
                    b.checkcast(ConstantDescs.CD_Long);
                    b.invokevirtual(ConstantDescs.CD_Long, "longValue", descriptor("J"));
                }
                case 'D' -> {
                    b.checkcast(ConstantDescs.CD_Double);
                    b.invokevirtual(ConstantDescs.CD_Double, "doubleValue", descriptor("D"));
                }
                default -> { }
            }
        }
        b.invokestatic(self, method, runDescriptor());
        if (result != 'O') {
            b.invokestatic(SUPPORT, "box", descriptor(result + "O"));
        }
        b.areturn();
        final Label end = b.newBoundLabel();
        if (result != 'O') {
            final Label handler = b.newBoundLabel();
            b.getfield(UNEXPECTED, "value", OBJECT);
            b.areturn();
            b.exceptionCatch(start, end, handler, UNEXPECTED);
        }
        b.labelBinding(missed);
        b.aload(0);
        b.aload(1);
        b.aload(2);
        if (array) {
            b.aload(3);
        } else {
            b.loadConstant(n);
            b.anewarray(OBJECT);
            for (int i = 0; i < n; i++) {
                b.dup();
                b.loadConstant(i);
                b.aload(3 + i);
                b.aastore();
            }
        }
        b.invokevirtual(UNIT, "miss", descriptor("TPAO"));
        b.areturn();
    }

    private static ClassDesc boxOf(final char rep) {
        return rep == 'J' ? ConstantDescs.CD_Long : ConstantDescs.CD_Double;
    }

    private static void argument(final CodeBuilder b, final boolean array, final int i) {
        if (array) {
            b.aload(3);
            b.loadConstant(i);
            b.aaload();
        } else {
            b.aload(3 + i);
        }
    }

    // ---- the body

    private void body() {
        sites.clear();
        c.lineNumber(Math.max(ir.firstLine, 1));
        int at = osr ? 2 : 2;
        final int[] arguments = new int[parameters.length()];
        if (!osr) {
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = at;
                at += parameters.charAt(i) == 'O' ? 1 : 2;
            }
        }
        siteLocal = at++;
        pollLocal = at++;
        frameLocal = osr ? 1 : at++;
        final int thrown = at++;
        if (nextLocal == 0) {
            nextLocal = at;
        }
        for (final Map.Entry<Integer, Integer> e : locals.entrySet()) {
            initialise(e.getKey(), e.getValue());
        }
        c.loadConstant(0);
        c.istore(siteLocal);
        c.loadConstant(1000);
        c.istore(pollLocal);
        if (osr) {
            loadRegisters();
        } else {
            takeArguments(arguments);
        }
        labels = new Label[blocks.list().size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = c.newLabel();
        }
        final Label start = c.newBoundLabel();
        final Block entry = blocks.at(entryPc);
        boolean first = true;
        for (final Block b : blocks.list()) {
            if (!reached(b)) {
                continue;
            }
            if (first && b != entry) {
                c.goto_(labels[entry.index]);
            }
            first = false;
            c.labelBinding(labels[b.index]);
            emitting = b.index;
            block(b);
        }
        final Label end = c.newBoundLabel();
        final Label handler = c.newBoundLabel();
        c.astore(thrown);
        c.aload(thrown);
        c.iload(siteLocal);
        c.aload(0);
        if (osr) {
            c.aload(1);
        } else {
            if (framed) {
                c.aload(frameLocal);
            } else {
                c.aconst_null();
            }
            c.aload(functionLocal);
        }
        pushUnit();
        handOver(slots(true), true);
        handOver(slots(false), false);
        if (osr) {
            call(EXITS, "loop", "XITFUALO");
        } else {
            call(EXITS, "function", "XITFPUALO");
        }
        if (result == 'J') {
            call(EXITS, "asLong", "OJ");
            c.lreturn();
        } else if (result == 'D') {
            call(EXITS, "asDouble", "OD");
            c.dreturn();
        } else {
            c.areturn();
        }
        c.exceptionCatchAll(start, end, handler);
    }

    @Override
    void pushUnit() {
        constant(UNIT_PLACE, UNIT);
    }

    private void initialise(final int slot, final int local) {
        switch (repOf(slot)) {
            case 'O' -> {
                c.aconst_null();
                c.astore(local);
            }
            case 'D' -> {
                c.dconst_0();
                c.dstore(local);
            }
            case 'Z' -> {
                c.iconst_0();
                c.istore(local);
            }
            case 'C' -> {
                c.dconst_0();
                c.dstore(local);
            }
            default -> {
                if (isObjectSlot(slot)) {
                    c.aconst_null();
                    c.astore(local);
                } else {
                    c.lconst_0();
                    c.lstore(local);
                }
            }
        }
    }

    private void takeArguments(final int[] arguments) {
        final Ty[] entry = in[blocks.at(entryPc).index];
        for (int i = 0; i < arguments.length; i++) {
            final char have = parameters.charAt(i);
            // A loop that begins the function may want as an object what came unboxed.
            final boolean box = have != 'O' && entry[i].isObject();
            switch (have) {
                case 'J' -> {
                    c.lload(arguments[i]);
                    if (!box) {
                        c.lstore(local(i, 'J', 0));
                    }
                }
                case 'D' -> {
                    c.dload(arguments[i]);
                    if (!box) {
                        c.dstore(local(i, 'D', 0));
                    }
                }
                default -> {
                    c.aload(arguments[i]);
                    c.astore(local(i, 'O', 0));
                }
            }
            if (box) {
                call(SUPPORT, "box", have + "O");
                c.astore(local(i, 'O', 0));
            }
        }
        for (int reg = ir.freeBase; reg < ir.constBase; reg++) {
            c.aload(functionLocal);
            c.loadConstant(reg - ir.freeBase);
            call(OPERATIONS, "fromClosure", "PIO");
            c.astore(local(reg, 'O', 0));
        }
        if (framed) {
            c.aload(0);
            c.aload(functionLocal);
            state(state);
            call(SUPPORT, "enter", "TPSF");
            c.astore(frameLocal);
            if (needsRegisters) {
                c.aload(frameLocal);
                c.invokevirtual(FRAME, "fillRegisters", descriptor("V"));
            }
        } else {
            c.aconst_null();
            c.astore(frameLocal);
        }
    }

    private void loadRegisters() {
        final Ty[] t = in[blocks.at(entryPc).index];
        for (int reg = 0; reg < t.length; reg++) {
            if (t[reg].rep() == 'X' || isConstant(reg)) {
                continue;
            }
            register(reg);
            switch (t[reg].rep()) {
                case 'O' -> c.astore(local(reg, 'O', 0));
                case 'J' -> {
                    call(SUPPORT, "asLong", "OJ");
                    c.lstore(local(reg, 'J', 0));
                }
                case 'D' -> {
                    call(SUPPORT, "asDouble", "OD");
                    c.dstore(local(reg, 'D', 0));
                }
                case 'Z' -> {
                    call(SUPPORT, "asBoolean", "OZ");
                    c.istore(local(reg, 'Z', 0));
                }
                case 'C' -> unpackComplex(reg);
                case 'R' -> {
                    call(SUPPORT, "rangeNext", "OJ");
                    c.lstore(local(reg, 'R', 0));
                    register(reg);
                    call(SUPPORT, "rangeStep", "OJ");
                    c.lstore(local(reg, 'R', 1));
                    register(reg);
                    call(SUPPORT, "rangeLeft", "OJ");
                    c.lstore(local(reg, 'R', 2));
                }
                default -> {
                    call(SUPPORT, "listOf", "OO");
                    c.astore(local(reg, 'L', 0));
                    register(reg);
                    call(SUPPORT, "listIndex", "OJ");
                    c.lstore(local(reg, 'L', 1));
                }
            }
        }
    }

    private void register(final int reg) {
        c.aload(1);
        c.getfield(FRAME, "regs", OBJECTS);
        c.loadConstant(reg);
        c.aaload();
    }

    private void handOver(final int[] slots, final boolean objects) {
        c.loadConstant(slots.length);
        if (objects) {
            c.anewarray(OBJECT);
        } else {
            c.newarray(java.lang.classfile.TypeKind.LONG);
        }
        for (int i = 0; i < slots.length; i++) {
            c.dup();
            c.loadConstant(i);
            final int local = locals.get(slots[i]);
            if (objects) {
                c.aload(local);
                c.aastore();
                continue;
            }
            switch (repOf(slots[i])) {
                case 'D', 'C' -> {
                    c.dload(local);
                    c.invokestatic(ConstantDescs.CD_Double, "doubleToRawLongBits", descriptor("DJ"));
                }
                case 'Z' -> {
                    c.iload(local);
                    c.i2l();
                }
                default -> c.lload(local);
            }
            c.lastore();
        }
    }

    // ---- instructions

    @Override
    int other(final int pc, final int next, final Block b) {
        switch (code[pc]) {
            case LOAD_GLOBAL -> loadGlobal(pc, code[pc + 1], code[pc + 2], code[pc + 3]);
            case STORE_GLOBAL -> {
                calling(pc);
                state(state);
                number(code[pc + 1]);
                pushObject(code[pc + 2]);
                number(code[pc + 3]);
                call(OPERATIONS, "storeGlobal", "SIOIV");
            }
            case LOAD_NAME -> {
                calling(pc);
                thread();
                frame();
                number(code[pc + 2]);
                number(code[pc + 3]);
                call(OPERATIONS, "loadName", "TFIIO");
                setObject(code[pc + 1]);
            }
            case STORE_NAME -> {
                calling(pc);
                thread();
                frame();
                number(code[pc + 1]);
                pushObject(code[pc + 2]);
                number(code[pc + 3]);
                call(OPERATIONS, "storeName", "TFIOIV");
            }
            case LOAD_ATTR -> {
                calling(pc);
                thread();
                pushObject(code[pc + 2]);
                state(state);
                number(code[pc + 3]);
                number(code[pc + 4]);
                call(OPERATIONS, "loadAttr", "TOSIIO");
                setObject(code[pc + 1]);
            }
            case STORE_ATTR -> {
                calling(pc);
                thread();
                pushObject(code[pc + 1]);
                state(state);
                number(code[pc + 2]);
                pushObject(code[pc + 3]);
                number(code[pc + 4]);
                call(OPERATIONS, "storeAttr", "TOSIOIV");
            }
            case LOAD_METHOD -> loadMethod(pc);
            case CALL -> {
                return callInstruction(pc, next, b);
            }
            case CALL_METHOD -> callMethod(pc);
            case CALL_LOADED -> callLoaded(pc);
            default -> {
                final Op op = Op.of(code[pc]);
                if (op.suspends()) {
                    throw new Refused(JitReason.GENERATOR, "it suspends");
                }
                if (op.mayBranch()) {
                    throw new Refused(JitReason.UNTRANSLATED, "no translation of " + op);
                }
                stepped(pc);
                if (op.endsBlock()) {
                    if (c != null) {
                        c.aconst_null();
                        c.athrow();
                    }
                    return -1;
                }
            }
        }
        return next;
    }

    private void frame() {
        if (c != null) {
            c.aload(frameLocal);
        }
    }

    private void loadGlobal(final int pc, final int dest, final int name, final int ic) {
        if (!(state.caches[ic] instanceof InlineCaches.Global g)) {
            globalByName(pc, dest, name, ic);
            return;
        }
        final Object value = g.global().get();
        if (value != null) {
            site(pc);
            if (isFixed(value) && !notes.isBarred(pc)) {
                constant(g.global(), CELL);
                if (value instanceof PyFunction f) {
                    constant(f, FUNCTION);
                    state(f.state);
                    call(SUPPORT, "isFunction", "CPSV");
                } else {
                    constant(value, OBJECT);
                    call(SUPPORT, "isGlobal", "COV");
                }
                constant(value, OBJECT);
                setObject(dest, Ty.known(value));
                return;
            }
            constant(g.global(), CELL);
            call(SUPPORT, "global", "CO");
            if (value instanceof Long && !notes.isBarred(pc)) {
                call(SUPPORT, "asLong", "OJ");
                setLong(dest);
            } else if (value instanceof Double && !notes.isBarred(pc)) {
                call(SUPPORT, "asDouble", "OD");
                setDouble(dest);
            } else {
                setObject(dest);
                if (value instanceof PyComplex && !notes.isBarred(pc)) {
                    needComplex(dest);
                }
            }
            return;
        }
        final Object builtin = g.builtin().get();
        if (builtin == null || notes.isBarred(pc)) {
            globalByName(pc, dest, name, ic);
            return;
        }
        site(pc);
        constant(g.global(), CELL);
        constant(g.builtin(), CELL);
        constant(builtin, OBJECT);
        call(SUPPORT, "isBuiltin", "CCOV");
        constant(builtin, OBJECT);
        setObject(dest, Ty.known(builtin));
    }

    private static boolean isFixed(final Object value) {
        return value instanceof PyFunction || value instanceof PyType || value instanceof BuiltinFunction
                || value instanceof PyModule;
    }

    private void globalByName(final int pc, final int dest, final int name, final int ic) {
        calling(pc);
        thread();
        state(state);
        number(name);
        number(ic);
        call(OPERATIONS, "loadGlobal", "TSIIO");
        setObject(dest);
    }

    private int callInstruction(final int pc, final int next, final Block b) {
        final int dest = code[pc + 1];
        final int callee = code[pc + 2];
        final int n = code[pc + 4];
        final Object known = isConstant(callee) || s[callee] == UNBOUND ? null : s[callee].value();
        if (known != null && !notes.isBarred(pc)) {
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
            if (known instanceof PyFunction f && direct(pc, f, dest, -1, pc + 5, n)) {
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
        site(pc);
        final int at = pc + 5;
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

    private void store(final int dest, final int part) {
        if (c != null) {
            c.lstore(local(dest, 'R', part));
        }
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
        final Unit unit = target.compiled instanceof Unit u && !u.dropped ? u : null;
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

    private void loadMethod(final int pc) {
        calling(pc);
        final int method = code[pc + 1];
        final int receiver = code[pc + 2];
        final int o = code[pc + 3];
        thread();
        pushObject(o);
        state(state);
        number(code[pc + 4]);
        number(code[pc + 5]);
        call(OPERATIONS, "loadMethod", "TOSIIO");
        if (c != null) {
            final Label plain = c.newLabel();
            final Label done = c.newLabel();
            c.dup();
            c.ifnull(plain);
            pushObject(o);
            c.astore(local(receiver, 'O', 0));
            c.astore(local(method, 'O', 0));
            c.goto_(done);
            c.labelBinding(plain);
            c.pop();
            c.aload(0);
            pushObject(o);
            state(state);
            number(code[pc + 4]);
            number(code[pc + 5]);
            call(OPERATIONS, "loadAttr", "TOSIIO");
            c.astore(local(method, 'O', 0));
            c.aconst_null();
            c.astore(local(receiver, 'O', 0));
            c.labelBinding(done);
        }
        s[method] = Ty.O;
        s[receiver] = Ty.O;
    }

    private void callMethod(final int pc) {
        final int o = code[pc + 2];
        final int n = code[pc + 5];
        if (state.caches[code[pc + 4]] instanceof InlineCaches.ClassAttribute a && a.value() instanceof PyFunction f
                && a.shape() != null && !notes.isBarred(pc) && type(o).isObject()
                && method(pc, a, f, o, n)) {
            return;
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

    private boolean method(final int pc, final InlineCaches.ClassAttribute a, final PyFunction f, final int o,
            final int n) {
        if (!(f.state.compiled instanceof Unit) && f.state != state) {
            return false;
        }
        site(pc);
        pushObject(o);
        constant(a.shape(), SHAPE);
        longNumber(a.version());
        call(SUPPORT, "isShape", "OHJV");
        return direct(pc, f, code[pc + 1], o, pc + 6, n);
    }

    private void callLoaded(final int pc) {
        calling(pc);
        thread();
        pushObject(code[pc + 2]);
        pushObject(code[pc + 3]);
        arguments(pc + 5, "callLoaded", OPERATIONS, "TOO", 2);
        setObject(code[pc + 1]);
    }

    /** Kinds of the registers that are live where a loop is entered. */
    Ty[] typesOf(final Object[] regs) {
        final Ty[] t = new Ty[ir.frameSize];
        final BitSet alive = live.atStart(blocks.at(entryPc));
        final BitSet fresh = freshIterators();
        for (int reg = 0; reg < t.length; reg++) {
            t[reg] = isConstant(reg) || !alive.get(reg) ? Ty.X : switch (regs[reg]) {
                case null -> Ty.O;
                case Long n -> Ty.J;
                case Double d -> Ty.D;
                case Boolean v -> Ty.Z;
                case PyComplex z when z.type() == PyComplex.TYPE -> Ty.C;
                case dev.adder.runtime.objects.PyRangeIterator r -> fresh.get(reg) ? Ty.R : Ty.O;
                case dev.adder.runtime.objects.PyListIterator l -> fresh.get(reg) && l.list() != null ? Ty.L : Ty.O;
                default -> Ty.O;
            };
        }
        return t;
    }

    /**
     * The temporaries whose iterators only the loop itself holds: every GET_ITER into them was seen to make a new one.
     * Any other iterator may be known elsewhere, so it must stay the object it is.
     */
    private BitSet freshIterators() {
        final BitSet made = new BitSet();
        final BitSet shared = new BitSet();
        for (int pc = 0; pc < code.length; pc += dev.adder.language.ir.Op.of(code[pc]).length(code, pc)) {
            if (code[pc] == GET_ITER && code[pc + 1] >= ir.tempBase) {
                made.set(code[pc + 1]);
                if ((state.kinds[code[pc + 3]] & dev.adder.runtime.interp.Kinds.SAME_ITERATOR) != 0) {
                    shared.set(code[pc + 1]);
                }
            }
        }
        made.andNot(shared);
        return made;
    }
}
