package dev.adder.stdlib.sre;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays a {@link Node} tree out as instructions, using {@link First} to leave out choices that cannot matter: a greedy
 * run that never gives back, an alternative that the next character rules out, a loop that has only one way to go.
 */
final class Assembler {

    private int[] code = new int[64];
    private int size;
    private final List<CharSet> sets = new ArrayList<>();
    private final Map<CharSet, Integer> setNumbers = new IdentityHashMap<>();
    private final List<int[]> literals = new ArrayList<>();
    private final int registers;
    private boolean hasReference;

    private Assembler(int registers) {
        this.registers = registers;
    }

    static Program assemble(CodeReader reader, Node root, int groups) {
        Assembler assembler = new Assembler(reader.registers());
        assembler.hasReference = refersBack(root);
        Node leading = assembler.hasReference ? null : leadingRun(root);
        assembler.emit(root, First.END, leading);
        assembler.op(Insn.SUCCESS);
        return new Program(assembler, groups, reader.minLength, start(reader, root));
    }

    private static Program.Start start(CodeReader reader, Node root) {
        if (reader.prefix != null && reader.prefix.length > 0) {
            return new Program.Start(Program.Start.Kind.PREFIX, reader.prefix, Program.bmpString(reader.prefix), null,
                    null,
                    reader.literalOnly);
        }
        First first = First.of(root, First.END);
        boolean decides = first.decides() && first.set() != null && first.set().kind != CharSet.ALL;
        if (leading(root) instanceof Node.At at) {
            switch (at.kind()) {
                case SreOps.AT_BEGINNING, SreOps.AT_BEGINNING_STRING -> {
                    return Program.Start.of(Program.Start.Kind.STRING_START, null, null);
                }
                case SreOps.AT_BEGINNING_LINE -> {
                    return Program.Start.of(Program.Start.Kind.LINE_START, null, null);
                }
                default -> {
                    CharSet words = Words.of(at.kind());
                    if (words != null && decides && Words.areAll(words, first.set())) {
                        return Program.Start.of(Program.Start.Kind.WORD_START, first.set(), words);
                    }
                }
            }
        }
        return decides ? Program.Start.of(Program.Start.Kind.SET, first.set(), null)
                : Program.Start.of(Program.Start.Kind.ANYWHERE, null, null);
    }

    /** The first node that is not a mark. */
    private static Node leading(Node node) {
        if (node instanceof Node.Seq seq) {
            for (Node item : seq.items()) {
                if (!(item instanceof Node.Mark)) {
                    return leading(item);
                }
            }
            return null;
        }
        return node;
    }

    /** The unbounded greedy run that every match begins with, or null. */
    private static Node leadingRun(Node root) {
        return leading(root) instanceof Node.Run run && run.min() > 0 && run.max() < 0 && run.mode() != Node.Mode.LAZY
                ? run : null;
    }

    private static boolean refersBack(Node node) {
        return switch (node) {
            case Node.Ref ref -> true;
            case Node.Loop loop -> refersBack(loop.body());
            case Node.Branch branch -> anyRefersBack(branch.alternatives());
            case Node.Conditional conditional -> refersBack(conditional.yes()) || refersBack(conditional.no());
            case Node.Look look -> refersBack(look.body());
            case Node.Atomic atomic -> refersBack(atomic.body());
            case Node.Seq seq -> anyRefersBack(seq.items());
            default -> false;
        };
    }

    private static boolean anyRefersBack(List<Node> nodes) {
        for (Node node : nodes) {
            if (refersBack(node)) {
                return true;
            }
        }
        return false;
    }

    int[] code() {
        return Arrays.copyOf(code, size);
    }

    CharSet[] sets() {
        return sets.toArray(new CharSet[0]);
    }

    int[][] literals() {
        return literals.toArray(new int[0][]);
    }

    int registers() {
        return registers;
    }

    private void op(int op, int... operands) {
        if (size + 1 + operands.length > code.length) {
            code = Arrays.copyOf(code, Math.max(code.length * 2, size + 1 + operands.length));
        }
        code[size++] = op;
        for (int operand : operands) {
            code[size++] = operand;
        }
    }

    private int setNumber(CharSet set) {
        if (set == null) {
            return -1;
        }
        Integer known = setNumbers.get(set);
        if (known == null) {
            known = sets.size();
            sets.add(set);
            setNumbers.put(set, known);
        }
        return known;
    }

    private int decidingSet(First first) {
        return first.decides() ? setNumber(first.set()) : -1;
    }

    private void emit(Node node, First follow, Node leading) {
        switch (node) {
            case Node.One one -> emitOne(one.set());
            case Node.Run run -> emitRun(run, follow, run == leading);
            case Node.Loop loop -> emitLoop(loop, follow);
            case Node.At at -> op(Insn.AT, at.kind());
            case Node.Mark mark -> op((mark.index() & 1) == 0 ? Insn.OPEN : Insn.CLOSE, mark.index());
            case Node.Branch branch -> emitBranch(branch.alternatives(), follow);
            case Node.Ref ref -> op(Insn.REF, ref.group(), ref.fold().ordinal());
            case Node.Conditional conditional -> emitConditional(conditional, follow);
            case Node.Look look -> emitLook(look);
            case Node.Atomic atomic -> {
                op(Insn.ATOMIC, atomic.register());
                emit(atomic.body(), First.END, null);
                op(Insn.ATOMIC_END, atomic.register());
            }
            case Node.Seq seq -> emitSeq(seq.items(), follow, leading);
            case Node.Fail fail -> op(Insn.FAIL);
        }
    }

    private void emitOne(CharSet set) {
        switch (set.kind) {
            case CharSet.LITERAL -> op(Insn.CHAR, set.single);
            case CharSet.NOT_LITERAL -> op(Insn.NOT_CHAR, set.single);
            case CharSet.ALL -> op(Insn.ALL);
            default -> op(Insn.SET, setNumber(set));
        }
    }

    private void emitSeq(List<Node> items, First follow, Node leading) {
        int n = items.size();
        First[] follows = new First[n];
        First next = follow;
        for (int i = n - 1; i >= 0; i--) {
            follows[i] = next;
            next = First.of(items.get(i), next);
        }
        int i = 0;
        while (i < n) {
            int length = literalRun(items, i);
            if (length > 1) {
                emitString(items, i, length);
                i += length;
            } else {
                emit(items.get(i), follows[i], leading);
                i++;
            }
        }
    }

    private static int literalRun(List<Node> items, int from) {
        int i = from;
        while (i < items.size() && items.get(i) instanceof Node.One one && one.set().kind == CharSet.LITERAL) {
            i++;
        }
        return i - from;
    }

    private void emitString(List<Node> items, int from, int length) {
        int[] text = new int[length];
        for (int i = 0; i < length; i++) {
            text[i] = ((Node.One) items.get(from + i)).set().single;
        }
        op(Insn.STRING, literals.size());
        literals.add(text);
    }

    private void emitRun(Node.Run run, First follow, boolean leading) {
        int set = setNumber(run.set());
        boolean forGood = run.mode() == Node.Mode.POSSESSIVE
                || run.mode() == Node.Mode.GREEDY && follow.disjoint(run.set());
        if (forGood) {
            op(leading ? Insn.RUN_ALL_LEADING : Insn.RUN_ALL, set, run.min(), run.max());
        } else if (run.mode() == Node.Mode.GREEDY) {
            op(leading ? Insn.RUN_GREEDY_LEADING : Insn.RUN_GREEDY, set, run.min(), run.max(), decidingSet(follow));
        } else {
            op(Insn.RUN_LAZY, set, run.min(), run.max(), decidingSet(follow));
        }
    }

    private void emitLoop(Node.Loop loop, First follow) {
        int r = loop.register();
        if (loop.mode() == Node.Mode.POSSESSIVE) {
            op(Insn.LOOP_ONCE_INIT, r, 0);
            int target = size - 1;
            int body = size;
            emit(loop.body(), First.END, null);
            code[target] = size;
            op(Insn.LOOP_ONCE, r, loop.min(), loop.max(), body);
            return;
        }
        if (loop.min() == 0 && loop.max() == 1) {
            Node nothing = new Node.Seq(List.of());
            emitBranch(loop.mode() == Node.Mode.GREEDY ? List.of(loop.body(), nothing) : List.of(nothing, loop.body()),
                    follow);
            return;
        }
        First body = First.of(loop.body(), First.END);
        First again = First.ofLoop(loop, follow).or(follow);
        op(Insn.LOOP_INIT, r, 0);
        int target = size - 1;
        int start = size;
        emit(loop.body(), again, null);
        code[target] = size;
        if (loop.mode() == Node.Mode.GREEDY) {
            op(Insn.LOOP_GREEDY, r, loop.min(), loop.max(), start, decidingSet(body), decidingSet(follow));
        } else {
            op(Insn.LOOP_LAZY, r, loop.min(), loop.max(), start);
        }
    }

    private void emitBranch(List<Node> alternatives, First follow) {
        int n = alternatives.size();
        First[] firsts = new First[n];
        First[] rests = new First[n];
        First rest = First.NOTHING;
        for (int i = n - 1; i >= 0; i--) {
            rests[i] = rest;
            firsts[i] = First.of(alternatives.get(i), follow);
            rest = firsts[i].or(rest);
        }
        int[] joins = new int[n];
        for (int i = 0; i < n - 1; i++) {
            int test = decidingSet(firsts[i]);
            if (test >= 0) {
                boolean only = rests[i].decides() && rests[i].disjoint(firsts[i].set());
                op(only ? Insn.GUARD : Insn.SPLIT_SET, test, 0);
            } else {
                op(Insn.SPLIT, 0);
            }
            int next = size - 1;
            emit(alternatives.get(i), follow, null);
            op(Insn.JUMP, 0);
            joins[i] = size - 1;
            code[next] = size;
        }
        emit(alternatives.get(n - 1), follow, null);
        for (int i = 0; i < n - 1; i++) {
            code[joins[i]] = size;
        }
    }

    private void emitConditional(Node.Conditional conditional, First follow) {
        op(Insn.IF_GROUP, conditional.group(), 0);
        int otherwise = size - 1;
        emit(conditional.yes(), follow, null);
        op(Insn.JUMP, 0);
        int join = size - 1;
        code[otherwise] = size;
        emit(conditional.no(), follow, null);
        code[join] = size;
    }

    private void emitLook(Node.Look look) {
        if (look.negative()) {
            op(Insn.LOOK_NOT, look.register(), look.back(), 0);
            int target = size - 1;
            emit(look.body(), First.END, null);
            op(Insn.LOOK_NOT_END, look.register());
            code[target] = size;
        } else {
            op(Insn.LOOK, look.register(), look.back());
            emit(look.body(), First.END, null);
            op(Insn.LOOK_END, look.register());
        }
    }
}
