package dev.adder.stdlib.sre;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the int code of {@code re._compiler} into a {@link Node} tree. The layouts are those that the opcode comments
 * of CPython's {@code Modules/_sre/sre_lib.h} give; a skip counts from its own position. Anything else is a
 * {@link SreCodeException}.
 */
final class CodeReader {

    private final int[] code;
    private final int groups;
    private int at;
    private int registers;

    int minLength;
    /** The characters that every match starts with, or null. */
    int[] prefix;
    /** The prefix is the whole pattern. */
    boolean literalOnly;

    CodeReader(int[] code, int groups) {
        this.code = code;
        this.groups = groups;
    }

    int registers() {
        return registers;
    }

    Node read() {
        try {
            if (code.length > 0 && code[0] == SreOps.INFO) {
                readInfo();
            }
            Node root = sequence(code.length - 1);
            expect(SreOps.SUCCESS);
            if (at != code.length) {
                throw new SreCodeException();
            }
            return root;
        } catch (IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new SreCodeException();
        }
    }

    private void readInfo() {
        int end = 1 + code[1];
        int flags = code[2];
        minLength = code[3] < 0 ? Integer.MAX_VALUE : code[3];
        if ((flags & SreOps.INFO_PREFIX) != 0) {
            prefix = new int[code[5]];
            System.arraycopy(code, 7, prefix, 0, prefix.length);
            literalOnly = (flags & SreOps.INFO_LITERAL) != 0;
        }
        if (end < 5 || end >= code.length) {
            throw new SreCodeException();
        }
        at = end;
    }

    private void expect(int op) {
        if (code[at++] != op) {
            throw new SreCodeException();
        }
    }

    /** The target of the skip at the reading position, which it passes; it must lie before {@code limit}. */
    private int skipTarget(int limit) {
        int target = at + code[at];
        if (target <= at || target > limit) {
            throw new SreCodeException();
        }
        at++;
        return target;
    }

    private Node sequence(int end) {
        List<Node> items = new ArrayList<>();
        while (at < end) {
            items.add(item(end));
        }
        if (at != end) {
            throw new SreCodeException();
        }
        return items.size() == 1 ? items.getFirst() : new Node.Seq(List.copyOf(items));
    }

    private Node item(int limit) {
        int op = code[at++];
        switch (op) {
            case SreOps.FAILURE:
                return new Node.Fail();
            case SreOps.AT:
                return new Node.At(checked(code[at++], SreOps.AT_UNI_NON_BOUNDARY + 1));
            case SreOps.MARK:
                return new Node.Mark(checked(code[at++], 2 * groups));
            case SreOps.BRANCH:
                return branch(limit);
            case SreOps.REPEAT:
                return loop(limit);
            case SreOps.POSSESSIVE_REPEAT:
                return possessiveLoop(limit);
            case SreOps.REPEAT_ONE:
                return run(Node.Mode.GREEDY, limit);
            case SreOps.MIN_REPEAT_ONE:
                return run(Node.Mode.LAZY, limit);
            case SreOps.POSSESSIVE_REPEAT_ONE:
                return run(Node.Mode.POSSESSIVE, limit);
            case SreOps.ATOMIC_GROUP: {
                int end = skipTarget(limit);
                Node body = sequence(end - 1);
                expect(SreOps.SUCCESS);
                return new Node.Atomic(body, registers++);
            }
            case SreOps.ASSERT:
            case SreOps.ASSERT_NOT: {
                int end = skipTarget(limit);
                int back = code[at++];
                Node body = sequence(end - 1);
                expect(SreOps.SUCCESS);
                return new Node.Look(op == SreOps.ASSERT_NOT, back, body, registers++);
            }
            case SreOps.GROUPREF:
                return new Node.Ref(checked(code[at++], groups), CharSet.Fold.NONE);
            case SreOps.GROUPREF_IGNORE:
                return new Node.Ref(checked(code[at++], groups), CharSet.Fold.ASCII);
            case SreOps.GROUPREF_UNI_IGNORE:
                return new Node.Ref(checked(code[at++], groups), CharSet.Fold.UNICODE);
            case SreOps.GROUPREF_LOC_IGNORE:
                return new Node.Ref(checked(code[at++], groups), CharSet.Fold.LOCALE);
            case SreOps.GROUPREF_EXISTS:
                return conditional(limit);
            default:
                return new Node.One(set(op, limit));
        }
    }

    private static int checked(int value, int bound) {
        if (value < 0 || value >= bound) {
            throw new SreCodeException();
        }
        return value;
    }

    private CharSet set(int op, int limit) {
        return switch (op) {
            case SreOps.ANY -> CharSet.notLiteral('\n');
            case SreOps.ANY_ALL -> CharSet.all();
            case SreOps.LITERAL -> CharSet.literal(code[at++]);
            case SreOps.NOT_LITERAL -> CharSet.notLiteral(code[at++]);
            case SreOps.LITERAL_IGNORE -> folded(CharSet.Fold.ASCII, false);
            case SreOps.NOT_LITERAL_IGNORE -> folded(CharSet.Fold.ASCII, true);
            case SreOps.LITERAL_UNI_IGNORE -> folded(CharSet.Fold.UNICODE, false);
            case SreOps.NOT_LITERAL_UNI_IGNORE -> folded(CharSet.Fold.UNICODE, true);
            case SreOps.LITERAL_LOC_IGNORE -> folded(CharSet.Fold.LOCALE, false);
            case SreOps.NOT_LITERAL_LOC_IGNORE -> folded(CharSet.Fold.LOCALE, true);
            case SreOps.IN -> charset(CharSet.Fold.NONE, limit);
            case SreOps.IN_IGNORE -> charset(CharSet.Fold.ASCII, limit);
            case SreOps.IN_UNI_IGNORE -> charset(CharSet.Fold.UNICODE, limit);
            case SreOps.IN_LOC_IGNORE -> charset(CharSet.Fold.LOCALE, limit);
            case SreOps.CATEGORY -> {
                int category = checked(code[at++], SreOps.CATEGORY_COUNT);
                yield CharSet.category(category);
            }
            default -> throw new SreCodeException();
        };
    }

    private CharSet folded(CharSet.Fold fold, boolean inverted) {
        int[] one = {SreOps.LITERAL, code[at++], SreOps.FAILURE};
        return CharSet.coded(one, 0, 3, fold, inverted);
    }

    private CharSet charset(CharSet.Fold fold, int limit) {
        int end = skipTarget(limit);
        int start = at;
        at = end;
        if (code[end - 1] != SreOps.FAILURE) {
            throw new SreCodeException();
        }
        return CharSet.coded(code, start, end, fold, false);
    }

    private Node branch(int limit) {
        List<Node> alternatives = new ArrayList<>();
        int join = -1;
        while (code[at] != 0) {
            int next = skipTarget(limit);
            Node body = sequence(next - 2);
            expect(SreOps.JUMP);
            int target = skipTarget(limit);
            if (join >= 0 && target != join || at != next) {
                throw new SreCodeException();
            }
            join = target;
            alternatives.add(body);
        }
        at++;
        if (join >= 0 && join != at) {
            throw new SreCodeException();
        }
        return alternatives.isEmpty() ? new Node.Fail() : new Node.Branch(List.copyOf(alternatives));
    }

    private Node loop(int limit) {
        int end = skipTarget(limit - 1);
        int min = bound(code[at++]);
        int max = code[at++];
        checkBounds(min, max);
        Node body = sequence(end);
        int until = code[at++];
        if (until != SreOps.MAX_UNTIL && until != SreOps.MIN_UNTIL) {
            throw new SreCodeException();
        }
        Node.Mode mode = until == SreOps.MAX_UNTIL ? Node.Mode.GREEDY : Node.Mode.LAZY;
        return new Node.Loop(mode, min, maximum(max), body, registers++);
    }

    private Node possessiveLoop(int limit) {
        int end = skipTarget(limit - 1);
        int min = bound(code[at++]);
        int max = code[at++];
        checkBounds(min, max);
        Node body = sequence(end);
        expect(SreOps.SUCCESS);
        return new Node.Loop(Node.Mode.POSSESSIVE, min, maximum(max), body, registers++);
    }

    private Node run(Node.Mode mode, int limit) {
        int end = skipTarget(limit);
        int min = bound(code[at++]);
        int max = code[at++];
        checkBounds(min, max);
        int op = code[at++];
        if (op == SreOps.FAILURE) {
            expect(SreOps.SUCCESS);
            return min == 0 ? new Node.Seq(List.of()) : new Node.Fail();
        }
        CharSet set = set(op, end);
        expect(SreOps.SUCCESS);
        if (at != end) {
            throw new SreCodeException();
        }
        return new Node.Run(mode, min, maximum(max), set);
    }

    /** A minimum as an int: no text is as long as the values that do not fit. */
    private static int bound(int value) {
        return value < 0 ? Integer.MAX_VALUE : value;
    }

    /** A maximum, or -1 when no text can reach it. */
    private static int maximum(int value) {
        return value < 0 ? -1 : value;
    }

    private static void checkBounds(int min, int max) {
        if (Integer.compareUnsigned(min, max) > 0) {
            throw new SreCodeException();
        }
    }

    private Node conditional(int limit) {
        int group = checked(code[at++], groups);
        int otherwise = at + code[at] - 1;
        at++;
        if (otherwise < at || otherwise > limit) {
            throw new SreCodeException();
        }
        List<Node> items = new ArrayList<>();
        int end = -1;
        while (at < otherwise) {
            if (at == otherwise - 2 && code[at] == SreOps.JUMP) {
                at++;
                end = skipTarget(limit);
                break;
            }
            items.add(item(otherwise));
        }
        if (at != otherwise) {
            throw new SreCodeException();
        }
        Node no = end < 0 ? new Node.Seq(List.of()) : sequence(end);
        return new Node.Conditional(group, new Node.Seq(List.copyOf(items)), no);
    }
}
