package dev.adder.runtime.text;

import dev.adder.language.text.Chars;
import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Unicode Character Database as {@code unicodedata} shows it: version 16, or 3.2 ({@code ucd_3_2_0}, for IDNA). What the
 * JDK knows is asked of the JDK; the rest is in unicode-properties.txt, which is read on first use.
 */
public final class UnicodeData {
    /** Version 16. */
    public static final UnicodeData NOW = new UnicodeData(false);
    /** Version 3.2. */
    public static final UnicodeData OLD = new UnicodeData(true);

    private static final int HANGUL_BASE = 0xAC00;
    private static final int HANGUL_COUNT = 11172;
    private static final String[] CATEGORIES = new String[31];
    private static final String[] DIRECTIONS = {"L", "R", "AL", "EN", "ES", "ET", "AN", "CS", "NSM", "BN", "B", "S", "WS", "ON",
        "LRE", "LRO", "RLE", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"};

    static {
        final String names = "Cn0Lu1Ll2Lt3Lm4Lo5Mn6Me7Mc8Nd9Nl:No;Zs<Zl=Zp>Cc?Cf@CoBCsCPdDPsEPeFPcGPoHSmIScJSkKSoLPiMPfN";
        for (int i = 0; i < names.length(); i += 3) {
            CATEGORIES[names.charAt(i + 2) - '0'] = names.substring(i, i + 2);
        }
    }

    private final boolean old;

    private UnicodeData(final boolean old) {
        this.old = old;
    }

    /** Runs of code points with one value each, in order. */
    private record Runs(int[] first, int[] last, String[] values) {
        static Runs of(final List<String[]> lines) {
            final int n = lines.size();
            final Runs runs = new Runs(new int[n], new int[n], new String[n]);
            for (int i = 0; i < n; i++) {
                final String[] line = lines.get(i);
                runs.first[i] = Integer.parseInt(line[0], 16);
                runs.last[i] = Integer.parseInt(line[1], 16);
                runs.values[i] = line[2];
            }
            return runs;
        }

        private int index(final int c) {
            int low = 0;
            int high = first.length - 1;
            while (low <= high) {
                final int middle = low + high >>> 1;
                if (c < first[middle]) {
                    high = middle - 1;
                } else if (c > last[middle]) {
                    low = middle + 1;
                } else {
                    return middle;
                }
            }
            return -1;
        }

        /** The value, or null. */
        String get(final int c) {
            final int i = index(c);
            return i < 0 ? null : values[i];
        }
    }

    /** The file's sections. */
    private static final class Tables {
        static final Map<String, Runs> ALL = load();

        static Runs get(final String section) {
            return ALL.get(section);
        }

        private static Map<String, Runs> load() {
            final String data;
            try (InputStream in = UnicodeData.class.getResourceAsStream("unicode-properties.txt")) {
                data = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            } catch (final IOException e) {
                throw new IllegalStateException("unicode-properties.txt", e);
            }
            final Map<String, Runs> tables = new HashMap<>();
            String section = null;
            List<String[]> lines = new ArrayList<>();
            for (int at = 0; at < data.length();) {
                final int end = data.indexOf('\n', at);
                final char kind = data.charAt(at);
                if (kind == '[') {
                    if (section != null) {
                        tables.put(section, Runs.of(lines));
                    }
                    section = data.substring(at + 1, end - 1);
                    lines = new ArrayList<>();
                } else if (kind != '#' && section != null) {
                    final int one = data.indexOf(' ', at);
                    final int two = data.indexOf(' ', one + 1);
                    lines.add(new String[] {data.substring(at, one), data.substring(one + 1, two),
                        data.substring(two + 1, end)});
                }
                at = end + 1;
            }
            tables.put(section, Runs.of(lines));
            return tables;
        }
    }

    /** The value of 3.2 where it differs ("-" for none), else null. */
    private String oldValue(final String section, final int c) {
        return old ? Tables.get(section).get(c) : null;
    }

    /** Whether the character was not assigned in this version but is now. */
    private boolean isNew(final int c) {
        return old && Tables.get("old-unassigned").get(c) != null;
    }

    public String category(final int c) {
        if (isNew(c)) {
            return "Cn";
        }
        final String before = oldValue("old-category", c);
        return before != null ? before : CATEGORIES[Character.getType(c)];
    }

    public String bidirectional(final int c) {
        final String before = oldValue("old-bidirectional", c);
        if (before != null) {
            return before.equals("-") ? "" : before;
        }
        final int direction = Character.getDirectionality(c);
        return direction < 0 ? "" : DIRECTIONS[direction];
    }

    public int combining(final int c) {
        final String value = isNew(c) ? null : Tables.get("combining").get(c);
        return value == null ? 0 : Integer.parseInt(value);
    }

    public String eastAsianWidth(final int c) {
        final String before = oldValue("old-width", c);
        if (before != null) {
            return before;
        }
        final String value = Tables.get("width").get(c);
        return value == null ? "N" : value;
    }

    public boolean isMirrored(final int c) {
        final String before = oldValue("old-mirrored", c);
        return before != null ? before.equals("1") : Character.isMirrored(c);
    }

    /** The value of a decimal digit, or -1. */
    public int decimal(final int c) {
        if (isNew(c)) {
            return -1;
        }
        final String before = oldValue("old-decimal", c);
        return before != null ? before.equals("-") ? -1 : Integer.parseInt(before) : Chars.decimalValue(c);
    }

    /** The value of a digit, or -1; CPython has no older values of it. */
    public int digit(final int c) {
        return Chars.digitValue(c);
    }

    /** The numeric value, or NaN. */
    public double numeric(final int c) {
        if (isNew(c)) {
            return Double.NaN;
        }
        final int decimal = Chars.decimalValue(c);
        if (decimal >= 0) {
            return decimal;
        }
        final Runs runs = Tables.get("numeric");
        final int i = runs.index(c);
        if (i < 0) {
            return Double.NaN;
        }
        // The value of the first and the step, as fractions: a + k * b with one division.
        final String[] parts = runs.values[i].split(" ");
        final long[] start = fraction(parts[0]);
        final long[] step = fraction(parts[1]);
        return (double) (start[0] * step[1] + (c - runs.first[i]) * step[0] * start[1]) / (start[1] * step[1]);
    }

    private static long[] fraction(final String text) {
        final int slash = text.indexOf('/');
        return slash < 0 ? new long[] {Long.parseLong(text), 1}
                : new long[] {Long.parseLong(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1))};
    }

    /** The decomposition mapping as the database writes it: a tag perhaps, code points in hexadecimal; or "". */
    public String decomposition(final int c) {
        if (isNew(c) || c >= HANGUL_BASE && c < HANGUL_BASE + HANGUL_COUNT || c >= 0xD800 && c <= 0xDFFF) {
            return "";
        }
        final String tag = Tables.get("tag").get(c);
        final String odd = Tables.get("decomposition").get(c);
        if (odd != null) {
            return tag == null ? odd : tag + " " + odd;
        }
        final String text = new String(Character.toChars(c));
        final String full = Normalizer.normalize(text, tag == null ? Normalizer.Form.NFD : Normalizer.Form.NFKD);
        if (full.equals(text)) {
            return "";
        }
        if (tag != null) {
            return tag + " " + hex(full);
        }
        final int last = full.offsetByCodePoints(full.length(), -1);
        return hex(Normalizer.normalize(full.substring(0, last), Normalizer.Form.NFC).concat(full.substring(last)));
    }

    private static String hex(final String text) {
        final StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length();) {
            final int c = text.codePointAt(i);
            i += Character.charCount(c);
            final String digits = Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT);
            out.append(out.isEmpty() ? "" : " ").append("0".repeat(Math.max(0, 4 - digits.length()))).append(digits);
        }
        return out.toString();
    }

    // ---- normal forms

    /** The form of this name (NFC, NFD, NFKC, NFKD), or null. */
    public static Normalizer.Form form(final Object name) {
        return switch (name instanceof String s ? s : "") {
            case "NFC" -> Normalizer.Form.NFC;
            case "NFD" -> Normalizer.Form.NFD;
            case "NFKC" -> Normalizer.Form.NFKC;
            case "NFKD" -> Normalizer.Form.NFKD;
            default -> null;
        };
    }

    public Object normalize(final Normalizer.Form form, final Object text) {
        if (Str.isAscii(text)) {
            return text;
        }
        // Surrogates and, for 3.2, later characters that decompose are left alone: starters that nothing composes with.
        final int n = Str.length(text);
        final StrBuilder out = new StrBuilder(n + 16);
        int from = 0;
        for (int i = 0; i <= n; i++) {
            final int c = i < n ? Str.codePointAt(text, i) : -1;
            if (c < 0 || c >= 0xD800 && c <= 0xDFFF || isNewDecomposable(c) || old && oldValue("old-normalization",
                    c) != null) {
                if (i > from) {
                    out.append(Str.ofUtf16(Normalizer.normalize(Str.toJava(Str.slice(text, from, i)), form)));
                }
                if (c >= 0) {
                    final String before = oldValue("old-normalization", c);
                    out.append(before == null ? c : Integer.parseInt(before, 16));
                }
                from = i + 1;
            }
        }
        return out.build();
    }

    private boolean isNewDecomposable(final int c) {
        if (!isNew(c)) {
            return false;
        }
        return !Normalizer.isNormalized(new String(Character.toChars(c)), Normalizer.Form.NFKD);
    }

    /** The name, or null. */
    public String name(final int c) {
        return isNew(c) ? null : dev.adder.language.text.UniNames.name(c);
    }
}
