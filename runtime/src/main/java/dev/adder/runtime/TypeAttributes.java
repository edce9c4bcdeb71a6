package dev.adder.runtime;

/** Attribute access on types: {@code type_getattro} and {@code type_setattro} of CPython's typeobject.c. */
public final class TypeAttributes {
    private TypeAttributes() {
    }

    static Object get(final ThreadState ts, final PyType type, final String name) {
        final PyType meta = type.shape.type;
        final Object metaAttr = meta.lookup(name);
        if (metaAttr != null && Attributes.isData(metaAttr) && Attributes.hasGet(metaAttr)) {
            return Attributes.bind(ts, metaAttr, type, meta);
        }
        final Object attr = type.lookup(name);
        if (attr != null) {
            return bindThroughClass(ts, attr, type);
        }
        if (metaAttr != null) {
            return Attributes.bind(ts, metaAttr, type, meta);
        }
        return null;
    }

    private static Object bindThroughClass(final ThreadState ts, final Object attr, final PyType type) {
        return attr instanceof PyObject ? Attributes.bind(ts, attr, null, type) : attr;
    }

    static void set(final ThreadState ts, final PyType type, final String name, final Object value) {
        if (!type.isHeapType()) {
            throw Errors.typeError("cannot set '" + name + "' attribute of immutable type '" + type.fullName() + "'");
        }
        final Object metaAttr = type.shape.type.lookup(name);
        if (metaAttr != null && Attributes.isData(metaAttr)) {
            Attributes.setDescriptor(ts, metaAttr, type, value);
            return;
        }
        if (value != null) {
            type.setOwn(name, value);
        } else if (!type.deleteOwn(name)) {
            throw type.missingAttribute(name);
        }
    }
}
