package dev.adder.runtime.objects;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;


/** {@code dict.values()}. */
@PyTypeSpec(name = "dict_values")
public class PyDictValues extends DictView {
    public static final PyType TYPE =
            PyType.builtinFinal("dict_values", "builtins", null, new PyDictValuesTable()).withoutNew();


    PyDictValues(final PyDict dict) {
        super(TYPE, dict);
    }

    /** Of a subtype. */
    protected PyDictValues(final PyType type, final PyDict dict) {
        super(type, dict);
    }

    @PyMethod("__iter__($self, /)")
    protected Object iter(final ThreadState ts) {
        return new DictIterators.Values(dict).ownedBy(ts);
    }

    @PyMethod("__reversed__($self, /)")
    protected Object reversed() {
        return new DictIterators.ReverseValues(dict);
    }

}
