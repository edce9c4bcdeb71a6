package dev.adder.runtime.objects;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.Attributes;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;

/** {@code types.SimpleNamespace}. */
@PyTypeSpec(name = "SimpleNamespace", module = "types")
public final class SimpleNamespace extends PySlotted {
    public static final PyType TYPE =
            PyType.builtin("SimpleNamespace", "types", null, new SimpleNamespaceTable()).withDict();

    private SimpleNamespace(final PyType type) {
        super(type);
    }

    /** With these attributes. */
    public SimpleNamespace(final PyDict attributes) {
        this(TYPE);
        Attributes.setDict(null, this, attributes);
    }

    @PyNew(value = "(mapping_or_iterable=(), /, **kwargs)", raw = true, hidden = true)
    static Object make(final ThreadState ts, final Object cls, final Object[] args, final String[] kwNames) {
        return new SimpleNamespace((PyType) cls);
    }

    @PyMethod(value = "__init__($self, /, *args, **kwargs)", raw = true)
    static Object init(final ThreadState ts, final Object self, final Object[] args, final String[] kwNames) {
        final int keywords = kwNames == null ? 0 : kwNames.length;
        final int positional = args.length - keywords;
        if (positional > 1) {
            throw Errors.typeError("SimpleNamespace expected at most 1 argument, got " + positional);
        }
        final PyDict d = Attributes.dictOf(ts, (SimpleNamespace) self);
        if (positional == 1) {
            final PyDict given = new PyDict();
            given.update(ts, args[0]);
            given.forEach((k, v) -> {
                if (!PyObjects.isText(k)) {
                    throw Errors.typeError("keywords must be strings");
                }
                d.put(ts, k, v);
            });
        }
        for (int i = 0; i < keywords; i++) {
            d.putStr(kwNames[i], args[positional + i]);
        }
        return PyNone.NONE;
    }

    @PyMethod("__repr__($self, /)")
    Object repr(final ThreadState ts) {
        final String name = type() == TYPE ? "namespace" : type().name();
        if (!ReprGuard.enter(ts, this)) {
            return name + "(...)";
        }
        try {
            final StrBuilder b = new StrBuilder();
            b.append(name + "(");
            final boolean[] first = {true};
            Attributes.dictOf(ts, this).forEach((k, v) -> {
                if (!PyObjects.isText(k) || Str.isEmpty(PyObjects.textOf(k))) {
                    return;
                }
                if (!first[0]) {
                    b.append(", ");
                }
                first[0] = false;
                b.append(PyObjects.textOf(k));
                b.append("=");
                b.append(PyObjects.repr(ts, v));
            });
            return b.append(")").build();
        } finally {
            ReprGuard.leave(ts, this);
        }
    }

    @PyMethod("__eq__($self, value, /)")
    Object eq(final ThreadState ts, final Object value) {
        if (!(value instanceof SimpleNamespace other)) {
            return PyNotImplemented.NOT_IMPLEMENTED;
        }
        return PyObjects.richCompare(ts, Attributes.dictOf(ts, this), Attributes.dictOf(ts, other), PyObjects.EQ);
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce(final ThreadState ts) {
        return PyTuple.of(type(), PyTuple.EMPTY, Attributes.dictOf(ts, this));
    }

    @PyMethod("__replace__($self, /, **changes)")
    Object replace(final ThreadState ts, final PyDict changes) {
        final SimpleNamespace copy = new SimpleNamespace(type());
        final PyDict d = Attributes.dictOf(ts, this).copy(ts);
        if (changes != null) {
            d.update(ts, changes);
        }
        Attributes.setDict(ts, copy, d);
        return copy;
    }
}
