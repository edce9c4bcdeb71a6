package dev.adder.jit;

/** Thrown where an operator's method was called in a unit and gave NotImplemented: the rest is the interpreter's. */
final class Unimplemented extends RuntimeException {
    static final Unimplemented UNIMPLEMENTED = new Unimplemented();

    private Unimplemented() {
        super(null, null, false, false);
    }
}
