package dev.adder.runtime.objects;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyRichCompare;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;

/** {@code types.MappingProxyType}: a read-only view of a mapping (CPython's Objects/descrobject.c). */
@PyTypeSpec(name = "mappingproxy")
public final class PyMappingProxy extends PyObject {
    public static final PyType TYPE =
            PyType.builtinFinal("mappingproxy", "builtins", null, new PyMappingProxyTable()).asMapping();

    private final Object mapping;

    public PyMappingProxy(final Object mapping) {
        super(TYPE);
        this.mapping = mapping;
    }

    @PyNew("(mapping)")
    static Object make(final ThreadState ts, final PyType cls, final Object mapping) {
        if (mapping instanceof PyList || mapping instanceof PyTuple
                || PyType.of(mapping).lookup("__getitem__") == null) {
            throw Errors.typeError(
                    "mappingproxy() argument must be a mapping, not " + PyType.of(mapping).name());
        }
        return new PyMappingProxy(mapping);
    }

    public Object mapping() {
        return mapping;
    }

    @PyMethod("__len__($self, /)")
    long len(final ThreadState ts) {
        return PyObjects.length(ts, mapping);
    }

    @PyMethod("__getitem__($self, key, /)")
    Object getItem(final ThreadState ts, final Object key) {
        return PyObjects.getItem(ts, mapping, key);
    }

    @PyMethod("__contains__($self, key, /)")
    boolean contains(final ThreadState ts, final Object key) {
        return mapping instanceof PyDict d && d.isPlain() ? d.get(ts, key) != null
                : PyObjects.contains(ts, mapping, key);
    }

    @PyMethod("__iter__($self, /)")
    Object iter(final ThreadState ts) {
        return PyIter.get(ts, mapping);
    }

    @PyMethod("__reversed__($self, /)")
    Object reversed(final ThreadState ts) {
        return Calls.method0(ts, mapping, "__reversed__");
    }

    @PyMethod(value = "get($self, key, default=None, /)")
    Object get(final ThreadState ts, final Object key, final Object defaultValue) {
        return Calls.method2(ts, mapping, "get", key, defaultValue);
    }

    @PyMethod(value = "keys($self, /)", hidden = true)
    Object keys(final ThreadState ts) {
        return Calls.method0(ts, mapping, "keys");
    }

    @PyMethod(value = "values($self, /)", hidden = true)
    Object values(final ThreadState ts) {
        return Calls.method0(ts, mapping, "values");
    }

    @PyMethod(value = "items($self, /)", hidden = true)
    Object items(final ThreadState ts) {
        return Calls.method0(ts, mapping, "items");
    }

    @PyMethod(value = "copy($self, /)", hidden = true)
    Object copy(final ThreadState ts) {
        return Calls.method0(ts, mapping, "copy");
    }

    @PyClassMethod("__class_getitem__($type, object, /)")
    static Object classGetItem(final PyType cls, final Object item) {
        return PyGenericAlias.of(cls, item);
    }

    @PyMethod("__hash__($self, /)")
    long hash(final ThreadState ts) {
        return PyObjects.hash(ts, mapping);
    }

    @PyMethod("__str__($self, /)")
    Object str(final ThreadState ts) {
        return PyObjects.str(ts, mapping);
    }

    @PyMethod("__repr__($self, /)")
    Object repr(final ThreadState ts) {
        final StrBuilder out = new StrBuilder();
        out.append("mappingproxy(");
        out.append(PyObjects.repr(ts, mapping));
        out.append(")");
        return out.build();
    }

    @PyMethod("__or__($self, value, /)")
    Object or(final ThreadState ts, final Object other) {
        return PyNumber.or(ts, mapping, other instanceof PyMappingProxy p ? p.mapping : other);
    }

    @PyMethod("__ror__($self, value, /)")
    Object ror(final ThreadState ts, final Object other) {
        return PyNumber.or(ts, other, mapping);
    }

    @PyMethod("__ior__($self, value, /)")
    Object ior(final ThreadState ts, final Object other) {
        throw Errors.typeError("'|=' is not supported by mappingproxy; use '|' instead");
    }

    @PyRichCompare
    Object compare(final ThreadState ts, final Object other, final int op) {
        return PyObjects.richCompare(ts, mapping, other, op);
    }
}
