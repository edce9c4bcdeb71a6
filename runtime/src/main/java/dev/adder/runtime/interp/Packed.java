package dev.adder.runtime.interp;

/**
 * Registers of a suspended frame that compiled code left unboxed, for the unit that resumes it. Everybody else first
 * has them put into the frame's registers ({@link Frame#unpack}). Compiled code that goes on leaves them here, so that
 * what it does not need any more can still be seen.
 */
public final class Packed {
    /** Where which register lies. */
    public interface Form {
        void unpack(Frame f, long[] values);
    }

    public final long[] values;
    /** Null when nothing lies here, or all of it in the registers too. */
    public Form form;

    public Packed(final int size) {
        values = new long[size];
    }
}
