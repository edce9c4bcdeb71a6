package dev.adder.stdlib.sre;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Translates the instructions of a program that is run often to JVM code: the switch over instructions disappears, sets
 * of a few ranges become comparisons, runs become loops that HotSpot optimises. Choices stay on the matcher's stack
 * with the same records; backtracking comes back through one switch over the places where a choice can go on.
 *
 * <p>Bought, in {@code findall} over 0.4 to 1.2 MB of words and log lines, processor time against the instruction loop:
 * tokenizer 12.3 to 6.7 ms, look-ahead 11.9 to 7.0, back-reference 20.8 to 10.6, log line of nine groups 5.5 to 4.5.
 */
final class Translator {

    private static final ClassDesc MATCHER = ClassDesc.of("dev.adder.stdlib.sre.StringMatcher");
    private static final ClassDesc RUN = ClassDesc.of("dev.adder.stdlib.sre.CompiledRun");
    private static final ClassDesc RUNS = ClassDesc.of("dev.adder.stdlib.sre.Runs");
    private static final ClassDesc SET = ClassDesc.of("dev.adder.stdlib.sre.CharSet");
    private static final ClassDesc INTS = ConstantDescs.CD_int.arrayType();
    private static final ClassDesc STRING = ConstantDescs.CD_String;
    private static final ClassDesc BYTES = ConstantDescs.CD_byte.arrayType();
    private static final DirectMethodHandleDesc CLASS_DATA = MethodHandleDesc.ofMethod(
            DirectMethodHandleDesc.Kind.STATIC, ClassDesc.of("java.lang.invoke.MethodHandles"), "classDataAt",
            MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_MethodHandles_Lookup, ConstantDescs.CD_String,
                    ConstantDescs.CD_Class, ConstantDescs.CD_int));

    /**
     * A program longer than this stays with the instruction loop: HotSpot does not compile methods over 8,000 bytes.
     */
    private static final int LONGEST = 300;
    /** A literal up to this length is compared in place. */
    private static final int INLINE_LITERAL = 12;
    /** A set of up to so many ranges among the first 256 characters is tested by comparisons. */
    private static final int INLINE_RANGES = 3;

    private static final int SLOT_MATCHER = 1;
    private static final int SLOT_TEXT = 2;
    private static final int SLOT_P = 3;
    private static final int SLOT_END = 4;
    private static final int SLOT_C = 5;
    private static final int SLOT_Q = 6;
    private static final int SLOT_LIMIT = 7;
    private static final int SLOT_MARKS = 8;

    private final Program program;
    /** Whether the text comes as bytes, one for each character. */
    private final boolean narrow;
    private final int[] code;
    private final List<Object> constants = new ArrayList<>();
    private final TreeSet<Integer> resumes = new TreeSet<>();
    private final Label[] labels;
    private CodeBuilder out;
    private Label fail;

    private Translator(Program program, boolean narrow) {
        this.program = program;
        this.narrow = narrow;
        this.code = program.code;
        this.labels = new Label[code.length];
    }

    /** The translation, or null if the program is too long. */
    static CompiledRun translate(Program program, boolean narrow) {
        if (program.code.length > LONGEST) {
            return null;
        }
        return new Translator(program, narrow).translate();
    }

    private CompiledRun translate() {
        byte[] bytes = ClassFile.of().build(ClassDesc.of("dev.adder.stdlib.sre.Regex"), type -> type
                .withSuperclass(RUN)
                .withFlags(ClassFile.ACC_FINAL)
                .withMethodBody(ConstantDescs.INIT_NAME, ConstantDescs.MTD_void, 0, init -> init
                        .aload(0).invokespecial(RUN, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void).return_())
                .withMethodBody("run", MethodTypeDesc.of(ConstantDescs.CD_boolean, MATCHER, narrow ? BYTES : STRING,
                        ConstantDescs.CD_int, ConstantDescs.CD_int), 0, this::body));
        try {
            MethodHandles.Lookup hidden = MethodHandles.lookup().defineHiddenClassWithClassData(bytes,
                    List.copyOf(constants), true);
            return (CompiledRun) hidden.lookupClass().getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void body(CodeBuilder builder) {
        out = builder;
        fail = out.newLabel();
        if (program.groups > 0) {
            out.aload(SLOT_MATCHER).getfield(MATCHER, "marks", INTS).astore(SLOT_MARKS);
        }
        for (int pc = 0; pc < code.length; pc += Insn.length(code[pc])) {
            labels[pc] = out.newLabel();
        }
        for (int pc = 0; pc < code.length; pc += Insn.length(code[pc])) {
            out.labelBinding(labels[pc]);
            emit(pc);
        }
        emitBacktrack();
    }

    /** Every failure comes here: to the next choice, or out. */
    private void emitBacktrack() {
        Label none = out.newLabel();
        out.labelBinding(fail);
        if (resumes.isEmpty()) {
            out.iconst_0().ireturn();
            return;
        }
        out.aload(SLOT_MATCHER);
        call("nextChoice", MethodTypeDesc.of(ConstantDescs.CD_int));
        out.aload(SLOT_MATCHER);
        call("resumePosition", MethodTypeDesc.of(ConstantDescs.CD_int));
        out.istore(SLOT_P);
        List<SwitchCase> cases = new ArrayList<>();
        for (int pc : resumes) {
            cases.add(SwitchCase.of(pc, labels[pc]));
        }
        out.lookupswitch(none, cases);
        out.labelBinding(none).iconst_0().ireturn();
    }

    private void call(String name, MethodTypeDesc type) {
        out.invokevirtual(MATCHER, name, type);
    }

    private Label resume(int pc) {
        resumes.add(pc);
        return labels[pc];
    }

    private void emit(int pc) {
        int op = code[pc];
        switch (op) {
            case Insn.CHAR -> {
                next();
                out.loadConstant(code[pc + 1]).if_icmpne(fail);
                out.iinc(SLOT_P, 1);
            }
            case Insn.NOT_CHAR -> {
                next();
                out.loadConstant(code[pc + 1]).if_icmpeq(fail);
                out.iinc(SLOT_P, 1);
            }
            case Insn.SET -> {
                next();
                testSet(program.sets[code[pc + 1]], fail);
                out.iinc(SLOT_P, 1);
            }
            case Insn.ALL -> {
                out.iload(SLOT_P).iload(SLOT_END).if_icmpge(fail);
                out.iinc(SLOT_P, 1);
            }
            case Insn.STRING -> emitString(code[pc + 1]);
            case Insn.AT -> emitAt(code[pc + 1]);
            case Insn.OPEN, Insn.CLOSE -> emitMark(code[pc + 1]);
            case Insn.JUMP -> out.goto_(labels[code[pc + 1]]);
            case Insn.SPLIT -> push(code[pc + 1]);
            case Insn.SPLIT_SET -> {
                guard(code[pc + 1], code[pc + 2]);
                push(code[pc + 2]);
            }
            case Insn.GUARD -> guard(code[pc + 1], code[pc + 2]);
            case Insn.RUN_ALL, Insn.RUN_ALL_LEADING -> emitRunAll(pc);
            case Insn.RUN_GREEDY, Insn.RUN_GREEDY_LEADING, Insn.RUN_LAZY -> {
                resume(pc + 5);
                position(pc, op == Insn.RUN_LAZY ? "runLazy" : op == Insn.RUN_GREEDY ? "runGreedy" : "runLeading");
            }
            case Insn.LOOP_INIT -> {
                out.aload(SLOT_MATCHER).loadConstant(code[pc + 1]);
                call("beginLoop", MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int));
                out.goto_(labels[code[pc + 2]]);
            }
            case Insn.LOOP_GREEDY -> twoWays(pc, "loopGreedy", pc + 7, code[pc + 4]);
            case Insn.LOOP_LAZY -> twoWays(pc, "loopLazy", pc + 5, code[pc + 4]);
            case Insn.LOOP_ONCE_INIT -> {
                out.aload(SLOT_MATCHER).loadConstant(code[pc + 1]);
                call("beginOnce", MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int));
                out.goto_(labels[code[pc + 2]]);
            }
            case Insn.LOOP_ONCE -> twoWays(pc, "loopOnce", pc + 5, code[pc + 4]);
            case Insn.SUCCESS -> {
                out.aload(SLOT_MATCHER).iload(SLOT_P);
                call("succeeds", MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_int));
                out.ifeq(fail).iconst_1().ireturn();
            }
            case Insn.FAIL -> out.goto_(fail);
            case Insn.REF -> {
                out.aload(SLOT_MATCHER).loadConstant(code[pc + 1]).loadConstant(code[pc + 2]).iload(SLOT_P);
                call("reference", MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_int, ConstantDescs.CD_int,
                        ConstantDescs.CD_int));
                takePosition();
            }
            case Insn.IF_GROUP -> {
                out.aload(SLOT_MATCHER).loadConstant(code[pc + 1]);
                call("hasMatched", MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_int));
                out.ifeq(labels[code[pc + 2]]);
            }
            case Insn.LOOK -> position(pc, "beginLook");
            case Insn.LOOK_END -> {
                out.aload(SLOT_MATCHER).loadConstant(code[pc + 1]);
                call("endLook", MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_int));
                out.istore(SLOT_P);
            }
            case Insn.LOOK_NOT -> {
                out.iload(SLOT_P).loadConstant(code[pc + 2]).if_icmplt(resume(code[pc + 3]));
                position(pc, "beginLookNot");
            }
            case Insn.LOOK_NOT_END -> {
                out.aload(SLOT_MATCHER).loadConstant(code[pc + 1]);
                call("endLookNot", MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int));
                out.goto_(fail);
            }
            case Insn.ATOMIC -> {
                out.aload(SLOT_MATCHER).loadConstant(code[pc + 1]);
                call("beginAtomic", MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int));
            }
            case Insn.ATOMIC_END -> {
                out.aload(SLOT_MATCHER).loadConstant(code[pc + 1]);
                call("endAtomic", MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int));
            }
            default -> throw new IllegalStateException("instruction " + op);
        }
    }

    /** Leaves the next character on the stack; fails at the end. */
    private void next() {
        out.iload(SLOT_P).iload(SLOT_END).if_icmpge(fail);
        charAt(SLOT_P);
    }

    private void charAt(int slot) {
        out.aload(SLOT_TEXT).iload(slot);
        charOf();
    }

    /** Takes the text and an index. */
    private void charOf() {
        if (narrow) {
            out.baload().loadConstant(0xFF).iand();
            return;
        }
        out.invokevirtual(STRING, "charAt", MethodTypeDesc.of(ConstantDescs.CD_char, ConstantDescs.CD_int));
    }

    /** Goes on at {@code otherwise} when the next character is not in the set. */
    private void guard(int set, int otherwise) {
        Label no = labels[otherwise];
        out.iload(SLOT_P).iload(SLOT_END).if_icmpge(no);
        charAt(SLOT_P);
        testSet(program.sets[set], no);
    }

    private void push(int pc) {
        resume(pc);
        out.aload(SLOT_MATCHER).iload(SLOT_P).loadConstant(pc);
        call("pushChoice", MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int, ConstantDescs.CD_int));
    }

    private DynamicConstantDesc<?> constant(Object value, ClassDesc type) {
        int index = constants.indexOf(value);
        if (index < 0) {
            index = constants.size();
            constants.add(value);
        }
        return DynamicConstantDesc.ofNamed(CLASS_DATA, ConstantDescs.DEFAULT_NAME, type, index);
    }

    /** Takes the character on the stack; goes to {@code no} when it is not in the set. */
    private void testSet(CharSet set, Label no) {
        switch (set.kind) {
            case CharSet.LITERAL -> out.loadConstant(set.single).if_icmpne(no);
            case CharSet.NOT_LITERAL -> out.loadConstant(set.single).if_icmpeq(no);
            case CharSet.ALL -> out.pop();
            default -> testTable(set, no);
        }
    }

    private void testTable(CharSet set, Label no) {
        Label yes = out.newLabel();
        Label high = out.newLabel();
        List<int[]> ranges = ranges(set.low);
        if (narrow && ranges.size() > INLINE_RANGES) {
            out.istore(SLOT_C);
            out.loadConstant(constant(set.low, ConstantDescs.CD_boolean.arrayType())).iload(SLOT_C).baload().ifeq(no);
            return;
        }
        out.istore(SLOT_C);
        if (ranges.size() <= INLINE_RANGES) {
            for (int[] range : ranges) {
                testRange(range, yes);
            }
            if (narrow) {
                out.goto_(no).labelBinding(yes);
                return;
            }
            out.iload(SLOT_C).loadConstant(256).if_icmplt(no);
        } else {
            out.iload(SLOT_C).loadConstant(256).if_icmpge(high);
            out.loadConstant(constant(set.low, ConstantDescs.CD_boolean.arrayType())).iload(SLOT_C).baload();
            out.ifeq(no).goto_(yes);
        }
        out.labelBinding(high);
        out.loadConstant(constant(set, SET)).iload(SLOT_C);
        out.invokevirtual(SET, "hasHigh", MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_int));
        out.ifeq(no);
        out.labelBinding(yes);
    }

    private void testRange(int[] range, Label yes) {
        Label not = out.newLabel();
        if (range[0] == range[1]) {
            out.iload(SLOT_C).loadConstant(range[0]).if_icmpeq(yes);
        } else {
            out.iload(SLOT_C).loadConstant(range[0]).if_icmplt(not);
            out.iload(SLOT_C).loadConstant(range[1]).if_icmple(yes);
        }
        out.labelBinding(not);
    }

    private static List<int[]> ranges(boolean[] low) {
        List<int[]> ranges = new ArrayList<>();
        int c = 0;
        while (c < low.length) {
            if (!low[c]) {
                c++;
                continue;
            }
            int first = c;
            while (c < low.length && low[c]) {
                c++;
            }
            ranges.add(new int[] {first, c - 1});
        }
        return ranges;
    }

    private void emitString(int n) {
        int[] literal = program.literals[n];
        out.iload(SLOT_END).iload(SLOT_P).isub().loadConstant(literal.length).if_icmplt(fail);
        if (literal.length > INLINE_LITERAL || program.strings[n] == null) {
            out.aload(SLOT_MATCHER).loadConstant(n).iload(SLOT_P);
            call("literalAt", MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_int, ConstantDescs.CD_int));
            out.ifeq(fail);
        } else {
            for (int i = 0; i < literal.length; i++) {
                out.aload(SLOT_TEXT).iload(SLOT_P).loadConstant(i).iadd();
                charOf();
                out.loadConstant(literal[i]).if_icmpne(fail);
            }
        }
        out.iinc(SLOT_P, literal.length);
    }

    private void emitAt(int kind) {
        switch (kind) {
            case SreOps.AT_BEGINNING, SreOps.AT_BEGINNING_STRING -> out.iload(SLOT_P).ifne(fail);
            case SreOps.AT_END_STRING -> out.iload(SLOT_P).iload(SLOT_END).if_icmpne(fail);
            default -> {
                out.aload(SLOT_MATCHER).loadConstant(kind).iload(SLOT_P);
                call("isAt", MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_int, ConstantDescs.CD_int));
                out.ifeq(fail);
            }
        }
    }

    /**
     * Without a choice to come back to, a mark is only stored. That is done here and not in the methods of the matcher, in
     * which HotSpot takes both ways to be usual and puts them both in place of each mark.
     */
    private void emitMark(int index) {
        boolean close = (index & 1) != 0;
        Label choices = out.newLabel();
        Label done = out.newLabel();
        out.aload(SLOT_MATCHER).getfield(MATCHER, "sp", ConstantDescs.CD_int).ifne(choices);
        out.aload(SLOT_MARKS).loadConstant(index).iload(SLOT_P).iastore();
        if (close) {
            out.aload(SLOT_MATCHER).loadConstant((index >> 1) + 1).putfield(MATCHER, "lastIndex", ConstantDescs.CD_int);
        }
        out.goto_(done);
        out.labelBinding(choices);
        out.aload(SLOT_MATCHER).loadConstant(index).iload(SLOT_P);
        call(close ? "closeMark" : "setMark",
                MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int, ConstantDescs.CD_int));
        out.labelBinding(done);
    }

    /** Calls a method of (pc, position) that gives the new position, or a negative one for failure. */
    private void position(int pc, String method) {
        out.aload(SLOT_MATCHER).loadConstant(pc).iload(SLOT_P);
        call(method, MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_int, ConstantDescs.CD_int));
        takePosition();
    }

    private void takePosition() {
        out.dup().istore(SLOT_Q).iflt(fail);
        out.iload(SLOT_Q).istore(SLOT_P);
    }

    /** Calls the end test of a loop, which gives one of two places to go on at. */
    private void twoWays(int pc, String method, int leave, int again) {
        resume(leave);
        out.aload(SLOT_MATCHER).loadConstant(pc).iload(SLOT_P);
        call(method, MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_int, ConstantDescs.CD_int));
        out.loadConstant(again).if_icmpeq(resume(again));
    }

    /** A run that is never given back: a loop in place, unless the JDK has something better for its kind. */
    private void emitRunAll(int pc) {
        CharSet set = program.sets[code[pc + 1]];
        if (set.kind == CharSet.NOT_LITERAL || set.kind == CharSet.ALL) {
            position(pc, code[pc] == Insn.RUN_ALL ? "runAll" : "runAllLeading");
            return;
        }
        int min = code[pc + 2];
        int max = code[pc + 3];
        if (min > 0) {
            out.iload(SLOT_END).iload(SLOT_P).isub().loadConstant(min).if_icmplt(fail);
        } else {
            out.iload(SLOT_P).iload(SLOT_END).if_icmpgt(fail);
        }
        out.iload(SLOT_END).istore(SLOT_LIMIT);
        if (max >= 0) {
            Label open = out.newLabel();
            out.iload(SLOT_END).iload(SLOT_P).isub().loadConstant(max).if_icmple(open);
            out.iload(SLOT_P).loadConstant(max).iadd().istore(SLOT_LIMIT);
            out.labelBinding(open);
        }
        if (narrow) {
            emitSpan(set);
        } else {
            emitSpanLoop(set);
        }
        if (code[pc] == Insn.RUN_ALL_LEADING) {
            out.aload(SLOT_MATCHER).iload(SLOT_Q);
            call("startBehind", MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int));
        }
        if (min > 0) {
            out.iload(SLOT_Q).iload(SLOT_P).isub().loadConstant(min).if_icmplt(fail);
        }
        out.iload(SLOT_Q).istore(SLOT_P);
    }

    /** From the position to the limit, by the loops that all programs share. */
    private void emitSpan(CharSet set) {
        out.aload(SLOT_TEXT).loadConstant(constant(set.low, ConstantDescs.CD_boolean.arrayType()));
        out.iload(SLOT_P).iload(SLOT_LIMIT);
        out.invokestatic(RUNS, "span", MethodTypeDesc.of(ConstantDescs.CD_int, BYTES,
                ConstantDescs.CD_boolean.arrayType(), ConstantDescs.CD_int, ConstantDescs.CD_int));
        out.istore(SLOT_Q);
    }

    private void emitSpanLoop(CharSet set) {
        Label loop = out.newLabel();
        Label done = out.newLabel();
        out.iload(SLOT_P).istore(SLOT_Q);
        out.labelBinding(loop);
        out.iload(SLOT_Q).iload(SLOT_LIMIT).if_icmpge(done);
        charAt(SLOT_Q);
        testSet(set, done);
        out.iinc(SLOT_Q, 1).goto_(loop);
        out.labelBinding(done);
    }
}
