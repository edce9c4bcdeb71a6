package dev.adder.runtime;

import dev.adder.expose.PyMethod;

/** A {@link TypeMember} that goes before the instance's own attributes, and can be stored to as {@link #set} says. */
abstract class DataMember extends TypeMember {
    DataMember(final PyType type, final PyType owner, final String name) {
        super(type, owner, name);
    }

    @Override
    public final boolean isData() {
        return true;
    }

    /** {@code obj}, which must be an instance of the owner. */
    final Object check(final Object obj) {
        if (!PyType.of(obj).isSubtypeOf(owner)) {
            throw Errors.typeError("descriptor '" + name + "' for '" + owner.name() + "' objects doesn't apply to a '"
                    + PyType.of(obj).name() + "' object");
        }
        return obj;
    }

    @PyMethod("__set__($self, instance, value, /)")
    final void setMethod(final ThreadState ts, final Object instance, final Object value) {
        set(ts, instance, value);
    }

    @PyMethod("__delete__($self, instance, /)")
    final void deleteMethod(final ThreadState ts, final Object instance) {
        set(ts, instance, null);
    }
}
