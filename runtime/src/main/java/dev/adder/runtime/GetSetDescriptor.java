package dev.adder.runtime;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;

/** A computed attribute of a built-in type: CPython's {@code getset_descriptor}. */
@PyTypeSpec(name = "getset_descriptor")
public class GetSetDescriptor extends DataMember {
    public static final PyType TYPE =
            PyType.builtinFinal("getset_descriptor", "builtins", null, new GetSetDescriptorTable()).withoutNew();

    private final BuiltinTable table;
    private final int getId;
    private final int setId;
    private final int deleteId;

    GetSetDescriptor(final PyType owner, final String name, final BuiltinTable table, final int getId,
            final int setId, final int deleteId) {
        this(TYPE, owner, name, table, getId, setId, deleteId);
    }

    GetSetDescriptor(final PyType type, final PyType owner, final String name, final BuiltinTable table,
            final int getId, final int setId, final int deleteId) {
        super(type, owner, name);
        this.table = table;
        this.getId = getId;
        this.setId = setId;
        this.deleteId = deleteId;
    }

    @Override
    public Object get(final ThreadState ts, final Object obj, final PyType objType) {
        if (obj == null) {
            return this;
        }
        check(obj);
        if (getId < 0) {
            throw Errors.attributeError("attribute '" + name + "' of '" + owner.name() + "' objects is not readable");
        }
        return table.call0(getId, ts, obj);
    }

    @Override
    public void set(final ThreadState ts, final Object obj, final Object value) {
        check(obj);
        if (value == null) {
            if (deleteId >= 0) {
                table.call0(deleteId, ts, obj);
                return;
            }
            if (setId >= 0) {
                throw Errors.typeError("cannot delete " + name);
            }
        } else if (setId >= 0) {
            table.call1(setId, ts, obj, value);
            return;
        }
        throw notWritable();
    }

    PyRaise notWritable() {
        return Errors.attributeError("attribute '" + name + "' of '" + owner.fullName() + "' objects is not writable");
    }

    @PyMethod("__repr__($self, /)")
    final Object repr() {
        return "<attribute '" + name + "' of '" + owner.name() + "' objects>";
    }
}
