package dev.adder.runtime;

import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyWeakRef;

/** {@code __dict__} and {@code __weakref__} in the dictionary of a Python class. */
final class InstanceDictDescriptor extends GetSetDescriptor {
    static final String DICT = "__dict__";
    static final String WEAKREF = "__weakref__";

    InstanceDictDescriptor(final PyType owner, final String name) {
        super(owner, name, null, -1, -1, -1);
    }

    private PyObject check(final Object obj) {
        if (!(obj instanceof PyObject p) || !p.type().isSubtypeOf(owner)) {
            throw Errors.typeError("descriptor '" + name + "' for '" + owner.name() + "' objects doesn't apply to a '"
                    + PyType.of(obj).name() + "' object");
        }
        return p;
    }

    @Override
    public Object get(final ThreadState ts, final Object obj, final PyType objType) {
        if (obj == null) {
            return this;
        }
        final PyObject p = check(obj);
        if (name == DICT) {
            return Attributes.dictOf(ts, p);
        }
        final PyWeakRef[] refs = WeakReferences.all(ts, p);
        return refs.length == 0 ? PyNone.NONE : refs[0];
    }

    @Override
    public void set(final ThreadState ts, final Object obj, final Object value) {
        final PyObject p = check(obj);
        if (name != DICT) {
            throw Errors.attributeError("attribute '__weakref__' of '" + owner.name() + "' objects is not writable");
        }
        if (value == null && !owner.isHeapType()) {
            throw Errors.typeError("cannot delete __dict__");
        }
        if (value != null && !(value instanceof PyDict)) {
            throw Errors.typeError("__dict__ must be set to a dictionary, not a '" + PyType.of(value).name() + "'");
        }
        Attributes.setDict(ts, p, value == null ? new PyDict() : (PyDict) value);
    }
}
