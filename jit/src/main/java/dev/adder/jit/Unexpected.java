package dev.adder.jit;

/** Carries the result of a function whose unit promised an unboxed kind and returned another. */
final class Unexpected extends RuntimeException {
    final transient Object value;

    Unexpected(final Object value) {
        super(null, null, false, false);
        this.value = value;
    }
}
