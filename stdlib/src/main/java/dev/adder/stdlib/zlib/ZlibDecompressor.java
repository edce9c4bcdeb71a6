package dev.adder.stdlib.zlib;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.stdlib.Buffers;

/** The decompressor that gzip reads with; unlike a {@link PyDecompress} it keeps the input it has not used. */
@PyTypeSpec(name = "_ZlibDecompressor", module = "zlib")
final class ZlibDecompressor extends PyObject {

    static final PyType TYPE = PyType.builtinFinal("_ZlibDecompressor", "zlib", null, new ZlibDecompressorTable());

    private final Inflation inflation;
    private boolean needsInput = true;
    private byte[] unused = new byte[0];

    private ZlibDecompressor(Inflation inflation) {
        super(TYPE);
        this.inflation = inflation;
    }

    @PyNew("(wbits=15, zdict=<unrepresentable>)")
    static Object make(ThreadState ts, PyType cls, int wbits, Object dictionary) {
        byte[] words = dictionary == null ? null : ZlibModule.dictionaryBytes(ts, dictionary);
        if (!Inflation.isValid(wbits)) {
            throw Errors.valueError("Invalid initialization option");
        }
        return new ZlibDecompressor(new Inflation(wbits, words));
    }

    @PyMethod("decompress($self, /, data, max_length=-1)")
    synchronized Object decompress(ThreadState ts, Object data, long maxLength) {
        byte[] bytes = Buffers.bytes(ts, data);
        if (inflation.ended()) {
            throw Errors.of(ExceptionTypes.EOF_ERROR, "End of stream already reached");
        }
        inflation.feed(bytes);
        long limit = maxLength < 0 ? Long.MAX_VALUE : maxLength;
        byte[] result = inflation.read(ts, limit);
        if (inflation.ended()) {
            unused = inflation.rest();
            needsInput = false;
        } else {
            needsInput = !inflation.hasRest() && result.length < limit;
        }
        return PyBytes.of(result);
    }

    @PyGetter("eof")
    synchronized boolean eof() {
        return inflation.ended();
    }

    @PyGetter("needs_input")
    synchronized boolean needsInput() {
        return needsInput;
    }

    @PyGetter("unused_data")
    synchronized Object unusedData() {
        return PyBytes.of(unused);
    }
}
