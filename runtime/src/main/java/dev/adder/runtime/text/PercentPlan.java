package dev.adder.runtime.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A format of {@code text % values} taken apart: texts, with a conversion between any two of them. Programs use few formats
 * many times, so the last ones are remembered; taking one apart each time cost as much as writing the values.
 */
final class PercentPlan {
    /** Wider or more precise is left to others. */
    private static final int MOST = 999;
    private static final int REMEMBERED = 64;
    private static final int LONGEST = 1000;
    private static final PercentPlan[] RECENT = new PercentPlan[REMEMBERED];
    private static final int ROOM = 8;

    private final String format;
    /** One more than there are conversions; null if the format is not among the usual ones. */
    final String[] texts;
    final Conversion[] conversions;
    /** What a result may need, without the texts among the values. */
    final int room;

    /** One conversion; the precision is -1 where none is given. */
    record Conversion(char code, boolean left, boolean zeros, int width, int precision) {
        boolean isPlain() {
            return width == 0 && precision < 0;
        }
    }

    private PercentPlan(final String format, final String[] texts, final Conversion[] conversions) {
        this.format = format;
        this.texts = texts;
        this.conversions = conversions;
        int size = 0;
        if (texts != null) {
            for (final String text : texts) {
                size += text.length();
            }
            for (final Conversion c : conversions) {
                size += Math.max(c.width, ROOM);
            }
        }
        this.room = size;
    }

    static PercentPlan of(final String format) {
        final int slot = format.hashCode() & REMEMBERED - 1;
        final PercentPlan known = RECENT[slot];
        if (known != null && known.format.equals(format)) {
            return known;
        }
        final PercentPlan plan = new Reader(format).read();
        if (format.length() <= LONGEST) {
            RECENT[slot] = plan;
        }
        return plan;
    }

    private static final class Reader {
        private final String format;
        private final List<String> texts = new ArrayList<>();
        private final List<Conversion> conversions = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private int at;

        Reader(final String format) {
            this.format = format;
        }

        PercentPlan read() {
            while (true) {
                final int percent = format.indexOf('%', at);
                if (percent < 0) {
                    text.append(format, at, format.length());
                    texts.add(text.toString());
                    return new PercentPlan(format, texts.toArray(new String[0]), conversions.toArray(new Conversion[0]));
                }
                text.append(format, at, percent);
                at = percent + 1;
                if (peek() == '%') {
                    text.append('%');
                    at++;
                    continue;
                }
                final Conversion c = conversion();
                if (c == null) {
                    return new PercentPlan(format, null, null);
                }
                conversions.add(c);
                texts.add(text.toString());
                text.setLength(0);
            }
        }

        private char peek() {
            return at < format.length() ? format.charAt(at) : 0;
        }

        private Conversion conversion() {
            final boolean left = peek() == '-';
            final boolean zeros = peek() == '0';
            if (left || zeros) {
                at++;
            }
            final int width = number();
            int precision = -1;
            if (peek() == '.') {
                at++;
                precision = number();
            }
            final char code = peek();
            at++;
            final boolean usual = code == 'd' || code == 's' || code == 'f' || code == 'x';
            return usual && width <= MOST && precision <= MOST ? new Conversion(code, left, zeros, width, precision) : null;
        }

        private int number() {
            int n = 0;
            while (peek() >= '0' && peek() <= '9' && n <= MOST) {
                n = n * 10 + peek() - '0';
                at++;
            }
            return n;
        }
    }
}
