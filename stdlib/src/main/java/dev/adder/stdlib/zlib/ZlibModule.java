package dev.adder.stdlib.zlib;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.stdlib.Buffers;
import dev.adder.stdlib.binascii.Crc;
import java.math.BigInteger;

/** The module {@code zlib}, over the JDK's own copy of the library. */
@PyModuleSpec("zlib")
public final class ZlibModule extends NativeModule {

    static final int MAX_WBITS = 15;

    private static final PyType ERROR_TYPE = PyType.builtin("error", "zlib", ExceptionTypes.EXCEPTION, null);

    @PyConstant("error")
    static final Object ERROR = ERROR_TYPE;
    @PyConstant("_ZlibDecompressor")
    static final Object DECOMPRESSOR = ZlibDecompressor.TYPE;
    @PyConstant("DEFLATED")
    static final Object DEFLATED = 8L;
    @PyConstant("DEF_BUF_SIZE")
    static final Object DEF_BUF_SIZE = 16384L;
    @PyConstant("DEF_MEM_LEVEL")
    static final Object DEF_MEM_LEVEL = 8L;
    @PyConstant("MAX_WBITS")
    static final Object WBITS = 15L;
    @PyConstant("ZLIB_VERSION")
    static final Object VERSION = "1.3.1";
    @PyConstant("ZLIB_RUNTIME_VERSION")
    static final Object RUNTIME_VERSION = "1.3.1";
    @PyConstant("Z_NO_COMPRESSION")
    static final Object NO_COMPRESSION = 0L;
    @PyConstant("Z_BEST_SPEED")
    static final Object BEST_SPEED = 1L;
    @PyConstant("Z_BEST_COMPRESSION")
    static final Object BEST_COMPRESSION = 9L;
    @PyConstant("Z_DEFAULT_COMPRESSION")
    static final Object DEFAULT_COMPRESSION = -1L;
    @PyConstant("Z_DEFAULT_STRATEGY")
    static final Object DEFAULT_STRATEGY = 0L;
    @PyConstant("Z_FILTERED")
    static final Object FILTERED = 1L;
    @PyConstant("Z_HUFFMAN_ONLY")
    static final Object HUFFMAN_ONLY = 2L;
    @PyConstant("Z_RLE")
    static final Object RLE = 3L;
    @PyConstant("Z_FIXED")
    static final Object FIXED = 4L;
    @PyConstant("Z_NO_FLUSH")
    static final Object NO_FLUSH = 0L;
    @PyConstant("Z_PARTIAL_FLUSH")
    static final Object PARTIAL_FLUSH = 1L;
    @PyConstant("Z_SYNC_FLUSH")
    static final Object SYNC_FLUSH = 2L;
    @PyConstant("Z_FULL_FLUSH")
    static final Object FULL_FLUSH = 3L;
    @PyConstant("Z_FINISH")
    static final Object FINISH = 4L;
    @PyConstant("Z_BLOCK")
    static final Object BLOCK = 5L;
    @PyConstant("Z_TREES")
    static final Object TREES = 6L;

    @Override
    public BuiltinTable table() {
        return new ZlibModuleTable();
    }

    static PyRaise error(String message) {
        return Errors.of(ERROR_TYPE, message);
    }

    @PyFunction("compress($module, data, /, level=-1, wbits=15)")
    static Object compress(ThreadState ts, Object data, int level, int wbits) {
        byte[] bytes = Buffers.bytes(ts, data);
        if (level < -1 || level > 9) {
            throw error("Bad compression level");
        }
        Deflation deflation = Deflation.make(level, wbits, 0);
        if (deflation == null) {
            throw Errors.valueError("Invalid initialization option");
        }
        try {
            deflation.write(ts, bytes);
            deflation.flush(Deflation.FINISH);
            return PyBytes.of(deflation.take());
        } finally {
            deflation.close();
        }
    }

    @PyFunction("decompress($module, data, /, wbits=15, bufsize=16384)")
    static Object decompress(ThreadState ts, Object data, int wbits, long bufferSize) {
        byte[] bytes = Buffers.bytes(ts, data);
        if (bufferSize < 0) {
            throw Errors.valueError("bufsize must be non-negative");
        }
        if (!Inflation.isValid(wbits)) {
            throw error("Error -2 while preparing to decompress data: inconsistent stream state");
        }
        Inflation inflation = new Inflation(wbits, null);
        try {
            inflation.feed(bytes);
            byte[] result = inflation.read(ts, Long.MAX_VALUE);
            if (inflation.wantsDictionary()) {
                throw error("Error 2 while decompressing data");
            }
            if (!inflation.ended()) {
                throw error("Error -5 while decompressing data: incomplete or truncated stream");
            }
            return PyBytes.of(result);
        } finally {
            inflation.close();
        }
    }

    @PyFunction("compressobj($module, /, level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=None)")
    static Object compressObject(ThreadState ts, int level, int method, int wbits, int memoryLevel, int strategy,
            Object dictionary) {
        byte[] words = dictionary == PyNone.NONE ? null : dictionaryBytes(ts, dictionary);
        boolean valid = level >= -1 && level <= 9 && method == 8 && memoryLevel >= 1 && memoryLevel <= 9
                && strategy >= 0 && strategy <= 4;
        Deflation deflation = valid ? Deflation.make(level, wbits, strategy) : null;
        if (deflation == null) {
            throw Errors.valueError("Invalid initialization option");
        }
        if (words != null) {
            deflation.setDictionary(words);
        }
        return new PyCompress(deflation);
    }

    @PyFunction("decompressobj($module, /, wbits=15, zdict=<unrepresentable>)")
    static Object decompressObject(ThreadState ts, int wbits, Object dictionary) {
        byte[] words = dictionary == null ? null : dictionaryBytes(ts, dictionary);
        if (!Inflation.isValid(wbits)) {
            throw Errors.valueError("Invalid initialization option");
        }
        return new PyDecompress(new Inflation(wbits, words));
    }

    static byte[] dictionaryBytes(ThreadState ts, Object dictionary) {
        byte[] bytes = Buffers.bytesOrNull(ts, dictionary);
        if (bytes == null) {
            throw Errors.typeError("zdict argument must support the buffer protocol");
        }
        return bytes;
    }

    private static long lowBits(ThreadState ts, Object o) {
        Object n = PyNumber.index(ts, o);
        return n instanceof BigInteger big ? big.longValue() : (Long) n;
    }

    @PyFunction("crc32($module, data, value=0, /)")
    static long crc32(ThreadState ts, Object data, Object value) {
        return Crc.crc32(Buffers.bytes(ts, data), (int) lowBits(ts, value)) & 0xFFFFFFFFL;
    }

    @PyFunction("adler32($module, data, value=1, /)")
    static long adler32(ThreadState ts, Object data, Object value) {
        byte[] bytes = Buffers.bytes(ts, data);
        long start = lowBits(ts, value);
        long a = start & 0xFFFF;
        long b = start >>> 16 & 0xFFFF;
        int i = 0;
        while (i < bytes.length) {
            int stop = Math.min(bytes.length, i + 4096);
            for (; i < stop; i++) {
                a += bytes[i] & 0xFF;
                b += a;
            }
            a %= 65521;
            b %= 65521;
        }
        return b % 65521 << 16 | a % 65521;
    }
}
