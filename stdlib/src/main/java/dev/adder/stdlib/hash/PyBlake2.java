package dev.adder.stdlib.hash;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.stdlib.Buffers;
import java.math.BigInteger;

/** A BLAKE2b or BLAKE2s hash object. */
@PyTypeSpec(name = "blake2", module = "_blake2")
final class PyBlake2 extends HashObject {

    static final PyType BLAKE2B = type("blake2b", 64, 16);
    static final PyType BLAKE2S = type("blake2s", 32, 8);

    private final int size;

    private PyBlake2(PyType type, int size, Digest digest) {
        super(type, digest);
        this.size = size;
    }

    private static PyType type(String name, long digest, long salt) {
        PyType type = PyType.builtinFinal(name, "_blake2", null, new PyBlake2Table());
        type.dict().putStr("MAX_DIGEST_SIZE", digest);
        type.dict().putStr("MAX_KEY_SIZE", digest);
        type.dict().putStr("SALT_SIZE", salt);
        type.dict().putStr("PERSON_SIZE", salt);
        return type;
    }

    @PyNew("(data=<unrepresentable>, /, *, digest_size=None, key=<unrepresentable>, salt=<unrepresentable>, "
            + "person=<unrepresentable>, fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, "
            + "last_node=False, usedforsecurity=True, string=<unrepresentable>)")
    static Object make(ThreadState ts, PyType cls, Object data, Object digestSize, Object key, Object salt,
            Object person,
            int fanout, int depth, Object leafSize, Object nodeOffset, int nodeDepth, int innerSize, boolean lastNode,
            boolean usedForSecurity, Object string) {
        byte[] initial = HashInput.initial(ts, data, string);
        boolean wide = cls == BLAKE2B;
        int longest = wide ? 64 : 32;
        long size = digestSize == dev.adder.runtime.PyNone.NONE ? longest : PyNumber.asInt(ts, digestSize);
        if (size < 1 || size > longest) {
            throw Errors.valueError("digest_size for " + (wide ? "Blake2b" : "Blake2s") + " must be between 1 and "
                    + longest + " bytes, here it is " + size);
        }
        int part = wide ? 16 : 8;
        byte[] block = new byte[wide ? 64 : 32];
        byte[] saltBytes = limited(ts, "salt", salt, part);
        byte[] personBytes = limited(ts, "person", person, part);
        checkRange("fanout", fanout, 0);
        checkRange("depth", depth, 1);
        long leaf = unsigned(ts, leafSize);
        if (leaf > 0xFFFFFFFFL) {
            throw Errors.overflowError("leaf_size is too large");
        }
        long offset = unsigned(ts, nodeOffset);
        if (!wide && (offset < 0 || offset > 0xFFFFFFFFFFFFL)) {
            throw Errors.overflowError("node_offset is too large");
        }
        checkRange("node_depth", nodeDepth, 0);
        if (innerSize < 0 || innerSize > longest) {
            throw Errors.valueError("inner_size must be between 0 and is " + longest);
        }
        byte[] keyBytes = limited(ts, "key", key, longest);
        block[0] = (byte) size;
        block[1] = (byte) keyBytes.length;
        block[2] = (byte) fanout;
        block[3] = (byte) depth;
        put(block, 4, leaf, 4);
        put(block, 8, offset, wide ? 8 : 6);
        block[wide ? 16 : 14] = (byte) nodeDepth;
        block[wide ? 17 : 15] = (byte) innerSize;
        System.arraycopy(saltBytes, 0, block, wide ? 32 : 16, saltBytes.length);
        System.arraycopy(personBytes, 0, block, wide ? 48 : 24, personBytes.length);
        PyBlake2 hash = new PyBlake2(cls, (int) size, new Blake2(wide, block, (int) size, keyBytes, lastNode));
        hash.read(initial);
        return hash;
    }

    private static void put(byte[] block, int at, long value, int width) {
        for (int i = 0; i < width; i++) {
            block[at + i] = (byte) (value >>> 8 * i);
        }
    }

    private static byte[] limited(ThreadState ts, String name, Object value, int longest) {
        byte[] bytes = value == null ? new byte[0] : Buffers.bytes(ts, value);
        if (bytes.length > longest) {
            throw Errors.valueError("maximum " + name + " length is " + longest + " bytes");
        }
        return bytes;
    }

    private static void checkRange(String name, int value, int least) {
        if (value < least || value > 255) {
            throw Errors.valueError(name + " must be between " + least + " and 255");
        }
    }

    private static long unsigned(ThreadState ts, Object o) {
        Object n = PyNumber.index(ts, o);
        if (n instanceof BigInteger big) {
            if (big.signum() < 0) {
                throw Errors.valueError("Cannot convert negative int");
            }
            if (big.bitLength() > 64) {
                throw Errors.overflowError("Python int too large for C unsigned long long");
            }
            return big.longValue();
        }
        if ((Long) n < 0) {
            throw Errors.valueError("Cannot convert negative int");
        }
        return (Long) n;
    }

    @Override
    Object name() {
        return type().name();
    }

    @Override
    long blockSize() {
        return type() == BLAKE2B ? 128 : 64;
    }

    @Override
    long digestSize() {
        return size;
    }

    @Override
    Object copy() {
        return new PyBlake2(type(), size, copyOfDigest());
    }

    @PyMethod("update($self, data, /)")
    void update(ThreadState ts, Object data) {
        read(HashInput.bytes(ts, data));
    }

    @PyMethod("digest($self, /)")
    Object digest() {
        return bytes(result(0));
    }

    @PyMethod("hexdigest($self, /)")
    Object hexDigest() {
        return hex(result(0));
    }
}
