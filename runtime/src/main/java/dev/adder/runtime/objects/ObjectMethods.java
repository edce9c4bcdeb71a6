package dev.adder.runtime.objects;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PySetter;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.Attributes;
import dev.adder.runtime.BuiltinDescriptor;
import dev.adder.runtime.BuiltinNew;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.Ids;
import dev.adder.runtime.PyInstance;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.Special;
import dev.adder.runtime.SlotDescriptor;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;
import dev.adder.runtime.ops.PyIter;
import java.util.ArrayList;
import java.util.List;

/** The methods of {@code object}: CPython's Objects/typeobject.c, object_methods. */
@PyTypeSpec(name = "object")
public final class ObjectMethods {
    private ObjectMethods() {
    }

    /** The table for {@link PyType#OBJECT}. */
    public static BuiltinTable table() {
        return new ObjectMethodsTable();
    }

    @PyNew(value = "(*args, **kwargs)", raw = true)
    static Object make(final ThreadState ts, final Object cls, final Object[] args, final String[] kwNames) {
        final PyType type = (PyType) cls;
        if (args.length > 0) {
            final Object newMethod = type.lookup("__new__");
            if (!(newMethod instanceof BuiltinNew n && n.owner == PyType.OBJECT)) {
                throw Errors.typeError("object.__new__() takes exactly one argument (the type to instantiate)");
            }
            if (isObjectInit(type)) {
                throw Errors.typeError(type.name() + "() takes no arguments");
            }
        }
        if (type.hasAbstractMethods()) {
            throw abstractError(ts, type);
        }
        return new PyInstance(type);
    }

    private static RuntimeException abstractError(final ThreadState ts, final PyType type) {
        final List<String> names = new ArrayList<>();
        PyIter.forEach(ts, type.getOwn("__abstractmethods__"),
                n -> names.add(Str.toJava(PyObjects.textOf(n))));
        names.sort(null);
        return Errors.typeError("Can't instantiate abstract class " + type.name() + " without an implementation for "
                + "abstract method" + (names.size() == 1 ? "" : "s") + " '" + String.join("', '", names) + "'");
    }

    private static boolean isObjectInit(final PyType type) {
        return type.lookup("__init__") instanceof BuiltinDescriptor d && d.owner == PyType.OBJECT;
    }

    @PyMethod(value = "__init__($self, /, *args, **kwargs)", raw = true)
    static Object init(final ThreadState ts, final Object self, final Object[] args, final String[] kwNames) {
        if (args.length > 0) {
            final PyType type = PyType.of(self);
            if (!isObjectInit(type)) {
                throw Errors.typeError("object.__init__() takes exactly one argument (the instance to initialize)");
            }
            if (type.lookup("__new__") instanceof BuiltinNew n && n.owner == PyType.OBJECT) {
                throw Errors.typeError(type.name() + ".__init__() takes exactly one argument (the instance to "
                        + "initialize)");
            }
        }
        return PyNone.NONE;
    }

    @PyMethod("__repr__($self, /)")
    static Object repr(final ThreadState ts, final Object self) {
        final PyType type = PyType.of(self);
        final String module = TypeMethods.moduleName(type);
        final String name = Str.toJava(type.qualname());
        return Str.ofUtf16("<" + (module == null || module.equals("builtins") ? name : module + "." + name)
                + " object at 0x" + hex(Ids.of(self)) + ">");
    }

    /** As C's {@code %p}. */
    public static String hex(final long id) {
        return Long.toHexString(id);
    }

    @PyMethod("__str__($self, /)")
    static Object str(final ThreadState ts, final Object self) {
        final Object r = Special.call0(ts, self, "__repr__");
        if (!PyObjects.isText(r)) {
            throw Errors.typeError("__repr__ returned non-string (type " + PyType.of(r).name() + ")");
        }
        return r;
    }

    @PyMethod("__hash__($self, /)")
    static long hash(final Object self) {
        return PyObjects.identityHash(self);
    }

    @PyMethod("__eq__($self, value, /)")
    static Object eq(final Object self, final Object value) {
        return PyObjects.is(self, value) ? Boolean.TRUE : PyNotImplemented.NOT_IMPLEMENTED;
    }

    @PyMethod("__ne__($self, value, /)")
    static Object ne(final ThreadState ts, final Object self, final Object value) {
        final Object r = Special.call1(ts, self, "__eq__", value);
        return r == PyNotImplemented.NOT_IMPLEMENTED ? r : (Object) !PyObjects.isTrue(ts, r);
    }

    @PyMethod("__lt__($self, value, /)")
    static Object lt(final Object self, final Object value) {
        return PyNotImplemented.NOT_IMPLEMENTED;
    }

    @PyMethod("__le__($self, value, /)")
    static Object le(final Object self, final Object value) {
        return PyNotImplemented.NOT_IMPLEMENTED;
    }

    @PyMethod("__gt__($self, value, /)")
    static Object gt(final Object self, final Object value) {
        return PyNotImplemented.NOT_IMPLEMENTED;
    }

    @PyMethod("__ge__($self, value, /)")
    static Object ge(final Object self, final Object value) {
        return PyNotImplemented.NOT_IMPLEMENTED;
    }

    @PyMethod("__getattribute__($self, name, /)")
    public static Object getattribute(final ThreadState ts, final Object self, final Object name) {
        final String key = attributeName(name);
        if (self instanceof PyObject p) {
            final Object value = p.getAttribute(ts, key);
            if (value == null) {
                throw p.missingAttribute(key);
            }
            return value;
        }
        final Object value = Attributes.genericGetValue(ts, self, key);
        if (value == null) {
            throw Errors.attributeError("'" + PyType.of(self).name() + "' object has no attribute '" + key + "'", self,
                    key);
        }
        return value;
    }

    /** The name key of an attribute name argument. */
    public static String attributeName(final Object name) {
        if (!PyObjects.isText(name)) {
            throw Errors.typeError("attribute name must be string, not '" + PyType.of(name).name() + "'");
        }
        return Str.nameKey(PyObjects.textOf(name));
    }

    @PyMethod("__setattr__($self, name, value, /)")
    static void setattr(final ThreadState ts, final Object self, final Object name, final Object value) {
        set(ts, self, attributeName(name), value, "__setattr__");
    }

    @PyMethod("__delattr__($self, name, /)")
    static void delattr(final ThreadState ts, final Object self, final Object name) {
        set(ts, self, attributeName(name), null, "__delattr__");
    }

    private static void set(final ThreadState ts, final Object self, final String key, final Object value,
            final String method) {
        if (!(self instanceof PyObject p)) {
            Attributes.genericSetValue(ts, self, key, value);
            return;
        }
        if (p instanceof PyType) {
            // A built-in type on the way has a method of its own (hackcheck): only that of type there is.
            throw Errors.typeError("can't apply this " + method + " to " + PyType.of(p).name() + " object");
        }
        p.setAttribute(ts, key, value);
    }

    @PyMethod("__format__($self, format_spec, /)")
    static Object format(final ThreadState ts, final Object self, final Object spec) {
        if (!PyObjects.isText(spec)) {
            throw Errors.typeError("__format__() argument must be str, not " + PyType.of(spec).name());
        }
        if (!Str.isEmpty(PyObjects.textOf(spec))) {
            throw Errors.typeError("unsupported format string passed to " + PyType.of(self).name() + ".__format__");
        }
        return PyObjects.str(ts, self);
    }

    @PyMethod("__sizeof__($self, /)")
    static long sizeof(final Object self) {
        return 16;
    }

    @PyMethod("__dir__($self, /)")
    static Object dir(final ThreadState ts, final Object self) {
        final PyDict names = new PyDict();
        if (self instanceof PyObject p && PyObjects.lookupAttr(ts, p, "__dict__") instanceof PyDict d) {
            names.update(ts, d);
        }
        final PyType[] mro = PyType.of(self).mro();
        for (int i = mro.length - 1; i >= 0; i--) {
            names.update(ts, mro[i].dict());
        }
        final PyList list = new PyList();
        names.forEach((k, v) -> list.append(ts, k));
        return list;
    }

    @PyMethod("__reduce__($self, /)")
    static Object reduce(final ThreadState ts, final Object self) {
        return reduceEx(ts, self, 0);
    }

    @PyMethod("__reduce_ex__($self, protocol, /)")
    static Object reduceEx(final ThreadState ts, final Object self, final int protocol) {
        final Object own = PyType.of(self).lookup("__reduce__");
        if (own != null && !(own instanceof BuiltinDescriptor d && d.owner == PyType.OBJECT)) {
            return Calls.call0(ts, PyObjects.getAttr(ts, self, "__reduce__"));
        }
        final Object copyreg = ts.interp.importModule(ts, "copyreg");
        if (protocol >= 2) {
            return Reduce.protocol2(ts, self, copyreg);
        }
        return Calls.call2(ts, PyObjects.getAttr(ts, copyreg, "_reduce_ex"), self, (long) protocol);
    }

    @PyMethod("__getstate__($self, /)")
    static Object getstate(final ThreadState ts, final Object self) {
        return Reduce.state(ts, self, false);
    }

    @PyClassMethod(value = "__init_subclass__($type, /)", raw = true)
    static Object initSubclass(final ThreadState ts, final Object cls, final Object[] args, final String[] kwNames) {
        if (args.length > 0) {
            final int keywords = kwNames == null ? 0 : kwNames.length;
            throw Errors.typeError(((PyType) cls).name() + ".__init_subclass__() takes no "
                    + (keywords > 0 ? "keyword arguments" : "arguments (" + args.length + " given)"));
        }
        return PyNone.NONE;
    }

    @PyClassMethod("__subclasshook__($type, object, /)")
    static Object subclasshook(final PyType cls, final Object object) {
        return PyNotImplemented.NOT_IMPLEMENTED;
    }

    @PyGetter("__class__")
    static Object getClass(final Object self) {
        return PyType.of(self);
    }

    @PySetter("__class__")
    static void setClass(final ThreadState ts, final Object self, final Object value) {
        if (!(value instanceof PyType newType)) {
            throw Errors.typeError("__class__ must be set to a class, not '" + PyType.of(value).name() + "' object");
        }
        final PyType old = PyType.of(self);
        final boolean modules = old.isSubtypeOf(PyModule.TYPE) && newType.isSubtypeOf(PyModule.TYPE);
        if (!modules && (!old.isHeapType() || !newType.isHeapType())) {
            throw Errors.typeError("__class__ assignment only supported for mutable types or ModuleType subclasses");
        }
        if (old.solid() != newType.solid() && !sameSlots(old, newType) || old.hasDict() != newType.hasDict()) {
            throw Errors.typeError("__class__ assignment: '" + newType.name() + "' object layout differs from '"
                    + old.name() + "'");
        }
        Attributes.setClass(ts, (PyObject) self, newType);
    }

    private static boolean sameSlots(final PyType a, final PyType b) {
        return a.base() == b.base() && a.getOwn("__slots__") != null && b.getOwn("__slots__") != null
                && slotNames(a).equals(slotNames(b));
    }

    private static java.util.Set<String> slotNames(final PyType type) {
        final java.util.Set<String> names = new java.util.HashSet<>();
        type.dict().forEach((key, value) -> {
            if (value instanceof SlotDescriptor d && d.owner == type) {
                names.add(d.name);
            }
        });
        return names;
    }
}
