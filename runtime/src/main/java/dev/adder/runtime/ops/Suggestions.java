package dev.adder.runtime.ops;

import java.util.List;

/** "Did you mean": the weighted edit distance of CPython's Python/suggestions.c. */
final class Suggestions {
    private static final int MAX_CANDIDATES = 750;
    private static final int MAX_LENGTH = 40;
    private static final int MOVE_COST = 2;
    private static final int CASE_COST = 1;

    private Suggestions() {
    }

    static String closest(final String name, final List<String> candidates) {
        if (candidates.size() >= MAX_CANDIDATES) {
            return null;
        }
        int best = Integer.MAX_VALUE;
        String suggestion = null;
        for (final String item : candidates) {
            if (item.equals(name)) {
                continue;
            }
            int max = (name.length() + item.length() + 3) * MOVE_COST / 6;
            max = Math.min(max, best - 1);
            final int distance = distance(name, item, max);
            if (distance <= max && distance < best) {
                best = distance;
                suggestion = item;
            }
        }
        return suggestion;
    }

    private static int substitution(final char a, final char b) {
        if (a == b) {
            return 0;
        }
        return Character.toLowerCase(a) == Character.toLowerCase(b) ? CASE_COST : MOVE_COST;
    }

    private static int distance(final String first, final String second, final int max) {
        int start = 0;
        int endA = first.length();
        int endB = second.length();
        while (start < endA && start < endB && first.charAt(start) == second.charAt(start)) {
            start++;
        }
        while (endA > start && endB > start && first.charAt(endA - 1) == second.charAt(endB - 1)) {
            endA--;
            endB--;
        }
        String a = first.substring(start, endA);
        String b = second.substring(start, endB);
        if (a.isEmpty() || b.isEmpty()) {
            return (a.length() + b.length()) * MOVE_COST;
        }
        if (a.length() > MAX_LENGTH || b.length() > MAX_LENGTH) {
            return max + 1;
        }
        if (b.length() < a.length()) {
            final String t = a;
            a = b;
            b = t;
        }
        if ((b.length() - a.length()) * MOVE_COST > max) {
            return max + 1;
        }
        final int[] row = new int[a.length()];
        for (int i = 0; i < row.length; i++) {
            row[i] = (i + 1) * MOVE_COST;
        }
        int result = 0;
        for (int j = 0; j < b.length(); j++) {
            int diagonal = j * MOVE_COST;
            result = diagonal;
            int minimum = Integer.MAX_VALUE;
            for (int i = 0; i < a.length(); i++) {
                final int substitute = diagonal + substitution(b.charAt(j), a.charAt(i));
                diagonal = row[i];
                final int insertOrDelete = Math.min(result, diagonal) + MOVE_COST;
                result = Math.min(insertOrDelete, substitute);
                row[i] = result;
                minimum = Math.min(minimum, result);
            }
            if (minimum > max) {
                return max + 1;
            }
        }
        return result;
    }
}
