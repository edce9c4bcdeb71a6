package dev.adder.jit;

import dev.adder.runtime.interp.JitReason;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/**
 * The code of one method being written: instructions by their names, jumps to labels that may be bound later, the height
 * of the stack as it goes. What is only known at the end and comes first, the {@link #prologue}, is written last and moved.
 */
final class Bytecode {
    /** Jumps take 16 bits. */
    static final int LONGEST = 30_000;

    /** A case of {@link #lookupswitch}. */
    record Case(int key, Label target) {
    }

    private record Jump(int from, int at, boolean wide, Label target) {
    }

    private record Catch(Label start, Label end, Label handler, int type) {
    }

    private final ConstantPool pool;
    private final int limit;
    private final Bytes code = new Bytes(1024);
    private final List<Label> labels = new ArrayList<>();
    private final List<Jump> jumps = new ArrayList<>();
    private final List<Catch> catches = new ArrayList<>();
    private final Bytes lines = new Bytes(256);
    private int lastLine;
    /** The height of the stack; -1 where control does not come to. */
    private int depth;
    private int most;
    private int locals;

    /**
     * @param arguments the JVM locals that hold arguments
     * @param limit the bytes of code from which on it is refused
     */
    Bytecode(final ConstantPool pool, final int arguments, final int limit) {
        this.pool = pool;
        this.limit = limit;
        this.locals = arguments;
    }

    int size() {
        return code.size;
    }

    /**
     * What was written since {@code start} is what the method begins with. It holds no jumps. The code behind it stays
     * where it was by fours: switches are padded.
     */
    void prologue(final int start, final int line) {
        while ((code.size - start & 3) != 0) {
            nop();
        }
        final int length = code.size - start;
        final byte[] first = java.util.Arrays.copyOfRange(code.data, start, code.size);
        System.arraycopy(code.data, 0, code.data, length, start);
        System.arraycopy(first, 0, code.data, 0, length);
        for (final Label l : labels) {
            l.at += length;
        }
        for (int i = 0; i < lines.size; i += 4) {
            final int at = (lines.data[i] & 0xff) << 8 | lines.data[i + 1] & 0xff;
            lines.put2(i, at + length);
        }
        lines.u2(0);
        lines.u2(line);
        for (int i = 0; i < jumps.size(); i++) {
            final Jump j = jumps.get(i);
            jumps.set(i, new Jump(j.from + length, j.at + length, j.wide, j.target));
        }
    }

    /** The Code attribute (JVMS 4.7.3), with a table of lines. */
    void write(final Bytes out) {
        for (final Jump j : jumps) {
            if (j.target.at < 0) {
                throw new IllegalStateException("a jump to nowhere");
            }
            final int by = j.target.at - j.from;
            if (j.wide) {
                code.put4(j.at, by);
            } else {
                code.put2(j.at, by);
            }
        }
        final int name = pool.utf8("Code");
        final int lineName = lines.size == 0 ? 0 : pool.utf8("LineNumberTable");
        out.u2(name);
        final int start = out.size;
        out.u4(0);
        out.u2(most);
        out.u2(locals);
        out.u4(code.size);
        out.add(code);
        final int count = out.size;
        int n = 0;
        out.u2(0);
        for (final Catch c : catches) {
            if (c.start.at < c.end.at) {
                n++;
                out.u2(c.start.at);
                out.u2(c.end.at);
                out.u2(c.handler.at);
                out.u2(c.type);
            }
        }
        out.put2(count, n);
        out.u2(lines.size == 0 ? 0 : 1);
        if (lines.size > 0) {
            out.u2(lineName);
            out.u4(lines.size + 2);
            out.u2(lines.size / 4);
            out.add(lines);
        }
        out.put4(start, out.size - start - 4);
    }

    // ---- places

    Label newLabel() {
        return new Label();
    }

    Label newBoundLabel() {
        final Label l = new Label();
        labelBinding(l);
        return l;
    }

    void labelBinding(final Label l) {
        if (l.at >= 0) {
            throw new IllegalStateException("bound twice");
        }
        l.at = code.size;
        labels.add(l);
        // What is only jumped back to has nothing on the stack, a handler the exception.
        depth = depth >= 0 ? Math.max(depth, l.depth) : l.depth >= 0 ? l.depth : 1;
        most = Math.max(most, depth);
    }

    void lineNumber(final int line) {
        if (line != lastLine) {
            lastLine = line;
            lines.u2(code.size);
            lines.u2(line);
        }
    }

    /** @param type of the exception; null for all */
    void exceptionCatch(final Label start, final Label end, final Label handler, final ClassDesc type) {
        catches.add(new Catch(start, end, handler, type == null ? 0 : pool.type(type)));
    }

    void exceptionCatchAll(final Label start, final Label end, final Label handler) {
        exceptionCatch(start, end, handler, null);
    }

    // ---- instructions

    private void op(final int opcode, final int by) {
        if (code.size >= limit) {
            throw new Refused(JitReason.TOO_LARGE, "too large: more than " + limit + " bytes");
        }
        code.u1(opcode);
        change(by);
    }

    private void change(final int by) {
        depth = Math.max(Math.max(depth, 0) + by, 0);
        most = Math.max(most, depth);
    }

    private void local(final int opcode, final int first, final int n, final int width, final int by) {
        locals = Math.max(locals, n + width);
        if (n < 4) {
            op(first + n, by);
        } else if (n < 256) {
            op(opcode, by);
            code.u1(n);
        } else {
            op(196, 0);
            code.u1(opcode);
            code.u2(n);
            change(by);
        }
    }

    private void jump(final int opcode, final Label to, final int by) {
        final int from = code.size;
        op(opcode, by);
        jumps.add(new Jump(from, code.size, false, to));
        code.u2(0);
        to.depth = Math.max(to.depth, depth);
    }

    private void end(final int opcode) {
        op(opcode, 0);
        depth = -1;
    }

    private static int width(final ClassDesc type) {
        return switch (type.descriptorString().charAt(0)) {
            case 'V' -> 0;
            case 'J', 'D' -> 2;
            default -> 1;
        };
    }

    private void invoke(final int opcode, final ClassDesc owner, final String name, final MethodTypeDesc type,
            final int receiver) {
        int by = width(type.returnType()) - receiver;
        for (int i = 0; i < type.parameterCount(); i++) {
            by -= width(type.parameterType(i));
        }
        op(opcode, 0);
        code.u2(pool.member(ConstantPool.METHOD, owner, name, type.descriptorString()));
        change(by);
    }

    void invokestatic(final ClassDesc owner, final String name, final MethodTypeDesc type) {
        invoke(184, owner, name, type, 0);
    }

    void invokevirtual(final ClassDesc owner, final String name, final MethodTypeDesc type) {
        invoke(182, owner, name, type, 1);
    }

    void invokespecial(final ClassDesc owner, final String name, final MethodTypeDesc type) {
        invoke(183, owner, name, type, 1);
    }

    private void field(final int opcode, final ClassDesc owner, final String name, final ClassDesc type, final int by) {
        op(opcode, by);
        code.u2(pool.member(ConstantPool.FIELD, owner, name, type.descriptorString()));
    }

    void getstatic(final ClassDesc owner, final String name, final ClassDesc type) {
        field(178, owner, name, type, width(type));
    }

    void putstatic(final ClassDesc owner, final String name, final ClassDesc type) {
        field(179, owner, name, type, -width(type));
    }

    void getfield(final ClassDesc owner, final String name, final ClassDesc type) {
        field(180, owner, name, type, width(type) - 1);
    }

    void putfield(final ClassDesc owner, final String name, final ClassDesc type) {
        field(181, owner, name, type, -width(type) - 1);
    }

    private void typed(final int opcode, final ClassDesc type, final int by) {
        op(opcode, by);
        code.u2(pool.type(type));
    }

    void new_(final ClassDesc type) {
        typed(187, type, 1);
    }

    void anewarray(final ClassDesc type) {
        typed(189, type, 0);
    }

    void checkcast(final ClassDesc type) {
        typed(192, type, 0);
    }

    void instanceOf(final ClassDesc type) {
        typed(193, type, 0);
    }

    void loadConstant(final int n) {
        if (n >= -1 && n <= 5) {
            op(3 + n, 1);
        } else if (n == (byte) n) {
            op(16, 1);
            code.u1(n);
        } else if (n == (short) n) {
            op(17, 1);
            code.u2(n);
        } else {
            single(pool.integer(n));
        }
    }

    void loadConstant(final String text) {
        single(pool.string(text));
    }

    void loadConstant(final ClassDesc type) {
        single(pool.type(type));
    }

    private void single(final int constant) {
        if (constant < 256) {
            op(18, 1);
            code.u1(constant);
        } else {
            op(19, 1);
            code.u2(constant);
        }
    }

    void loadConstant(final long n) {
        if (n == 0 || n == 1) {
            op(9 + (int) n, 2);
        } else {
            op(20, 2);
            code.u2(pool.longNumber(n));
        }
    }

    void loadConstant(final double d) {
        if (Double.doubleToRawLongBits(d) == 0) {
            dconst_0();
        } else {
            op(20, 2);
            code.u2(pool.doubleNumber(d));
        }
    }

    void iinc(final int local, final int by) {
        locals = Math.max(locals, local + 1);
        if (local < 256 && by == (byte) by) {
            op(132, 0);
            code.u1(local);
            code.u1(by);
        } else {
            op(196, 0);
            code.u1(132);
            code.u2(local);
            code.u2(by);
        }
    }

    void lookupswitch(final Label otherwise, final List<Case> cases) {
        final List<Case> sorted = new ArrayList<>(cases);
        sorted.sort((a, b) -> Integer.compare(a.key, b.key));
        final int from = code.size;
        op(171, -1);
        while ((code.size & 3) != 0) {
            code.u1(0);
        }
        target(from, otherwise);
        code.u4(sorted.size());
        for (final Case c : sorted) {
            code.u4(c.key);
            target(from, c.target);
        }
        depth = -1;
    }

    private void target(final int from, final Label to) {
        jumps.add(new Jump(from, code.size, true, to));
        code.u4(0);
        to.depth = Math.max(to.depth, depth);
    }

    void goto_(final Label to) {
        jump(167, to, 0);
        depth = -1;
    }

    void ifeq(final Label to) {
        jump(153, to, -1);
    }

    void ifne(final Label to) {
        jump(154, to, -1);
    }

    void ifge(final Label to) {
        jump(156, to, -1);
    }

    void ifgt(final Label to) {
        jump(157, to, -1);
    }

    void if_icmplt(final Label to) {
        jump(161, to, -2);
    }

    void if_icmpge(final Label to) {
        jump(162, to, -2);
    }

    void if_icmpgt(final Label to) {
        jump(163, to, -2);
    }

    void if_acmpeq(final Label to) {
        jump(165, to, -2);
    }

    void if_acmpne(final Label to) {
        jump(166, to, -2);
    }

    void ifnull(final Label to) {
        jump(198, to, -1);
    }

    void ifnonnull(final Label to) {
        jump(199, to, -1);
    }

    void iload(final int n) {
        local(21, 26, n, 1, 1);
    }

    void lload(final int n) {
        local(22, 30, n, 2, 2);
    }

    void dload(final int n) {
        local(24, 38, n, 2, 2);
    }

    void aload(final int n) {
        local(25, 42, n, 1, 1);
    }

    void istore(final int n) {
        local(54, 59, n, 1, -1);
    }

    void lstore(final int n) {
        local(55, 63, n, 2, -2);
    }

    void dstore(final int n) {
        local(57, 71, n, 2, -2);
    }

    void astore(final int n) {
        local(58, 75, n, 1, -1);
    }

    void lreturn() {
        end(173);
    }

    void dreturn() {
        end(175);
    }

    void areturn() {
        end(176);
    }

    void return_() {
        end(177);
    }

    void athrow() {
        end(191);
    }

    void nop() {
        op(0, 0);
    }

    void aconst_null() {
        op(1, 1);
    }

    void iconst_m1() {
        op(2, 1);
    }

    void iconst_0() {
        op(3, 1);
    }

    void iconst_1() {
        op(4, 1);
    }

    void lconst_0() {
        op(9, 2);
    }

    void lconst_1() {
        op(10, 2);
    }

    void dconst_0() {
        op(14, 2);
    }

    void laload() {
        op(47, 0);
    }

    void aaload() {
        op(50, -1);
    }

    void lastore() {
        op(80, -4);
    }

    void aastore() {
        op(83, -3);
    }

    void pop() {
        op(87, -1);
    }

    void dup() {
        op(89, 1);
    }

    void dup_x2() {
        op(91, 1);
    }

    void dup2() {
        op(92, 2);
    }

    void swap() {
        op(95, 0);
    }

    void ladd() {
        op(97, -2);
    }

    void dadd() {
        op(99, -2);
    }

    void isub() {
        op(100, -1);
    }

    void lsub() {
        op(101, -2);
    }

    void dsub() {
        op(103, -2);
    }

    void dmul() {
        op(107, -2);
    }

    void ineg() {
        op(116, 0);
    }

    void dneg() {
        op(119, 0);
    }

    void lshr() {
        op(123, -1);
    }

    void land() {
        op(127, -2);
    }

    void lor() {
        op(129, -2);
    }

    void ixor() {
        op(130, -1);
    }

    void lxor() {
        op(131, -2);
    }

    void i2l() {
        op(133, 1);
    }

    void l2i() {
        op(136, -1);
    }

    void l2d() {
        op(138, 0);
    }

    void lcmp() {
        op(148, -3);
    }
}
