package dev.adder.stdlib.sre;

import java.util.List;

/** The int code as a tree: what analysis and assembly work on. Every single-character test is a {@link CharSet}. */
sealed interface Node {

    /** How a repeat chooses between one more round and going on. */
    enum Mode { GREEDY, LAZY, POSSESSIVE }

    /** One character of a set. */
    record One(CharSet set) implements Node {
    }

    /** Between {@code min} and {@code max} (-1: no bound) characters of one set. */
    record Run(Mode mode, int min, int max, CharSet set) implements Node {
    }

    /**
     * Between {@code min} and {@code max} (-1: no bound) rounds of a body; {@code register} is unique in the program.
     */
    record Loop(Mode mode, int min, int max, Node body, int register) implements Node {
    }

    /** A test of the position; {@code kind} is one of the AT_... numbers. */
    record At(int kind) implements Node {
    }

    /** Start (even) or end (odd) of a group. */
    record Mark(int index) implements Node {
    }

    record Branch(List<Node> alternatives) implements Node {
    }

    /** The text of a group once more; {@code group} counts from 0. */
    record Ref(int group, CharSet.Fold fold) implements Node {
    }

    /** One of two ways, by whether a group has matched. */
    record Conditional(int group, Node yes, Node no) implements Node {
    }

    /** A look at what follows, or at the {@code back} characters before. */
    record Look(boolean negative, int back, Node body, int register) implements Node {
    }

    record Atomic(Node body, int register) implements Node {
    }

    record Seq(List<Node> items) implements Node {
    }

    record Fail() implements Node {
    }
}
