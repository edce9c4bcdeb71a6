package dev.adder.jit;

/** A code that is not compiled, and why. */
final class Refused extends RuntimeException {
    Refused(final String why) {
        super(why, null, false, false);
    }
}
