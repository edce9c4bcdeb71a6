package dev.adder.stdlib.struct;

import dev.adder.runtime.PyRaise;

/**
 * A parsed struct format: what stands where. Meaning and errors are those of CPython's {@code Modules/_struct.c}
 * ({@code prepare_s}); native sizes and alignments are those of 64-bit Linux. Immutable.
 */
final class StructFormat {

    /** Per group of equal items: the code, its first offset, the size of one item, the number of items. */
    private char[] codes = new char[8];
    private long[] offsets = new long[8];
    private long[] sizes = new long[8];
    private long[] repeats = new long[8];
    private int groups;
    private long items;
    private long size;
    final boolean bigEndian;
    private final boolean isNative;

    StructFormat(String format) {
        char first = format.isEmpty() ? '@' : format.charAt(0);
        boolean prefixed = first == '<' || first == '>' || first == '!' || first == '=' || first == '@';
        isNative = !prefixed || first == '@';
        bigEndian = first == '>' || first == '!';
        parse(format, prefixed ? 1 : 0);
    }

    boolean isNative() {
        return isNative;
    }

    int groups() {
        return groups;
    }

    char code(int group) {
        return codes[group];
    }

    int offset(int group) {
        return (int) offsets[group];
    }

    /** Bytes of one item. */
    int size(int group) {
        return (int) sizes[group];
    }

    int repeat(int group) {
        return (int) repeats[group];
    }

    /** How many values are packed or unpacked. */
    long items() {
        return items;
    }

    long size() {
        return size;
    }

    private static PyRaise tooLong() {
        return StructModule.error("total struct size too long");
    }

    private void parse(String format, int start) {
        int i = start;
        while (i < format.length()) {
            char c = format.charAt(i++);
            if (c == ' ' || c >= '\t' && c <= '\r') {
                continue;
            }
            long count = 1;
            if (c >= '0' && c <= '9') {
                count = 0;
                while (c >= '0' && c <= '9') {
                    if (count > (Long.MAX_VALUE - (c - '0')) / 10) {
                        throw tooLong();
                    }
                    count = count * 10 + (c - '0');
                    if (i == format.length()) {
                        throw StructModule.error("repeat count given without format specifier");
                    }
                    c = format.charAt(i++);
                }
            }
            add(c, count);
        }
    }

    private void add(char code, long count) {
        int width = width(code);
        if (width < 0) {
            throw StructModule.error("bad char in struct format");
        }
        align(code);
        if (count > (Long.MAX_VALUE - size) / width) {
            throw tooLong();
        }
        boolean one = code == 's' || code == 'p';
        if (code != 'x' && (one || count > 0)) {
            group(code, one ? count : width, one ? 1 : count);
        }
        size += count * width;
    }

    private void group(char code, long itemSize, long count) {
        if (groups == codes.length) {
            codes = java.util.Arrays.copyOf(codes, groups * 2);
            offsets = java.util.Arrays.copyOf(offsets, groups * 2);
            sizes = java.util.Arrays.copyOf(sizes, groups * 2);
            repeats = java.util.Arrays.copyOf(repeats, groups * 2);
        }
        codes[groups] = code;
        offsets[groups] = size;
        sizes[groups] = itemSize;
        repeats[groups] = count;
        groups++;
        items += count;
    }

    private void align(char code) {
        if (!isNative) {
            return;
        }
        int alignment = switch (code) {
            case 'F' -> 4;
            case 'D' -> 8;
            case 's', 'p', 'x' -> 1;
            default -> width(code);
        };
        if (size > Long.MAX_VALUE - alignment) {
            throw tooLong();
        }
        size = (size + alignment - 1) / alignment * alignment;
    }

    /** Bytes of one item, -1 for no such code. */
    private int width(char code) {
        return switch (code) {
            case 'x', 'b', 'B', 'c', 's', 'p', '?' -> 1;
            case 'h', 'H', 'e' -> 2;
            case 'i', 'I', 'f' -> 4;
            case 'l', 'L' -> isNative ? 8 : 4;
            case 'q', 'Q', 'd', 'F' -> 8;
            case 'n', 'N', 'P' -> isNative ? 8 : -1;
            case 'D' -> 16;
            default -> -1;
        };
    }
}
