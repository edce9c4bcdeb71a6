package dev.adder.language.text;

/**
 * Searching in time linear in the text, whatever the texts are. The JDK's search is fast but multiplies the lengths on
 * repetitive texts; so a long needle is searched by its first and last character, and when the comparisons that came to
 * nothing outgrow the way made, by Knuth, Morris and Pratt.
 */
final class TextSearch {
    /** Up to this length of the needle the JDK's search is at worst this many times slower than linear. */
    private static final int SHORT = 16;

    private TextSearch() {
    }

    /** The lowest index in {@code [start, end)} where the needle lies wholly within, or -1; start is not beyond. */
    static int find(String text, String needle, int start, int end) {
        int m = needle.length();
        if (m <= SHORT || end - start < 4 * m) {
            return m > SHORT && end - start > 4096 ? morrisPratt(text, needle, start, end, 1)
                    : text.indexOf(needle, start, end);
        }
        char first = needle.charAt(0);
        char last = needle.charAt(m - 1);
        long work = 0;
        int limit = end - m;
        for (int at = text.indexOf(first, start, limit + 1); at >= 0; at = text.indexOf(first, at + 1, limit + 1)) {
            if (text.charAt(at + m - 1) == last) {
                if (text.startsWith(needle, at)) {
                    return at;
                }
                work += m;
                if (work > 4L * (at - start) + 16L * m) {
                    return morrisPratt(text, needle, at + 1, end, 1);
                }
            }
        }
        return -1;
    }

    /** As {@link #find}, the highest index. */
    static int findLast(String text, String needle, int start, int end) {
        if (needle.length() <= SHORT) {
            int at = text.lastIndexOf(needle, end - needle.length());
            return at >= start ? at : -1;
        }
        return morrisPratt(text, needle, start, end, -1);
    }

    /** Knuth, Morris and Pratt from the left ({@code step} 1) or from the right (-1). */
    static int morrisPratt(Object text, Object needle, int start, int end, int step) {
        int m = Str.length(needle);
        int needleFirst = step > 0 ? 0 : m - 1;
        int[] border = borders(needle, needleFirst, step);
        int matched = 0;
        int at = step > 0 ? start : end - 1;
        for (int left = end - start; left > 0; left--, at += step) {
            int c = Str.codePointAt(text, at);
            while (matched > 0 && Str.codePointAt(needle, needleFirst + step * matched) != c) {
                matched = border[matched];
            }
            if (Str.codePointAt(needle, needleFirst + step * matched) == c) {
                matched++;
            }
            if (matched == m) {
                return step > 0 ? at - m + 1 : at;
            }
        }
        return -1;
    }

    /** For each length of a prefix, the length of its longest proper border. */
    private static int[] borders(Object needle, int first, int step) {
        int m = Str.length(needle);
        int[] border = new int[m + 1];
        int k = 0;
        for (int i = 1; i < m; i++) {
            int c = Str.codePointAt(needle, first + step * i);
            while (k > 0 && Str.codePointAt(needle, first + step * k) != c) {
                k = border[k];
            }
            if (Str.codePointAt(needle, first + step * k) == c) {
                k++;
            }
            border[i + 1] = k;
        }
        return border;
    }
}
