package dev.adder.stdlib.hash;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.objects.PyBytes;
import java.util.HexFormat;

/** What all hash objects have in common. */
abstract class HashObject extends PyObject {

    private final Digest digest;

    HashObject(PyType type, Digest digest) {
        super(type);
        this.digest = digest;
    }

    final synchronized void read(byte[] data) {
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
