package dev.adder.runtime.objects;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.expose.Text;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;

/** {@code typing.TypeVarTuple}. */
@PyTypeSpec(name = "TypeVarTuple", module = "typing")
public final class PyTypeVarTuple extends TypeParameter {
    public static final PyType TYPE =
            PyType.builtinFinal("TypeVarTuple", "typing", null, new PyTypeVarTupleTable()).withDict().withWeakref();

    PyTypeVarTuple(final Object name, final Object defaultValue) {
        super(TYPE, name, defaultValue);
    }

    /** Of the syntax {@code [*Ts]}. */
    public static PyTypeVarTuple ofSyntax(final ThreadState ts, final Object name) {
        final PyTypeVarTuple t = new PyTypeVarTuple(name, null);
        t.setModule(ts);
        return t;
    }

    @PyNew(value = "(name, *, default=<unrepresentable>)", hidden = true)
    static Object make(final ThreadState ts, final PyType cls, @Text final Object name, final Object defaultValue) {
        final PyTypeVarTuple t = new PyTypeVarTuple(name, defaultValue);
        t.setModule(ts);
        return t;
    }

    /** {@code Unpack[value]}. */
    static Object unpack(final ThreadState ts, final Object value) {
        return PyObjects.getItem(ts, PyTypeVar.typing(ts, "Unpack"), value);
    }

    /** The parameters with every TypeVarTuple unpacked. */
    public static PyTuple unpackAll(final ThreadState ts, final PyTuple parameters) {
        final Object[] items = parameters.items().clone();
        for (int i = 0; i < items.length; i++) {
            if (items[i] instanceof PyTypeVarTuple) {
                items[i] = unpack(ts, items[i]);
            }
        }
        return PyTuple.of(items);
    }

    @PyMethod("__iter__($self, /)")
    Object iter(final ThreadState ts) {
        return PyTuple.of(unpack(ts, this)).iter(ts);
    }

    @PyMethod("__typing_subst__($self, arg, /)")
    Object subst(final Object arg) {
        throw Errors.typeError("Substitution of bare TypeVarTuple is not supported");
    }

    @PyMethod("__typing_prepare_subst__($self, alias, args, /)")
    Object prepareSubst(final ThreadState ts, final Object alias, final Object args) {
        return PyTypeVar.typing(ts, "_typevartuple_prepare_subst", this, alias, args);
    }

    @PyMethod("__repr__($self, /)")
    Object repr() {
        return name;
    }
}
