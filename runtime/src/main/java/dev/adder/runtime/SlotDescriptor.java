package dev.adder.runtime;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;

/** A {@code __slots__} entry: CPython's {@code member_descriptor}. Its value is an ordinary slot of the shape. */
@PyTypeSpec(name = "member_descriptor")
public final class SlotDescriptor extends DataMember {
    public static final PyType TYPE =
            PyType.builtinFinal("member_descriptor", "builtins", null, new SlotDescriptorTable()).withoutNew();

    /** The key in shapes: marked, and unique per owner, since a subclass may have a slot of the same name. */
    public final String key;

    SlotDescriptor(final PyType owner, final String name) {
        super(TYPE, owner, name);
        this.key = (Shape.SLOT_MARK + name + Shape.SLOT_MARK + Ids.next()).intern();
    }

    @Override
    public Object get(final ThreadState ts, final Object obj, final PyType objType) {
        if (obj == null) {
            return this;
        }
        final PyObject p = (PyObject) check(obj);
        final int i = p.shape.indexOf(key);
        final Object value = i < 0 ? null : p.slotGet(i);
        if (value == null) {
            throw Errors.attributeError("'" + p.type().name() + "' object has no attribute '" + name + "'", obj, name);
        }
        return value;
    }

    @Override
    public void set(final ThreadState ts, final Object obj, final Object value) {
        final PyObject p = (PyObject) check(obj);
        if (value != null) {
            Attributes.storeSlot(ts, p, key, value);
        } else if (!Attributes.deleteSlot(ts, p, key)) {
            throw Errors.attributeError(name, obj, name);
        }
    }

    /** Members of built-in types, too, are of this Python type: {@link BuiltinMember}. */
    @PyMethod("__repr__($self, /)")
    static Object repr(final DataMember self) {
        return "<member '" + self.name + "' of '" + self.owner.name() + "' objects>";
    }
}
