package dev.adder.stdlib.sre;

import java.util.List;

/**
 * What can stand at the position where a piece of pattern begins to match, as far as analysis can say.
 *
 * <p>Meaning: if {@code known}, every match of the piece (together with what follows it) either begins with a character
 * of {@code set} (null: the empty set) or, if {@code nullable}, goes on without reading a character to the success of
 * the pattern or sub-pattern. A position test that could turn true by going back makes the answer unknown, so that a
 * greedy run whose set is disjoint from {@code set} never has to give a character back.
 */
record First(CharSet set, boolean nullable, boolean known) {

    static final First UNKNOWN = new First(null, true, false);
    /** The end of a pattern or sub-pattern: success at once. */
    static final First END = new First(null, true, true);
    static final First NOTHING = new First(null, false, true);
    private static final int DEEPEST = 64;

    /** Whether the next character decides: it must be there and in the set. */
    boolean decides() {
        return known && !nullable;
    }

    boolean disjoint(CharSet other) {
        return known && (set == null || set.disjoint(other));
    }

    First or(First other) {
        if (!known || !other.known) {
            return UNKNOWN;
        }
        CharSet union = set == null ? other.set : other.set == null ? set : CharSet.union(set, other.set);
        if (union != null && union.depth() > DEEPEST) {
            return UNKNOWN;
        }
        return new First(union, nullable || other.nullable, true);
    }

    /** What can stand where {@code node} begins, when {@code follow} can stand after it. */
    static First of(Node node, First follow) {
        return switch (node) {
            case Node.One one -> new First(one.set(), false, true);
            case Node.Run run -> ofRun(run, follow);
            case Node.Loop loop -> ofLoop(loop, follow);
            case Node.At at -> ofAt(at, follow);
            case Node.Mark mark -> follow;
            case Node.Branch branch -> {
                First sum = NOTHING;
                for (Node alternative : branch.alternatives()) {
                    sum = sum.or(of(alternative, follow));
                }
                yield sum;
            }
            case Node.Ref ref -> UNKNOWN;
            case Node.Conditional conditional -> of(conditional.yes(), follow).or(of(conditional.no(), follow));
            case Node.Look look -> follow.decides() ? follow : UNKNOWN;
            case Node.Atomic atomic -> of(atomic.body(), follow);
            case Node.Seq seq -> ofSeq(seq.items(), 0, follow);
            case Node.Fail fail -> NOTHING;
        };
    }

    static First ofSeq(List<Node> items, int from, First follow) {
        First first = follow;
        for (int i = items.size() - 1; i >= from; i--) {
            first = of(items.get(i), first);
        }
        return first;
    }

    private static First ofRun(Node.Run run, First follow) {
        First self = new First(run.set(), false, true);
        if (run.min() > 0) {
            return self;
        }
        return run.max() == 0 ? follow : self.or(follow);
    }

    /** Of a loop, the body and what follows; of its end (rounds done or not), the same. */
    static First ofLoop(Node.Loop loop, First follow) {
        First body = of(loop.body(), END);
        if (!body.known) {
            return UNKNOWN;
        }
        if (loop.min() > 0 && !body.nullable) {
            return body;
        }
        return new First(body.set, false, true).or(follow);
    }

    private static First ofAt(Node.At at, First follow) {
        switch (at.kind()) {
            case SreOps.AT_END:
            case SreOps.AT_END_LINE:
                return follow.known && follow.nullable
                        ? follow.or(new First(CharSet.literal('\n'), false, true))
                        : follow;
            case SreOps.AT_END_STRING:
                return follow;
            default:
                return follow.decides() ? follow : UNKNOWN;
        }
    }
}
