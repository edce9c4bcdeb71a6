package dev.adder.profile;

import dev.adder.runtime.interp.CodeState;
import java.util.Arrays;

/**
 * A stack of Python frames as the sampler saw it: the innermost frame's code and pc, and its caller's place. Equal
 * stacks are one object: the children of each caller are kept in it. Only the sampler's thread adds.
 */
final class Place {
    final CodeState state;
    final int pc;
    /** Null at the root, which stands for no frame at all. */
    final Place caller;
    private Place[] children = new Place[2];
    private int count;
    private Line line;

    private Place(final CodeState state, final int pc, final Place caller) {
        this.state = state;
        this.pc = pc;
        this.caller = caller;
    }

    static Place root() {
        return new Place(null, 0, null);
    }

    /** The place of a frame called from here. */
    Place called(final CodeState callee, final int calleePc) {
        for (int i = 0; i < count; i++) {
            final Place p = children[i];
            if (p.state == callee && p.pc == calleePc) {
                if (i > 0) {
                    children[i] = children[i - 1];
                    children[i - 1] = p;
                }
                return p;
            }
        }
        final Place p = new Place(callee, calleePc, this);
        if (count == children.length) {
            children = Arrays.copyOf(children, count * 2);
        }
        children[count++] = p;
        return p;
    }

    boolean isRoot() {
        return caller == null;
    }

    int opcode() {
        return state.code.ir().code[pc];
    }

    Line line() {
        if (line == null) {
            line = isRoot() ? Line.OUTSIDE : new Line(state, state.code.lineAt(pc));
        }
        return line;
    }
}
