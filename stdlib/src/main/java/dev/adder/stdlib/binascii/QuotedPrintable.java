package dev.adder.stdlib.binascii;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Quoted-printable, with the line breaking of CPython's {@code Modules/binascii.c}. */
final class QuotedPrintable {

    private static final int LONGEST_LINE = 76;
    private static final byte[] DIGITS = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E',
        'F'};

    private final byte[] data;
    private final boolean quoteTabs;
    private final boolean isText;
    private final boolean header;
    private final boolean crlf;
    private byte[] out = new byte[64];
    private int size;
    private int lineLength;

    private QuotedPrintable(byte[] data, boolean quoteTabs, boolean isText, boolean header) {
        this.data = data;
        this.quoteTabs = quoteTabs;
        this.isText = isText;
        this.header = header;
        int newline = 0;
        while (newline < data.length && data[newline] != '\n') {
            newline++;
        }
        crlf = newline < data.length && newline > 0 && data[newline - 1] == '\r';
    }

    static byte[] decode(byte[] data, boolean header) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(data.length);
        int i = 0;
        while (i < data.length) {
            byte c = data[i++];
            if (c != '=') {
                out.write(header && c == '_' ? ' ' : c);
                continue;
            }
            if (i >= data.length) {
                break;
            }
            if (data[i] == '\n' || data[i] == '\r') {
                while (i < data.length && data[i] != '\n') {
                    i++;
                }
                i++;
            } else if (data[i] == '=') {
                out.write('=');
                i++;
            } else if (i + 1 < data.length && Hex.digit(data[i]) >= 0 && Hex.digit(data[i + 1]) >= 0) {
                out.write(Hex.digit(data[i]) << 4 | Hex.digit(data[i + 1]));
                i += 2;
            } else {
                out.write('=');
            }
        }
        return out.toByteArray();
    }

    static byte[] encode(byte[] data, boolean quoteTabs, boolean isText, boolean header) {
        return new QuotedPrintable(data, quoteTabs, isText, header).encode();
    }

    private byte[] encode() {
        int i = 0;
        while (i < data.length) {
            if (mustQuote(i)) {
                if (lineLength + 3 >= LONGEST_LINE) {
                    softBreak();
                }
                quote(data[i++]);
                lineLength += 3;
            } else if (isText && (data[i] == '\n' || data[i] == '\r' && i + 1 < data.length && data[i + 1] == '\n')) {
                lineLength = 0;
                if (size > 0 && (out[size - 1] == ' ' || out[size - 1] == '\t')) {
                    quote(out[--size]);
                }
                newline();
                i += data[i] == '\r' ? 2 : 1;
            } else {
                if (i + 1 != data.length && data[i + 1] != '\n' && lineLength + 1 >= LONGEST_LINE) {
                    softBreak();
                }
                lineLength++;
                put(header && data[i] == ' ' ? (byte) '_' : data[i]);
                i++;
            }
        }
        return Arrays.copyOf(out, size);
    }

    private boolean mustQuote(int i) {
        int c = data[i] & 0xFF;
        boolean last = i + 1 == data.length;
        return switch (c) {
            case '=' -> true;
            case '_' -> header;
            case '.' -> lineLength == 0 && (last || data[i + 1] == '\n' || data[i + 1] == '\r' || data[i + 1] == 0);
            case '\r', '\n' -> !isText;
            case '\t', ' ' -> last || quoteTabs;
            default -> c > 126 || c < 33;
        };
    }

    private void put(byte b) {
        if (size == out.length) {
            out = Arrays.copyOf(out, size * 2);
        }
        out[size++] = b;
    }

    private void quote(byte b) {
        put((byte) '=');
        put(DIGITS[b >> 4 & 15]);
        put(DIGITS[b & 15]);
    }

    private void newline() {
        if (crlf) {
            put((byte) '\r');
        }
        put((byte) '\n');
    }

    private void softBreak() {
        put((byte) '=');
        newline();
        lineLength = 0;
    }
}
