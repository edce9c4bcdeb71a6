package dev.adder.runtime.objects;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyDeleter;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PySetter;
import dev.adder.language.text.Str;
import dev.adder.runtime.Attributes;
import dev.adder.runtime.PyDescriptor;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;

/** What {@code classmethod} and {@code staticmethod} share: a descriptor around a function (Objects/funcobject.c). */
public abstract class WrappedFunction extends PyDescriptor {
    private static final String[] COPIED = {"__module__", "__name__", "__qualname__", "__doc__"};

    public final Object function;

    WrappedFunction(final PyType type, final Object function) {
        super(type);
        this.function = function;
    }

    /** functools_wraps. */
    final void copyAttributes(final ThreadState ts) {
        for (final String name : COPIED) {
            final Object value = PyObjects.lookupAttr(ts, function, name);
            if (value != null) {
                Attributes.storeSlot(ts, this, name, value);
            }
        }
    }

    @PyMethod(value = "__init__($self, /, *args, **kwargs)", raw = true)
    static Object init(final ThreadState ts, final Object self, final Object[] args, final String[] kwNames) {
        return PyNone.NONE;
    }

    @PyMethod("__get__($self, instance, owner=None, /)")
    final Object getMethod(final ThreadState ts, final Object instance, final Object owner) {
        return get(ts, instance == PyNone.NONE ? null : instance, owner instanceof PyType t ? t : null);
    }

    @PyGetter(value = "__func__", member = true)
    final Object func() {
        return function;
    }

    @PyGetter(value = "__wrapped__", member = true)
    final Object wrapped() {
        return function;
    }

    @PyGetter("__isabstractmethod__")
    final boolean isAbstract(final ThreadState ts) {
        return PyProperty.isAbstract(ts, function);
    }

    @PyGetter("__dict__")
    final Object dict(final ThreadState ts) {
        return Attributes.dictOf(ts, this);
    }

    /** An attribute of the function, kept here once it was asked for (descriptor_get_wrapped_attribute). */
    private Object kept(final ThreadState ts, final String name) {
        final PyDict dict = Attributes.dictOf(ts, this);
        final Object own = dict.getStr(name);
        if (own != null) {
            return own;
        }
        final Object value = PyObjects.getAttr(ts, function, name);
        Attributes.storeSlot(ts, this, name, value);
        return value;
    }

    private void forget(final ThreadState ts, final String name) {
        if (!Attributes.deleteSlot(ts, this, name)) {
            throw missingAttribute(name);
        }
    }

    @PyGetter("__annotations__")
    final Object annotations(final ThreadState ts) {
        return kept(ts, "__annotations__");
    }

    @PySetter("__annotations__")
    final void setAnnotations(final ThreadState ts, final Object value) {
        Attributes.storeSlot(ts, this, "__annotations__", value);
    }

    @PyDeleter("__annotations__")
    final void deleteAnnotations(final ThreadState ts) {
        forget(ts, "__annotations__");
    }

    @PyGetter("__annotate__")
    final Object annotate(final ThreadState ts) {
        return kept(ts, "__annotate__");
    }

    @PySetter("__annotate__")
    final void setAnnotate(final ThreadState ts, final Object value) {
        Attributes.storeSlot(ts, this, "__annotate__", value);
    }

    @PyDeleter("__annotate__")
    final void deleteAnnotate(final ThreadState ts) {
        forget(ts, "__annotate__");
    }

    @PyMethod("__repr__($self, /)")
    final Object repr(final ThreadState ts) {
        return Str.concat(Str.concat("<" + type().name() + "(", PyObjects.repr(ts, function)), ")>");
    }

    @PyClassMethod("__class_getitem__($cls, item, /)")
    static Object classGetItem(final PyType cls, final Object item) {
        return PyGenericAlias.of(cls, item);
    }
}
