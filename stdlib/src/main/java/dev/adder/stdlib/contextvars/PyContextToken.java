package dev.adder.stdlib.contextvars;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyConstant;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyGenericAlias;
import dev.adder.runtime.ops.PyObjects;

/** {@code contextvars.Token}: what a variable was in a context before it was set; good for one reset. */
@PyTypeSpec(name = "Token", module = "_contextvars")
public final class PyContextToken extends PyObject {
    public static final PyType TYPE =
            PyType.builtinFinal("Token", "_contextvars", null, new PyContextTokenTable()).withoutNew();

    @PyConstant("MISSING")
    static final Object MISSING = MissingValue.INSTANCE;
    @PyConstant("__hash__")
    static final Object HASH = PyNone.NONE;

    private final PyContext context;
    private final PyContextVar variable;
    /** Null if the variable had no value. */
    private final Object old;
    private boolean used;

    PyContextToken(final PyContext context, final PyContextVar variable, final Object old) {
        super(TYPE);
        this.context = context;
        this.variable = variable;
        this.old = old;
    }

    /** {@code ContextVar.reset}: _contextvars's PyContextVar_Reset. */
    void reset(final ThreadState ts, final PyContextVar asked) {
        if (used) {
            throw Errors.runtimeError(PyObjects.reprJava(ts, this) + " has already been used once");
        }
        if (asked != variable) {
            throw Errors.valueError(PyObjects.reprJava(ts, this) + " was created by a different ContextVar");
        }
        if (context != PyContext.current(ts)) {
            throw Errors.valueError(PyObjects.reprJava(ts, this) + " was created in a different Context");
        }
        used = true;
        if (old == null) {
            context.remove(variable);
        } else {
            context.put(variable, old);
        }
    }

    @PyGetter("var")
    Object variable() {
        return variable;
    }

    @PyGetter("old_value")
    Object oldValue() {
        return old == null ? MISSING : old;
    }

    @PyMethod("__enter__($self, /)")
    Object enter() {
        return this;
    }

    @PyMethod("__exit__($self, type, value, traceback, /)")
    void exit(final ThreadState ts, final Object type, final Object value, final Object traceback) {
        reset(ts, variable);
    }

    @PyMethod("__repr__($self, /)")
    String repr(final ThreadState ts) {
        return "<Token" + (used ? " used" : "") + " var=" + PyObjects.reprJava(ts, variable) + PyContext.at(this);
    }

    @PyClassMethod("__class_getitem__($type, object, /)")
    static Object classGetItem(final PyType cls, final Object item) {
        return PyGenericAlias.of(cls, item);
    }
}
