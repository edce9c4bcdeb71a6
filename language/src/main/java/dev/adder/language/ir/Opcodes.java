package dev.adder.language.ir;

/** Opcode numbers as compile-time constants for {@code switch}; {@link Op} asserts that they are its ordinals. */
public final class Opcodes {

    // Moves, locals, cells
    public static final int NOP = 0;
    public static final int MOVE = 1;
    public static final int CLEAR = 2;
    public static final int CHECK_LOCAL = 3;
    public static final int NEW_CELL = 4;
    public static final int MAKE_CELL = 5;
    public static final int LOAD_CELL = 6;
    public static final int STORE_CELL = 7;
    public static final int DELETE_CELL = 8;

    // Namespaces
    public static final int LOAD_GLOBAL = 9;
    public static final int STORE_GLOBAL = 10;
    public static final int DELETE_GLOBAL = 11;
    public static final int LOAD_NAME = 12;
    public static final int STORE_NAME = 13;
    public static final int DELETE_NAME = 14;
    public static final int LOAD_LOCALS = 15;
    public static final int LOAD_FROM_DICT_OR_GLOBALS = 16;
    public static final int LOAD_FROM_DICT_OR_CELL = 17;
    public static final int LOAD_COMMON = 18;

    // Attributes
    public static final int LOAD_ATTR = 19;
    public static final int STORE_ATTR = 20;
    public static final int DELETE_ATTR = 21;
    public static final int LOAD_SUPER_ATTR = 22;
    public static final int LOAD_METHOD = 23;

    // Items
    public static final int LOAD_ITEM = 24;
    public static final int STORE_ITEM = 25;
    public static final int DELETE_ITEM = 26;
    public static final int LOAD_SLICE = 27;
    public static final int STORE_SLICE = 28;
    public static final int BUILD_SLICE = 29;

    // Binary operators, in the order of ast.Operator
    public static final int ADD = 30;
    public static final int SUB = 31;
    public static final int MUL = 32;
    public static final int MATMUL = 33;
    public static final int TRUE_DIV = 34;
    public static final int MOD = 35;
    public static final int POW = 36;
    public static final int LSHIFT = 37;
    public static final int RSHIFT = 38;
    public static final int OR = 39;
    public static final int XOR = 40;
    public static final int AND = 41;
    public static final int FLOOR_DIV = 42;

    // In-place operators, same order
    public static final int IADD = 43;
    public static final int ISUB = 44;
    public static final int IMUL = 45;
    public static final int IMATMUL = 46;
    public static final int ITRUE_DIV = 47;
    public static final int IMOD = 48;
    public static final int IPOW = 49;
    public static final int ILSHIFT = 50;
    public static final int IRSHIFT = 51;
    public static final int IOR = 52;
    public static final int IXOR = 53;
    public static final int IAND = 54;
    public static final int IFLOOR_DIV = 55;

    // Unary operators
    public static final int NEG = 56;
    public static final int POS = 57;
    public static final int INVERT = 58;
    public static final int NOT = 59;

    // Comparisons, the first six in the order of CPython's Py_LT..Py_GE
    public static final int LT = 60;
    public static final int LE = 61;
    public static final int EQ = 62;
    public static final int NE = 63;
    public static final int GT = 64;
    public static final int GE = 65;
    public static final int IS = 66;
    public static final int IS_NOT = 67;
    public static final int IN = 68;
    public static final int NOT_IN = 69;

    // Jumps; only LOOP goes backward
    public static final int JUMP = 70;
    public static final int LOOP = 71;
    public static final int JUMP_IF_TRUE = 72;
    public static final int JUMP_IF_FALSE = 73;
    public static final int JUMP_IF_NONE = 74;
    public static final int JUMP_IF_NOT_NONE = 75;
    public static final int RETURN = 76;

    // Iteration and unpacking
    public static final int GET_ITER = 77;
    public static final int FOR_ITER = 78;
    public static final int UNPACK_SEQUENCE = 79;
    public static final int UNPACK_EX = 80;

    // Displays
    public static final int BUILD_TUPLE = 81;
    public static final int BUILD_LIST = 82;
    public static final int BUILD_SET = 83;
    public static final int BUILD_MAP = 84;
    public static final int BUILD_STRING = 85;
    public static final int LIST_APPEND = 86;
    public static final int LIST_EXTEND = 87;
    public static final int LIST_TO_TUPLE = 88;
    public static final int SET_ADD = 89;
    public static final int SET_UPDATE = 90;
    public static final int MAP_ADD = 91;
    public static final int DICT_UPDATE = 92;
    public static final int DICT_MERGE = 93;

    // Strings
    public static final int FORMAT_SIMPLE = 94;
    public static final int FORMAT_SPEC = 95;
    public static final int CONVERT = 96;
    public static final int BUILD_INTERPOLATION = 97;
    public static final int BUILD_TEMPLATE = 98;

    // Functions and calls
    public static final int MAKE_FUNCTION = 99;
    public static final int CALL = 100;
    public static final int CALL_KW = 101;
    public static final int CALL_METHOD = 102;
    public static final int CALL_METHOD_KW = 103;
    public static final int CALL_LOADED = 104;
    public static final int CALL_LOADED_KW = 105;
    public static final int CALL_EX = 106;
    public static final int INTRINSIC = 107;

    // Generators and coroutines
    public static final int YIELD = 108;
    public static final int YIELD_FROM = 109;
    public static final int GET_YIELD_FROM_ITER = 110;
    public static final int GET_AWAITABLE = 111;
    public static final int GET_AITER = 112;
    public static final int GET_ANEXT = 113;
    public static final int ASYNC_WRAP = 114;
    public static final int END_ASYNC_FOR = 115;

    // Exceptions
    public static final int RAISE = 116;
    public static final int RERAISE = 117;
    public static final int PUSH_EXC = 118;
    public static final int POP_EXC = 119;
    public static final int EXC_MATCH = 120;
    public static final int EXC_GROUP_MATCH = 121;
    public static final int WITH_EXCEPT = 122;
    public static final int LOAD_SPECIAL = 123;

    // Pattern matching
    public static final int GET_LEN = 124;
    public static final int MATCH_SEQUENCE = 125;
    public static final int MATCH_MAPPING = 126;
    public static final int MATCH_KEYS = 127;
    public static final int MATCH_CLASS = 128;

    // Imports
    public static final int IMPORT_NAME = 129;
    public static final int IMPORT_FROM = 130;

    // Texts that grow in loops
    public static final int ACCUMULATE = 131;
    public static final int ACCUMULATE_ADD = 132;
    public static final int FINISH = 133;

    public static final int COUNT = 134;

    private Opcodes() {
    }
}
