package dev.adder.stdlib.binascii;

import java.util.zip.CRC32;

/** Checksums that go on from an earlier value. */
public final class Crc {

    private static final int POLYNOMIAL = 0xEDB88320;
    private static final int HQX_POLYNOMIAL = 0x1021;
    /** Below this length the table loop is faster than combining. */
    private static final int SHORT = 512;

    private static final int[] TABLE = table();

    private Crc() {
    }

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < 256; i++) {
            int c = i;
            for (int k = 0; k < 8; k++) {
                c = (c & 1) != 0 ? c >>> 1 ^ POLYNOMIAL : c >>> 1;
            }
            table[i] = c;
        }
        return table;
    }

    /** The CRC-32 of what {@code before} is the checksum of, followed by the data. */
    public static int crc32(byte[] data, int before) {
        if (data.length < SHORT) {
            int c = ~before;
            for (byte b : data) {
                c = c >>> 8 ^ TABLE[(c ^ b) & 0xFF];
            }
            return ~c;
        }
        CRC32 crc = new CRC32();
        crc.update(data);
        int own = (int) crc.getValue();
        return before == 0 ? own : shift(before, data.length) ^ own;
    }

    /** The checksum moved by {@code length} zero bytes: zlib's crc32_combine by matrix squaring. */
    private static int shift(int crc, long length) {
        int[] even = new int[32];
        int[] odd = new int[32];
        odd[0] = POLYNOMIAL;
        for (int i = 1; i < 32; i++) {
            odd[i] = 1 << i - 1;
        }
        square(even, odd);
        square(odd, even);
        int result = crc;
        int[] now = odd;
        int[] next = even;
        for (long n = length; n != 0; n >>>= 1) {
            square(next, now);
            if ((n & 1) != 0) {
                result = times(next, result);
            }
            int[] swap = now;
            now = next;
            next = swap;
        }
        return result;
    }

    private static int times(int[] matrix, int vector) {
        int sum = 0;
        int v = vector;
        for (int i = 0; v != 0; i++, v >>>= 1) {
            if ((v & 1) != 0) {
                sum ^= matrix[i];
            }
        }
        return sum;
    }

    private static void square(int[] result, int[] matrix) {
        for (int i = 0; i < 32; i++) {
            result[i] = times(matrix, matrix[i]);
        }
    }

    /** CRC-CCITT, as BinHex uses it. */
    static int hqx(byte[] data, int before) {
        int crc = before;
        for (byte b : data) {
            crc ^= (b & 0xFF) << 8;
            for (int k = 0; k < 8; k++) {
                crc = (crc & 0x8000) != 0 ? crc << 1 ^ HQX_POLYNOMIAL : crc << 1;
            }
            crc &= 0xFFFF;
        }
        return crc;
    }
}
