package dev.adder.runtime;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.language.text.Str;

/** A descriptor in the dictionary of the type it was made for: what methods, computed attributes and slots share. */
public abstract class TypeMember extends PyDescriptor {
    public final PyType owner;
    public final String name;

    TypeMember(final PyType type, final PyType owner, final String name) {
        super(type);
        this.owner = owner;
        this.name = name;
    }

    @PyGetter(value = "__name__", member = true)
    final Object getName() {
        return name;
    }

    @PyGetter("__qualname__")
    final Object getQualname() {
        return Str.concat(owner.qualname(), ".".concat(name));
    }

    @PyGetter(value = "__objclass__", member = true)
    final Object getObjclass() {
        return owner;
    }

    @PyMethod("__get__($self, instance, owner=None, /)")
    final Object getMethod(final ThreadState ts, final Object instance, final Object ownerType) {
        return get(ts, instance == PyNone.NONE ? null : instance, ownerType instanceof PyType t ? t : null);
    }

    @PyGetter("__doc__")
    final Object getDoc() {
        return Docstrings.ofMethod(owner, name);
    }
}
