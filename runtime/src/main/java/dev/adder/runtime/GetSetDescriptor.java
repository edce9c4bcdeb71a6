package dev.adder.runtime;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;

/** A computed attribute of a built-in type: CPython's {@code getset_descriptor} (and its read-only members). */
@PyTypeSpec(name = "getset_descriptor")
public class GetSetDescriptor extends PyDescriptor {
    public static final PyType TYPE =
            PyType.builtinFinal("getset_descriptor", "builtins", null, new GetSetDescriptorTable()).withoutNew();

    public final PyType owner;
    public final String name;
    private final BuiltinTable table;
    private final int getId;
    private final int setId;
    private final int deleteId;

    GetSetDescriptor(final PyType owner, final String name, final BuiltinTable table, final int getId,
            final int setId, final int deleteId) {
        super(TYPE);
        this.owner = owner;
        this.name = name;
        this.table = table;
        this.getId = getId;
        this.setId = setId;
        this.deleteId = deleteId;
    }

    @Override
    public boolean isData() {
        return true;
    }

    private void check(final Object obj) {
        if (!PyType.of(obj).isSubtypeOf(owner)) {
            throw Errors.typeError("descriptor '" + name + "' for '" + owner.name() + "' objects doesn't apply to a '"
                    + PyType.of(obj).name() + "' object");
        }
    }

    @Override
    public Object get(final ThreadState ts, final Object obj, final PyType objType) {
        if (obj == null) {
            return this;
        }
        check(obj);
        if (getId < 0) {
            throw Errors.attributeError("attribute '" + name + "' of '" + owner.name() + "' objects is not readable");
        }
        return table.call0(getId, ts, obj);
    }

    @Override
    public void set(final ThreadState ts, final Object obj, final Object value) {
        check(obj);
        if (value == null) {
            if (deleteId >= 0) {
                table.call0(deleteId, ts, obj);
                return;
            }
            if (setId >= 0) {
                throw Errors.typeError("cannot delete " + name);
            }
        } else if (setId >= 0) {
            table.call1(setId, ts, obj, value);
            return;
        }
        throw Errors.attributeError("attribute '" + name + "' of '" + owner.name() + "' objects is not writable");
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
        return "<attribute '" + name + "' of '" + owner.name() + "' objects>";
    }
}
