package dev.adder.stdlib.hash;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;

/** A hash object of MD5, SHA-1 or SHA-2; each algorithm has a type of its own. */
@PyTypeSpec(name = "hash", module = "_sha2")
final class PyHash extends HashObject {

    /** What distinguishes the algorithms. */
    enum Algorithm {
        MD5("md5", "MD5", "_md5", "md5", 64, 16),
        SHA1("sha1", "SHA-1", "_sha1", "sha1", 64, 20),
        SHA224("sha224", "SHA-224", "_sha2", "SHA224Type", 64, 28),
        SHA256("sha256", "SHA-256", "_sha2", "SHA256Type", 64, 32),
        SHA384("sha384", "SHA-384", "_sha2", "SHA384Type", 128, 48),
        SHA512("sha512", "SHA-512", "_sha2", "SHA512Type", 128, 64);

        final String pythonName;
        final String jdkName;
        final int blockSize;
        final int digestSize;
        final PyType type;

        Algorithm(String pythonName, String jdkName, String module, String typeName, int blockSize, int digestSize) {
            this.pythonName = pythonName;
            this.jdkName = jdkName;
            this.blockSize = blockSize;
            this.digestSize = digestSize;
            this.type = PyType.builtinFinal(typeName, module, null, new PyHashTable()).withoutNew();
        }
    }

    private final Algorithm algorithm;

    private PyHash(Algorithm algorithm, Digest digest) {
        super(algorithm.type, digest);
        this.algorithm = algorithm;
    }

    static PyHash make(ThreadState ts, Algorithm algorithm, Object data, Object string) {
        byte[] initial = HashInput.initial(ts, data, string);
        PyHash hash = new PyHash(algorithm, new JdkDigest(algorithm.jdkName));
        hash.read(initial);
        return hash;
    }

    @Override
    Object name() {
        return algorithm.pythonName;
    }

    @Override
    long blockSize() {
        return algorithm.blockSize;
    }

    @Override
    long digestSize() {
        return algorithm.digestSize;
    }

    @Override
    Object copy() {
        return new PyHash(algorithm, copyOfDigest());
    }

    @PyMethod("update($self, obj, /)")
    void update(ThreadState ts, Object obj) {
        read(HashInput.bytes(ts, obj));
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
