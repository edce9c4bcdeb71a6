package dev.adder.language.ir;

/** A code that breaks a rule of the IR. */
public final class VerifyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VerifyException(Code code, int pc, String what) {
        super(code.qualname + " (" + code.filename + ":" + code.firstLine + ") at pc " + pc + ": " + what);
    }
}
