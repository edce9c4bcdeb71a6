package dev.adder.runtime.objects;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PySetter;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.Attributes;
import dev.adder.runtime.PyDescriptor;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;

/** {@code classmethod(function)}. */
@PyTypeSpec(name = "classmethod")
public final class PyClassMethod extends PyDescriptor {
    public static final PyType TYPE =
            PyType.builtin("classmethod", "builtins", null, new PyClassMethodTable()).withDict();

    public Object function;

    public PyClassMethod(final Object function) {
        this(TYPE, function);
    }

    public PyClassMethod(final PyType type, final Object function) {
        super(type);
        this.function = function;
    }

    @Override
    public Object get(final ThreadState ts, final Object obj, final PyType objType) {
        return new dev.adder.runtime.interp.PyBoundMethod(function, objType != null ? objType : PyType.of(obj));
    }

    @PyNew("(function, /)")
    static Object make(final ThreadState ts, final PyType cls, final Object function) {
        final PyClassMethod made = new PyClassMethod(cls, function);
        for (final String name : new String[] {"__module__", "__name__", "__qualname__", "__doc__"}) {
            final Object value = PyObjects.lookupAttr(ts, function, name);
            if (value != null) {
                Attributes.storeSlot(ts, made, name, value);
            }
        }
        return made;
    }

    @PyMethod(value = "__init__($self, /, *args, **kwargs)", raw = true)
    static Object init(final ThreadState ts, final Object self, final Object[] args, final String[] kwNames) {
        return PyNone.NONE;
    }

    @PyMethod("__get__($self, instance, owner=None, /)")
    Object getMethod(final ThreadState ts, final Object instance, final Object owner) {
        return get(ts, instance == PyNone.NONE ? null : instance, owner instanceof PyType t ? t : null);
    }

    @PyGetter("__func__")
    Object func() {
        return function;
    }

    @PyGetter("__wrapped__")
    Object wrapped() {
        return function;
    }

    @PyGetter("__isabstractmethod__")
    boolean isAbstract(final ThreadState ts) {
        return PyProperty.isAbstract(ts, function);
    }

    @PyGetter("__dict__")
    Object dict(final ThreadState ts) {
        return Attributes.dictOf(ts, this);
    }

    @PyGetter("__annotations__")
    Object annotations(final ThreadState ts) {
        return PyObjects.getAttr(ts, function, "__annotations__");
    }

    @PySetter("__annotations__")
    void setAnnotations(final ThreadState ts, final Object value) {
        PyObjects.setAttr(ts, function, "__annotations__", value);
    }

    @PyGetter("__annotate__")
    Object annotate(final ThreadState ts) {
        return PyObjects.getAttr(ts, function, "__annotate__");
    }

    @PySetter("__annotate__")
    void setAnnotate(final ThreadState ts, final Object value) {
        PyObjects.setAttr(ts, function, "__annotate__", value);
    }

    @PyMethod("__repr__($self, /)")
    Object repr(final ThreadState ts) {
        return Str.concat(Str.concat("<classmethod(", PyObjects.repr(ts, function)), ")>");
    }

    @dev.adder.expose.PyClassMethod("__class_getitem__($cls, item, /)")
    static Object classGetItem(final PyType cls, final Object item) {
        return PyGenericAlias.of(cls, item);
    }
}
