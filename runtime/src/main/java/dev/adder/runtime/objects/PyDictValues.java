package dev.adder.runtime.objects;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyType;


/** {@code dict.values()}. */
@PyTypeSpec(name = "dict_values")
public final class PyDictValues extends DictView {
    public static final PyType TYPE =
            PyType.builtinFinal("dict_values", "builtins", null, new PyDictValuesTable()).withoutNew();


    PyDictValues(final PyDict dict) {
        super(TYPE, dict);
    }

    @PyMethod("__iter__($self, /)")
    Object iter() {
        return new DictIterators.Values(dict);
    }

    @PyMethod("__reversed__($self, /)")
    Object reversed() {
        return new DictIterators.ReverseValues(dict);
    }

}
