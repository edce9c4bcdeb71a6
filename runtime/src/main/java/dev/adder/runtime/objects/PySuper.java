package dev.adder.runtime.objects;

import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Attributes;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;

/** {@code super(type, object)}: CPython's superobject in Objects/typeobject.c. */
@PyTypeSpec(name = "super")
public final class PySuper extends PySlotted {
    public static final PyType TYPE = PyType.builtin("super", "builtins", null, new PySuperTable());

    PyType thisClass;
    /** Null for an unbound super object. */
    Object self;
    PyType selfClass;

    PySuper(final PyType type) {
        super(type);
    }

    void init(final ThreadState ts, final PyType start, final Object object) {
        thisClass = start;
        self = object;
        selfClass = object == null ? null : check(ts, start, object);
    }

    /** {@code supercheck}: the type whose MRO is searched. */
    private static PyType check(final ThreadState ts, final PyType start, final Object object) {
        if (object instanceof PyType t && t.isSubtypeOf(start)) {
            return t;
        }
        final PyType type = PyType.of(object);
        if (type.isSubtypeOf(start)) {
            return type;
        }
        if (PyObjects.lookupAttr(ts, object, "__class__") instanceof PyType c && c != type && c.isSubtypeOf(start)) {
            return c;
        }
        throw Errors.typeError("super(type, obj): obj (" + (object instanceof PyType t ? "type " + t.name()
                : "instance of " + type.name()) + ") is not an instance or subtype of type (" + start.name() + ").");
    }

    /** {@code super(type, self).name} without the super object. */
    public static Object lookup(final ThreadState ts, final Object type, final Object self, final String name) {
        if (!(type instanceof PyType start)) {
            throw Errors.typeError("super() argument 1 must be a type, not " + PyType.of(type).name());
        }
        final PyType selfClass = check(ts, start, self);
        final Object value = name.equals("__class__") ? null : find(ts, start, self, selfClass, name);
        if (value != null) {
            return value;
        }
        final PySuper s = new PySuper(TYPE);
        s.thisClass = start;
        s.self = self;
        s.selfClass = selfClass;
        return PyObjects.getAttr(ts, s, name);
    }

    private static Object find(final ThreadState ts, final PyType start, final Object self, final PyType selfClass,
            final String name) {
        final PyType[] mro = selfClass.mro();
        int i = 0;
        while (i < mro.length && mro[i] != start) {
            i++;
        }
        for (i++; i < mro.length; i++) {
            final Object found = mro[i].getOwn(name);
            if (found != null) {
                return Attributes.bind(ts, found, self == selfClass ? null : self, selfClass);
            }
        }
        return null;
    }

    @Override
    public boolean overridesGetAttribute() {
        return true;
    }

    @Override
    public Object getAttribute(final ThreadState ts, final String name) {
        if (selfClass != null && !name.equals("__class__")) {
            final Object value = find(ts, thisClass, self, selfClass, name);
            if (value != null) {
                return value;
            }
        }
        return Attributes.genericGet(ts, this, name);
    }

    @Override
    public PyRaise missingAttribute(final String name) {
        return Errors.attributeError("'" + shape.type.name() + "' object has no attribute '" + name + "'", this, name);
    }
}
