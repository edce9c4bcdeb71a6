package dev.adder.stdlib.collections;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PySetter;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyDescriptor;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;

/** The descriptor of one field of a namedtuple. */
@PyTypeSpec(name = "_tuplegetter", module = "collections")
public final class TupleGetter extends PyDescriptor {
    public static final PyType TYPE =
            PyType.builtinFinal("_tuplegetter", "collections", null, new TupleGetterTable());

    private final int index;
    private Object doc;

    TupleGetter(final int index, final Object doc) {
        super(TYPE);
        this.index = index;
        this.doc = doc;
    }

    @PyNew(value = "(index, doc, /)", hidden = true)
    static Object make(final ThreadState ts, final PyType cls, final long index, final Object doc) {
        return new TupleGetter((int) index, doc);
    }

    @Override
    public boolean isData() {
        return true;
    }

    @Override
    public Object get(final ThreadState ts, final Object obj, final PyType objType) {
        if (obj == null) {
            return this;
        }
        if (!(obj instanceof PyTuple t)) {
            if (obj == PyNone.NONE) {
                return this;
            }
            throw Errors.typeError("descriptor for index '" + index + "' for tuple subclasses doesn't apply to '"
                    + PyType.of(obj).name() + "' object");
        }
        if (index < 0 || index >= t.size()) {
            throw Errors.indexError("tuple index out of range");
        }
        return t.get(index);
    }

    @Override
    public void set(final ThreadState ts, final Object obj, final Object value) {
        throw Errors.attributeError(value == null ? "can't delete attribute" : "can't set attribute");
    }

    @PyMethod("__get__($self, instance, owner=None, /)")
    Object getMethod(final ThreadState ts, final Object instance, final Object owner) {
        return get(ts, instance, null);
    }

    @PyMethod("__set__($self, instance, value, /)")
    void setMethod(final ThreadState ts, final Object instance, final Object value) {
        set(ts, instance, value);
    }

    @PyMethod("__delete__($self, instance, /)")
    void deleteMethod(final ThreadState ts, final Object instance) {
        set(ts, instance, null);
    }

    @PyGetter("__doc__")
    Object doc() {
        return doc;
    }

    @PySetter("__doc__")
    void setDoc(final Object value) {
        doc = value;
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce() {
        return PyTuple.of(TYPE, PyTuple.of((long) index, doc));
    }

    @PyMethod("__repr__($self, /)")
    Object repr(final ThreadState ts) {
        return new StrBuilder().append("_tuplegetter(").append(Integer.toString(index)).append(", ")
                .append(PyObjects.repr(ts, doc)).append(")").build();
    }
}
