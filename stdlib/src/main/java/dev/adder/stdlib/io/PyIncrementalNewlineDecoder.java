package dev.adder.stdlib.io;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyBytes;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;

/** {@code _io.IncrementalNewlineDecoder}. */
@PyTypeSpec(name = "IncrementalNewlineDecoder", module = "_io")
final class PyIncrementalNewlineDecoder extends PySlotted {
    static final PyType TYPE =
            PyType.builtin("IncrementalNewlineDecoder", "_io", null, new PyIncrementalNewlineDecoderTable());

    private Object decoder = PyNone.NONE;
    private NewlineTranslator newline = new NewlineTranslator("");

    private PyIncrementalNewlineDecoder(final PyType type) {
        super(type);
    }

    @PyNew(value = "(decoder, translate, errors='strict')", raw = true)
    static Object make(final ThreadState ts, final Object cls, final Object[] args, final String[] kwNames) {
        return new PyIncrementalNewlineDecoder((PyType) cls);
    }

    @PyMethod("__init__($self, /, decoder, translate, errors='strict')")
    void init(final Object newDecoder, final boolean translate, final Object errors) {
        decoder = newDecoder;
        newline = new NewlineTranslator(translate ? null : "");
    }

    @PyMethod("decode($self, /, input, final=False)")
    Object decode(final ThreadState ts, final Object input, final boolean last) {
        final Object text = decoder == PyNone.NONE ? input : Calls.method2(ts, decoder, "decode", input, last);
        return newline.decode(PyObjects.textOf(text), last);
    }

    @PyMethod("getstate($self, /)")
    Object getstate(final ThreadState ts) {
        Object buffered = PyBytes.EMPTY;
        long flag = 0;
        if (decoder != PyNone.NONE) {
            final PyTuple state = (PyTuple) Calls.method0(ts, decoder, "getstate");
            buffered = state.item(0);
            flag = PyNumber.asSsize(ts, state.item(1)) << 1;
        }
        return PyTuple.of(buffered, flag | (newline.hasPendingCr() ? 1 : 0));
    }

    @PyMethod("setstate($self, state, /)")
    void setstate(final ThreadState ts, final PyTuple state) {
        final long flag = PyNumber.asSsize(ts, state.item(1));
        newline.setPendingCr((flag & 1) != 0);
        if (decoder != PyNone.NONE) {
            Calls.method1(ts, decoder, "setstate", PyTuple.of(state.item(0), flag >> 1));
        }
    }

    @PyMethod("reset($self, /)")
    void reset(final ThreadState ts) {
        newline.reset();
        if (decoder != PyNone.NONE) {
            Calls.method0(ts, decoder, "reset");
        }
    }

    @PyGetter("newlines")
    Object newlines() {
        return newline.seen();
    }
}
