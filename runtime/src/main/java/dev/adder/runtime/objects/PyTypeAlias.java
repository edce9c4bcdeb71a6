package dev.adder.runtime.objects;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.expose.Text;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.Frame;
import dev.adder.runtime.ops.PyObjects;

/** {@code type X = ...}: typing.TypeAliasType. The value is evaluated when asked for. */
@PyTypeSpec(name = "TypeAliasType", module = "typing")
public final class PyTypeAlias extends PyObject {
    public static final PyType TYPE =
            PyType.builtinFinal("TypeAliasType", "typing", null, new PyTypeAliasTable());

    private final Object name;
    /** Null if there are none. */
    private final PyTuple typeParams;
    private final Object function;
    private Object value;
    /** Null: that of the function. */
    private final Object module;

    private PyTypeAlias(final Object name, final PyTuple typeParams, final Object function, final Object value,
            final Object module) {
        super(TYPE);
        this.name = name;
        this.typeParams = typeParams;
        this.function = function;
        this.value = value;
        this.module = module;
    }

    /** Of the syntax; {@code typeParams} a tuple or None. */
    public static PyTypeAlias ofSyntax(final Object name, final Object typeParams, final Object function) {
        return new PyTypeAlias(name, typeParams instanceof PyTuple t ? t : null, function, null, null);
    }

    @PyNew("(name, value, *, type_params=())")
    static Object make(final ThreadState ts, final PyType cls, @Text final Object name, final Object value,
            final Object typeParams) {
        if (!(typeParams instanceof PyTuple params)) {
            throw Errors.typeError("type_params must be a tuple");
        }
        boolean defaultSeen = false;
        for (final Object p : params.items()) {
            if (!(p instanceof TypeParameter t)) {
                throw Errors.typeError("Expected a type param, got " + PyObjects.reprJava(ts, p));
            }
            if (t.hasDefault()) {
                defaultSeen = true;
            } else if (defaultSeen) {
                throw Errors.typeError("non-default type parameter '" + PyObjects.reprJava(ts, p)
                        + "' follows default type parameter");
            }
        }
        final Frame f = ts.currentFrame();
        final Object module = f == null ? null : f.globals().getStr("__name__");
        return new PyTypeAlias(name, params.size() == 0 ? null : params, null, value,
                module == null ? PyNone.NONE : module);
    }

    @PyGetter(value = "__name__", member = true)
    Object name() {
        return name;
    }

    @PyGetter("__value__")
    Object value(final ThreadState ts) {
        if (value == null) {
            value = Calls.call0(ts, function);
        }
        return value;
    }

    @PyGetter("evaluate_value")
    Object evaluateValue() {
        return function != null ? function : new ConstEvaluator(value);
    }

    @PyGetter("__type_params__")
    Object typeParams() {
        return typeParams == null ? PyTuple.EMPTY : typeParams;
    }

    @PyGetter("__parameters__")
    Object parameters(final ThreadState ts) {
        return typeParams == null ? PyTuple.EMPTY : PyTypeVarTuple.unpackAll(ts, typeParams);
    }

    @PyGetter("__module__")
    Object module(final ThreadState ts) {
        return module != null ? module : PyObjects.getAttr(ts, function, "__module__");
    }

    @PyMethod("__getitem__($self, key, /)")
    Object getItem(final Object item) {
        if (typeParams == null) {
            throw Errors.typeError("Only generic type aliases are subscriptable");
        }
        return PyGenericAlias.of(this, item);
    }

    @PyMethod("__iter__($self, /)")
    Object iter(final ThreadState ts) {
        return PyTuple.of(PyTypeVarTuple.unpack(ts, this)).iter(ts);
    }

    @PyMethod("__or__($self, value, /)")
    Object or(final ThreadState ts, final Object other) {
        return PyUnion.or(ts, this, other);
    }

    @PyMethod("__ror__($self, value, /)")
    Object ror(final ThreadState ts, final Object other) {
        return PyUnion.or(ts, other, this);
    }

    @PyMethod("__reduce__($self, /)")
    Object reduce() {
        return name;
    }

    @PyMethod("__repr__($self, /)")
    Object repr() {
        return name;
    }
}
