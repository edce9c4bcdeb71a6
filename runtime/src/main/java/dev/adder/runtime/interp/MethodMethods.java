package dev.adder.runtime.interp;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyObjects;

/** Python-level methods of bound {@code method} objects: CPython's Objects/classobject.c. */
@PyTypeSpec(name = "method")
final class MethodMethods {
    private MethodMethods() {
    }

    @PyNew(value = "(function, instance, /)", hidden = true)
    static Object make(final PyType cls, final Object function, final Object instance) {
        if (!PyObjects.isCallable(function)) {
            throw Errors.typeError("first argument must be callable");
        }
        if (instance == PyNone.NONE) {
            throw Errors.typeError("instance must not be None");
        }
        return new PyBoundMethod(function, instance);
    }

    @PyGetter(value = "__func__", member = true)
    static Object getFunc(final PyBoundMethod self) {
        return self.function;
    }

    @PyGetter(value = "__self__", member = true)
    static Object getSelf(final PyBoundMethod self) {
        return self.self;
    }

    @PyGetter("__doc__")
    static Object getDoc(final ThreadState ts, final PyBoundMethod self) {
        final Object doc = PyObjects.lookupAttr(ts, self.function, "__doc__");
        return doc == null ? PyNone.NONE : doc;
    }

    @PyMethod(value = "__call__($self, /, *args, **kwargs)", raw = true)
    static Object call(final ThreadState ts, final PyBoundMethod self, final Object[] args, final String[] kwNames) {
        return self.call(ts, args, kwNames);
    }

    @PyMethod("__get__($self, instance, owner=None, /)")
    static Object get(final PyBoundMethod self, final Object instance, final Object owner) {
        return self;
    }

    @PyMethod("__eq__($self, value, /)")
    static Object eq(final ThreadState ts, final PyBoundMethod self, final Object value) {
        if (!(value instanceof PyBoundMethod m)) {
            return PyNotImplemented.NOT_IMPLEMENTED;
        }
        return PyObjects.is(self.self, m.self) && PyObjects.equal(ts, self.function, m.function);
    }

    @PyMethod("__ne__($self, value, /)")
    static Object ne(final ThreadState ts, final PyBoundMethod self, final Object value) {
        final Object r = eq(ts, self, value);
        return r instanceof Boolean b ? (Object) !b : r;
    }

    @PyMethod("__hash__($self, /)")
    static long hash(final ThreadState ts, final PyBoundMethod self) {
        final long h = PyObjects.identityHash(self.self) ^ PyObjects.hash(ts, self.function);
        return h == -1 ? -2 : h;
    }

    @PyMethod("__repr__($self, /)")
    static Object repr(final ThreadState ts, final PyBoundMethod self) {
        Object name = PyObjects.lookupAttr(ts, self.function, "__qualname__");
        if (name == null || !PyObjects.isText(name)) {
            name = PyObjects.lookupAttr(ts, self.function, "__name__");
        }
        final String text = name != null && PyObjects.isText(name) ? Str.toJava(PyObjects.textOf(name)) : "?";
        return Str.ofUtf16("<bound method " + text + " of " + PyObjects.reprJava(ts, self.self) + ">");
    }

    @PyMethod("__reduce__($self, /)")
    static Object reduce(final ThreadState ts, final PyBoundMethod self) {
        final Object getattr = ts.interp.builtins().getStr("getattr");
        return PyTuple.of(getattr, PyTuple.of(self.self, PyObjects.getAttr(ts, self.function, "__name__")));
    }
}
