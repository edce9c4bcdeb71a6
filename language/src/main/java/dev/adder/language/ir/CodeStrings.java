package dev.adder.language.ir;

import java.nio.charset.StandardCharsets;

/**
 * The string table of a written code: their number, the size of their characters, where each begins, and the
 * characters. A string is made when it is first asked for: most of a module's are names in functions that never run.
 * Threads may share it; two that make the same string at once make equal ones.
 */
final class CodeStrings {
    /** Names are compared by identity first; short strings are mostly names. */
    private static final int MAX_INTERNED = 40;

    private final byte[] bytes;
    private final int offsets;
    private final int start;
    private final int end;
    private final String[] known;

    /** The table of {@code count} strings whose offsets are at {@code offsets} and characters in {@code [start, end)}. */
    CodeStrings(byte[] bytes, int offsets, int count, int start, int end) {
        this.bytes = bytes;
        this.offsets = offsets;
        this.start = start;
        this.end = end;
        this.known = new String[count];
    }

    String get(int index) {
        if (index < 0 || index >= known.length) {
            throw new CodeFormatException("damaged: no such string");
        }
        String text = known[index];
        if (text == null) {
            text = characters(CodeFormat.get(bytes, offsets + index * 4));
            known[index] = text;
        }
        return text;
    }

    /** Length doubled, plus one if characters take two bytes; then the characters. */
    private String characters(int offset) {
        if (offset < 0 || offset > end - start - 4) {
            throw new CodeFormatException("damaged: no such string");
        }
        int at = start + offset;
        int head = CodeFormat.get(bytes, at);
        at += 4;
        int count = head >>> 1;
        boolean wide = (head & 1) != 0;
        if (count > (end - at) / (wide ? 2 : 1)) {
            throw new CodeFormatException("damaged: a string too long");
        }
        String text = wide ? wide(at, count) : new String(bytes, at, count, StandardCharsets.ISO_8859_1);
        return count <= MAX_INTERNED ? text.intern() : text;
    }

    private String wide(int at, int count) {
        String text = new String(bytes, at, count * 2, StandardCharsets.UTF_16BE);
        if (text.length() == count && text.indexOf('\ufffd') < 0) {
            return text;
        }
        // A lone surrogate is lost in a decoder.
        char[] chars = new char[count];
        for (int i = 0; i < count; i++) {
            chars[i] = (char) ((bytes[at + 2 * i] & 0xff) << 8 | bytes[at + 2 * i + 1] & 0xff);
        }
        return new String(chars);
    }
}
