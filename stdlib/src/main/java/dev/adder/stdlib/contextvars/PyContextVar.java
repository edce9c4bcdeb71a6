package dev.adder.stdlib.contextvars;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.objects.PyGenericAlias;
import dev.adder.runtime.ops.PyObjects;

/** {@code contextvars.ContextVar}. Its values live in the contexts. */
@PyTypeSpec(name = "ContextVar", module = "_contextvars")
public final class PyContextVar extends PyObject {
    public static final PyType TYPE =
            PyType.builtinFinal("ContextVar", "_contextvars", null, new PyContextVarTable());

    private final Object name;
    /** Null if there is none. */
    private final Object otherwise;

    private PyContextVar(final Object name, final Object otherwise) {
        super(TYPE);
        this.name = name;
        this.otherwise = otherwise;
    }

    @PyNew("(name, /, *, default=<unrepresentable>)")
    static Object create(final PyType cls, final Object name, final Object otherwise) {
        if (!PyObjects.isText(name)) {
            throw Errors.typeError("context variable name must be a str");
        }
        return new PyContextVar(name, otherwise);
    }

    @PyGetter("name")
    Object name() {
        return name;
    }

    @PyMethod("get($self, default=<unrepresentable>, /)")
    Object get(final ThreadState ts, final Object given) {
        final Object value = PyContext.current(ts).find(this);
        if (value != null) {
            return value;
        }
        if (given != null) {
            return given;
        }
        if (otherwise != null) {
            return otherwise;
        }
        throw Errors.withArgs(ExceptionTypes.LOOKUP_ERROR, this);
    }

    @PyMethod("set($self, value, /)")
    PyContextToken set(final ThreadState ts, final Object value) {
        final PyContext context = PyContext.current(ts);
        final PyContextToken token = new PyContextToken(context, this, context.find(this));
        context.put(this, value);
        return token;
    }

    @PyMethod("reset($self, token, /)")
    void reset(final ThreadState ts, final Object given) {
        if (!(given instanceof PyContextToken token)) {
            throw Errors.typeError("expected an instance of Token, got " + PyObjects.reprJava(ts, given));
        }
        token.reset(ts, this);
    }

    @PyMethod("__repr__($self, /)")
    String repr(final ThreadState ts) {
        return "<ContextVar name=" + PyObjects.reprJava(ts, name)
                + (otherwise == null ? "" : " default=" + PyObjects.reprJava(ts, otherwise)) + PyContext.at(this);
    }

    @PyClassMethod("__class_getitem__($type, object, /)")
    static Object classGetItem(final PyType cls, final Object item) {
        return PyGenericAlias.of(cls, item);
    }
}
