package dev.adder.stdlib.zlib;

import dev.adder.runtime.ThreadState;
import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** One compressed stream: raw, zlib or gzip. The JDK's deflater knows no window but the largest one. */
final class Deflation {

    static final int NO_FLUSH = 0;
    static final int PARTIAL_FLUSH = 1;
    static final int SYNC_FLUSH = 2;
    static final int FULL_FLUSH = 3;
    static final int FINISH = 4;
    static final int BLOCK = 5;

    private static final int PIECE = 1 << 16;
    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3};

    private final Deflater deflater;
    private final CRC32 crc;
    private long length;
    private boolean finished;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[8192];

    private Deflation(Deflater deflater, boolean gzip, int level) {
        this.deflater = deflater;
        this.crc = gzip ? new CRC32() : null;
        if (gzip) {
            byte[] header = GZIP_HEADER.clone();
            header[8] = (byte) (level == 9 ? 2 : level == 1 ? 4 : 0);
            out.writeBytes(header);
        }
    }

    /** A stream of the form that {@code wbits} says, or null if it says none. */
    static Deflation make(int level, int wbits, int strategy) {
        boolean raw = wbits >= -15 && wbits <= -8;
        boolean gzip = wbits >= 25 && wbits <= 31;
        if (!raw && !gzip && (wbits < 8 || wbits > 15)) {
            return null;
        }
        Deflater deflater = new Deflater(level, raw || gzip);
        if (strategy == Deflater.FILTERED || strategy == Deflater.HUFFMAN_ONLY) {
            deflater.setStrategy(strategy);
        }
        return new Deflation(deflater, gzip, level);
    }

    void setDictionary(byte[] dictionary) {
        deflater.setDictionary(dictionary);
    }

    boolean isFinished() {
        return finished;
    }

    void write(ThreadState ts, byte[] data) {
        length += data.length;
        if (crc != null) {
            crc.update(data);
        }
        for (int at = 0; at < data.length; at += PIECE) {
            deflater.setInput(data, at, Math.min(PIECE, data.length - at));
            drain(Deflater.NO_FLUSH);
            ts.poll();
        }
    }

    void flush(int mode) {
        if (mode == FINISH) {
            deflater.finish();
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            if (crc != null) {
                writeLittleEndian((int) crc.getValue());
                writeLittleEndian((int) length);
            }
            finished = true;
            deflater.end();
        } else if (mode != NO_FLUSH) {
            drain(mode == FULL_FLUSH ? Deflater.FULL_FLUSH : Deflater.SYNC_FLUSH);
        }
    }

    private void writeLittleEndian(int value) {
        for (int i = 0; i < 4; i++) {
            out.write(value >>> 8 * i);
        }
    }

    private void drain(int mode) {
        int n;
        do {
            n = deflater.deflate(buffer, 0, buffer.length, mode);
            out.write(buffer, 0, n);
        } while (n == buffer.length || mode == Deflater.NO_FLUSH && n > 0);
    }

    /** What has been compressed since the last call. */
    byte[] take() {
        byte[] bytes = out.toByteArray();
        out.reset();
        return bytes;
    }

    void close() {
        deflater.end();
    }
}
