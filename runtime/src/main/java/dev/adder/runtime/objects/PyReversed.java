package dev.adder.runtime.objects;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.ArgumentParser;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyIterator;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.Special;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.ops.PyObjects;

/** {@code reversed} over a sequence that has no {@code __reversed__} of its own. */
@PyTypeSpec(name = "reversed")
public class PyReversed extends PyIterator {
    public static final PyType TYPE = PyType.builtin("reversed", "builtins", null, new PyReversedTable());

    /** Null when exhausted. */
    private Object sequence;
    private long index;

    PyReversed(final PyType type, final Object sequence, final long length) {
        super(type);
        this.sequence = sequence;
        this.index = length - 1;
    }

    @PyNew(value = "(object, /)", raw = true)
    static Object make(final ThreadState ts, final PyType cls, final Object[] args, final String[] kwNames) {
        final int given = ArgumentParser.positionalOfNew("reversed", cls, TYPE, args, kwNames);
        ArgumentParser.checkCount("reversed", given, 1, 1);
        final Object object = args[0];
        final PyType type = PyType.of(object);
        final Object method = type.lookup("__reversed__");
        if (method != null && method != PyNone.NONE) {
            return Special.invoke0(ts, method, object, type);
        }
        if (method == PyNone.NONE || object instanceof PyDict || type.lookup("__getitem__") == null) {
            throw Errors.typeError("'" + type.name() + "' object is not reversible");
        }
        return new PyReversed(cls, object, PyObjects.length(ts, object));
    }

    @Override
    public final Object next(final ThreadState ts) {
        final Object s = sequence;
        final long i;
        synchronized (this) {
            i = index;
            if (s == null || i < 0) {
                index = -1;
                sequence = null;
                return null;
            }
            index = i - 1;
        }
        try {
            return PyObjects.getItem(ts, s, i);
        } catch (final PyRaise e) {
            index = -1;
            sequence = null;
            if (Errors.matches(e, ExceptionTypes.INDEX_ERROR) || Errors.matches(e, ExceptionTypes.STOP_ITERATION)) {
                return null;
            }
            throw e;
        }
    }

    @PyMethod("__length_hint__($self, /)")
    final long lengthHint(final ThreadState ts) {
        final Object s = sequence;
        if (s == null) {
            return 0;
        }
        return PyObjects.length(ts, s) < index + 1 ? 0 : index + 1;
    }

    @PyMethod("__reduce__($self, /)")
    final Object reduce() {
        final Object s = sequence;
        return s == null ? PyTuple.of(type(), PyTuple.of(PyTuple.EMPTY)) : PyTuple.of(type(), PyTuple.of(s), index);
    }

    @PyMethod("__setstate__($self, object, /)")
    final void setState(final ThreadState ts, final long state) {
        final Object s = sequence;
        if (s != null) {
            index = Math.max(-1, Math.min(state, PyObjects.length(ts, s) - 1));
        }
    }
}
