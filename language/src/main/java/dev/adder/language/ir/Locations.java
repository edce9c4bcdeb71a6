package dev.adder.language.ir;

/**
 * Reads a code's location table: ranges of pcs with line, column, end line and end column (columns in UTF-8 bytes, as
 * in the syntax tree; -1 for none; line 0 for an instruction of no line).
 *
 * <p>Form: for each range, its length in ints as a varint; then the line's difference from the range before (zigzag
 * varint, from {@code firstLine} at first); end line minus line, column + 1 and end column + 1 as varints. A range
 * without a line is its length followed by the difference {@link #NO_LINE} alone.
 */
public final class Locations {
    /** A difference no real line has. */
    static final int NO_LINE = Integer.MIN_VALUE + 1;

    private final byte[] table;
    private int at;
    private int lastLine;
    private int start;
    private int end;
    private int line;
    private int column;
    private int endLine;
    private int endColumn;

    public Locations(byte[] table, int firstLine) {
        this.table = table;
        this.lastLine = firstLine;
    }

    /** Goes to the next range; false at the end. */
    public boolean next() {
        if (at >= table.length) {
            return false;
        }
        start = end;
        end = start + varint();
        int difference = unzigzag(varint());
        if (difference == NO_LINE) {
            line = 0;
            endLine = 0;
            column = -1;
            endColumn = -1;
            return true;
        }
        line = lastLine + difference;
        lastLine = line;
        endLine = line + varint();
        column = varint() - 1;
        endColumn = varint() - 1;
        return true;
    }

    /** Goes to the range of {@code pc}; call it on a new reader. */
    public Locations seek(int pc) {
        while (next()) {
            if (pc < end) {
                return this;
            }
        }
        line = 0;
        endLine = 0;
        column = -1;
        endColumn = -1;
        return this;
    }

    private int varint() {
        int value = 0;
        int shift = 0;
        while (true) {
            byte b = table[at++];
            value |= (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
            shift += 7;
        }
    }

    private static int unzigzag(int n) {
        return (n >>> 1) ^ -(n & 1);
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    public int endLine() {
        return endLine;
    }

    public int endColumn() {
        return endColumn;
    }

    /** Writes such a table. */
    static final class Writer {
        private byte[] out = new byte[64];
        private int length;
        private int lastLine;

        Writer(int firstLine) {
            lastLine = firstLine;
        }

        void range(int size, int line, int column, int endLine, int endColumn) {
            varint(size);
            varint(zigzag(line - lastLine));
            lastLine = line;
            varint(Math.max(endLine - line, 0));
            varint(column + 1);
            varint(endColumn + 1);
        }

        void rangeWithoutLine(int size) {
            varint(size);
            varint(zigzag(NO_LINE));
        }

        private void varint(int n) {
            int value = n;
            while ((value & ~0x7f) != 0) {
                put((value & 0x7f) | 0x80);
                value >>>= 7;
            }
            put(value);
        }

        private void put(int b) {
            if (length == out.length) {
                out = java.util.Arrays.copyOf(out, length * 2);
            }
            out[length++] = (byte) b;
        }

        private static int zigzag(int n) {
            return (n << 1) ^ (n >> 31);
        }

        byte[] toBytes() {
            return java.util.Arrays.copyOf(out, length);
        }
    }
}
