package dev.adder.stdlib.enums;

import dev.adder.language.ir.Code;
import dev.adder.language.ir.Op;
import dev.adder.language.ir.Opcodes;
import dev.adder.runtime.interp.PyCode;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.interp.StandIn;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.text.StrTests;

/**
 * A function of the library that asks of a string nothing but {@code isupper()}, {@code startswith("...")} and
 * {@code in ("...", ...)}: the filters that {@code socket}, {@code signal} and {@code ssl} give to {@code _convert_},
 * which are called 3,000 times by {@code import socket}. It has no effects, so that what it says can be found out in any
 * order: a name that no answer of {@code isupper} lets through is not asked for it.
 */
final class NameFilter {
    private final PyCode python;
    private final int[] code;
    private final boolean[] known;

    private NameFilter(final PyCode python) {
        this.python = python;
        this.code = python.ir().code;
        this.known = new boolean[python.ir().frameSize];
    }

    /** Null if the function is none. */
    static NameFilter of(final Object function) {
        if (!StandIn.isOriginal(function)) {
            return null;
        }
        final NameFilter filter = new NameFilter(((PyFunction) function).code());
        return filter.isPlain() ? filter : null;
    }

    // ---- whether the code is such

    private boolean isPlain() {
        final Code ir = python.ir();
        if (ir.argCount != 1 || ir.kwOnlyArgCount != 0 || ir.cellVars.length != 0 || ir.exceptions.length != 0
                || (ir.flags & (Code.CO_VARARGS | Code.CO_VARKEYWORDS | Code.CO_GENERATOR | Code.CO_COROUTINE
                        | Code.CO_ASYNC_GENERATOR)) != 0) {
            return false;
        }
        for (int pc = 0; pc < code.length; pc += Op.of(code[pc]).length(code, pc)) {
            if (!isPlain(ir, pc)) {
                return false;
            }
        }
        return true;
    }

    /** Whether an instruction asks a question of the parameter, or does something with answers. */
    private boolean isPlain(final Code ir, final int pc) {
        return switch (code[pc]) {
            case Opcodes.CALL_METHOD -> isAnswer(code[pc + 1]) && code[pc + 2] == 0 && switch (ir.names[code[pc + 3]]) {
                case "isupper" -> code[pc + 5] == 0;
                case "startswith" -> code[pc + 5] == 1 && constant(code[pc + 6]) instanceof String;
                default -> false;
            };
            case Opcodes.IN -> isAnswer(code[pc + 1]) && code[pc + 2] == 0 && isTexts(constant(code[pc + 3]));
            case Opcodes.NOT -> isAnswer(code[pc + 1]) && isAnswer(code[pc + 2]);
            case Opcodes.JUMP_IF_FALSE, Opcodes.JUMP_IF_TRUE, Opcodes.RETURN -> isAnswer(code[pc + 1]);
            default -> false;
        };
    }

    private boolean isAnswer(final int register) {
        return register >= python.ir().tempBase;
    }

    private Object constant(final int register) {
        final int index = register - python.ir().constBase;
        return index >= 0 && index < python.ir().consts.length ? python.constant(index) : null;
    }

    private static boolean isTexts(final Object constant) {
        if (!(constant instanceof PyTuple t)) {
            return false;
        }
        for (final Object item : t.items()) {
            if (!(item instanceof String)) {
                return false;
            }
        }
        return true;
    }

    // ---- what it says

    boolean lets(final String name) {
        final boolean ifUpper = run(name, true);
        return ifUpper == run(name, false) ? ifUpper : ifUpper == StrTests.isUpper(name);
    }

    private boolean run(final String name, final boolean upper) {
        int pc = 0;
        while (true) {
            switch (code[pc]) {
                case Opcodes.CALL_METHOD -> {
                    known[code[pc + 1]] = code[pc + 5] == 0 ? upper : name.startsWith((String) constant(code[pc + 6]));
                    pc += 6 + code[pc + 5];
                }
                case Opcodes.IN -> {
                    known[code[pc + 1]] = isAmong(name, (PyTuple) constant(code[pc + 3]));
                    pc += Op.IN.length(code, pc);
                }
                case Opcodes.NOT -> {
                    known[code[pc + 1]] = !known[code[pc + 2]];
                    pc += Op.NOT.length(code, pc);
                }
                case Opcodes.JUMP_IF_FALSE -> pc = known[code[pc + 1]] ? pc + Op.JUMP_IF_FALSE.length(code, pc) : code[pc + 2];
                case Opcodes.JUMP_IF_TRUE -> pc = known[code[pc + 1]] ? code[pc + 2] : pc + Op.JUMP_IF_TRUE.length(code, pc);
                default -> {
                    return known[code[pc + 1]];
                }
            }
        }
    }

    private static boolean isAmong(final String name, final PyTuple texts) {
        for (final Object text : texts.items()) {
            if (text.equals(name)) {
                return true;
            }
        }
        return false;
    }
}
