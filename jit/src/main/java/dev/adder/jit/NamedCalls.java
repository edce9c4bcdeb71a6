package dev.adder.jit;

import static dev.adder.language.ir.Opcodes.*;

import dev.adder.runtime.interp.CodeState;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/** Closures, calls with arguments by name, and {@code super()}: calls of the runtime, with the values at hand. */
abstract class NamedCalls extends Invocations {
    private static final ClassDesc NAMES = ConstantDescs.CD_String.arrayType();

    NamedCalls(final CodeState state, final Notes notes, final int entryPc, final boolean stress) {
        super(state, notes, entryPc, stress);
    }

    /** Translates the instruction if it is one of these. */
    final boolean closure(final int pc) {
        switch (code[pc]) {
            case NEW_CELL -> {
                pushNull();
                give(pc, CLOSURES, "cell", "OO");
            }
            case MAKE_CELL -> makeCell(pc);
            case MAKE_FUNCTION -> makeFunction(pc);
            case CALL_KW -> {
                calling(pc);
                thread();
                pushObject(code[pc + 2]);
                pushArray(pc + 5);
                names(code[pc + 3]);
                if (c != null) {
                    c.invokestatic(CALLS, "call", MethodTypeDesc.of(OBJECT, TS, OBJECT, OBJECTS, NAMES));
                }
                setObject(code[pc + 1]);
            }
            case CALL_LOADED_KW -> {
                calling(pc);
                thread();
                push(pc + 2, 2);
                pushArray(pc + 6);
                names(code[pc + 4]);
                if (c != null) {
                    c.invokestatic(CLOSURES, "callLoaded", MethodTypeDesc.of(OBJECT, TS, OBJECT, OBJECT, OBJECTS, NAMES));
                }
                setObject(code[pc + 1]);
            }
            case CALL_METHOD_KW -> {
                calling(pc);
                thread();
                pushObject(code[pc + 2]);
                state(state);
                number(code[pc + 3]);
                number(code[pc + 5]);
                pushArray(pc + 6);
                names(code[pc + 4]);
                if (c != null) {
                    c.invokestatic(CLOSURES, "callMethod", MethodTypeDesc.of(OBJECT, TS, OBJECT, STATE,
                            ConstantDescs.CD_int, ConstantDescs.CD_int, OBJECTS, NAMES));
                }
                setObject(code[pc + 1]);
            }
            case LOAD_SUPER_ATTR -> {
                calling(pc);
                thread();
                push(pc + 2, 3);
                state(state);
                number(code[pc + 5]);
                number(code[pc + 6]);
                give(pc, CLOSURES, "superAttribute", "TOOOSIIO");
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The result is on the stack of what is called here. */
    private void give(final int pc, final ClassDesc owner, final String name, final String descriptor) {
        call(owner, name, descriptor);
        setObject(code[pc + 1]);
    }

    private void push(final int at, final int n) {
        for (int i = 0; i < n; i++) {
            pushObject(code[at + i]);
        }
    }

    private void names(final int index) {
        constant(ir.keywordNames[index], NAMES);
    }

    private void makeCell(final int pc) {
        pushObject(code[pc + 2]);
        call(CLOSURES, "cell", "OO");
        pushNull();
        setObject(code[pc + 2], UNBOUND);
        setObject(code[pc + 1]);
    }

    private void makeFunction(final int pc) {
        site(pc);
        state(state);
        pushObject(code[pc + 2]);
        pushOptional(code[pc + 3]);
        pushOptional(code[pc + 4]);
        pushOptional(code[pc + 5]);
        pushArray(pc + 6);
        give(pc, CLOSURES, "function", "SOOOOAO");
    }
}
