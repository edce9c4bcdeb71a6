package dev.adder.stdlib.sre;

/** The int code is not what {@code re._compiler} emits; Python sees {@code RuntimeError("invalid SRE code")}. */
public final class SreCodeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SreCodeException() {
        super("invalid SRE code", null, false, false);
    }
}
