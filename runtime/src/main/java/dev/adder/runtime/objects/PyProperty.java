package dev.adder.runtime.objects;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PySetter;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyDescriptor;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.ops.PyObjects;

/** {@code property}: CPython's propertyobject in Objects/descrobject.c. */
@PyTypeSpec(name = "property")
public final class PyProperty extends PyDescriptor {
    public static final PyType TYPE = PyType.builtin("property", "builtins", null, new PyPropertyTable());

    private Object fget;
    private Object fset;
    private Object fdel;
    private Object doc = PyNone.NONE;
    private Object name;
    private boolean docFromGetter;

    private PyProperty(final PyType type) {
        super(type);
    }

    @PyNew(value = "(fget=None, fset=None, fdel=None, doc=None)", raw = true, hidden = true)
    static Object make(final ThreadState ts, final Object cls, final Object[] args, final String[] kwNames) {
        return new PyProperty((PyType) cls);
    }

    @PyMethod("__init__($self, /, fget=None, fset=None, fdel=None, doc=None)")
    void init(final ThreadState ts, final Object get, final Object set, final Object del, final Object docstring) {
        fget = orNull(get);
        fset = orNull(set);
        fdel = orNull(del);
        docFromGetter = false;
        Object text = docstring;
        if (text == PyNone.NONE && fget != null) {
            final Object d = PyObjects.lookupAttr(ts, fget, "__doc__");
            if (d != null && d != PyNone.NONE) {
                text = d;
                docFromGetter = true;
            }
        }
        doc = PyNone.NONE;
        if (type() == TYPE) {
            doc = text;
            return;
        }
        // The class has a __doc__ of its own, which would hide the property's: an instance attribute goes before it.
        try {
            PyObjects.setAttr(ts, this, "__doc__", text);
        } catch (final PyRaise e) {
            if (docFromGetter || !Errors.matches(e, ExceptionTypes.ATTRIBUTE_ERROR)) {
                throw e;
            }
        }
    }

    /** What gets the value, or null. */
    public Object getter() {
        return fget;
    }

    private static Object orNull(final Object o) {
        return o == PyNone.NONE ? null : o;
    }

    private static Object orNone(final Object o) {
        return o == null ? PyNone.NONE : o;
    }

    @PyGetter(value = "fget", member = true)
    public Object fget() {
        return orNone(fget);
    }

    @PyGetter(value = "fset", member = true)
    Object fset() {
        return orNone(fset);
    }

    @PyGetter(value = "fdel", member = true)
    Object fdel() {
        return orNone(fdel);
    }

    @PyGetter(value = "__doc__", member = true)
    Object doc() {
        return doc;
    }

    @PySetter("__doc__")
    void setDoc(final Object value) {
        doc = value;
        docFromGetter = false;
    }

    @PyGetter("__name__")
    Object getName(final ThreadState ts) {
        final Object n = nameOrNull(ts);
        if (n == null) {
            throw Errors.attributeError("'property' object has no attribute '__name__'", this, "__name__");
        }
        return n;
    }

    @PySetter("__name__")
    void setName(final Object value) {
        name = value;
    }

    private Object nameOrNull(final ThreadState ts) {
        if (name != null) {
            return name;
        }
        return fget == null ? null : PyObjects.lookupAttr(ts, fget, "__name__");
    }

    @PyGetter("__isabstractmethod__")
    boolean isAbstract(final ThreadState ts) {
        return isAbstract(ts, fget) || isAbstract(ts, fset) || isAbstract(ts, fdel);
    }

    /** Whether a function is marked by {@code abc.abstractmethod}. */
    static boolean isAbstract(final ThreadState ts, final Object f) {
        if (f == null) {
            return false;
        }
        final Object flag = PyObjects.lookupAttr(ts, f, "__isabstractmethod__");
        return flag != null && PyObjects.isTrue(ts, flag);
    }

    @PyMethod(value = "__set_name__($self, owner, name, /)", raw = true)
    static Object setNameOf(final ThreadState ts, final Object self, final Object[] args, final String[] kwNames) {
        if (args.length != 2) {
            throw Errors.typeError("__set_name__() takes 2 positional arguments but " + args.length + " were given");
        }
        ((PyProperty) self).name = args[1];
        return PyNone.NONE;
    }

    private Object copy(final ThreadState ts, final Object get, final Object set, final Object del) {
        final Object docstring = docFromGetter && get != null ? PyNone.NONE : doc;
        final Object made = Calls.call(ts, type(), new Object[] {orNone(get), orNone(set), orNone(del), docstring},
                null);
        if (made instanceof PyProperty p) {
            p.name = name;
        }
        return made;
    }

    @PyMethod("getter($self, object, /)")
    Object getter(final ThreadState ts, final Object f) {
        return copy(ts, orNull(f) == null ? fget : f, fset, fdel);
    }

    @PyMethod("setter($self, object, /)")
    Object setter(final ThreadState ts, final Object f) {
        return copy(ts, fget, orNull(f) == null ? fset : f, fdel);
    }

    @PyMethod("deleter($self, object, /)")
    Object deleter(final ThreadState ts, final Object f) {
        return copy(ts, fget, fset, orNull(f) == null ? fdel : f);
    }

    private PyRaise missing(final ThreadState ts, final Object obj, final String what) {
        final Object n = nameOrNull(ts);
        final String owner = Str.toJava(PyType.of(obj).qualname());
        return Errors.attributeError(n == null ? "property of '" + owner + "' object has no " + what
                : "property " + PyObjects.reprJava(ts, n) + " of '" + owner + "' object has no " + what);
    }

    @Override
    public Object get(final ThreadState ts, final Object obj, final PyType objType) {
        if (obj == null) {
            return this;
        }
        if (fget == null) {
            throw missing(ts, obj, "getter");
        }
        return Calls.call1(ts, fget, obj);
    }

    @Override
    public boolean isData() {
        return true;
    }

    @Override
    public void set(final ThreadState ts, final Object obj, final Object value) {
        if (value == null) {
            if (fdel == null) {
                throw missing(ts, obj, "deleter");
            }
            Calls.call1(ts, fdel, obj);
        } else {
            if (fset == null) {
                throw missing(ts, obj, "setter");
            }
            Calls.call2(ts, fset, obj, value);
        }
    }

    @PyMethod("__get__($self, instance, owner=None, /)")
    Object getMethod(final ThreadState ts, final Object instance, final Object owner) {
        return get(ts, orNull(instance), null);
    }

    @PyMethod("__set__($self, instance, value, /)")
    void setMethod(final ThreadState ts, final Object instance, final Object value) {
        set(ts, instance, value);
    }

    @PyMethod("__delete__($self, instance, /)")
    void deleteMethod(final ThreadState ts, final Object instance) {
        set(ts, instance, null);
    }
}
