package dev.adder.runtime.objects;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;


/** {@code dict.keys()}. */
@PyTypeSpec(name = "dict_keys")
public class PyDictKeys extends DictView.SetLike {
    public static final PyType TYPE =
            PyType.builtinFinal("dict_keys", "builtins", null, new PyDictKeysTable()).withoutNew();
    @PyConstant("__hash__")
    static final Object HASH = PyNone.NONE;

    PyDictKeys(final PyDict dict) {
        super(TYPE, dict);
    }

    /** Of a subtype. */
    protected PyDictKeys(final PyType type, final PyDict dict) {
        super(type, dict);
    }

    @PyMethod("__iter__($self, /)")
    protected Object iter(final ThreadState ts) {
        return new DictIterators.Keys(dict).ownedBy(ts);
    }

    @PyMethod("__reversed__($self, /)")
    protected Object reversed() {
        return new DictIterators.ReverseKeys(dict);
    }

    @Override
    final boolean has(final ThreadState ts, final Object element) {
        return dict.get(ts, element) != null;
    }
}
