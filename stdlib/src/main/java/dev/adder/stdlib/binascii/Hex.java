package dev.adder.stdlib.binascii;

/** Bytes as hexadecimal digits. */
final class Hex {

    private static final byte[] DIGITS = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e',
        'f'};

    private Hex() {
    }

    static byte[] encode(byte[] data) {
        byte[] out = new byte[Math.multiplyExact(data.length, 2)];
        for (int i = 0; i < data.length; i++) {
            out[2 * i] = DIGITS[data[i] >> 4 & 15];
            out[2 * i + 1] = DIGITS[data[i] & 15];
        }
        return out;
    }

    /** With a separator between groups of bytes, counted from the right, or from the left if {@code group < 0}. */
    static byte[] encode(byte[] data, byte separator, int group) {
        int n = data.length;
        long size = Math.abs((long) group);
        int separators = n == 0 ? 0 : (int) ((n - 1) / size);
        byte[] out = new byte[2 * n + separators];
        int at = 0;
        for (int i = 0; i < n; i++) {
            if (i > 0 && (group > 0 ? n - i : i) % size == 0) {
                out[at++] = separator;
            }
            out[at++] = DIGITS[data[i] >> 4 & 15];
            out[at++] = DIGITS[data[i] & 15];
        }
        return out;
    }

    static byte[] decode(byte[] hex) {
        if ((hex.length & 1) != 0) {
            throw BinasciiModule.error("Odd-length string");
        }
        byte[] out = new byte[hex.length / 2];
        for (int i = 0; i < out.length; i++) {
            int high = digit(hex[2 * i]);
            int low = digit(hex[2 * i + 1]);
            if (high < 0 || low < 0) {
                throw BinasciiModule.error("Non-hexadecimal digit found");
            }
            out[i] = (byte) (high << 4 | low);
        }
        return out;
    }

    /** The value of a digit, or -1. */
    static int digit(byte c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int lower = c | 0x20;
        return c > 0 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
