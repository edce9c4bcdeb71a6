package dev.adder.runtime;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;

/** A {@code __slots__} entry: CPython's {@code member_descriptor}. Its value is an ordinary slot of the shape. */
@PyTypeSpec(name = "member_descriptor")
public final class SlotDescriptor extends PyDescriptor {
    public static final PyType TYPE =
            PyType.builtinFinal("member_descriptor", "builtins", null, new SlotDescriptorTable()).withoutNew();

    public final PyType owner;
    public final String name;
    /** The key in shapes: marked, and unique per owner, since a subclass may have a slot of the same name. */
    public final String key;

    SlotDescriptor(final PyType owner, final String name) {
        super(TYPE);
        this.owner = owner;
        this.name = name;
        this.key = (Shape.SLOT_MARK + name + Shape.SLOT_MARK + Ids.next()).intern();
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
        final int i = p.shape.indexOf(key);
        final Object value = i < 0 ? null : p.slotGet(i);
        if (value == null) {
            throw Errors.attributeError("'" + p.type().name() + "' object has no attribute '" + name + "'", obj, name);
        }
        return value;
    }

    @Override
    public void set(final ThreadState ts, final Object obj, final Object value) {
        final PyObject p = check(obj);
        if (value != null) {
            Attributes.storeSlot(ts, p, key, value);
        } else if (!Attributes.deleteSlot(ts, p, key)) {
            throw Errors.attributeError(name, obj, name);
        }
    }

    @PyGetter("__name__")
    Object getName() {
        return name;
    }

    @PyGetter("__qualname__")
    Object getQualname() {
        return dev.adder.language.text.Str.concat(owner.qualname(), ".".concat(name));
    }

    @PyGetter("__objclass__")
    Object getObjclass() {
        return owner;
    }

    @PyMethod("__get__($self, instance, owner=None, /)")
    Object getMethod(final ThreadState ts, final Object instance, final Object ownerType) {
        return get(ts, instance == PyNone.NONE ? null : instance, ownerType instanceof PyType t ? t : null);
    }

    @PyGetter("__doc__")
    Object getDoc() {
        return Docstrings.ofMethod(owner, name);
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
        return "<member '" + name + "' of '" + owner.name() + "' objects>";
    }
}
