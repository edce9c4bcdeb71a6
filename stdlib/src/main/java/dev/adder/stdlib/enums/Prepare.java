package dev.adder.stdlib.enums;

import dev.adder.runtime.Attributes;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.interp.StandIn;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyTuple;

/** {@code EnumType.__prepare__}, for enumerations whose bases are {@link ClassBases}. */
final class Prepare extends StandIn {
    /** In the order in which {@code EnumDict.__init__} stores them. */
    static final String[] ATTRIBUTES =
            {"_member_names", "_last_values", "_ignore", "_auto_called", "_cls_name", "_generate_next_value"};

    private final EnumStandIns module;

    Prepare(final CodeState state, final EnumStandIns module) {
        super(state);
        this.module = module;
    }

    @Override
    protected Object take(final ThreadState ts, final PyFunction f, final Object[] args) {
        final PyType type = module.bodyType(state);
        final ClassBases bases = type == null || !(args[1] instanceof String) || !(args[2] instanceof PyTuple t) ? null
                : ClassBases.of(module.classBodies(state), args[0], t);
        if (bases == null) {
            return null;
        }
        final Object next = EnumClasses.plainAttribute(ts, bases.first(), "_generate_next_value_");
        if (!(next instanceof PyFunction)) {
            return null;
        }
        final PyDict made = (PyDict) ((PyObject) type.lookup("__new__")).call1(ts, type);
        Attributes.storeSlot(ts, made, "_member_names", new PyDict());
        Attributes.storeSlot(ts, made, "_last_values", new PyList());
        Attributes.storeSlot(ts, made, "_ignore", new PyList());
        Attributes.storeSlot(ts, made, "_auto_called", Boolean.FALSE);
        Attributes.storeSlot(ts, made, "_cls_name", args[1]);
        Attributes.storeSlot(ts, made, "_generate_next_value", next);
        made.putStr("_generate_next_value_", next);
        return made;
    }
}
