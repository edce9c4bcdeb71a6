package dev.adder.runtime.interp;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PySetter;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.Errors;
import dev.adder.runtime.Ids;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyGenericAlias;
import dev.adder.runtime.ops.PyObjects;

/** Python-level methods of {@code coroutine} objects: CPython's Objects/genobject.c. */
@PyTypeSpec(name = "coroutine")
final class CoroutineMethods {
    private CoroutineMethods() {
    }

    @PyMethod("__await__($self, /)")
    static Object await(final PyGenerator self) {
        return new CoroutineWrapper(self);
    }

    @PyMethod("send($self, arg, /)")
    static Object send(final ThreadState ts, final PyGenerator self, final Object arg) {
        return self.send(ts, arg);
    }

    @PyMethod(value = "throw($self, value, type=<unrepresentable>, tb=<unrepresentable>, /)", hidden = true)
    static Object throwIn(final ThreadState ts, final PyGenerator self, final Object type, final Object value,
            final Object tb) {
        return self.throwIn(ts, ThrowArguments.exception(ts, type, value, tb));
    }

    @PyMethod("close($self, /)")
    static Object close(final ThreadState ts, final PyGenerator self) {
        return self.close(ts);
    }

    @PyGetter("__name__")
    static Object getName(final PyGenerator self) {
        return self.name;
    }

    @PySetter("__name__")
    static void setName(final PyGenerator self, final Object value) {
        if (!PyObjects.isText(value)) {
            throw Errors.typeError("__name__ must be set to a string object");
        }
        self.name = value;
    }

    @PyGetter("__qualname__")
    static Object getQualname(final PyGenerator self) {
        return self.qualname;
    }

    @PySetter("__qualname__")
    static void setQualname(final PyGenerator self, final Object value) {
        if (!PyObjects.isText(value)) {
            throw Errors.typeError("__qualname__ must be set to a string object");
        }
        self.qualname = value;
    }

    @PyGetter("cr_code")
    static Object getCode(final PyGenerator self) {
        return self.code();
    }

    @PyGetter("cr_frame")
    static Object getFrame(final PyGenerator self) {
        return self.frame() == null ? PyNone.NONE : self.frame();
    }

    @PyGetter("cr_running")
    static boolean getRunning(final PyGenerator self) {
        return self.isRunning();
    }

    @PyGetter("cr_suspended")
    static boolean getSuspended(final PyGenerator self) {
        return !self.isRunning() && self.isStarted() && !self.isFinished();
    }

    @PyGetter("cr_await")
    static Object getDelegate(final PyGenerator self) {
        final Object d = self.delegate();
        return d == null ? PyNone.NONE : d;
    }

    @PyGetter("cr_origin")
    static Object getOrigin(final PyGenerator self) {
        return self.origin == null ? PyNone.NONE : self.origin;
    }

    @PyMethod("__repr__($self, /)")
    static Object repr(final PyGenerator self) {
        return Str.concat(Str.concat("<coroutine object ", PyObjects.textOf(self.qualname)),
                " at 0x" + Long.toHexString(Ids.of(self)) + ">");
    }

    @PyClassMethod("__class_getitem__($cls, item, /)")
    static Object classGetItem(final PyType cls, final Object item) {
        return PyGenericAlias.of(cls, item);
    }
}
