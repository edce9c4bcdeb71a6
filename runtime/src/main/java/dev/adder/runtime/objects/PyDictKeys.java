package dev.adder.runtime.objects;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;


/** {@code dict.keys()}. */
@PyTypeSpec(name = "dict_keys")
public final class PyDictKeys extends DictView.SetLike {
    public static final PyType TYPE =
            PyType.builtinFinal("dict_keys", "builtins", null, new PyDictKeysTable()).withoutNew();
    @PyConstant("__hash__")
    static final Object HASH = PyNone.NONE;

    PyDictKeys(final PyDict dict) {
        super(TYPE, dict);
    }

    @PyMethod("__iter__($self, /)")
    Object iter() {
        return new DictIterators.Keys(dict);
    }

    @PyMethod("__reversed__($self, /)")
    Object reversed() {
        return new DictIterators.ReverseKeys(dict);
    }

    @Override
    boolean has(final ThreadState ts, final Object element) {
        return dict.get(ts, element) != null;
    }
}
