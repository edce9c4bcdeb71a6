package dev.adder.runtime.objects;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyDeleter;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PySetter;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.Attributes;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Docstrings;
import dev.adder.runtime.Errors;
import dev.adder.runtime.LateAttribute;
import dev.adder.runtime.Mro;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.TypeCreation;
import dev.adder.runtime.ops.PyObjects;

/** The methods of {@code type}: CPython's Objects/typeobject.c, type_methods and type_getsets. */
@PyTypeSpec(name = "type")
public final class TypeMethods {
    private TypeMethods() {
    }

    /** The table for {@link PyType#TYPE}. */
    public static BuiltinTable table() {
        return new TypeMethodsTable();
    }

    @PyNew(value = "(object_or_name, bases=(), dict={}, /, **kwds)", raw = true, hidden = true)
    static Object make(final ThreadState ts, final Object cls, final Object[] args, final String[] kwNames) {
        final int keywords = kwNames == null ? 0 : kwNames.length;
        if (args.length - keywords == 1 && keywords == 0 && cls == PyType.TYPE) {
            return PyType.of(args[0]);
        }
        if (args.length - keywords != 3) {
            throw Errors.typeError("type.__new__() takes exactly 3 arguments (" + (args.length - keywords) + " given)");
        }
        if (!PyObjects.isText(args[0])) {
            throw Errors.typeError("type.__new__() argument 1 must be str, not " + PyType.of(args[0]).name());
        }
        if (!(args[1] instanceof PyTuple bases)) {
            throw Errors.typeError("type.__new__() argument 2 must be tuple, not " + PyType.of(args[1]).name());
        }
        if (!(args[2] instanceof PyDict dict)) {
            throw Errors.typeError("type.__new__() argument 3 must be dict, not " + PyType.of(args[2]).name());
        }
        final Object[] kwValues = java.util.Arrays.copyOfRange(args, 3, args.length);
        return TypeCreation.create(ts, (PyType) cls, PyObjects.textOf(args[0]), bases, dict, kwValues, kwNames);
    }

    @PyMethod(value = "__init__($self, /, *args, **kwargs)", raw = true)
    static Object init(final ThreadState ts, final Object self, final Object[] args, final String[] kwNames) {
        final int keywords = kwNames == null ? 0 : kwNames.length;
        final int positional = args.length - keywords;
        if (keywords > 0 && positional == 1) {
            throw Errors.typeError("type.__init__() takes no keyword arguments");
        }
        if (positional != 1 && positional != 3) {
            throw Errors.typeError("type.__init__() takes 1 or 3 arguments");
        }
        return PyNone.NONE;
    }

    @PyMethod(value = "__call__($self, /, *args, **kwargs)", raw = true)
    static Object call(final ThreadState ts, final Object self, final Object[] args, final String[] kwNames) {
        return dev.adder.runtime.TypeCall.construct(ts, (PyType) self, args, kwNames);
    }

    @PyMethod("__repr__($self, /)")
    static Object repr(final ThreadState ts, final PyType self) {
        final String module = moduleName(self);
        final String name = Str.toJava(self.qualname());
        return Str.ofUtf16("<class '" + (module == null || module.equals("builtins") ? name : module + "." + name)
                + "'>");
    }

    /** {@code type.__module__} as UTF-16 if it is a str, else null. */
    public static String moduleName(final PyType type) {
        if (!type.isHeapType()) {
            return type.builtinModule();
        }
        final Object m = type.getOwn("__module__");
        return m != null && PyObjects.isText(m) ? Str.toJava(PyObjects.textOf(m)) : null;
    }

    @PyMethod("__getattribute__($self, name, /)")
    static Object getattribute(final ThreadState ts, final PyType self, final Object name) {
        return ObjectMethods.getattribute(ts, self, name);
    }

    @PyMethod("__setattr__($self, name, value, /)")
    static void setattr(final ThreadState ts, final PyType self, final Object name, final Object value) {
        self.setAttribute(ts, ObjectMethods.attributeName(name), value);
    }

    @PyMethod("__delattr__($self, name, /)")
    static void delattr(final ThreadState ts, final PyType self, final Object name) {
        self.setAttribute(ts, ObjectMethods.attributeName(name), null);
    }

    @PyMethod("mro($self, /)")
    static Object mro(final PyType self) {
        return PyList.of((Object[]) Mro.c3(self));
    }

    @PyMethod("__subclasses__($self, /)")
    static Object subclasses(final ThreadState ts, final PyType self) {
        final PyList list = new PyList();
        for (final PyType t : self.liveSubclasses()) {
            if (t.interp() == null || t.interp() == ts.interp) {
                list.append(ts, t);
            }
        }
        return list;
    }

    @PyClassMethod(value = "__prepare__($cls, name, bases, /, **kwds)", raw = true)
    static Object prepare(final ThreadState ts, final Object cls, final Object[] args, final String[] kwNames) {
        return new PyDict();
    }

    @PyMethod("__instancecheck__($self, instance, /)")
    static boolean instancecheck(final ThreadState ts, final PyType self, final Object instance) {
        return PyObjects.realIsInstance(ts, instance, self);
    }

    @PyMethod("__subclasscheck__($self, subclass, /)")
    static boolean subclasscheck(final ThreadState ts, final PyType self, final Object subclass) {
        return PyObjects.realIsSubclass(ts, subclass, self);
    }

    @PyMethod("__dir__($self, /)")
    static Object dir(final ThreadState ts, final PyType self) {
        final PyDict names = new PyDict();
        final PyType[] mro = self.mro();
        for (int i = mro.length - 1; i >= 0; i--) {
            names.update(ts, mro[i].dict());
        }
        final PyList list = new PyList();
        names.forEach((k, v) -> list.append(ts, k));
        return list;
    }

    @PyMethod("__sizeof__($self, /)")
    static long sizeof(final PyType self) {
        return 1064;
    }

    @PyMethod("__or__($self, value, /)")
    static Object or(final ThreadState ts, final Object self, final Object value) {
        return PyUnion.or(ts, self, value);
    }

    @PyMethod("__ror__($self, value, /)")
    static Object ror(final ThreadState ts, final Object self, final Object value) {
        return PyUnion.or(ts, value, self);
    }

    // ---- attributes ----

    @PyGetter("__name__")
    static Object getName(final PyType self) {
        return Str.fromNameKey(self.name());
    }

    private static void requireHeap(final PyType self, final String attribute) {
        if (!self.isHeapType()) {
            throw Errors.typeError("cannot set '" + attribute + "' attribute of immutable type '" + self.fullName() + "'");
        }
    }

    private static dev.adder.runtime.PyRaise cannotDelete(final PyType self, final String attribute) {
        requireHeap(self, attribute);
        return Errors.typeError("cannot delete '" + attribute + "' attribute of immutable type '" + self.name() + "'");
    }

    @PyDeleter("__name__")
    static void deleteName(final PyType self) {
        throw cannotDelete(self, "__name__");
    }

    @PyDeleter("__qualname__")
    static void deleteQualname(final PyType self) {
        throw cannotDelete(self, "__qualname__");
    }

    @PyDeleter("__module__")
    static void deleteModule(final PyType self) {
        throw cannotDelete(self, "__module__");
    }

    @PyDeleter("__bases__")
    static void deleteBases(final PyType self) {
        throw cannotDelete(self, "__bases__");
    }

    @PyDeleter("__doc__")
    static void deleteDoc(final PyType self) {
        throw cannotDelete(self, "__doc__");
    }

    @PySetter("__name__")
    static void setName(final ThreadState ts, final PyType self, final Object value) {
        requireHeap(self, "__name__");
        if (!PyObjects.isText(value)) {
            throw Errors.typeError("can only assign string to " + self.name() + ".__name__, not '"
                    + PyType.of(value).name() + "'");
        }
        final String name = Str.nameKey(PyObjects.textOf(value));
        TypeCreation.checkName(ts, PyObjects.textOf(value), name);
        self.setName(name);
    }

    @PyGetter("__qualname__")
    static Object getQualname(final PyType self) {
        return self.qualname();
    }

    @PySetter("__qualname__")
    static void setQualname(final PyType self, final Object value) {
        requireHeap(self, "__qualname__");
        if (!PyObjects.isText(value)) {
            throw Errors.typeError("can only assign string to " + self.name() + ".__qualname__, not '"
                    + PyType.of(value).name() + "'");
        }
        self.setQualname(PyObjects.textOf(value));
    }

    @PyGetter("__module__")
    static Object getModule(final PyType self) {
        if (!self.isHeapType()) {
            return self.builtinModule();
        }
        final Object m = self.getOwn("__module__");
        if (m == null) {
            throw Errors.attributeError("__module__");
        }
        return m;
    }

    @PySetter("__module__")
    static void setModule(final PyType self, final Object value) {
        requireHeap(self, "__module__");
        self.deleteOwn("__firstlineno__");
        self.setOwn("__module__", value);
    }

    @PyGetter("__bases__")
    static Object getBases(final PyType self) {
        return PyTuple.of((Object[]) self.bases().clone());
    }

    @PySetter("__bases__")
    static void setBases(final ThreadState ts, final PyType self, final Object value) {
        requireHeap(self, "__bases__");
        Mro.setBases(ts, self, value);
    }

    @PyGetter(value = "__base__", member = true)
    static Object getBase(final PyType self) {
        return self.base() == null ? PyNone.NONE : self.base();
    }

    @PyGetter("__mro__")
    static Object getMro(final PyType self) {
        return self.hasMro() ? PyTuple.of((Object[]) self.mro().clone()) : PyNone.NONE;
    }

    @PyGetter("__dict__")
    static Object getDict(final ThreadState ts, final PyType self) {
        LateAttribute.resolve(ts, self);
        return new PyMappingProxy(self.dict());
    }

    @PyGetter("__doc__")
    static Object getDoc(final ThreadState ts, final PyType self) {
        if (!self.isHeapType()) {
            final Object text = Docstrings.ofType(self);
            if (text != PyNone.NONE) {
                return text;
            }
        }
        // A built-in type without a text may have the attribute of its instances there.
        final Object doc = self.getOwn("__doc__");
        if (doc == null) {
            return PyNone.NONE;
        }
        return Attributes.bind(ts, doc, null, self);
    }

    @PySetter("__doc__")
    static void setDoc(final ThreadState ts, final PyType self, final Object value) {
        requireHeap(self, "__doc__");
        LateAttribute.resolve(ts, self);
        self.setOwn("__doc__", value);
    }

    @PyGetter("__text_signature__")
    static Object getTextSignature(final PyType self) {
        return self.getOwn("__new__") instanceof dev.adder.runtime.BuiltinNew n && n.textSignature != null
                ? n.textSignature : PyNone.NONE;
    }

    @PyGetter(value = "__flags__", member = true)
    static long getFlags(final PyType self) {
        return dev.adder.runtime.TypeFlags.of(self);
    }

    @PyGetter(value = "__basicsize__", member = true)
    static long getBasicSize(final PyType self) {
        return 16;
    }

    @PyGetter(value = "__itemsize__", member = true)
    static long getItemSize(final PyType self) {
        return switch (TypeCreation.builtinBase(self).name()) {
            case "int" -> 4;
            case "tuple", "type" -> 8;
            case "bytes" -> 1;
            default -> 0;
        };
    }

    @PyGetter(value = "__dictoffset__", member = true)
    static long getDictOffset(final PyType self) {
        return self.hasDict() ? -1 : 0;
    }

    @PyGetter(value = "__weakrefoffset__", member = true)
    static long getWeakrefOffset(final PyType self) {
        return self.hasWeakref() ? 16 : 0;
    }

    @PyGetter("__abstractmethods__")
    static Object getAbstractMethods(final PyType self) {
        final Object value = self == PyType.TYPE ? null : self.getOwn("__abstractmethods__");
        if (value == null) {
            throw self.missingAttribute("__abstractmethods__");
        }
        return value;
    }

    @PySetter("__abstractmethods__")
    static void setAbstractMethods(final ThreadState ts, final PyType self, final Object value) {
        requireHeap(self, "__abstractmethods__");
        self.setAbstractMethods(PyObjects.isTrue(ts, value));
        self.setOwn("__abstractmethods__", value);
    }

    @PyDeleter("__abstractmethods__")
    static void deleteAbstractMethods(final PyType self) {
        if (!self.deleteOwn("__abstractmethods__")) {
            throw self.missingAttribute("__abstractmethods__");
        }
        self.setAbstractMethods(false);
    }

    @PyGetter("__type_params__")
    static Object getTypeParams(final PyType self) {
        final Object value = self == PyType.TYPE ? null : self.getOwn("__type_params__");
        return value == null ? PyTuple.EMPTY : value;
    }

    @PySetter("__type_params__")
    static void setTypeParams(final PyType self, final Object value) {
        requireHeap(self, "__type_params__");
        self.setOwn("__type_params__", value);
    }

    // ---- annotations (PEP 649) ----

    @PyGetter("__annotate__")
    static Object getAnnotate(final PyType self) {
        if (!self.isHeapType()) {
            throw Errors.attributeError("type object '" + self.name() + "' has no attribute '__annotate__'");
        }
        Object f = self.getOwn("__annotate__");
        if (f == null) {
            f = self.getOwn("__annotate_func__");
        }
        return f == null ? PyNone.NONE : f;
    }

    @PySetter("__annotate__")
    static void setAnnotate(final PyType self, final Object value) {
        if (!self.isHeapType()) {
            throw Errors.typeError("cannot set '__annotate__' attribute of immutable type '" + self.fullName() + "'");
        }
        if (value != PyNone.NONE && !PyObjects.isCallable(value)) {
            throw Errors.typeError("__annotate__ must be callable or None");
        }
        self.setOwn("__annotate_func__", value);
        if (value != PyNone.NONE) {
            self.deleteOwn("__annotations_cache__");
        }
    }

    @PyGetter("__annotations__")
    static Object getAnnotations(final ThreadState ts, final PyType self) {
        if (!self.isHeapType()) {
            throw Errors.attributeError("type object '" + self.name() + "' has no attribute '__annotations__'");
        }
        Object a = self.getOwn("__annotations__");
        if (a == null) {
            a = self.getOwn("__annotations_cache__");
        }
        if (a != null) {
            return Attributes.bind(ts, a, null, self);
        }
        final Object annotate = PyObjects.getAttr(ts, self, "__annotate__");
        Object result = new PyDict();
        if (PyObjects.isCallable(annotate)) {
            result = Calls.call1(ts, annotate, 1L);
            if (!(result instanceof PyDict)) {
                throw Errors.typeError("__annotate__ returned non-dict of type '" + PyType.of(result).name() + "'");
            }
        }
        self.setOwn("__annotations_cache__", result);
        return result;
    }

    @PySetter("__annotations__")
    static void setAnnotations(final PyType self, final Object value) {
        if (!self.isHeapType()) {
            throw Errors.typeError("cannot set '__annotations__' attribute of immutable type '" + self.fullName() + "'");
        }
        if (self.getOwn("__annotations__") != null) {
            self.setOwn("__annotations__", value);
        } else {
            self.setOwn("__annotations_cache__", value);
        }
        self.deleteOwn("__annotate_func__");
        self.deleteOwn("__annotate__");
    }

    @PyDeleter("__annotations__")
    static void deleteAnnotations(final PyType self) {
        requireHeap(self, "__annotations__");
        final boolean found = self.deleteOwn("__annotations__") | self.deleteOwn("__annotations_cache__");
        if (!found) {
            throw Errors.attributeError("__annotations__");
        }
        self.deleteOwn("__annotate_func__");
    }

}
