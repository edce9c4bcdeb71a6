package dev.adder.stdlib.json;

import dev.adder.language.text.Str;

/** Texts as JSON string literals. */
final class JsonText {

    private static final String HEX = "0123456789abcdef";

    private JsonText() {
    }

    /**
     * The literal with quotes, backslashes and control characters escaped, and where {@code ascii} is wanted everything
     * that is not.
     */
    static void quote(Object text, boolean ascii, JsonWriter out) {
        out.append('"');
        if (text instanceof String s) {
            quoteBody(s, ascii, out);
        } else {
            quoteWide(text, ascii, out);
        }
        out.append('"');
    }

    private static void quoteBody(String s, boolean ascii, JsonWriter out) {
        int n = s.length();
        int done = out.appendPlain(s);
        int seen = 0;
        for (int i = done; i < n; i++) {
            char c = s.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\' && (c <= '~' || !ascii)) {
                seen |= c;
                continue;
            }
            out.append(s, done, i, seen);
            done = i + 1;
            escape(c, out);
        }
        out.append(s, done, n, seen);
    }

    private static void quoteWide(Object text, boolean ascii, JsonWriter out) {
        int n = Str.length(text);
        for (int i = 0; i < n; i++) {
            int c = Str.codePointAt(text, i);
            if (c >= ' ' && c != '"' && c != '\\' && (c <= '~' || !ascii)) {
                out.appendCodePoint(c);
            } else {
                escape(c, out);
            }
        }
    }

    private static void escape(int c, JsonWriter out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c > 0xFFFF) {
                    escapeUnit(Character.highSurrogate(c), out);
                    escapeUnit(Character.lowSurrogate(c), out);
                } else {
                    escapeUnit(c, out);
                }
            }
        }
    }

    private static void escapeUnit(int c, JsonWriter out) {
        out.append("\\u");
        out.append(HEX.charAt(c >> 12 & 15));
        out.append(HEX.charAt(c >> 8 & 15));
        out.append(HEX.charAt(c >> 4 & 15));
        out.append(HEX.charAt(c & 15));
    }
}
