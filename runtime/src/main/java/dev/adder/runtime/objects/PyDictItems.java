package dev.adder.runtime.objects;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;

/** {@code dict.items()}. */
@PyTypeSpec(name = "dict_items")
public class PyDictItems extends DictView.SetLike {
    public static final PyType TYPE =
            PyType.builtinFinal("dict_items", "builtins", null, new PyDictItemsTable()).withoutNew();
    @PyConstant("__hash__")
    static final Object HASH = PyNone.NONE;

    PyDictItems(final PyDict dict) {
        super(TYPE, dict);
    }

    /** Of a subtype. */
    protected PyDictItems(final PyType type, final PyDict dict) {
        super(type, dict);
    }

    @PyMethod("__iter__($self, /)")
    protected Object iter(final ThreadState ts) {
        return new DictIterators.Items(dict).ownedBy(ts);
    }

    @PyMethod("__reversed__($self, /)")
    protected Object reversed() {
        return new DictIterators.ReverseItems(dict);
    }

    @Override
    final boolean has(final ThreadState ts, final Object element) {
        if (!(element instanceof PyTuple t) || t.size() != 2) {
            return false;
        }
        final Object value = dict.get(ts, t.get(0));
        return value != null && PyObjects.same(ts, value, t.get(1));
    }
}
