package dev.adder.stdlib.json;

import dev.adder.language.text.StrBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Collects the text that is being written: as Latin-1 bytes, which is all that is needed unless {@code ensure_ascii} is
 * off, and as a {@link StrBuilder} from the first other character on. Measured against a StrBuilder alone: see
 * {@code bench/}.
 */
final class JsonWriter {

    final JsonEncoder.Path path = new JsonEncoder.Path();
    private byte[] bytes = new byte[256];
    private int size;
    private StrBuilder wide;

    void append(char c) {
        if (wide != null || c > 0xFF) {
            widened().append(c);
            return;
        }
        if (size == bytes.length) {
            grow(1);
        }
        bytes[size++] = (byte) c;
    }

    void append(String s) {
        int seen = 0;
        for (int i = 0; i < s.length(); i++) {
            seen |= s.charAt(i);
        }
        append(s, 0, s.length(), seen);
    }

    /** Part of a String of which every char is one code point; {@code seen} has all bits of all its chars. */
    @SuppressWarnings("deprecation")
    void append(String s, int from, int to, int seen) {
        if (from >= to) {
            return;
        }
        if (wide != null || seen > 0xFF) {
            widened().append(s, from, to);
            return;
        }
        int n = to - from;
        if (n > bytes.length - size) {
            grow(n);
        }
        // The deprecated method drops the high bytes, which are zero here, and is one array copy.
        s.getBytes(from, to, bytes, size);
        size += n;
    }

    /** Appends Latin-1 characters, few; whether it did, which it does not once others were met. */
    boolean appendLatin1(byte[] text) {
        if (wide != null) {
            return false;
        }
        if (text.length > bytes.length - size) {
            grow(text.length);
        }
        for (byte b : text) {
            bytes[size++] = b;
        }
        return true;
    }

    /** Appends the ASCII characters that JSON writes as they are, up to the first other one, whose index it gives. */
    int appendPlain(String s) {
        int n = s.length();
        if (wide != null) {
            return 0;
        }
        if (n > bytes.length - size) {
            grow(n);
        }
        byte[] to = bytes;
        int start = size;
        int i = 0;
        while (i < n) {
            char c = s.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                break;
            }
            to[start + i++] = (byte) c;
        }
        size = start + i;
        return i;
    }

    void appendCodePoint(int c) {
        if (c <= 0xFF) {
            append((char) c);
        } else {
            widened().append(c);
        }
    }

    /** A Python text: String or WideStr. */
    void appendText(Object text) {
        if (text instanceof String s) {
            append(s);
        } else {
            widened().append(text);
        }
    }

    void appendLong(long value) {
        if (wide != null) {
            wide.append(Long.toString(value));
            return;
        }
        if (size > bytes.length - 20) {
            grow(20);
        }
        if (value == Long.MIN_VALUE) {
            append(Long.toString(value));
            return;
        }
        long rest = value;
        if (rest < 0) {
            bytes[size++] = '-';
            rest = -rest;
        }
        int end = size;
        long scale = rest;
        do {
            end++;
            scale /= 10;
        } while (scale != 0);
        size = end;
        do {
            bytes[--end] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
    }

    private void grow(int more) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }

    private StrBuilder widened() {
        if (wide == null) {
            wide = new StrBuilder(2 * size);
            wide.append(new String(bytes, 0, size, StandardCharsets.ISO_8859_1));
            bytes = null;
        }
        return wide;
    }

    Object build() {
        return wide != null ? wide.build() : new String(bytes, 0, size, StandardCharsets.ISO_8859_1);
    }
}
