package dev.adder.language.ast;

import java.util.Arrays;
import java.util.List;

/**
 * The constant values that Java has no fitting type for. A constant is one of: these, {@link Singleton}, Boolean, Long
 * or BigInteger (only where a long is too small), Double, String or {@link dev.adder.language.text.WideStr}. Only
 * folding makes tuples, frozen sets and slices.
 */
public sealed interface Const permits Singleton, Const.ComplexConst, Const.BytesConst, Const.TupleConst,
        Const.FrozenSetConst, Const.SliceConst {
    /** Equal when both parts have the same bits, so that 0j and -0j stay two constants. */
    record ComplexConst(double re, double im) implements Const {
    }

    /** The array is never written to. */
    record BytesConst(byte[] bytes) implements Const {
        @Override
        public boolean equals(Object other) {
            return other instanceof BytesConst that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return "BytesConst" + Arrays.toString(bytes);
        }
    }

    record TupleConst(List<Object> items) implements Const {
    }

    /** The items are distinct in Python's sense; their order is the source's. */
    record FrozenSetConst(List<Object> items) implements Const {
    }

    record SliceConst(Object start, Object stop, Object step) implements Const {
    }
}
