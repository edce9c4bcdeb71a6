package dev.adder.runtime;

/** An attribute of a built-in type that is a field of the C structure in CPython. */
final class BuiltinMember extends GetSetDescriptor {
    BuiltinMember(final PyType owner, final String name, final BuiltinTable table, final int getId, final int setId,
            final int deleteId) {
        super(SlotDescriptor.TYPE, owner, name, table, getId, setId, deleteId);
    }

    @Override
    PyRaise notWritable() {
        return Errors.attributeError("readonly attribute");
    }
}
