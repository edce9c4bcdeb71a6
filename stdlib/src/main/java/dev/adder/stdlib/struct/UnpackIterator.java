package dev.adder.stdlib.struct;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;

/** What {@code iter_unpack} returns. */
@PyTypeSpec(name = "unpack_iterator", module = "_struct")
final class UnpackIterator extends PyIterator {

    static final PyType TYPE =
            PyType.builtinFinal("unpack_iterator", "_struct", null, new UnpackIteratorTable()).withoutNew();

    private final StructFormat format;
    private final byte[] data;
    private int at;

    UnpackIterator(StructFormat format, byte[] data) {
        super(TYPE);
        this.format = format;
        this.data = data;
    }

    @PyMethod("__iter__($self, /)")
    Object iter() {
        return this;
    }

    @PyMethod("__next__($self, /)")
    @Override
    public synchronized Object next(ThreadState ts) {
        if (at >= data.length) {
            return null;
        }
        Object values = StructCodec.unpack(format, data, at);
        at += (int) format.size();
        return values;
    }

    @PyMethod("__length_hint__($self, /)")
    synchronized long lengthHint() {
        return (data.length - at) / format.size();
    }
}
