package dev.adder.jit;

/** A place in a method's code, bound once by {@link Bytecode}. */
final class Label {
    /** -1 until it is bound. */
    int at = -1;
    /** The height of the stack where something jumps to it; -1 while nothing does. */
    int depth = -1;
}
