package dev.adder.runtime.objects;

import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;
import java.util.ArrayList;
import java.util.List;

/** {@code X | Y} of types: typing.Union, CPython's Objects/unionobject.c. */
@PyTypeSpec(name = "Union", module = "typing")
public final class PyUnion extends PyObject {
    public static final PyType TYPE =
            PyType.builtinFinal("Union", "typing", null, new PyUnionTable()).withWeakref();

    public final PyTuple args;

    PyUnion(final PyTuple args) {
        super(TYPE);
        this.args = args;
    }

    /** {@code a | b}, or NotImplemented if one of them cannot be in a union. */
    public static Object or(final ThreadState ts, final Object a, final Object b) {
        if (!unionable(a) || !unionable(b)) {
            return PyNotImplemented.NOT_IMPLEMENTED;
        }
        final List<Object> all = new ArrayList<>();
        add(ts, all, a);
        add(ts, all, b);
        return all.size() == 1 ? all.getFirst() : new PyUnion(PyTuple.of(all.toArray()));
    }

    private static boolean unionable(final Object o) {
        return o == PyNone.NONE || o instanceof PyType || o instanceof PyGenericAlias || o instanceof PyUnion
                || PyObjects.isText(o) || PyType.of(o).name().equals("TypeAliasType");
    }

    private static void add(final ThreadState ts, final List<Object> all, final Object o) {
        if (o instanceof PyUnion u) {
            for (final Object x : u.args.items()) {
                add(ts, all, x);
            }
            return;
        }
        final Object item = o == PyNone.NONE ? PyType.of(o) : o;
        for (final Object known : all) {
            if (PyObjects.same(ts, known, item)) {
                return;
            }
        }
        all.add(item);
    }
}
