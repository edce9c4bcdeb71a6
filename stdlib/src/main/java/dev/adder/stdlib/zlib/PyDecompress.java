package dev.adder.stdlib.zlib;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.stdlib.Buffers;
import java.util.Arrays;

/** What {@code zlib.decompressobj} returns. */
@PyTypeSpec(name = "Decompress", module = "zlib")
final class PyDecompress extends PyObject {

    static final PyType TYPE = PyType.builtinFinal("Decompress", "zlib", null, new PyDecompressTable()).withoutNew();

    private final Inflation inflation;
    private byte[] unused = new byte[0];
    private byte[] unconsumed = new byte[0];

    PyDecompress(Inflation inflation) {
        super(TYPE);
        this.inflation = inflation;
    }

    @PyMethod("decompress($self, data, /, max_length=0)")
    synchronized Object decompress(ThreadState ts, Object data, long maxLength) {
        byte[] bytes = Buffers.bytes(ts, data);
        if (maxLength < 0) {
            throw Errors.valueError("max_length must be non-negative");
        }
        return PyBytes.of(read(ts, bytes, maxLength == 0 ? Long.MAX_VALUE : maxLength));
    }

    private byte[] read(ThreadState ts, byte[] more, long limit) {
        if (inflation.ended()) {
            unused = append(unused, more);
            return new byte[0];
        }
        inflation.feed(more);
        byte[] result = inflation.read(ts, limit);
        if (inflation.wantsDictionary()) {
            throw ZlibModule.error("Error 2 while decompressing data");
        }
        if (inflation.ended()) {
            unused = append(unused, inflation.rest());
            unconsumed = new byte[0];
            inflation.dropRest();
        } else if (limit != Long.MAX_VALUE) {
            // What was not used is given in again by the caller.
            unconsumed = inflation.rest();
            inflation.dropRest();
        } else {
            unconsumed = new byte[0];
        }
        return result;
    }

    private static byte[] append(byte[] a, byte[] b) {
        byte[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }

    @PyMethod("flush($self, length=16384, /)")
    synchronized Object flush(ThreadState ts, long length) {
        if (length <= 0) {
            throw Errors.valueError("length must be greater than zero");
        }
        return PyBytes.of(inflation.ended() ? new byte[0] : read(ts, unconsumed, Long.MAX_VALUE));
    }

    @PyMethod("copy($self, /)")
    Object copy() {
        throw Errors.notImplemented("copying a decompression object");
    }

    @PyGetter("unused_data")
    synchronized Object unusedData() {
        return PyBytes.of(unused);
    }

    @PyGetter("unconsumed_tail")
    synchronized Object unconsumedTail() {
        return PyBytes.of(unconsumed);
    }

    @PyGetter("eof")
    synchronized boolean eof() {
        return inflation.ended();
    }
}
