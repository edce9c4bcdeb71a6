package dev.adder;

/**
 * The form in which a graph of Python objects travels between interpreters: magic, version, then one value. A value is a
 * tag byte and its content; one that can be shared or be part of a cycle is numbered in the order of its first appearance,
 * and stands as {@link #REFERENCE} and its number from then on.
 *
 * <p>Functions travel as IR with closure, defaults, and those globals that their code names, directly or in nested code;
 * functions of one module share one namespace again on arrival. Classes travel with their bases and attributes. Modules,
 * and what belongs to an importable module other than {@code __main__}, travel by name.
 */
final class GraphFormat {
    static final int MAGIC = 0x41444747;
    static final int VERSION = 1;

    static final int NONE = 0;
    static final int TRUE = 1;
    static final int FALSE = 2;
    static final int LONG = 3;
    static final int BIG = 4;
    static final int FLOAT = 5;
    static final int TEXT = 6;
    static final int BYTES = 7;
    static final int TUPLE = 8;
    static final int LIST = 9;
    static final int DICT = 10;
    static final int SET = 11;
    static final int FROZENSET = 12;
    static final int CODE = 13;
    static final int FUNCTION = 14;
    static final int CELL = 15;
    static final int CLASS = 16;
    static final int INSTANCE = 17;
    static final int MODULE = 18;
    static final int NAMED = 19;
    static final int NAMESPACE = 20;
    static final int REFERENCE = 21;
    static final int ELLIPSIS = 22;
    static final int ABSENT = 23;
    static final int COMPLEX = 24;

    private GraphFormat() {
    }
}
