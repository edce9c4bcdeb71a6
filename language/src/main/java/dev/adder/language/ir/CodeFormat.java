package dev.adder.language.ir;

import java.util.zip.CRC32C;

/**
 * The binary form of a code, for caches, library images and shipping to other computers: 16 bytes of head (magic,
 * version, length of the rest, its CRC-32C, all big-endian ints), then a string table and the code as
 * {@link CodeWriter} lays it out. The version changes with the form and with every change of {@link Op}'s rows.
 */
public final class CodeFormat {
    /** "ADIR". */
    public static final int MAGIC = 0x41444952;
    /** The form (2), the edition of the rows (3), and their number. */
    public static final int VERSION = 2 << 16 | 3 << 8 | Opcodes.COUNT & 0xff;
    static final int HEAD = 16;

    private CodeFormat() {
    }

    public static byte[] write(Code code) {
        byte[] bytes = new CodeWriter().write(code);
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, HEAD, bytes.length - HEAD);
        put(bytes, 0, MAGIC);
        put(bytes, 4, VERSION);
        put(bytes, 8, bytes.length - HEAD);
        put(bytes, 12, (int) checksum.getValue());
        return bytes;
    }

    public static Code read(byte[] bytes) {
        return read(bytes, 0, bytes.length, null);
    }

    /**
     * Reads a code.
     *
     * @param filename the file name that the code and all nested in it shall have, or null for the one written
     * @throws CodeFormatException if the bytes are not exactly one code of this version
     */
    public static Code read(byte[] bytes, int offset, int length, String filename) {
        return read(bytes, offset, length, filename, false);
    }

    /**
     * The same, but that the codes nested in it are {@link LazyCode}s, which keep {@code bytes} and read the rest
     * when it is asked for. The checksum has been compared by then: bytes that were damaged, by chance, are refused
     * here and not later. For files that only the build writes: bytes forged with the right checksum are noticed, as
     * {@link CodeFormatException}, as late as the code is read.
     */
    public static Code readLazily(byte[] bytes, int offset, int length, String filename) {
        return read(bytes, offset, length, filename, true);
    }

    private static Code read(byte[] bytes, int offset, int length, String filename, boolean lazy) {
        String fault = fault(bytes, offset, length);
        if (fault != null) {
            throw new CodeFormatException(fault);
        }
        return CodeReader.read(bytes, offset + HEAD, offset + length, filename, lazy);
    }

    /** What keeps the bytes from being one whole code of this version, or null. */
    public static String fault(byte[] bytes, int offset, int length) {
        if (offset < 0 || length < HEAD || offset > bytes.length - length) {
            return "cut short: " + length + " bytes";
        }
        if (get(bytes, offset) != MAGIC) {
            return "not an Adder code";
        }
        if (get(bytes, offset + 4) != VERSION) {
            return "version " + Integer.toHexString(get(bytes, offset + 4)) + ", wanted "
                    + Integer.toHexString(VERSION);
        }
        if (get(bytes, offset + 8) != length - HEAD) {
            return "cut short: " + (length - HEAD) + " bytes of " + get(bytes, offset + 8);
        }
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, offset + HEAD, length - HEAD);
        if ((int) checksum.getValue() != get(bytes, offset + 12)) {
            return "damaged: wrong checksum";
        }
        return null;
    }

    static void put(byte[] bytes, int at, int value) {
        bytes[at] = (byte) (value >> 24);
        bytes[at + 1] = (byte) (value >> 16);
        bytes[at + 2] = (byte) (value >> 8);
        bytes[at + 3] = (byte) value;
    }

    static int get(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8
                | bytes[at + 3] & 0xff;
    }
}
