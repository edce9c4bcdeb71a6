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

    @Override
    public Object get(final ThreadState ts, final Object obj, final PyType objType) {
        if (obj == null) {
            return this;
        }
        final PyObject p = (PyObject) check(obj);
        if (name == DICT) {
            final GetSetDescriptor builtin = builtinDict(p);
            return builtin != null ? builtin.get(ts, obj, objType) : Attributes.dictOf(ts, p);
        }
        final PyWeakRef[] refs = WeakReferences.all(ts, p);
        return refs.length == 0 ? PyNone.NONE : refs[0];
    }

    @Override
    public void set(final ThreadState ts, final Object obj, final Object value) {
        final PyObject p = (PyObject) check(obj);
        if (name != DICT) {
            throw Errors.attributeError("attribute '__weakref__' of '" + owner.name() + "' objects is not writable");
        }
        final GetSetDescriptor builtin = builtinDict(p);
        if (builtin != null) {
            builtin.set(ts, obj, value);
            return;
        }
        if (value == null && !owner.isHeapType()) {
            throw Errors.typeError("cannot delete __dict__");
        }
        if (value != null && !(value instanceof PyDict)) {
            throw Errors.typeError("__dict__ must be set to a dictionary, not a '" + PyType.of(value).name() + "'");
        }
        Attributes.setDict(ts, p, value == null ? new PyDict() : (PyDict) value);
    }

    /** The descriptor of a built-in type that the object is an instance of, which keeps its dictionary in a way of its own. */
    private static GetSetDescriptor builtinDict(final PyObject p) {
        if (p instanceof PyInstance) {
            return null;
        }
        return TypeCreation.builtinBase(p.type()).getOwn(DICT) instanceof GetSetDescriptor d
                && !(d instanceof InstanceDictDescriptor) ? d : null;
    }
}
