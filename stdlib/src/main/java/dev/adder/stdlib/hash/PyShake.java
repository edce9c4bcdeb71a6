package dev.adder.stdlib.hash;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.ops.PyNumber;

/** A SHAKE hash object: the digest is as long as one asks. */
@PyTypeSpec(name = "shake", module = "_sha3")
final class PyShake extends HashObject {

    static final PyType SHAKE_128 = type("shake_128");
    static final PyType SHAKE_256 = type("shake_256");

    private static final int SUFFIX = 0x1f;
    private static final int STATE_BYTES = 200;
    private static final long LONGEST = 1L << 29;

    private PyShake(PyType type, Digest digest) {
        super(type, digest);
    }

    private static PyType type(String name) {
        return PyType.builtinFinal(name, "_sha3", null, new PyShakeTable());
    }

    private static int capacity(PyType type) {
        return type == SHAKE_128 ? 32 : 64;
    }

    @PyNew("(data=<unrepresentable>, /, *, usedforsecurity=True, string=<unrepresentable>)")
    static Object make(ThreadState ts, PyType cls, Object data, boolean usedForSecurity, Object string) {
        byte[] initial = HashInput.initial(ts, data, string);
        PyShake hash = new PyShake(cls, new Keccak(STATE_BYTES - capacity(cls), SUFFIX));
        hash.read(initial);
        return hash;
    }

    @Override
    Object name() {
        return type().name();
    }

    @Override
    long blockSize() {
        return STATE_BYTES - capacity(type());
    }

    @Override
    long digestSize() {
        return 0;
    }

    @PyGetter("_capacity_bits")
    long capacityBits() {
        return 8L * capacity(type());
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
        return new PyShake(type(), copyOfDigest());
    }

    @PyMethod("update($self, data, /)")
    void update(ThreadState ts, Object data) {
        read(HashInput.bytes(ts, data));
    }

    private static int length(ThreadState ts, Object length) {
        long n = PyNumber.asClipped(ts, length);
        if (n < 0) {
            throw Errors.valueError("Cannot convert negative int");
        }
        if (n >= LONGEST) {
            throw Errors.valueError("length is too large");
        }
        return (int) n;
    }

    @PyMethod("digest($self, /, length)")
    Object digest(ThreadState ts, Object length) {
        return bytes(result(length(ts, length)));
    }

    @PyMethod("hexdigest($self, /, length)")
    Object hexDigest(ThreadState ts, Object length) {
        return hex(result(length(ts, length)));
    }
}
