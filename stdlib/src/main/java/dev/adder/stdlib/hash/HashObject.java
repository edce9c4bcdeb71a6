package dev.adder.stdlib.hash;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyBytes;
import java.util.Arrays;
import java.util.HexFormat;

/** What all hash objects have in common. */
abstract class HashObject extends PyObject {

    private static final int PIECE = 1 << 18;

    private final Digest digest;

    HashObject(PyType type, Digest digest) {
        super(type);
        this.digest = digest;
    }

    /** In pieces, so that Ctrl-C is answered while gigabytes are hashed. */
    final void read(byte[] data) {
        if (data.length <= PIECE) {
            readPiece(data);
            return;
        }
        ThreadState ts = ThreadState.here();
        for (int at = 0; at < data.length; at += PIECE) {
            readPiece(Arrays.copyOfRange(data, at, Math.min(data.length, at + PIECE)));
            if (ts != null) {
                ts.poll();
            }
        }
    }

    private synchronized void readPiece(byte[] data) {
        digest.update(data);
    }

    final synchronized byte[] result(int length) {
        return digest.digest(length);
    }

    final synchronized Digest copyOfDigest() {
        return digest.copy();
    }

    static Object hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static Object bytes(byte[] bytes) {
        return PyBytes.of(bytes);
    }

    @PyGetter("name")
    abstract Object name();

    @PyGetter("block_size")
    abstract long blockSize();

    @PyGetter("digest_size")
    abstract long digestSize();

    @PyMethod("copy($self, /)")
    abstract Object copy();
}
