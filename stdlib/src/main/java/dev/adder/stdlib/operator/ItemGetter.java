package dev.adder.stdlib.operator;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.ArgumentParser;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;

/** {@code operator.itemgetter}. */
@PyTypeSpec(name = "itemgetter", module = "operator")
final class ItemGetter extends PyObject {
    static final PyType TYPE = PyType.builtinFinal("itemgetter", "operator", null, new ItemGetterTable());

    private final Object[] keys;

    ItemGetter(final Object[] keys) {
        super(TYPE);
        this.keys = keys;
    }

    @PyNew(value = "(item, /, *items)", raw = true)
    static Object make(final ThreadState ts, final PyType cls, final Object[] args, final String[] kwNames) {
        ArgumentParser.noKeywords("itemgetter", kwNames);
        if (args.length == 0) {
            ArgumentParser.checkCount("itemgetter", 0, 1, 1);
        }
        return new ItemGetter(args);
    }

    @Override
    public Object call1(final ThreadState ts, final Object object) {
        if (keys.length == 1) {
            return PyObjects.getItem(ts, object, keys[0]);
        }
        final Object[] items = new Object[keys.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = PyObjects.getItem(ts, object, keys[i]);
        }
        return PyTuple.of(items);
    }

    @Override
    @PyMethod(value = "__call__($self, /, *args, **kwargs)", raw = true)
    public Object call(final ThreadState ts, final Object[] args, final String[] kwNames) {
        ArgumentParser.noKeywords("itemgetter", kwNames);
        ArgumentParser.checkCount("itemgetter", args.length, 1, 1);
        return call1(ts, args[0]);
    }

    @PyMethod("__repr__($self, /)")
    Object repr(final ThreadState ts) {
        return repr(ts, "operator.itemgetter", keys).append(")").build();
    }

    /** {@code name(a, b}: the caller closes it. */
    static StrBuilder repr(final ThreadState ts, final String name, final Object[] items) {
        final StrBuilder out = new StrBuilder();
        out.append(name).append("(");
        for (int i = 0; i < items.length; i++) {
            out.append(i == 0 ? "" : ", ").append(PyObjects.repr(ts, items[i]));
        }
        return out;
    }

    /** How an instance is called. */
    @PyGetter("__text_signature__")
    Object textSignature() {
        return "(obj, /)";
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce() {
        return PyTuple.of(TYPE, PyTuple.of(keys));
    }
}
