package dev.adder.jit;

import static dev.adder.language.ir.Opcodes.*;

import dev.adder.language.ir.Op;

/**
 * Instructions that are calls of the runtime and no more: operands in, a result out. What is not here is carried out on
 * the frame's registers ({@link Instructions#stepped}), which costs four times as much.
 */
final class RareInstructions {
    private final Translator unit;

    RareInstructions(final Translator unit) {
        this.unit = unit;
    }

    /** The method of the runtime, or null. */
    private static String method(final int op) {
        return switch (op) {
            case GET_AWAITABLE -> "awaitable";
            case GET_AITER -> "asyncIter";
            case GET_ANEXT -> "asyncNext";
            case ASYNC_WRAP -> "asyncItem";
            case LOAD_SPECIAL -> "loadSpecial";
            case CALL_EX -> "callEx";
            case BUILD_MAP -> "map";
            case BUILD_SET -> "set";
            case BUILD_STRING -> "string";
            case BUILD_SLICE -> "slice";
            case LOAD_SLICE -> "loadSlice";
            case STORE_SLICE -> "storeSlice";
            case DELETE_ITEM -> "deleteItem";
            case LIST_EXTEND -> "listExtend";
            case LIST_TO_TUPLE -> "listToTuple";
            case SET_ADD -> "setAdd";
            case DICT_MERGE -> "dictMerge";
            case DICT_UPDATE -> "dictUpdate";
            case FORMAT_SIMPLE -> "formatSimple";
            case FORMAT_SPEC -> "formatSpec";
            default -> null;
        };
    }

    /** Translates the instruction; gives whether it is one of these. */
    boolean instruction(final int pc) {
        final int[] code = unit.code;
        final String method = method(code[pc]);
        if (method == null) {
            return false;
        }
        unit.calling(pc);
        unit.thread();
        final Op op = Op.of(code[pc]);
        final StringBuilder descriptor = new StringBuilder("T");
        int dest = -1;
        for (int i = 0; i < op.operandCount(); i++) {
            final int value = code[pc + 1 + i];
            switch (op.kind(i)) {
                case D -> dest = value;
                case R -> {
                    unit.pushObject(value);
                    descriptor.append('O');
                }
                case OPT -> {
                    unit.pushOptional(value);
                    descriptor.append('O');
                }
                case REGS -> {
                    unit.pushArray(pc + 1 + i);
                    descriptor.append('A');
                }
                case I -> {
                    unit.number(value);
                    descriptor.append('I');
                }
                case IC -> { }
                default -> throw new IllegalStateException(op + " has an operand of kind " + op.kind(i));
            }
        }
        unit.call(Emitter.OPERATIONS, method, descriptor.append(dest < 0 ? 'V' : 'O').toString());
        if (dest >= 0) {
            unit.setObject(dest);
        }
        return true;
    }
}
