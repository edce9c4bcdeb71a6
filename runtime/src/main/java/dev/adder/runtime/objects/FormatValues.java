package dev.adder.runtime.objects;

import dev.adder.language.text.Str;
import dev.adder.runtime.Errors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.text.FormatFields;

/** The arguments of {@code str.format} ({@code args} and a dict or null), or of {@code format_map} (no args, a mapping). */
record FormatValues(ThreadState ts, Object[] args, Object mapping) implements FormatFields.Values {
    @Override
    public Object positional(final long index) {
        if (args == null) {
            throw Errors.valueError("Format string contains positional fields");
        }
        if (index >= args.length) {
            throw Errors.indexError("Replacement index " + index + " out of range for positional args tuple");
        }
        return args[(int) index];
    }

    @Override
    public Object keyword(final Object name) {
        if (mapping == null) {
            throw Errors.keyError(name);
        }
        return PyObjects.getItem(ts, mapping, name);
    }

    @Override
    public Object attribute(final Object object, final Object name) {
        return PyObjects.getAttr(ts, object, Str.nameKey(name));
    }

    @Override
    public Object item(final Object object, final Object key) {
        return PyObjects.getItem(ts, object, key);
    }

    @Override
    public Object convert(final Object object, final char conversion) {
        return switch (conversion) {
            case 's' -> PyObjects.str(ts, object);
            case 'r' -> PyObjects.repr(ts, object);
            default -> PyObjects.ascii(ts, object);
        };
    }

    @Override
    public Object format(final Object object, final Object spec) {
        return PyObjects.textOf(PyObjects.format(ts, object, spec));
    }
}
