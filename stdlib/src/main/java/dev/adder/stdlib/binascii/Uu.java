package dev.adder.stdlib.binascii;

import java.util.Arrays;

/** One line of uuencoded data. */
final class Uu {

    private static final int LONGEST = 45;

    private Uu() {
    }

    static byte[] decode(byte[] line) {
        int wanted = (line.length == 0 ? 0 : line[0]) - ' ' & 63;
        byte[] out = new byte[wanted];
        int n = 0;
        int bits = 0;
        int left = 0;
        int i = 1;
        while (n < wanted) {
            int c = i < line.length ? line[i] & 0xFF : 0;
            if (i >= line.length || c == '\n' || c == '\r') {
                c = 0;
            } else {
                if (c < ' ' || c > ' ' + 64) {
                    throw BinasciiModule.error("Illegal char");
                }
                c = c - ' ' & 63;
            }
            i++;
            left = left << 6 | c;
            bits += 6;
            if (bits >= 8) {
                bits -= 8;
                out[n++] = (byte) (left >> bits);
                left &= (1 << bits) - 1;
            }
        }
        for (; i < line.length; i++) {
            int c = line[i];
            if (c != ' ' && c != ' ' + 64 && c != '\n' && c != '\r') {
                throw BinasciiModule.error("Trailing garbage");
            }
        }
        return out;
    }

    static byte[] encode(byte[] data, boolean backtick) {
        if (data.length > LONGEST) {
            throw BinasciiModule.error("At most 45 bytes at once");
        }
        byte[] out = new byte[2 + (data.length + 2) / 3 * 4];
        int n = 0;
        out[n++] = digit(data.length, backtick);
        int bits = 0;
        int left = 0;
        for (int i = 0; i < data.length || bits != 0; i++) {
            left = left << 8 | (i < data.length ? data[i] & 0xFF : 0);
            bits += 8;
            while (bits >= 6) {
                bits -= 6;
                out[n++] = digit(left >> bits & 63, backtick);
            }
        }
        out[n++] = '\n';
        return Arrays.copyOf(out, n);
    }

    private static byte digit(int value, boolean backtick) {
        return (byte) (backtick && value == 0 ? '`' : value + ' ');
    }
}
