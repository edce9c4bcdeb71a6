package dev.adder.runtime.exceptions;

import dev.adder.expose.PyDeleter;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PySetter;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;
import dev.adder.runtime.Attributes;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.PyTraceback;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;

/** The methods of {@code BaseException}: CPython's Objects/exceptions.c. */
@PyTypeSpec(name = "BaseException")
final class BaseExceptionMethods {
    private BaseExceptionMethods() {
    }

    @PyNew(value = "(*args, **kwargs)", raw = true)
    static Object make(final ThreadState ts, final Object cls, final Object[] args, final String[] kwNames) {
        final int positional = args.length - (kwNames == null ? 0 : kwNames.length);
        return new PyBaseException((PyType) cls, java.util.Arrays.copyOf(args, positional));
    }

    @PyMethod(value = "__init__($self, /, *args, **kwargs)", raw = true)
    static Object init(final ThreadState ts, final Object self, final Object[] args, final String[] kwNames) {
        final PyBaseException e = (PyBaseException) self;
        if (kwNames != null && kwNames.length > 0) {
            throw Errors.typeError(e.type().name() + "() takes no keyword arguments");
        }
        e.setArgs(args.clone());
        return PyNone.NONE;
    }

    @PyMethod("__str__($self, /)")
    static Object str(final ThreadState ts, final PyBaseException self) {
        return switch (self.args().length) {
            case 0 -> "";
            case 1 -> PyObjects.str(ts, self.args()[0]);
            default -> PyObjects.str(ts, self.argsTuple());
        };
    }

    @PyMethod("__repr__($self, /)")
    static Object repr(final ThreadState ts, final PyBaseException self) {
        final StrBuilder b = new StrBuilder();
        b.append(Str.fromNameKey(self.type().name()));
        if (self.args().length == 1) {
            b.append("(");
            b.append(PyObjects.repr(ts, self.args()[0]));
            b.append(")");
        } else {
            b.append(PyObjects.repr(ts, self.argsTuple()));
        }
        return b.build();
    }

    @PyMethod("__reduce__($self, /)")
    static Object reduce(final ThreadState ts, final PyBaseException self) {
        final PyDict d = Attributes.dictOf(ts, self);
        return d.size() == 0 ? PyTuple.of(self.type(), self.argsTuple())
                : PyTuple.of(self.type(), self.argsTuple(), d);
    }

    @PyMethod("__setstate__($self, state, /)")
    static void setState(final ThreadState ts, final PyBaseException self, final Object state) {
        if (state == PyNone.NONE) {
            return;
        }
        if (!(state instanceof PyDict d)) {
            throw Errors.typeError("state is not a dictionary");
        }
        d.forEach((k, v) -> PyObjects.setAttr(ts, self, Str.nameKey(PyObjects.textOf(k)), v));
    }

    @PyMethod("with_traceback($self, object, /)")
    static Object withTraceback(final PyBaseException self, final Object tb) {
        setTraceback(self, tb);
        return self;
    }

    @PyMethod("add_note($self, object, /)")
    static void addNote(final ThreadState ts, final PyBaseException self, final Object note) {
        if (!PyObjects.isText(note)) {
            throw Errors.typeError("add_note() argument must be str, not " + PyType.of(note).name());
        }
        Object notes = PyObjects.lookupAttr(ts, self, "__notes__");
        if (notes == null) {
            notes = new PyList();
            PyObjects.setAttr(ts, self, "__notes__", notes);
        }
        if (!(notes instanceof PyList list)) {
            throw Errors.typeError("Cannot add note: __notes__ is not a list");
        }
        list.append(ts, note);
    }

    @PyGetter("args")
    static Object getArgs(final PyBaseException self) {
        return self.argsTuple();
    }

    @PySetter("args")
    static void setArgs(final ThreadState ts, final PyBaseException self, final Object value) {
        self.setArgs(PyIter.toArray(ts, value));
    }

    @PyDeleter("args")
    static void deleteArgs(final PyBaseException self) {
        throw Errors.typeError("args may not be deleted");
    }

    @PyGetter("__traceback__")
    static Object getTraceback(final PyBaseException self) {
        return self.traceback == null ? PyNone.NONE : self.traceback;
    }

    @PySetter("__traceback__")
    static void setTraceback(final PyBaseException self, final Object value) {
        if (value != PyNone.NONE && !(value instanceof PyTraceback)) {
            throw Errors.typeError("__traceback__ must be a traceback or None");
        }
        self.traceback = value == PyNone.NONE ? null : (PyTraceback) value;
    }

    @PyDeleter("__traceback__")
    static void deleteTraceback(final PyBaseException self) {
        throw Errors.typeError("__traceback__ may not be deleted");
    }

    @PyGetter("__context__")
    static Object getContext(final PyBaseException self) {
        return self.context == null ? PyNone.NONE : self.context;
    }

    private static PyBaseException exceptionOrNone(final Object value, final String what) {
        if (value == PyNone.NONE) {
            return null;
        }
        if (value instanceof PyBaseException e) {
            return e;
        }
        throw Errors.typeError("exception " + what + " must be None or derive from BaseException");
    }

    @PySetter("__context__")
    static void setContext(final PyBaseException self, final Object value) {
        self.context = exceptionOrNone(value, "context");
    }

    @PyDeleter("__context__")
    static void deleteContext(final PyBaseException self) {
        throw Errors.typeError("__context__ may not be deleted");
    }

    @PyGetter("__cause__")
    static Object getCause(final PyBaseException self) {
        return self.cause == null ? PyNone.NONE : self.cause;
    }

    @PySetter("__cause__")
    static void setCause(final PyBaseException self, final Object value) {
        self.cause = exceptionOrNone(value, "cause");
        self.suppressContext = true;
    }

    @PyDeleter("__cause__")
    static void deleteCause(final PyBaseException self) {
        throw Errors.typeError("__cause__ may not be deleted");
    }

    @PyGetter(value = "__suppress_context__", member = true)
    static boolean getSuppressContext(final PyBaseException self) {
        return self.suppressContext;
    }

    @PySetter("__suppress_context__")
    static void setSuppressContext(final ThreadState ts, final PyBaseException self, final Object value) {
        if (!(value instanceof Boolean b)) {
            throw Errors.typeError("attribute value type must be bool");
        }
        self.suppressContext = b;
    }

    @PyGetter("__dict__")
    static Object getDict(final ThreadState ts, final PyObject self) {
        return Attributes.dictOf(ts, self);
    }

    @PySetter("__dict__")
    static void setDict(final ThreadState ts, final PyObject self, final Object value) {
        if (!(value instanceof PyDict d)) {
            throw Errors.typeError("__dict__ must be set to a dictionary, not a '" + PyType.of(value).name() + "'");
        }
        Attributes.setDict(ts, self, d);
    }
}
