package dev.adder.language.text;

/** The {@code repr} of str and bytes (CPython: unicode_repr, PyBytes_Repr). */
public final class Quote {

    private static final String HEX = "0123456789abcdef";

    private Quote() {
    }

    /** {@code repr(text)}. */
    public static Object repr(Object text) {
        char quote = quoteFor(Str.findCodePoint(text, '\'', 0, Str.length(text)) >= 0,
                Str.findCodePoint(text, '"', 0, Str.length(text)) >= 0);
        if (text instanceof String s && isPlain(s, quote)) {
            return quote == '\'' ? "'".concat(s).concat("'") : "\"".concat(s).concat("\"");
        }
        int n = Str.length(text);
        StrBuilder out = new StrBuilder(n + 16);
        out.append(quote);
        for (int i = 0; i < n; i++) {
            appendEscaped(out, Str.codePointAt(text, i), quote);
        }
        return out.append(quote).build();
    }

    /** {@code ascii(text)}: the repr with every character beyond ASCII escaped. */
    public static String ascii(Object text) {
        return escapeNonAscii(repr(text));
    }

    /** A repr with every character beyond ASCII escaped. */
    public static String escapeNonAscii(Object repr) {
        if (Str.isAscii(repr)) {
            return (String) repr;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0, n = Str.length(repr); i < n; i++) {
            int c = Str.codePointAt(repr, i);
            if (c < 128) {
                out.append((char) c);
            } else {
                appendHex(out, c);
            }
        }
        return out.toString();
    }

    /** {@code repr(bytes)}. */
    public static String reprBytes(byte[] bytes) {
        return reprBytes(bytes, 0, bytes.length, "b", "", false);
    }

    /** The repr of the bytes {@code [start, end)} between prefix and suffix; the prefix comes before the quote. */
    public static String reprBytes(byte[] bytes, int start, int end, String prefix, String suffix,
            boolean escapeSingle) {
        boolean single = false;
        boolean twice = false;
        for (int i = start; i < end; i++) {
            single |= bytes[i] == '\'';
            twice |= bytes[i] == '"';
        }
        char quote = quoteFor(single, twice);
        StringBuilder out = new StringBuilder(end - start + 8);
        out.append(prefix).append(quote);
        for (int i = start; i < end; i++) {
            int c = bytes[i] & 0xFF;
            if (escapeSingle && c == '\'') {
                out.append("\\'");
            } else if (!appendSimpleEscape(out, c, quote)) {
                if (c < ' ' || c >= 127) {
                    appendHex(out, c);
                } else {
                    out.append((char) c);
                }
            }
        }
        return out.append(quote).append(suffix).toString();
    }

    private static char quoteFor(boolean hasSingle, boolean hasDouble) {
        return hasSingle && !hasDouble ? '"' : '\'';
    }

    private static boolean isPlain(String s, char quote) {
        for (int i = 0, n = s.length(); i < n; i++) {
            char c = s.charAt(i);
            if (c < ' ' || c == '\\' || c == quote || c >= 127 && !Chars.isPrintable(c)) {
                return false;
            }
        }
        return true;
    }

    private static void appendEscaped(StrBuilder out, int c, char quote) {
        if (c >= ' ' && c != '\\' && c != quote && Chars.isPrintable(c)) {
            out.append(c);
            return;
        }
        StringBuilder escape = new StringBuilder(10);
        if (!appendSimpleEscape(escape, c, quote)) {
            appendHex(escape, c);
        }
        out.append(escape.toString());
    }

    private static boolean appendSimpleEscape(StringBuilder out, int c, char quote) {
        switch (c) {
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\\' -> out.append("\\\\");
            default -> {
                if (c != quote) {
                    return false;
                }
                out.append('\\').append(quote);
            }
        }
        return true;
    }

    /** Appends backslash x, u or U with 2, 4 or 8 hexadecimal digits, the shortest form that fits. */
    public static void appendHex(StringBuilder out, int c) {
        int digits = c <= 0xFF ? 2 : c <= 0xFFFF ? 4 : 8;
        out.append('\\').append(digits == 2 ? 'x' : digits == 4 ? 'u' : 'U');
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            out.append(HEX.charAt(c >> shift & 0xF));
        }
    }
}
