package dev.adder.stdlib.binascii;

import dev.adder.runtime.PyRaise;
import java.util.Arrays;
import java.util.Base64;

/** Base64 with CPython's lenient and strict reading ({@code Modules/binascii.c}). */
final class Base64Codec {

    private static final byte[] VALUES = values();

    private Base64Codec() {
    }

    private static byte[] values() {
        byte[] values = new byte[256];
        Arrays.fill(values, (byte) -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < 64; i++) {
            values[alphabet.charAt(i)] = (byte) i;
        }
        return values;
    }

    static byte[] encode(byte[] data, boolean newline) {
        byte[] coded = Base64.getEncoder().encode(data);
        if (!newline) {
            return coded;
        }
        byte[] line = Arrays.copyOf(coded, coded.length + 1);
        line[coded.length] = '\n';
        return line;
    }

    static byte[] decode(byte[] text, boolean strict) {
        if (strict && text.length > 0 && text[0] == '=') {
            throw error("Leading padding not allowed");
        }
        byte[] out = new byte[(int) ((text.length + 3L) / 4 * 3)];
        int n = 0;
        int inQuad = 0;
        int left = 0;
        int pads = 0;
        boolean padded = false;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '=') {
                padded = true;
                if (strict && inQuad == 0) {
                    throw error("Excess padding not allowed");
                }
                if (inQuad >= 2 && inQuad + ++pads >= 4) {
                    if (strict && i + 1 < text.length) {
                        throw error("Excess data after padding");
                    }
                    return Arrays.copyOf(out, n);
                }
                continue;
            }
            int value = VALUES[text[i] & 0xFF];
            if (value < 0) {
                if (strict) {
                    throw error("Only base64 data is allowed");
                }
                continue;
            }
            if (strict && padded) {
                throw error("Discontinuous padding not allowed");
            }
            pads = 0;
            left = left << 6 | value;
            if (inQuad > 0) {
                out[n++] = (byte) (left >> 6 - 2 * inQuad);
            }
            inQuad = inQuad + 1 & 3;
        }
        if (inQuad == 1) {
            throw error("Invalid base64-encoded string: number of data characters (" + (n / 3 * 4 + 1)
                    + ") cannot be 1 more than a multiple of 4");
        }
        if (inQuad != 0) {
            throw error("Incorrect padding");
        }
        return Arrays.copyOf(out, n);
    }

    private static PyRaise error(String message) {
        return BinasciiModule.error(message);
    }
}
