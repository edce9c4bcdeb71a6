package dev.adder.runtime.interp;

import dev.adder.language.ir.Opcodes;

/**
 * Why compiled code was left for the interpreter, or why a code was not compiled. The one list of reasons that people
 * see, in {@code adder profile} and wherever else; a reason's text completes "left: ..." or "not compiled: ...".
 */
public enum JitReason {
    FIRST_TIME("reached for the first time"),
    OVERFLOW("an int left 64 bits"),
    OPERAND("an operand of another type"),
    RESULT("a result of another type"),
    VARIABLE("a variable changed its type"),
    GLOBAL("a global was bound anew"),
    CALLEE("another callee"),
    CLASS("an object of another class, or a changed class"),
    UNBOUND("an unbound variable"),
    TRACING("its thread is traced"),
    EXCEPTION("an exception that the unit does not handle"),

    GENERATOR("the loop yields: its function is compiled, and entered where it resumes"),
    OWN_FRAME("it may read its own frame"),
    TOO_LARGE("too large"),
    TOO_OFTEN("compiled too often"),
    UNTRANSLATED("an instruction that is not translated"),
    FAULT("fault of the compiler");

    private final String text;

    JitReason(final String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** Whether it is about leaving compiled code, and not about not compiling. */
    public boolean isExit() {
        return compareTo(EXCEPTION) <= 0;
    }

    /** What a failed guard of an instruction says. */
    public static JitReason ofGuard(final int op) {
        return switch (op) {
            case Opcodes.LOAD_GLOBAL, Opcodes.LOAD_NAME, Opcodes.STORE_GLOBAL, Opcodes.STORE_NAME -> GLOBAL;
            case Opcodes.CALL, Opcodes.CALL_KW, Opcodes.CALL_LOADED -> CALLEE;
            case Opcodes.CALL_METHOD, Opcodes.LOAD_METHOD, Opcodes.LOAD_ATTR, Opcodes.STORE_ATTR -> CLASS;
            case Opcodes.LOOP -> TRACING;
            case Opcodes.CHECK_LOCAL, Opcodes.LOAD_CELL -> UNBOUND;
            default -> OPERAND;
        };
    }
}
