package dev.adder.runtime.objects;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;

/** {@code typing.Generic}: a class that only its type has; what it does is written in Lib/typing.py. */
@PyTypeSpec(name = "Generic", module = "typing")
public final class PyGeneric {
    public static final PyType TYPE =
            PyType.builtin("Generic", "typing", null, new PyGenericTable()).sameLayout();

    private PyGeneric() {
    }

    @PyClassMethod(value = "__class_getitem__", raw = true)
    static Object classGetItem(final ThreadState ts, final Object cls, final Object[] args, final String[] kwNames) {
        return Calls.call(ts, PyTypeVar.typing(ts, "_generic_class_getitem"), Calls.prepend(cls, args), kwNames);
    }

    @PyClassMethod(value = "__init_subclass__", raw = true)
    static Object initSubclass(final ThreadState ts, final Object cls, final Object[] args, final String[] kwNames) {
        Calls.call(ts, PyTypeVar.typing(ts, "_generic_init_subclass"), Calls.prepend(cls, args), kwNames);
        return PyNone.NONE;
    }
}
