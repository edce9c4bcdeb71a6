package dev.adder.runtime.interp;

import dev.adder.language.ir.Opcodes;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.ops.PyNumber;
import java.util.Arrays;

/**
 * A long str or bytes that a loop grows, in the register of its variable: {@code s += x} copies {@code x} only, where two
 * Strings would be copied whole. It is no Python value: only ACCUMULATE, FINISH, MOVE by a deoptimisation and
 * {@link FrameLocals} meet one. A loop that looks at the text each time gains nothing; its instruction is noted and
 * goes on without.
 */
public abstract sealed class Accumulator {
    /** Below this the copy is cheaper than what it would save. */
    private static final int WORTH = 512;
    /** Longer ones go the ordinary way, with its MemoryError. */
    private static final int LARGEST = Integer.MAX_VALUE / 2 - 16;
    /** A builder that is finished after fewer steps was not worth making. */
    private static final int STEPS = 4;

    private final int[] kinds;
    private final int ic;
    private int steps;

    private Accumulator(final int[] kinds, final int ic) {
        this.kinds = kinds;
        this.ic = ic;
    }

    /** Locked, since another thread may look at the frame's variables. */
    abstract Object built();

    /** Appends, or gives false: the value is of another type, or the whole would be too long. */
    abstract boolean append(Object value);

    /** {@link #append}, under the lock where other threads may look. */
    private boolean appended(final ThreadState ts, final Object value) {
        if (!ts.multi) {
            return append(value);
        }
        synchronized (this) {
            return append(value);
        }
    }

    private static final class OfText extends Accumulator {
        private final StringBuilder text;

        OfText(final String start, final int[] kinds, final int ic) {
            super(kinds, ic);
            text = new StringBuilder(start.length() * 2).append(start);
        }

        @Override
        synchronized Object built() {
            return text.toString();
        }

        @Override
        boolean append(final Object value) {
            if (!(value instanceof String s) || text.length() > LARGEST - s.length()) {
                return false;
            }
            text.append(s);
            return true;
        }
    }

    private static final class OfBytes extends Accumulator {
        private byte[] bytes;
        private int length;

        OfBytes(final byte[] start, final int[] kinds, final int ic) {
            super(kinds, ic);
            bytes = Arrays.copyOf(start, start.length * 2);
            length = start.length;
        }

        @Override
        synchronized Object built() {
            return PyBytes.of(Arrays.copyOf(bytes, length));
        }

        @Override
        boolean append(final Object value) {
            if (!(value instanceof PyBytes b) || b.type() != PyBytes.TYPE || length > LARGEST - b.bytes().length) {
                return false;
            }
            final byte[] more = b.bytes();
            if (length + more.length > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(length + more.length, bytes.length * 2));
            }
            System.arraycopy(more, 0, bytes, length, more.length);
            length += more.length;
            return true;
        }
    }

    /** What FINISH makes of a register. */
    public static Object finish(final Object value) {
        if (!(value instanceof Accumulator a)) {
            return value;
        }
        if (a.steps < STEPS) {
            a.kinds[a.ic] |= Kinds.LOOKED_AT;
        }
        return a.built();
    }

    /** What a register shows to who only looks: the builder stays. */
    public static Object seen(final Object value) {
        return value instanceof Accumulator a ? a.built() : value;
    }

    /** ACCUMULATE and ACCUMULATE_ADD. */
    static Object add(final int op, final ThreadState ts, final Object a, final Object b, final int[] kinds,
            final int ic) {
        Object left = a;
        if (a instanceof Accumulator builder) {
            if (builder.appended(ts, b)) {
                builder.steps++;
                return builder;
            }
            left = builder.built();
        } else if ((kinds[ic] & Kinds.LOOKED_AT) == 0) {
            final Accumulator builder = a instanceof String s && s.length() >= WORTH && b instanceof String
                    ? new OfText(s, kinds, ic)
                    : a instanceof PyBytes s && s.bytes().length >= WORTH && s.type() == PyBytes.TYPE
                            && b instanceof PyBytes ? new OfBytes(s.bytes(), kinds, ic) : null;
            if (builder != null && builder.appended(ts, b)) {
                return builder;
            }
        }
        return op == Opcodes.ACCUMULATE ? PyNumber.inPlaceAdd(ts, left, b) : PyNumber.add(ts, left, b);
    }
}
