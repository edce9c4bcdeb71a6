package dev.adder.runtime;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyWeakRef;

/** {@code __dict__} and {@code __weakref__} in the dictionary of a Python class. */
@PyTypeSpec(name = "getset_descriptor")
final class InstanceDictDescriptor extends PyDescriptor {
    static final String DICT = "__dict__";
    static final String WEAKREF = "__weakref__";
    private static final PyType TYPE =
            PyType.builtinFinal("getset_descriptor", "builtins", null, new InstanceDictDescriptorTable()).withoutNew();

    private final PyType owner;
    private final String name;

    InstanceDictDescriptor(final PyType owner, final String name) {
        super(TYPE);
        this.owner = owner;
        this.name = name;
    }

    @Override
    public boolean isData() {
        return true;
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
        if (value != null && !(value instanceof PyDict)) {
            throw Errors.typeError("__dict__ must be set to a dictionary, not a '" + PyType.of(value).name() + "'");
        }
        Attributes.setDict(ts, p, value == null ? new PyDict() : (PyDict) value);
    }

    @PyGetter("__name__")
    Object getName() {
        return name;
    }

    @PyGetter("__qualname__")
    Object getQualname() {
        return Str.concat(owner.qualname(), ".".concat(name));
    }

    @PyGetter("__objclass__")
    Object getObjclass() {
        return owner;
    }

    @PyGetter("__doc__")
    Object getDoc() {
        return name == DICT ? "dictionary for instance variables" : "list of weak references to the object";
    }

    @PyMethod("__get__($self, instance, owner=None, /)")
    Object getMethod(final ThreadState ts, final Object instance, final Object ownerType) {
        return get(ts, instance == PyNone.NONE ? null : instance, null);
    }

    @PyMethod("__set__($self, instance, value, /)")
    void setMethod(final ThreadState ts, final Object instance, final Object value) {
        set(ts, instance, value);
    }

    @PyMethod("__delete__($self, instance, /)")
    void deleteMethod(final ThreadState ts, final Object instance) {
        set(ts, instance, null);
    }

    @PyMethod("__repr__($self, /)")
    Object repr() {
        return "<attribute '" + name + "' of '" + owner.name() + "' objects>";
    }
}
