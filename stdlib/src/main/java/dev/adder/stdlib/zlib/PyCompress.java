package dev.adder.stdlib.zlib;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.stdlib.Buffers;

/** What {@code zlib.compressobj} returns. */
@PyTypeSpec(name = "Compress", module = "zlib")
final class PyCompress extends PyObject {

    static final PyType TYPE = PyType.builtinFinal("Compress", "zlib", null, new PyCompressTable()).withoutNew();

    private final Deflation deflation;

    PyCompress(Deflation deflation) {
        super(TYPE);
        this.deflation = deflation;
    }

    @PyMethod("compress($self, data, /)")
    synchronized Object compress(ThreadState ts, Object data) {
        byte[] bytes = Buffers.bytes(ts, data);
        if (deflation.isFinished()) {
            throw ZlibModule.error("Error -2 while compressing data: inconsistent stream state");
        }
        deflation.write(ts, bytes);
        return PyBytes.of(deflation.take());
    }

    @PyMethod("flush($self, mode=4, /)")
    synchronized Object flush(int mode) {
        if (mode == Deflation.NO_FLUSH) {
            return PyBytes.EMPTY;
        }
        if (deflation.isFinished() || mode < 0 || mode > Deflation.BLOCK) {
            throw ZlibModule.error("Error -2 while flushing: inconsistent stream state");
        }
        deflation.flush(mode);
        return PyBytes.of(deflation.take());
    }

    @PyMethod("copy($self, /)")
    Object copy() {
        throw Errors.notImplemented("copying a compression object");
    }
}
