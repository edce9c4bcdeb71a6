package dev.adder.jit;

/** Thrown by a guard inside a unit and caught by that unit: the instruction is to be executed by the interpreter. */
final class Failed extends RuntimeException {
    static final Failed FAILED = new Failed();

    private Failed() {
        super(null, null, false, false);
    }
}
