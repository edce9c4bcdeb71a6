package dev.adder.runtime.interp;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PySetter;
import dev.adder.language.text.Str;
import dev.adder.runtime.Errors;
import dev.adder.runtime.Ids;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.objects.PyGenericAlias;
import dev.adder.runtime.ops.PyObjects;

/** What generators, coroutines and asynchronous generators share in Python: CPython's Objects/genobject.c. */
abstract class SuspendableMethods {
    @PyGetter("__name__")
    static Object getName(final PyGenerator self) {
        return self.name;
    }

    @PySetter("__name__")
    static void setName(final PyGenerator self, final Object value) {
        self.name = text("__name__", value);
    }

    @PyGetter("__qualname__")
    static Object getQualname(final PyGenerator self) {
        return self.qualname;
    }

    @PySetter("__qualname__")
    static void setQualname(final PyGenerator self, final Object value) {
        self.qualname = text("__qualname__", value);
    }

    private static Object text(final String attribute, final Object value) {
        if (!PyObjects.isText(value)) {
            throw Errors.typeError(attribute + " must be set to a string object");
        }
        return value;
    }

    @PyClassMethod("__class_getitem__($cls, item, /)")
    static Object classGetItem(final PyType cls, final Object item) {
        return PyGenericAlias.of(cls, item);
    }

    // What the three types have under names of their own.

    static Object frameOrNone(final PyGenerator self) {
        return self.frame() == null ? PyNone.NONE : self.frame();
    }

    static boolean isSuspended(final PyGenerator self) {
        return !self.isRunning() && self.isStarted() && !self.isFinished();
    }

    static Object delegateOrNone(final PyGenerator self) {
        final Object d = self.delegate();
        return d == null ? PyNone.NONE : d;
    }

    static Object describe(final PyGenerator self) {
        return Str.concat(Str.concat("<" + self.type().name() + " object ", PyObjects.textOf(self.qualname)),
                " at 0x" + Long.toHexString(Ids.of(self)) + ">");
    }
}
