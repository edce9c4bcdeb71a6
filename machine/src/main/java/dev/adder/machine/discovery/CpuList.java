package dev.adder.machine.discovery;

import java.util.BitSet;

/** Sets of hardware threads in the kernel's notation: {@code 0-3,8}. */
public final class CpuList {
    private CpuList() {
    }

    /** The set in a text, or null when it is not one. */
    public static BitSet parse(String text) {
        BitSet set = new BitSet();
        if (text == null) {
            return null;
        }
        for (String part : text.strip().split(",")) {
            if (part.isEmpty()) {
                continue;
            }
            int dash = part.indexOf('-');
            try {
                int from = Integer.parseInt(dash < 0 ? part : part.substring(0, dash));
                int to = dash < 0 ? from : Integer.parseInt(part.substring(dash + 1));
                if (to < from || to > 1 << 16) {
                    return null;
                }
                set.set(from, to + 1);
            } catch (NumberFormatException e) {
                return null;
            }
        }
        return set;
    }

    /** The text of a set. */
    public static String text(BitSet set) {
        StringBuilder out = new StringBuilder();
        for (int from = set.nextSetBit(0); from >= 0; from = set.nextSetBit(set.nextClearBit(from))) {
            int to = set.nextClearBit(from) - 1;
            out.append(out.isEmpty() ? "" : ",").append(from);
            if (to > from) {
                out.append('-').append(to);
            }
        }
        return out.toString();
    }
}
