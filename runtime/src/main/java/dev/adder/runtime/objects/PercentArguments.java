package dev.adder.runtime.objects;

import dev.adder.language.text.Str;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.ops.IntMath;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.text.PercentFormat;

/** The right operand of {@code str % value}. */
class PercentArguments implements PercentFormat.Arguments {
    final ThreadState ts;
    private final Object right;
    private final Object[] items;

    PercentArguments(final ThreadState ts, final Object right) {
        this.ts = ts;
        this.right = right;
        this.items = right instanceof PyTuple t ? t.items() : null;
    }

    @Override
    public int count() {
        return items == null ? 1 : items.length;
    }

    @Override
    public Object get(final int index) {
        return items == null ? right : items[index];
    }

    @Override
    public boolean isMapping() {
        return items == null && !isText(right) && PyType.of(right).lookup("__getitem__") != null;
    }

    /** Whether it is a text of the kind being formatted, which is never taken for a mapping. */
    boolean isText(final Object o) {
        return PyObjects.isText(o);
    }

    @Override
    public Object lookUp(final Object key) {
        return PyObjects.getItem(ts, right, key);
    }

    @Override
    public Object str(final Object value) {
        return PyObjects.textOf(PyObjects.str(ts, value));
    }

    @Override
    public Object repr(final Object value) {
        return PyObjects.repr(ts, value);
    }

    @Override
    public Object ascii(final Object value) {
        return PyObjects.ascii(ts, value);
    }

    @Override
    public Object toInteger(final Object value, final boolean exact) {
        final Object plain = IntMath.intValueOrNull(value);
        if (plain != null) {
            return plain;
        }
        try {
            if (exact) {
                return PyNumber.isIndex(value) ? PyNumber.index(ts, value) : null;
            }
            return PyInt.fromNumber(ts, value);
        } catch (final PyRaise e) {
            if (Errors.matches(e, ExceptionTypes.TYPE_ERROR)) {
                return null;
            }
            throw e;
        }
    }

    @Override
    public double toDouble(final Object value) {
        return PyNumber.asDouble(ts, value);
    }

    @Override
    public Object plainInteger(final Object value) {
        return IntMath.intValueOrNull(value);
    }

    @Override
    public Object plainText(final Object value) {
        return PyObjects.isText(value) ? PyObjects.textOf(value) : null;
    }

    @Override
    public String typeName(final Object value) {
        return PyType.of(value).name();
    }

    @Override
    public String fullTypeName(final Object value) {
        final PyType type = PyType.of(value);
        final Object module = PyObjects.lookupAttr(ts, type, "__module__");
        return module == null || !PyObjects.isText(module) || PyObjects.textOf(module).equals("builtins")
                ? Str.toJava(type.qualname()) : Str.toJava(PyObjects.textOf(module)) + "." + Str.toJava(type.qualname());
    }
}
