package dev.adder.profile;

import dev.adder.language.ir.Op;
import dev.adder.language.ir.Opcodes;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.Jit;
import dev.adder.runtime.interp.JitFacts;
import dev.adder.runtime.interp.JitReason;
import dev.adder.runtime.interp.Kinds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the compiler made of a line or a function: tier, types of operands seen, why compiled code was left. */
final class JitStory {
    /** Leavings of compiled code at a line for one reason. */
    record Left(String reason, String instruction, long count) {
    }

    /** One operation of a line with the types that the interpreter saw. */
    record Seen(String operation, String types) {
    }

    private static final String[] KINDS = {"int", "float", "bool", "str", "None", "list", "dict/tuple", "object"};

    private final Jit jit;

    JitStory(final Jit jit) {
        this.jit = jit;
    }

    JitFacts facts(final CodeState state) {
        return jit.facts(state);
    }

    // ---- tiers

    /** The tier of a row's codes in words: {@code compiled; loop at line 4 not compiled: too large}. */
    List<String> tiers(final Profile.Row row) {
        final Set<String> all = new LinkedHashSet<>();
        for (final CodeState state : row.states) {
            all.addAll(tiers(state, row.line));
        }
        return List.copyOf(all);
    }

    private List<String> tiers(final CodeState state, final int line) {
        final JitFacts facts = jit.facts(state);
        final List<String> all = new ArrayList<>();
        if (facts.function()) {
            all.add("function compiled");
        }
        if (!facts.loops().isEmpty()) {
            all.add((facts.loops().size() == 1 ? "loop compiled: line " : "loops compiled: lines ")
                    + lines(state, facts.loops()));
        }
        for (final JitFacts.Refusal r : facts.refusals()) {
            all.add((r.pc() < 0 ? "not compiled: " : "loop at line " + state.code.lineAt(r.pc()) + " not compiled: ")
                    + r.detail());
        }
        if (all.isEmpty()) {
            all.add(jit.callThreshold() == Integer.MAX_VALUE ? "the compiler is off"
                    : facts.compilations() > 0 ? "was compiled until left: " + lastLeft(state, facts)
                    : "not hot: " + Math.max(state.calls, 0) + " calls, " + Math.max(state.loops, 0) + " rounds");
        }
        if (facts.compilations() > 2) {
            all.add(facts.compilations() + " compilations");
        }
        return all;
    }

    private static String lastLeft(final CodeState state, final JitFacts facts) {
        JitFacts.Exit most = null;
        for (final JitFacts.Exit e : facts.exits()) {
            most = most == null || e.count() > most.count() ? e : most;
        }
        return most == null ? "its arguments changed" : "line " + state.code.lineAt(most.pc()) + ", "
                + most.reason().text();
    }

    private static String lines(final CodeState state, final List<Integer> pcs) {
        final StringBuilder b = new StringBuilder();
        pcs.stream().map(state.code::lineAt).sorted().distinct()
                .forEach(n -> b.append(b.isEmpty() ? "" : ", ").append(n));
        return b.toString();
    }

    // ---- exits

    /** Why compiled code was left at a line; at any line of the row's codes if it has none. */
    List<Left> left(final Profile.Row row) {
        final Map<String, Left> all = new LinkedHashMap<>();
        for (final CodeState state : row.states) {
            for (final JitFacts.Exit e : jit.facts(state).exits()) {
                if (row.line == 0 || state.code.lineAt(e.pc()) == row.line) {
                    final String op = instruction(state, e.pc());
                    all.merge(e.reason().name() + op, new Left(e.reason().text(), op, e.count()),
                            (a, b) -> new Left(a.reason, a.instruction, a.count + b.count));
                }
            }
        }
        final List<Left> sorted = new ArrayList<>(all.values());
        sorted.sort((a, b) -> Long.compare(b.count, a.count));
        return sorted;
    }

    private static String instruction(final CodeState state, final int pc) {
        final int op = state.code.ir().code[pc];
        final String symbol = symbol(op);
        return symbol == null ? Op.of(op).name() : symbol;
    }

    // ---- types

    /** The types of operands seen at a line, operation by operation. */
    List<Seen> types(final Profile.Row row) {
        final Set<Seen> all = new LinkedHashSet<>();
        for (final CodeState state : row.states) {
            final int[] code = state.code.ir().code;
            int length;
            for (int pc = 0; pc < code.length; pc += length) {
                final Op op = Op.of(code[pc]);
                length = op.length(code, pc);
                if (symbol(code[pc]) != null && state.code.lineAt(pc) == row.line) {
                    final String types = types(code[pc], state.kinds[code[pc + op.icOffset()]]);
                    if (types != null) {
                        all.add(new Seen(symbol(code[pc]), types));
                    }
                }
            }
        }
        return List.copyOf(all);
    }

    /** Null where nothing was seen. */
    private static String types(final int op, final int seen) {
        if (seen == 0) {
            return null;
        }
        final String first = kinds(seen & 0xff);
        if (op == Opcodes.FOR_ITER) {
            return first;
        }
        final String second = kinds(seen >> Kinds.SECOND & 0xff);
        final String result = (seen & Kinds.COMPLEX) != 0 ? "complex" : (seen & Kinds.OVERFLOW) != 0 ? "big int" : "";
        return (second.isEmpty() ? first : first + ", " + second) + (result.isEmpty() ? "" : " -> " + result);
    }

    private static String kinds(final int bits) {
        final StringBuilder b = new StringBuilder();
        for (int i = 0; i < KINDS.length; i++) {
            if ((bits & 1 << i) != 0) {
                b.append(b.isEmpty() ? "" : "|").append(KINDS[i]);
            }
        }
        return b.toString();
    }

    /** How an instruction is written in Python; null for those whose operands are not noted. */
    private static String symbol(final int op) {
        return switch (op) {
            case Opcodes.ADD, Opcodes.ACCUMULATE_ADD -> "+";
            case Opcodes.SUB -> "-";
            case Opcodes.MUL -> "*";
            case Opcodes.MATMUL -> "@";
            case Opcodes.TRUE_DIV -> "/";
            case Opcodes.MOD -> "%";
            case Opcodes.POW -> "**";
            case Opcodes.LSHIFT -> "<<";
            case Opcodes.RSHIFT -> ">>";
            case Opcodes.OR -> "|";
            case Opcodes.XOR -> "^";
            case Opcodes.AND -> "&";
            case Opcodes.FLOOR_DIV -> "//";
            case Opcodes.IADD, Opcodes.ACCUMULATE -> "+=";
            case Opcodes.ISUB -> "-=";
            case Opcodes.IMUL -> "*=";
            case Opcodes.ITRUE_DIV -> "/=";
            case Opcodes.IMOD -> "%=";
            case Opcodes.IFLOOR_DIV -> "//=";
            case Opcodes.IOR -> "|=";
            case Opcodes.IXOR -> "^=";
            case Opcodes.IAND -> "&=";
            case Opcodes.ILSHIFT -> "<<=";
            case Opcodes.IRSHIFT -> ">>=";
            case Opcodes.NEG -> "-x";
            case Opcodes.INVERT -> "~x";
            case Opcodes.LT -> "<";
            case Opcodes.LE -> "<=";
            case Opcodes.EQ -> "==";
            case Opcodes.NE -> "!=";
            case Opcodes.GT -> ">";
            case Opcodes.GE -> ">=";
            case Opcodes.IN -> "in";
            case Opcodes.NOT_IN -> "not in";
            case Opcodes.LOAD_ITEM -> "x[i]";
            case Opcodes.STORE_ITEM -> "x[i] = y";
            case Opcodes.FOR_ITER -> "for";
            default -> null;
        };
    }
}
