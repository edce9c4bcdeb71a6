package dev.adder.runtime.interp;

import dev.adder.language.ir.Code;
import dev.adder.language.ir.Op;
import dev.adder.language.ir.Opcodes;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a code looks in {@code co_code}: an outline of the IR in CPython 3.14's instructions, for tools that ask which
 * names a code reads, what it imports or calls ({@code inspect.getclosurevars}, {@code dis}, picklers of functions),
 * and the offsets by which Python knows its instructions ({@code tb_lasti}, {@code f_lasti}, {@code co_lines},
 * {@code co_positions}). Each instruction of the IR is at least one word of two bytes, NOP if CPython has none that
 * says the same without a stack; a RESUME stands before all, as in CPython. It cannot be executed.
 */
final class BytecodeView {
    // CPython 3.14's numbers (Include/opcode_ids.h) and inline cache entries (Lib/opcode.py, _cache_format).
    private static final int CALL_FUNCTION_EX = 4;
    private static final int NOP = 27;
    private static final int RETURN_VALUE = 35;
    private static final int CALL = 52;
    private static final int CALL_CACHES = 3;
    private static final int CALL_KW = 55;
    private static final int DELETE_ATTR = 61;
    private static final int DELETE_GLOBAL = 64;
    private static final int DELETE_NAME = 65;
    private static final int EXTENDED_ARG = 69;
    private static final int IMPORT_FROM = 72;
    private static final int IMPORT_NAME = 73;
    private static final int LOAD_ATTR = 80;
    private static final int LOAD_ATTR_CACHES = 9;
    private static final int LOAD_FROM_DICT_OR_GLOBALS = 91;
    private static final int LOAD_GLOBAL = 92;
    private static final int LOAD_GLOBAL_CACHES = 4;
    private static final int LOAD_NAME = 93;
    private static final int LOAD_SUPER_ATTR = 96;
    private static final int STORE_ATTR = 110;
    private static final int STORE_ATTR_CACHES = 4;
    private static final int STORE_GLOBAL = 115;
    private static final int STORE_NAME = 116;
    private static final int YIELD_VALUE = 120;
    private static final int RESUME = 128;

    /** The place that the word before all others stands for: none of the IR. */
    static final int BEGINNING = -1;

    private final Code ir;
    private byte[] code = new byte[64];
    /** For each word, the int of the IR that it stands for (an operand's has a location of its own). */
    private int[] places = new int[32];
    private int words;
    /** For each int of the IR, and its end, its word. */
    private final int[] wordOf;
    private final Map<String, Integer> names = new LinkedHashMap<>();

    BytecodeView(final Code ir) {
        this.ir = ir;
        this.wordOf = new int[ir.code.length + 1];
        word(RESUME, 0, BEGINNING);
        int length;
        for (int pc = 0; pc < ir.code.length; pc += length) {
            length = Op.of(ir.code[pc]).length(ir.code, pc);
            instruction(pc);
            // The operands of a call of a method are its LOAD_ATTR, which stands before the CALL.
            final int operands = isMethodCall(ir.code[pc]) ? wordOf[pc + Code.OPERANDS] : wordOf[pc];
            Arrays.fill(wordOf, pc + Code.OPERANDS, pc + length, operands);
        }
        wordOf[ir.code.length] = words;
    }

    private static boolean isMethodCall(final int op) {
        return op == Opcodes.CALL_METHOD || op == Opcodes.CALL_METHOD_KW;
    }

    private void instruction(final int pc) {
        final int[] c = ir.code;
        switch (c[pc]) {
            case Opcodes.LOAD_GLOBAL -> put(pc, LOAD_GLOBAL, name(c[pc + 2]) << 1, LOAD_GLOBAL_CACHES);
            case Opcodes.STORE_GLOBAL -> put(pc, STORE_GLOBAL, name(c[pc + 1]), 0);
            case Opcodes.DELETE_GLOBAL -> put(pc, DELETE_GLOBAL, name(c[pc + 1]), 0);
            case Opcodes.LOAD_NAME -> put(pc, LOAD_NAME, name(c[pc + 2]), 0);
            case Opcodes.STORE_NAME -> put(pc, STORE_NAME, name(c[pc + 1]), 0);
            case Opcodes.DELETE_NAME -> put(pc, DELETE_NAME, name(c[pc + 1]), 0);
            case Opcodes.LOAD_FROM_DICT_OR_GLOBALS -> put(pc, LOAD_FROM_DICT_OR_GLOBALS, name(c[pc + 3]), 0);
            case Opcodes.LOAD_ATTR -> put(pc, LOAD_ATTR, name(c[pc + 3]) << 1, LOAD_ATTR_CACHES);
            case Opcodes.LOAD_METHOD -> put(pc, LOAD_ATTR, name(c[pc + 4]) << 1 | 1, LOAD_ATTR_CACHES);
            case Opcodes.STORE_ATTR -> put(pc, STORE_ATTR, name(c[pc + 2]), STORE_ATTR_CACHES);
            case Opcodes.DELETE_ATTR -> put(pc, DELETE_ATTR, name(c[pc + 2]), 0);
            case Opcodes.LOAD_SUPER_ATTR -> put(pc, LOAD_SUPER_ATTR, name(c[pc + 5]) << 2 | c[pc + 6], 1);
            case Opcodes.CALL_METHOD -> {
                put(pc + Code.OPERANDS, LOAD_ATTR, name(c[pc + 3]) << 1 | 1, LOAD_ATTR_CACHES);
                put(pc, CALL, c[pc + 5], CALL_CACHES);
            }
            case Opcodes.CALL_METHOD_KW -> {
                put(pc + Code.OPERANDS, LOAD_ATTR, name(c[pc + 3]) << 1 | 1, LOAD_ATTR_CACHES);
                put(pc, CALL_KW, c[pc + 6], CALL_CACHES);
            }
            case Opcodes.CALL -> put(pc, CALL, c[pc + 4], CALL_CACHES);
            case Opcodes.CALL_LOADED -> put(pc, CALL, c[pc + 5], CALL_CACHES);
            case Opcodes.CALL_KW -> put(pc, CALL_KW, c[pc + 5], CALL_CACHES);
            case Opcodes.CALL_LOADED_KW -> put(pc, CALL_KW, c[pc + 6], CALL_CACHES);
            case Opcodes.CALL_EX -> put(pc, CALL_FUNCTION_EX, 0, 0);
            case Opcodes.IMPORT_NAME -> put(pc, IMPORT_NAME, name(c[pc + 2]), 0);
            case Opcodes.IMPORT_FROM -> put(pc, IMPORT_FROM, name(c[pc + 3]), 0);
            case Opcodes.RETURN -> put(pc, RETURN_VALUE, 0, 0);
            case Opcodes.YIELD -> put(pc, YIELD_VALUE, 0, 0);
            default -> put(pc, NOP, 0, 0);
        }
    }

    /** The names of variables are no part of {@code co_names}, although the IR keeps them there for its errors. */
    private int name(final int index) {
        final String name = ir.names[index];
        final Integer known = names.putIfAbsent(name, names.size());
        return known == null ? names.size() - 1 : known;
    }

    private void put(final int place, final int op, final int argument, final int caches) {
        for (int shift = 24; shift > 0; shift -= 8) {
            if (argument >>> shift != 0) {
                word(EXTENDED_ARG, argument >>> shift, place);
            }
        }
        wordOf[place] = words;
        word(op, argument, place);
        for (int i = 0; i < caches; i++) {
            word(0, 0, place);
        }
    }

    private void word(final int op, final int argument, final int place) {
        if (words == places.length) {
            places = Arrays.copyOf(places, 2 * words);
            code = Arrays.copyOf(code, 4 * words);
        }
        code[2 * words] = (byte) op;
        code[2 * words + 1] = (byte) argument;
        places[words] = place;
        words++;
    }

    byte[] code() {
        return Arrays.copyOf(code, 2 * words);
    }

    String[] names() {
        return names.keySet().toArray(new String[0]);
    }

    /** The offset by which Python knows an int of the IR. */
    long offset(final int place) {
        return 2L * wordOf[place];
    }

    int words() {
        return words;
    }

    /** The int of the IR that a word stands for, or {@link #BEGINNING}. */
    int place(final int word) {
        return word < 0 ? BEGINNING : places[Math.min(word, words - 1)];
    }

    /**
     * {@code co_exceptiontable}: start, length, target in words, and depth (0: there is no stack), as CPython's
     * InternalDocs/exception_handling.md lays them out.
     */
    byte[] exceptions() {
        final int[] table = ir.exceptions;
        final byte[] out = new byte[table.length * 6];
        int n = 0;
        for (int h = 0; h < table.length; h += 4) {
            final int start = wordOf[table[h]];
            n = varint(out, n, start, 0x80);
            n = varint(out, n, wordOf[table[h + 1]] - start, 0);
            n = varint(out, n, wordOf[table[h + 2]], 0);
            n = varint(out, n, 0, 0);
        }
        return Arrays.copyOf(out, n);
    }

    /** Six bits a byte, the highest first; 64 says that more follow, and the first byte of an entry has 128. */
    private static int varint(final byte[] out, final int from, final int value, final int mark) {
        int n = from;
        int first = mark;
        for (int shift = 24; shift > 0; shift -= 6) {
            if (value >>> shift != 0) {
                out[n++] = (byte) (first | 0x40 | value >>> shift & 0x3f);
                first = 0;
            }
        }
        out[n++] = (byte) (first | value & 0x3f);
        return n;
    }
}
