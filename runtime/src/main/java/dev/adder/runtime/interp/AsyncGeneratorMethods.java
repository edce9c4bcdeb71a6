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

/** Python-level methods of {@code async_generator} objects. */
@PyTypeSpec(name = "async_generator")
final class AsyncGeneratorMethods {
    private AsyncGeneratorMethods() {
    }

    @PyMethod("__aiter__($self, /)")
    static Object aiter(final PyAsyncGenerator self) {
        return self;
    }

    @PyMethod("__anext__($self, /)")
    static Object anext(final ThreadState ts, final PyAsyncGenerator self) {
        self.initHooks(ts);
        return AsyncGeneratorStep.send(self, PyNone.NONE);
    }

    @PyMethod("asend($self, value, /)")
    static Object asend(final ThreadState ts, final PyAsyncGenerator self, final Object value) {
        self.initHooks(ts);
        return AsyncGeneratorStep.send(self, value);
    }

    @PyMethod(value = "athrow($self, value, type=<unrepresentable>, tb=<unrepresentable>, /)", hidden = true)
    static Object athrow(final ThreadState ts, final PyAsyncGenerator self, final Object type, final Object value,
            final Object tb) {
        self.initHooks(ts);
        return AsyncGeneratorStep.throwing(self, ThrowArguments.exception(ts, type, value, tb));
    }

    @PyMethod("aclose($self, /)")
    static Object aclose(final ThreadState ts, final PyAsyncGenerator self) {
        self.initHooks(ts);
        return AsyncGeneratorStep.closing(self);
    }

    @PyGetter("__name__")
    static Object getName(final PyAsyncGenerator self) {
        return self.name;
    }

    @PySetter("__name__")
    static void setName(final PyAsyncGenerator self, final Object value) {
        if (!PyObjects.isText(value)) {
            throw Errors.typeError("__name__ must be set to a string object");
        }
        self.name = value;
    }

    @PyGetter("__qualname__")
    static Object getQualname(final PyAsyncGenerator self) {
        return self.qualname;
    }

    @PySetter("__qualname__")
    static void setQualname(final PyAsyncGenerator self, final Object value) {
        if (!PyObjects.isText(value)) {
            throw Errors.typeError("__qualname__ must be set to a string object");
        }
        self.qualname = value;
    }

    @PyGetter("ag_code")
    static Object getCode(final PyAsyncGenerator self) {
        return self.code();
    }

    @PyGetter("ag_frame")
    static Object getFrame(final PyAsyncGenerator self) {
        return self.frame() == null ? PyNone.NONE : self.frame();
    }

    @PyGetter("ag_running")
    static boolean getRunning(final PyAsyncGenerator self) {
        return self.runningAsync;
    }

    @PyGetter("ag_suspended")
    static boolean getSuspended(final PyAsyncGenerator self) {
        return !self.isRunning() && self.isStarted() && !self.isFinished();
    }

    @PyGetter("ag_await")
    static Object getAwait(final PyAsyncGenerator self) {
        final Object d = self.delegate();
        return d == null ? PyNone.NONE : d;
    }

    @PyMethod("__repr__($self, /)")
    static Object repr(final PyAsyncGenerator self) {
        return Str.concat(Str.concat("<async_generator object ", PyObjects.textOf(self.qualname)),
                " at 0x" + Long.toHexString(Ids.of(self)) + ">");
    }

    @PyClassMethod("__class_getitem__($cls, item, /)")
    static Object classGetItem(final PyType cls, final Object item) {
        return PyGenericAlias.of(cls, item);
    }
}
