package dev.adder.stdlib.hash;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyBytes;

/** A SHA-3 hash object; each digest size has a type of its own. */
@PyTypeSpec(name = "sha3", module = "_sha3")
final class PySha3 extends HashObject {

    static final PyType SHA3_224 = type("sha3_224");
    static final PyType SHA3_256 = type("sha3_256");
    static final PyType SHA3_384 = type("sha3_384");
    static final PyType SHA3_512 = type("sha3_512");

    private static final int SUFFIX = 0x06;
    private static final int STATE_BYTES = 200;

    private final int size;

    private PySha3(PyType type, int size, Digest digest) {
        super(type, digest);
        this.size = size;
    }

    private static PyType type(String name) {
        return PyType.builtinFinal(name, "_sha3", null, new PySha3Table());
    }

    @PyNew("(data=<unrepresentable>, /, *, usedforsecurity=True, string=<unrepresentable>)")
    static Object make(ThreadState ts, PyType cls, Object data, boolean usedForSecurity, Object string) {
        int size = cls == SHA3_224 ? 28 : cls == SHA3_256 ? 32 : cls == SHA3_384 ? 48 : 64;
        byte[] initial = HashInput.initial(ts, data, string);
        PySha3 hash = new PySha3(cls, size, new Keccak(STATE_BYTES - 2 * size, SUFFIX));
        hash.read(initial);
        return hash;
    }

    @Override
    Object name() {
        return type().name();
    }

    @Override
    long blockSize() {
        return STATE_BYTES - 2 * size;
    }

    @Override
    long digestSize() {
        return size;
    }

    @PyGetter("_capacity_bits")
    long capacityBits() {
        return 16L * size;
    }

    @PyGetter("_rate_bits")
    long rateBits() {
        return 8 * blockSize();
    }

    @PyGetter("_suffix")
    Object suffix() {
        return PyBytes.of(new byte[] {SUFFIX});
    }

    @Override
    Object copy() {
        return new PySha3(type(), size, copyOfDigest());
    }

    @PyMethod("update($self, data, /)")
    void update(ThreadState ts, Object data) {
        read(HashInput.bytes(ts, data));
    }

    @PyMethod("digest($self, /)")
    Object digest() {
        return bytes(result(size));
    }

    @PyMethod("hexdigest($self, /)")
    Object hexDigest() {
        return hex(result(size));
    }
}
