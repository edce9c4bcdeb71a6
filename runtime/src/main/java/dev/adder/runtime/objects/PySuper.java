package dev.adder.runtime.objects;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.ir.Code;
import dev.adder.runtime.Attributes;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.Accumulator;
import dev.adder.runtime.interp.Cell;
import dev.adder.runtime.interp.Frame;
import dev.adder.runtime.ops.PyObjects;

/** {@code super(type, object)}: CPython's superobject in Objects/typeobject.c. */
@PyTypeSpec(name = "super")
public final class PySuper extends PySlotted {
    public static final PyType TYPE = PyType.builtin("super", "builtins", null, new PySuperTable());

    PyType thisClass;
    /** Null for an unbound super object. */
    Object self;
    PyType selfClass;

    PySuper(final PyType type) {
        super(type);
    }

    private void bind(final ThreadState ts, final PyType start, final Object object) {
        thisClass = start;
        self = object;
        selfClass = object == null ? null : check(ts, start, object);
    }

    /** {@code supercheck}: the type whose MRO is searched. */
    private static PyType check(final ThreadState ts, final PyType start, final Object object) {
        if (object instanceof PyType t && t.isSubtypeOf(start)) {
            return t;
        }
        final PyType type = PyType.of(object);
        if (type.isSubtypeOf(start)) {
            return type;
        }
        if (PyObjects.lookupAttr(ts, object, "__class__") instanceof PyType c && c != type && c.isSubtypeOf(start)) {
            return c;
        }
        throw Errors.typeError("super(type, obj): obj (" + (object instanceof PyType t ? "type " + t.name()
                : "instance of " + type.name()) + ") is not an instance or subtype of type (" + start.name() + ").");
    }

    /** {@code super(type, self).name} without the super object. */
    public static Object lookup(final ThreadState ts, final Object type, final Object self, final String name) {
        if (!(type instanceof PyType start)) {
            throw Errors.typeError("super() argument 1 must be a type, not " + PyType.of(type).name());
        }
        final PyType selfClass = check(ts, start, self);
        final Object value = name.equals("__class__") ? null : find(ts, start, self, selfClass, name);
        if (value != null) {
            return value;
        }
        final PySuper s = new PySuper(TYPE);
        s.thisClass = start;
        s.self = self;
        s.selfClass = selfClass;
        return PyObjects.getAttr(ts, s, name);
    }

    private static Object find(final ThreadState ts, final PyType start, final Object self, final PyType selfClass,
            final String name) {
        final Object found = selfClass.lookupAfter(start, name);
        return found == null ? null : Attributes.bind(ts, found, self == selfClass ? null : self, selfClass);
    }

    @Override
    public boolean overridesGetAttribute() {
        return true;
    }

    @Override
    public Object getAttribute(final ThreadState ts, final String name) {
        if (selfClass != null && !name.equals("__class__")) {
            final Object value = find(ts, thisClass, self, selfClass, name);
            if (value != null) {
                return value;
            }
        }
        return Attributes.genericGet(ts, this, name);
    }

    @Override
    public PyRaise missingAttribute(final String name) {
        return Errors.attributeError("'" + shape.type.name() + "' object has no attribute '" + name + "'", this, name);
    }

    @PyNew(value = "(type=<unrepresentable>, object_or_type=<unrepresentable>, /)", raw = true, hidden = true)
    static Object make(final ThreadState ts, final Object cls, final Object[] args, final String[] kwNames) {
        return new PySuper((PyType) cls);
    }

    @PyMethod("__init__($self, type=<unrepresentable>, object_or_type=<unrepresentable>, /)")
    void init(final ThreadState ts, final Object type, final Object object) {
        if (type == null) {
            initFromFrame(ts);
            return;
        }
        if (!(type instanceof PyType start)) {
            throw Errors.typeError("super() argument 1 must be a type, not " + PyType.of(type).name());
        }
        bind(ts, start, object == null || object == PyNone.NONE ? null : object);
    }

    /** {@code super()} without arguments: the class cell and the first argument of the calling method. */
    private void initFromFrame(final ThreadState ts) {
        final Frame f = ts.currentFrame();
        if (f == null) {
            throw Errors.runtimeError("super(): no current frame");
        }
        final Code ir = f.ir();
        if (ir.argCount == 0) {
            throw Errors.runtimeError("super(): no arguments");
        }
        Object first = Accumulator.seen(f.registers()[0]);
        if (first == null) {
            for (int i = 0; i < ir.cellVars.length; i++) {
                if (ir.cellVars[i].equals(ir.varNames[0]) && f.registers()[ir.cellBase + i] instanceof Cell c) {
                    first = c.value;
                }
            }
        }
        if (first == null) {
            throw Errors.runtimeError("super(): arg[0] deleted");
        }
        for (int i = 0; i < ir.freeVars.length; i++) {
            if (ir.freeVars[i].equals("__class__")) {
                final Object cls = f.registers()[ir.freeBase + i] instanceof Cell c ? c.value : null;
                if (cls == null) {
                    throw Errors.runtimeError("super(): empty __class__ cell");
                }
                if (!(cls instanceof PyType start)) {
                    throw Errors.runtimeError("super(): __class__ is not a type (" + PyType.of(cls).name() + ")");
                }
                bind(ts, start, first);
                return;
            }
        }
        throw Errors.runtimeError("super(): __class__ cell not found");
    }

    @PyMethod("__get__($self, instance, owner=None, /)")
    Object getMethod(final ThreadState ts, final Object instance, final Object owner) {
        if (instance == PyNone.NONE || self != null) {
            return this;
        }
        if (type() != TYPE) {
            return Calls.call2(ts, type(), thisClass, instance);
        }
        final PySuper bound = new PySuper(TYPE);
        bound.bind(ts, thisClass, instance);
        return bound;
    }

    @PyMethod("__getattribute__($self, name, /)")
    Object getattribute(final ThreadState ts, final Object name) {
        return ObjectMethods.getattribute(ts, this, name);
    }

    @PyMethod("__repr__($self, /)")
    Object repr() {
        return "<super: <class '" + (thisClass == null ? "NULL" : thisClass.name()) + "'>, "
                + (selfClass == null ? "NULL" : "<" + selfClass.name() + " object>") + ">";
    }

    @PyGetter(value = "__thisclass__", member = true)
    Object getThisClass() {
        return thisClass == null ? PyNone.NONE : thisClass;
    }

    @PyGetter(value = "__self__", member = true)
    Object getSelf() {
        return self == null ? PyNone.NONE : self;
    }

    @PyGetter(value = "__self_class__", member = true)
    Object getSelfClass() {
        return selfClass == null ? PyNone.NONE : selfClass;
    }
}
