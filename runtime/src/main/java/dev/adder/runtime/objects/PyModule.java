package dev.adder.runtime.objects;

import dev.adder.language.text.Str;
import dev.adder.runtime.Attributes;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Docstrings;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;

/** A module: a namespace dict with attribute access. */
public class PyModule extends PySlotted {
    public static final PyType TYPE =
            PyType.builtin("module", "builtins", null, new ModuleMethodsTable()).withDict().withWeakref();

    private PyDict dict = new PyDict();
    /** The Java object behind a native module, or null. */
    public Object state;

    public PyModule(final Object name, final Object doc) {
        this(name, doc, new PyDict());
    }

    /** With an existing dict as its namespace. */
    public PyModule(final Object name, final Object doc, final PyDict namespace) {
        this(TYPE);
        dict = namespace;
        initialise(name, doc);
    }

    /** Gives the namespace the attributes that every module starts with. */
    final void initialise(final Object name, final Object doc) {
        dict.putStr("__name__", name);
        dict.putStr("__doc__", doc);
        dict.putStr("__package__", PyNone.NONE);
        dict.putStr("__loader__", PyNone.NONE);
        dict.putStr("__spec__", PyNone.NONE);
    }

    /** Without any attribute; for {@code __new__}. */
    public PyModule(final PyType type) {
        super(type);
    }

    public final PyDict dict() {
        return dict;
    }

    /** A native module's text is read when it is asked for; its dictionary has None. */
    private Object builtinDoc() {
        return dict.getStr("__name__") instanceof String name ? Docstrings.ofModule(name) : PyNone.NONE;
    }

    /** Whether attribute access is nothing but the dict. */
    public final boolean isPlain() {
        return shape.type == TYPE;
    }

    @Override
    public final boolean overridesGetAttribute() {
        return true;
    }

    @Override
    public Object getAttribute(final ThreadState ts, final String name) {
        final PyType type = shape.type;
        final Object d = type.lookup(name);
        if (d != null && Attributes.isData(d)) {
            return Attributes.bind(ts, d, this, type);
        }
        final Object value = dict.getStr(name);
        if (value != null) {
            return value == PyNone.NONE && state != null && name.equals("__doc__") ? builtinDoc() : value;
        }
        if (d != null) {
            return Attributes.bind(ts, d, this, type);
        }
        final Object getattr = dict.getStr("__getattr__");
        if (getattr != null && !name.equals("__getattr__")) {
            return Calls.call1(ts, getattr, Str.fromNameKey(name));
        }
        return null;
    }

    @Override
    public void setAttribute(final ThreadState ts, final String name, final Object value) {
        final Object d = shape.type.lookup(name);
        if (d != null && Attributes.isData(d)) {
            Attributes.setDescriptor(ts, d, this, value);
        } else if (value != null) {
            dict.putStr(name, value);
        } else if (dict.removeStr(name) == null) {
            throw missingAttribute(name);
        }
    }

    @Override
    public PyRaise missingAttribute(final String name) {
        final Object n = dict.getStr("__name__");
        if (n != null && PyObjects.isText(n)) {
            return Errors.attributeError("module '" + Str.toJava(PyObjects.textOf(n)) + "' has no attribute '" + name
                    + "'", this, name);
        }
        return Errors.attributeError("module has no attribute '" + name + "'", this, name);
    }
}
