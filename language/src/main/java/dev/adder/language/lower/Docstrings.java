package dev.adder.language.lower;

import dev.adder.language.text.Str;

/** Docstrings lose their common indentation when compiled (CPython {@code _PyCompile_CleanDoc}). */
final class Docstrings {
    private Docstrings() {
    }

    static Object clean(Object docstring) {
        String doc = Str.toJava(docstring);
        if (doc.indexOf('\t') >= 0) {
            doc = expandTabs(doc);
        }
        int length = doc.length();
        int start = 0;
        while (start < length && doc.charAt(start) == ' ') {
            start++;
        }
        int margin = margin(doc, start);
        if (start == 0 && margin == 0 && doc.indexOf('\n') < 0) {
            return Str.ofUtf16(doc);
        }
        if (margin == Integer.MAX_VALUE) {
            margin = 0;
        }
        StringBuilder out = new StringBuilder(length);
        int at = start;
        int end = lineEnd(doc, at);
        out.append(doc, at, end);
        at = end;
        while (at < length) {
            for (int i = 0; i < margin; i++) {
                if (at >= length || doc.charAt(at) != ' ') {
                    break;
                }
                at++;
            }
            end = lineEnd(doc, at);
            out.append(doc, at, end);
            at = end;
        }
        return Str.ofUtf16(out.toString());
    }

    private static String expandTabs(String doc) {
        StringBuilder out = new StringBuilder(doc.length() + 16);
        int column = 0;
        for (int i = 0; i < doc.length(); i++) {
            char c = doc.charAt(i);
            if (c == '\t') {
                int spaces = 8 - column % 8;
                out.repeat(' ', spaces);
                column += spaces;
            } else {
                out.append(c);
                column = c == '\n' || c == '\r' ? 0 : column + 1;
            }
        }
        return out.toString();
    }

    /** The least indentation of the lines after the first that hold anything. */
    private static int margin(String doc, int start) {
        int margin = Integer.MAX_VALUE;
        int at = lineEnd(doc, start);
        while (at < doc.length()) {
            int from = at;
            while (at < doc.length() && doc.charAt(at) == ' ') {
                at++;
            }
            if (at < doc.length() && doc.charAt(at) != '\n') {
                margin = Math.min(margin, at - from);
            }
            at = lineEnd(doc, at);
        }
        return margin == Integer.MAX_VALUE ? 0 : margin;
    }

    /** Just after the line's end. */
    private static int lineEnd(String doc, int from) {
        int end = doc.indexOf('\n', from);
        return end < 0 ? doc.length() : end + 1;
    }
}
