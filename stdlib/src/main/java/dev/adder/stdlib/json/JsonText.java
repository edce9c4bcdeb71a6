package dev.adder.stdlib.json;

import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;

/** Texts as JSON string literals. */
final class JsonText {

    private static final String HEX = "0123456789abcdef";

    private JsonText() {
    }

    /** The literal with everything outside printable ASCII escaped. */
    static void quoteAscii(Object text, StrBuilder out) {
        out.append('"');
        int n = Str.length(text);
        int done = 0;
        for (int i = 0; i < n; i++) {
            int c = Str.codePointAt(text, i);
            if (c >= ' ' && c <= '~' && c != '"' && c != '\\') {
                continue;
            }
            out.append(text, done, i);
            done = i + 1;
            escape(c, out);
        }
        out.append(text, done, n);
        out.append('"');
    }

    /** The literal with only quotes, backslashes and control characters escaped. */
    static void quote(Object text, StrBuilder out) {
        out.append('"');
        int n = Str.length(text);
        int done = 0;
        for (int i = 0; i < n; i++) {
            int c = Str.codePointAt(text, i);
            if (c >= ' ' && c != '"' && c != '\\') {
                continue;
            }
            out.append(text, done, i);
            done = i + 1;
            escape(c, out);
        }
        out.append(text, done, n);
        out.append('"');
    }

    private static void escape(int c, StrBuilder out) {
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

    private static void escapeUnit(int c, StrBuilder out) {
        out.append("\\u");
        out.append(HEX.charAt(c >> 12 & 15));
        out.append(HEX.charAt(c >> 8 & 15));
        out.append(HEX.charAt(c >> 4 & 15));
        out.append(HEX.charAt(c & 15));
    }
}
