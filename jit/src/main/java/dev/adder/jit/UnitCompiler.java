package dev.adder.jit;

import static dev.adder.language.ir.Opcodes.*;

import dev.adder.language.ir.Op;
import dev.adder.language.ir.analysis.Blocks.Block;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.JitReason;
import dev.adder.runtime.interp.Kinds;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.BitSet;
import java.util.Map;

/** Compiles one function, or what is reached from one loop's entry. */
final class UnitCompiler extends Instructions {
    private static final Object UNIT_PLACE = new Object();
    /**
     * Classes of this version (Java 5) are verified by inference, natively (JVMS 4.10.2). Newer ones want stack maps, and
     * making those was half of what a compilation cost.
     */
    private static final int WITHOUT_STACK_MAPS = 49;
    /** For a test: what is emitted does not verify. */
    private boolean garbled;
    /** Bytes of the unit's own method. */
    private int size;

    UnitCompiler(final CodeState state, final Notes notes, final int entryPc, final boolean stress) {
        super(state, notes, entryPc, stress);
    }

    // ---- the whole

    /** @param loopTypes kinds of the registers at the loop's entry; null for a function */
    Unit compile(final Ty[] loopTypes, final int limit, final Sabotage sabotage) throws ReflectiveOperationException {
        final Ty[] entry = loopTypes != null ? loopTypes : functionTypes();
        framed = osr;
        analyse(entry);
        if (!osr) {
            final char first = returned == null ? 'O' : returned.rep();
            if (first == 'J' || first == 'D') {
                selfResult = first;
                framed = false;
                        analyse(entry);
                if (returned.rep() == first) {
                    result = first;
                } else {
                    selfResult = 'O';
                    analyse(entry);
                }
            }
        }
        sabotage.strike(ir.qualname);
        garbled = sabotage.garbles(ir.qualname);
        final byte[] bytes = build(limit);
        final Object[] data = constants.toArray();
        final MethodHandles.Lookup lookup = MethodHandles.lookup().defineHiddenClassWithClassData(bytes, data, true);
        final Unit unit = (Unit) data[constants.indexOf(UNIT_PLACE)];
        unit.state = state;
        unit.bytes = size;
        unit.entryPc = osr && !resumes ? entryPc : -1;
        unit.sites = sites.toArray(new Site[0]);
        unit.objectSlots = regions.objectSlots();
        unit.primitiveSlots = regions.primitiveSlots();
        unit.parameters = parameters;
        unit.result = result;
        if (!osr) {
            unit.lookup = lookup;
            unit.method = method;
            unit.descriptor = runDescriptor().descriptorString();
        }
        return unit;
    }

    private Ty[] functionTypes() {
        final Ty[] t = new Ty[ir.frameSize];
        for (int reg = 0; reg < t.length; reg++) {
            t[reg] = isConstant(reg) ? Ty.X : reg < parameters.length()
                    ? resumes && evidence.isBarred(Notes.edge(0, reg)) ? Ty.O : Ty.ofRep(parameters.charAt(reg))
                    : reg >= ir.freeBase && reg < ir.constBase ? Ty.O : UNBOUND;
        }
        return t;
    }

    private MethodTypeDesc runDescriptor() {
        if (osr) {
            return descriptor("TFO");
        }
        return descriptor("TP" + parameters + result);
    }

    private byte[] build(final int limit) {
        final ClassBytes made = new ClassBytes(self, UNIT);
        final Bytecode constructor = new Bytecode(made.pool, 1, limit);
        constructor.aload(0);
        constructor.invokespecial(UNIT, "<init>", ConstantDescs.MTD_void);
        constructor.return_();
        made.method("<init>", "()V", ClassBytes.PUBLIC, constructor);
        c = new Bytecode(made.pool, argumentWidth(), limit);
        body();
        size = c.size();
        made.method(method, runDescriptor().descriptorString(), ClassBytes.STATIC | ClassBytes.PUBLIC, c);
        c = null;
        if (osr) {
            final Bytecode b = new Bytecode(made.pool, 3, limit);
            b.aload(1);
            b.aload(2);
            b.invokestatic(self, method, runDescriptor());
            b.areturn();
            made.method("loop", descriptor("TFO").descriptorString(), ClassBytes.PUBLIC, b);
        } else {
            bridges(made);
        }
        constantFields(made);
        return made.finish(WITHOUT_STACK_MAPS, sourceFile());
    }

    private int argumentWidth() {
        int width = 2;
        for (int i = 0; !osr && i < parameters.length(); i++) {
            width += parameters.charAt(i) == 'O' ? 1 : 2;
        }
        return width;
    }

    /** The constants' fields, filled from the class data; the unit itself is made where its place is. */
    private void constantFields(final ClassBytes made) {
        for (int i = 0; i < constants.size(); i++) {
            made.field(constantName(i), constantTypes.get(i), ClassBytes.STATIC | ClassBytes.FINAL);
        }
        final Bytecode b = new Bytecode(made.pool, 0, Bytecode.LONGEST);
        b.invokestatic(ConstantDescs.CD_MethodHandles, "lookup",
                MethodTypeDesc.of(ConstantDescs.CD_MethodHandles_Lookup));
        b.loadConstant(ConstantDescs.DEFAULT_NAME);
        b.loadConstant(OBJECTS);
        b.invokestatic(ConstantDescs.CD_MethodHandles, "classData", MethodTypeDesc.of(OBJECT,
                ConstantDescs.CD_MethodHandles_Lookup, ConstantDescs.CD_String, ConstantDescs.CD_Class));
        b.checkcast(OBJECTS);
        b.astore(0);
        for (int i = 0; i < constants.size(); i++) {
            if (constants.get(i) == UNIT_PLACE) {
                b.aload(0);
                b.loadConstant(i);
                b.new_(self);
                b.dup();
                b.invokespecial(self, "<init>", ConstantDescs.MTD_void);
                b.dup_x2();
                b.aastore();
            } else {
                b.aload(0);
                b.loadConstant(i);
                b.aaload();
                b.checkcast(constantTypes.get(i));
            }
            b.putstatic(self, constantName(i), constantTypes.get(i));
        }
        b.return_();
        made.method("<clinit>", "()V", ClassBytes.STATIC, b);
    }

    /** The name of Python's file without its folders, as Java's stacks show it. */
    private String sourceFile() {
        final String file = ir.filename;
        return file.substring(file.lastIndexOf('/') + 1);
    }

    // ---- entries

    private void bridges(final ClassBytes made) {
        final int n = parameters.length();
        if (n <= 3) {
            bridge(made, "call" + n, "TP" + "O".repeat(n) + "O", false);
        }
        bridge(made, "callBound", "TPAO", true);
    }

    private void bridge(final ClassBytes made, final String name, final String type, final boolean array) {
        final Bytecode b = new Bytecode(made.pool, type.length(), Bytecode.LONGEST);
        bridge(b, array);
        made.method(name, descriptor(type).descriptorString(), ClassBytes.PUBLIC, b);
    }

    private void bridge(final Bytecode b, final boolean array) {
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

    private static void argument(final Bytecode b, final boolean array, final int i) {
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
        if (garbled) {
            c.loadConstant(0);
            c.areturn();
        }
        int at = 2;
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
        scratchLocal = at++;
        nextLocal = at;
        if (!osr) {
            takeArguments(arguments);
        } else if (!resumes) {
            loadRegisters();
        }
        labels = new Label[blocks.list().size()];
        inner = new Label[labels.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = c.newLabel();
            inner[i] = c.newLabel();
        }
        regions.begin();
        final Block entry = blocks.at(entryPc);
        if (resumes) {
            suspensions.begin();
            suspensions.start(in[entry.index], labels[entry.index]);
        }
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
            regions.begin();
            emitting = b.index;
            head(b);
            block(b);
        }
        handlers.emit();
        if (resumes) {
            suspensions.end();
        }
        final Label common = c.newLabel();
        regions.emit(thrown, common);
        c.labelBinding(common);
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
        call(EXITS, osr ? "loop" : "function", osr ? "EXITFO" : "EXITFPO");
        if (result == 'J') {
            call(EXITS, "asLong", "OJ");
            c.lreturn();
        } else if (result == 'D') {
            call(EXITS, "asDouble", "OD");
            c.dreturn();
        } else {
            c.areturn();
        }
        initialise();
    }

    /** What the method begins with: all locals that there are hold something, for whatever is handed over. */
    private void initialise() {
        final int start = c.size();
        for (final Map.Entry<Integer, Integer> e : locals.entrySet()) {
            initialise(e.getKey(), e.getValue());
        }
        c.loadConstant(0);
        c.istore(siteLocal);
        c.loadConstant(POLL_EVERY);
        c.istore(pollLocal);
        for (final int chunk : chunks.values()) {
            c.iconst_0();
            c.istore(chunk);
        }
        storages.initialise();
        for (final int list : lists.values()) {
            c.aconst_null();
            c.astore(list);
        }
        c.prologue(start, Math.max(ir.firstLine, 1));
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
            case 'C' -> {
                c.dconst_0();
                c.dstore(local);
            }
            default -> {
                if (isObjectSlot(slot)) {
                    c.aconst_null();
                    c.astore(local);
                } else if (isIntSlot(slot)) {
                    c.iconst_0();
                    c.istore(local);
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
        } else {
            c.aconst_null();
            c.astore(frameLocal);
        }
    }

    private void loadRegisters() {
        final Ty[] t = in[blocks.at(entryPc).index];
        for (int reg = 0; reg < t.length; reg++) {
            if (t[reg].rep() != 'X' && !isConstant(reg)) {
                loadRegister(reg, t[reg]);
            }
        }
    }

    @Override
    void loadRegister(final int reg, final Ty type) {
        register(reg);
        switch (type.rep()) {
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
            case 'I' -> {
                c.loadConstant(type.step());
                call(SUPPORT, "countedNext", "OII");
                c.istore(local(reg, 'I', 0));
                register(reg);
                call(SUPPORT, "countedStop", "OI");
                c.istore(local(reg, 'I', 1));
            }
            default -> {
                call(ITEMS, "listOf", "OO");
                c.astore(local(reg, 'L', 0));
                register(reg);
                call(ITEMS, "listIndex", "OI");
                c.istore(local(reg, 'L', 1));
            }
        }
    }

    private void register(final int reg) {
        c.aload(1);
        c.getfield(FRAME, "regs", OBJECTS);
        c.loadConstant(reg);
        c.aaload();
    }

    /** Kinds of the registers that are live where a loop is entered. */
    Ty[] typesOf(final Ty[] seen) {
        final Ty[] t = new Ty[ir.frameSize];
        final BitSet alive = live.atStart(blocks.at(entryPc));
        final BitSet fresh = freshIterators();
        for (int reg = 0; reg < t.length; reg++) {
            t[reg] = isConstant(reg) || !alive.get(reg) ? Ty.X
                    : EntryTypes.isIterator(seen[reg]) && !fresh.get(reg) ? Ty.O : seen[reg];
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
        for (int pc = 0; pc < code.length; pc += Op.of(code[pc]).length(code, pc)) {
            if (code[pc] == GET_ITER && code[pc + 1] >= ir.tempBase) {
                made.set(code[pc + 1]);
                if ((evidence.kinds[code[pc + 3]] & Kinds.SAME_ITERATOR) != 0) {
                    shared.set(code[pc + 1]);
                }
            }
        }
        made.andNot(shared);
        return made;
    }
}
