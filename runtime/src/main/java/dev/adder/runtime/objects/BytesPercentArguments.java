package dev.adder.runtime.objects;

import dev.adder.language.text.Str;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyType;
import dev.adder.runtime.Special;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.text.ByteText;

/** The right operand of {@code bytes % value}. */
final class BytesPercentArguments extends PercentArguments {
    BytesPercentArguments(final ThreadState ts, final Object right) {
        super(ts, right);
    }

    @Override
    boolean isText(final Object o) {
        return PyObjects.isText(o) || o instanceof AnyBytes;
    }

    @Override
    public Object lookUp(final Object key) {
        return super.lookUp(PyBytes.of(ByteText.bytes(key)));
    }

    /** {@code %b}: the buffer or what {@code __bytes__} gives. */
    @Override
    public Object str(final Object value) {
        if (value instanceof PyBuffer) {
            return AnyBytes.textOf(ts, value);
        }
        final Object made = Special.call0(ts, value, "__bytes__");
        if (made instanceof PyBytes b) {
            return ByteText.of(b.bytes());
        }
        if (made != null) {
            throw Errors.typeError("__bytes__ returned non-bytes (type " + PyType.of(made).name() + ")");
        }
        if (Buffers.isBuffer(value)) {
            return AnyBytes.textOf(ts, value);
        }
        throw Errors.typeError("%b requires a bytes-like object, or an object that implements __bytes__, not '"
                + PyType.of(value).name() + "'");
    }

    @Override
    public Object repr(final Object value) {
        return ascii(value);
    }

    @Override
    public double toDouble(final Object value) {
        if (!(value instanceof Double) && !PyNumber.isIndex(value)
                && PyType.of(value).lookup("__float__") == null) {
            throw Errors.typeError("float argument required, not " + PyType.of(value).name());
        }
        return super.toDouble(value);
    }

    @Override
    public Object plainText(final Object value) {
        return value instanceof AnyBytes b ? Str.ofUtf16(ByteText.of(b.content())) : null;
    }
}
