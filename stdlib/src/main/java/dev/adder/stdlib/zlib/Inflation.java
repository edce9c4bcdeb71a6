package dev.adder.stdlib.zlib;

import dev.adder.runtime.ThreadState;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** One stream being decompressed: raw, zlib or gzip, or whichever of the last two it shows itself to be. */
final class Inflation {

    private enum State { HEADER, DATA, TRAILER, END }

    private static final int GZIP_HEADER = 10;
    private static final int GZIP_TRAILER = 8;

    private final byte[] dictionary;
    private boolean gzip;
    private final boolean raw;
    private State state;
    private Inflater inflater;
    private CRC32 crc;
    private long length;
    private boolean wantsDictionary;
    /** Input not yet used. */
    private byte[] input = new byte[0];
    private int at;

    Inflation(int wbits, byte[] dictionary) {
        this.dictionary = dictionary;
        raw = wbits < 0;
        gzip = wbits > 15 && wbits < 32;
        state = raw ? State.DATA : State.HEADER;
        inflater = raw ? new Inflater(true) : null;
        automatic = wbits >= 32;
        if (raw && dictionary != null) {
            inflater.setDictionary(dictionary);
        }
    }

    private final boolean automatic;

    static boolean isValid(int wbits) {
        return wbits >= -15 && wbits <= -8 || wbits == 0 || wbits >= 8 && wbits <= 15 || wbits >= 24 && wbits <= 31
                || wbits >= 40 && wbits <= 47 || wbits == 32;
    }

    void feed(byte[] more) {
        if (at == input.length) {
            input = more;
        } else {
            byte[] all = Arrays.copyOfRange(input, at, input.length + more.length);
            System.arraycopy(more, 0, all, input.length - at, more.length);
            input = all;
        }
        at = 0;
    }

    boolean ended() {
        return state == State.END;
    }

    boolean wantsDictionary() {
        return wantsDictionary;
    }

    /** The input that has not been used. */
    byte[] rest() {
        return Arrays.copyOfRange(input, at, input.length);
    }

    void dropRest() {
        input = new byte[0];
        at = 0;
    }

    boolean hasRest() {
        return at < input.length;
    }

    /** Decompresses up to {@code limit} bytes of what was fed. */
    byte[] read(ThreadState ts, long limit) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(8192, (int) Math.min(limit, 8192)));
        if (state == State.HEADER) {
            readHeader();
        }
        if (state == State.DATA) {
            readData(ts, out, limit);
        }
        if (state == State.TRAILER) {
            readTrailer();
        }
        return out.toByteArray();
    }

    private static RuntimeException bad(String what) {
        return ZlibModule.error("Error -3 while decompressing data: " + what);
    }

    private void readHeader() {
        int have = input.length - at;
        if (automatic && have >= 1) {
            gzip = (input[at] & 0xFF) == 0x1f;
        }
        if (gzip) {
            readGzipHeader();
            return;
        }
        if (have < 2) {
            return;
        }
        int first = input[at] & 0xFF;
        int second = input[at + 1] & 0xFF;
        if ((first << 8 | second) % 31 != 0) {
            throw bad("incorrect header check");
        }
        if ((first & 15) != 8) {
            throw bad("unknown compression method");
        }
        if (first >> 4 > 7) {
            throw bad("invalid window size");
        }
        inflater = new Inflater(false);
        state = State.DATA;
    }

    private void readGzipHeader() {
        int i = at;
        if (input.length - i < GZIP_HEADER) {
            return;
        }
        if ((input[i] & 0xFF) != 0x1f || (input[i + 1] & 0xFF) != 0x8b) {
            throw bad("incorrect header check");
        }
        if (input[i + 2] != 8) {
            throw bad("unknown compression method");
        }
        int flags = input[i + 3];
        if ((flags & 0xe0) != 0) {
            throw bad("unknown header flags set");
        }
        i += GZIP_HEADER;
        if ((flags & 4) != 0) {
            if (input.length - i < 2) {
                return;
            }
            i += 2 + (input[i] & 0xFF | (input[i + 1] & 0xFF) << 8);
        }
        for (int bit = 8; bit <= 16; bit *= 2) {
            if ((flags & bit) != 0) {
                while (i < input.length && input[i] != 0) {
                    i++;
                }
                i++;
            }
        }
        if ((flags & 2) != 0) {
            i += 2;
        }
        if (i > input.length) {
            return;
        }
        at = i;
        inflater = new Inflater(true);
        crc = new CRC32();
        state = State.DATA;
    }

    private void readData(ThreadState ts, ByteArrayOutputStream out, long limit) {
        byte[] buffer = new byte[8192];
        inflater.setInput(input, at, input.length - at);
        long left = limit;
        try {
            while (left > 0) {
                int n = inflater.inflate(buffer, 0, (int) Math.min(left, buffer.length));
                out.write(buffer, 0, n);
                length += n;
                left -= n;
                if (crc != null) {
                    crc.update(buffer, 0, n);
                }
                if (inflater.needsDictionary()) {
                    if (dictionary == null) {
                        wantsDictionary = true;
                        break;
                    }
                    setDictionary();
                } else if (n == 0) {
                    break;
                }
                if ((length & 0xFFFFF) < n) {
                    ts.poll();
                }
            }
        } catch (DataFormatException e) {
            throw bad(e.getMessage() == null ? "invalid input data" : e.getMessage());
        } finally {
            at = input.length - inflater.getRemaining();
        }
        if (inflater.finished()) {
            inflater.end();
            state = gzip ? State.TRAILER : State.END;
        }
    }

    private void setDictionary() {
        try {
            inflater.setDictionary(dictionary);
        } catch (IllegalArgumentException e) {
            throw ZlibModule.error("Error -3 while setting zdict: invalid input data");
        }
    }

    private void readTrailer() {
        if (input.length - at < GZIP_TRAILER) {
            return;
        }
        if (littleEndian(at) != (int) crc.getValue()) {
            throw bad("incorrect data check");
        }
        if (littleEndian(at + 4) != (int) length) {
            throw bad("incorrect length check");
        }
        at += GZIP_TRAILER;
        state = State.END;
    }

    private int littleEndian(int i) {
        return input[i] & 0xFF | (input[i + 1] & 0xFF) << 8 | (input[i + 2] & 0xFF) << 16 | input[i + 3] << 24;
    }

    void close() {
        if (inflater != null) {
            inflater.end();
        }
    }
}
