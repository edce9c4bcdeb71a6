package dev.adder.runtime.objects;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PySetter;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.PyObjects;

/** Python-level methods of {@code module} objects: CPython's Objects/moduleobject.c. */
@PyTypeSpec(name = "module")
final class ModuleMethods {
    private ModuleMethods() {
    }

    @PyNew(value = "(name, doc=None)", raw = true)
    static Object make(final ThreadState ts, final Object cls, final Object[] args, final String[] kwNames) {
        return new PyModule((PyType) cls);
    }

    @PyMethod("__init__($self, /, name, doc=None)")
    static void init(final PyModule self, final Object name, final Object doc) {
        if (!PyObjects.isText(name)) {
            throw Errors.typeError("module() argument 'name' must be str, not " + PyType.of(name).name());
        }
        self.initialise(name, doc);
    }

    @PyMethod("__repr__($self, /)")
    static Object repr(final ThreadState ts, final PyModule self) {
        final Object importlib = ts.interp.modules.getStr("_frozen_importlib");
        return Calls.method1(ts, importlib, "_module_repr", self);
    }

    @PyMethod("__getattribute__($self, name, /)")
    static Object getattribute(final ThreadState ts, final PyModule self, final Object name) {
        return ObjectMethods.getattribute(ts, self, name);
    }

    @PyMethod("__dir__($self, /)")
    static Object dir(final ThreadState ts, final PyModule self) {
        if (!(PyObjects.getAttr(ts, self, "__dict__") instanceof PyDict dict)) {
            throw Errors.typeError("<module>.__dict__ is not a dictionary");
        }
        final Object custom = dict.getStr("__dir__");
        if (custom != null) {
            return Calls.call0(ts, custom);
        }
        final PyList names = new PyList();
        dict.forEach((k, v) -> names.append(ts, k));
        return names;
    }

    @PyGetter(value = "__dict__", member = true)
    static Object getDict(final PyModule self) {
        return self.dict();
    }

    @PyGetter("__annotations__")
    static Object getAnnotations(final ThreadState ts, final PyModule self) {
        Object a = self.dict().getStr("__annotations__");
        if (a == null) {
            final Object annotate = self.dict().getStr("__annotate__");
            a = annotate != null && PyObjects.isCallable(annotate) ? Calls.call1(ts, annotate, 1L) : new PyDict();
            if (!(a instanceof PyDict)) {
                throw Errors.typeError("__annotate__() must return a dict, not " + PyType.of(a).name());
            }
            self.dict().putStr("__annotations__", a);
        }
        return a;
    }

    @PySetter("__annotations__")
    static void setAnnotations(final PyModule self, final Object value) {
        self.dict().putStr("__annotations__", value);
        self.dict().removeStr("__annotate__");
    }

    @PyGetter("__annotate__")
    static Object getAnnotate(final PyModule self) {
        final Object f = self.dict().getStr("__annotate__");
        return f == null ? PyNone.NONE : f;
    }

    @PySetter("__annotate__")
    static void setAnnotate(final PyModule self, final Object value) {
        if (value != PyNone.NONE && !PyObjects.isCallable(value)) {
            throw Errors.typeError("__annotate__ must be callable or None");
        }
        self.dict().putStr("__annotate__", value);
        if (value != PyNone.NONE) {
            self.dict().removeStr("__annotations__");
        }
    }
}
