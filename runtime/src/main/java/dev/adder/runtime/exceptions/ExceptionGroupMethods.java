package dev.adder.runtime.exceptions;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyGenericAlias;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;

/** The methods of {@code BaseExceptionGroup} (PEP 654); the exceptions are the member "exceptions", a tuple. */
@PyTypeSpec(name = "BaseExceptionGroup")
final class ExceptionGroupMethods {
    private ExceptionGroupMethods() {
    }

    @PyNew(value = "(message, exceptions, /)", raw = true, hidden = true)
    static Object make(final ThreadState ts, final Object cls, final Object[] args, final String[] kwNames) {
        if (args.length != 2 || kwNames != null && kwNames.length > 0) {
            throw Errors.typeError("BaseExceptionGroup.__new__() takes exactly 2 arguments (" + args.length
                    + " given)");
        }
        if (!PyObjects.isText(args[0])) {
            throw Errors.typeError("BaseExceptionGroup.__new__() argument 1 must be str, not " + PyType.of(args[0]).name());
        }
        if (!(args[1] instanceof PyList) && PyType.of(args[1]).lookup("__getitem__") == null
                || args[1] instanceof dev.adder.runtime.objects.PyDict) {
            throw Errors.typeError("second argument (exceptions) must be a sequence");
        }
        final Object[] items = PyIter.toArray(ts, args[1]);
        if (items.length == 0) {
            throw Errors.valueError("second argument (exceptions) must be a non-empty sequence");
        }
        boolean nested = false;
        for (int i = 0; i < items.length; i++) {
            if (!(items[i] instanceof PyBaseException e)) {
                throw Errors.valueError("Item " + i + " of second argument (exceptions) is not an exception");
            }
            nested |= !e.type().isSubtypeOf(ExceptionTypes.EXCEPTION);
        }
        final PyBaseException made = new PyBaseException(type((PyType) cls, nested), args.clone());
        made.putField("message", args[0]);
        made.putField("exceptions", PyTuple.of(items));
        return made;
    }

    /** The class to make: an ExceptionGroup where all are Exceptions. */
    private static PyType type(final PyType cls, final boolean nested) {
        if (cls == ExceptionTypes.EXCEPTION_GROUP) {
            if (nested) {
                throw Errors.typeError("Cannot nest BaseExceptions in an ExceptionGroup");
            }
            return cls;
        }
        if (cls == ExceptionTypes.BASE_EXCEPTION_GROUP) {
            return nested ? cls : ExceptionTypes.EXCEPTION_GROUP;
        }
        if (nested && cls.isSubtypeOf(ExceptionTypes.EXCEPTION)) {
            throw Errors.typeError("Cannot nest BaseExceptions in '" + cls.name() + "'");
        }
        return cls;
    }

    @PyMethod(value = "__init__($self, /, *args, **kwargs)", raw = true)
    static Object init(final ThreadState ts, final Object self, final Object[] args, final String[] kwNames) {
        if (kwNames != null && kwNames.length > 0) {
            throw Errors.typeError(PyType.of(self).name() + " takes no keyword arguments");
        }
        ((PyBaseException) self).setArgs(args.clone());
        return PyNone.NONE;
    }

    @PyMethod("__str__($self, /)")
    static Object str(final ThreadState ts, final PyBaseException self) {
        final int n = ExceptionSplit.parts(self).length;
        return Str.concat(PyObjects.textOf(self.field("message")), " (" + n + " sub-exception" + (n == 1 ? ")" : "s)"));
    }

    @PyMethod(value = "derive($self, excs, /)", hidden = true)
    static Object derive(final ThreadState ts, final PyBaseException self, final Object excs) {
        return Calls.call(ts, ExceptionTypes.BASE_EXCEPTION_GROUP, new Object[] {self.field("message"), excs}, null);
    }

    @PyMethod(value = "split($self, matcher_value, /)", hidden = true)
    static Object split(final ThreadState ts, final PyBaseException self, final Object matcher) {
        final ExceptionSplit split = new ExceptionSplit(ts, matcher);
        final PyBaseException[] both = split.split(self, true);
        return PyTuple.of(orNone(both[0]), orNone(both[1]));
    }

    @PyMethod(value = "subgroup($self, matcher_value, /)", hidden = true)
    static Object subgroup(final ThreadState ts, final PyBaseException self, final Object matcher) {
        return orNone(new ExceptionSplit(ts, matcher).split(self, false)[0]);
    }

    private static Object orNone(final PyBaseException e) {
        return e == null ? PyNone.NONE : e;
    }

    @PyGetter(value = "message", member = true)
    static Object message(final PyBaseException self) {
        return self.field("message");
    }

    @PyGetter(value = "exceptions", member = true)
    static Object exceptions(final PyBaseException self) {
        return self.field("exceptions");
    }

    @PyClassMethod("__class_getitem__($type, object, /)")
    static Object classGetItem(final PyType cls, final Object item) {
        return PyGenericAlias.of(cls, item);
    }
}
