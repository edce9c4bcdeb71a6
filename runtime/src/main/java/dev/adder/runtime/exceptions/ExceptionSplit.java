package dev.adder.runtime.exceptions;

import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.PyTraceback;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Splitting of exception groups by a condition: CPython's {@code exceptiongroup_split_recursive}. */
public final class ExceptionSplit {
    private final ThreadState ts;
    /** An exception type, a tuple of them, a callable, or a Map whose keys are the exceptions themselves. */
    private final Object matcher;
    private final boolean byType;

    ExceptionSplit(final ThreadState ts, final Object matcher) {
        this.ts = ts;
        this.matcher = matcher;
        this.byType = isTypes(matcher);
        if (!byType && !(matcher instanceof Map) && (matcher instanceof PyType || !PyObjects.isCallable(matcher))) {
            throw Errors.typeError("expected an exception type, a tuple of exception types, or a callable (other than"
                    + " a class)");
        }
    }

    private static boolean isTypes(final Object o) {
        if (o instanceof PyTuple t) {
            for (final Object item : t.items()) {
                if (!isExceptionType(item)) {
                    return false;
                }
            }
            return true;
        }
        return isExceptionType(o);
    }

    private static boolean isExceptionType(final Object o) {
        return o instanceof PyType t && t.isSubtypeOf(ExceptionTypes.BASE_EXCEPTION);
    }

    public static boolean isGroup(final PyBaseException e) {
        return e.type().isSubtypeOf(ExceptionTypes.BASE_EXCEPTION_GROUP);
    }

    static Object[] parts(final PyBaseException group) {
        return ((PyTuple) group.field("exceptions")).items();
    }

    private boolean matches(final PyBaseException e) {
        if (matcher instanceof Map<?, ?> ids) {
            return !isGroup(e) && ids.containsKey(e);
        }
        if (!byType) {
            return PyObjects.isTrue(ts, Calls.call1(ts, matcher, e));
        }
        if (matcher instanceof PyTuple t) {
            for (final Object item : t.items()) {
                if (e.type().isSubtypeOf((PyType) item)) {
                    return true;
                }
            }
            return false;
        }
        return e.type().isSubtypeOf((PyType) matcher);
    }

    /** What matches and what does not; each null if there is none. */
    PyBaseException[] split(final PyBaseException e, final boolean wantRest) {
        if (matches(e)) {
            return new PyBaseException[] {e, null};
        }
        if (!isGroup(e)) {
            return new PyBaseException[] {null, wantRest ? e : null};
        }
        ts.enterCall(" in exceptiongroup_split_recursive");
        try {
            final List<Object> match = new ArrayList<>();
            final List<Object> rest = new ArrayList<>();
            for (final Object part : parts(e)) {
                final PyBaseException[] both = split((PyBaseException) part, wantRest);
                if (both[0] != null) {
                    match.add(both[0]);
                }
                if (both[1] != null) {
                    rest.add(both[1]);
                }
            }
            return new PyBaseException[] {subset(e, match), wantRest ? subset(e, rest) : null};
        } finally {
            ts.leaveCall();
        }
    }

    /** A group like {@code group} of these exceptions only. */
    private PyBaseException subset(final PyBaseException group, final List<Object> items) {
        if (items.isEmpty()) {
            return null;
        }
        final Object derived = Calls.call(ts, PyObjects.getAttr(ts, group, "derive"),
                new Object[] {PyList.of(items.toArray())}, null);
        if (!(derived instanceof PyBaseException made) || !isGroup(made)) {
            throw Errors.typeError("derive must return an instance of BaseExceptionGroup");
        }
        made.traceback = group.traceback;
        made.context = group.context;
        made.cause = group.cause;
        made.suppressContext = group.suppressContext;
        final Object notes = PyObjects.lookupAttr(ts, group, "__notes__");
        if (notes instanceof PyList || notes instanceof PyTuple) {
            PyObjects.setAttr(ts, made, "__notes__", PyList.of(PyIter.toArray(ts, notes)));
        }
        return made;
    }

    // ---- except* ----

    /** {@code _PyEval_ExceptionGroupMatch}: the part an {@code except*} takes and the rest, None for nothing. */
    public static Object[] match(final ThreadState ts, final Object exception, final Object type,
            final PyTraceback here) {
        if (exception == PyNone.NONE) {
            return new Object[] {PyNone.NONE, PyNone.NONE};
        }
        checkType(type);
        final PyBaseException e = (PyBaseException) exception;
        final ExceptionSplit split = new ExceptionSplit(ts, type);
        if (split.matches(e)) {
            if (isGroup(e)) {
                return new Object[] {e, PyNone.NONE};
            }
            final PyBaseException wrapped = group(ts, PyTuple.of(e));
            wrapped.traceback = here;
            return new Object[] {wrapped, PyNone.NONE};
        }
        if (!isGroup(e)) {
            return new Object[] {PyNone.NONE, e};
        }
        final Object pair = Calls.call(ts, PyObjects.getAttr(ts, e, "split"), new Object[] {type}, null);
        if (!(pair instanceof PyTuple t)) {
            throw Errors.typeError(e.type().name() + ".split must return a tuple, not " + PyType.of(pair).name());
        }
        if (t.size() < 2) {
            throw Errors.typeError(e.type().name() + ".split must return a 2-tuple, got tuple of size " + t.size());
        }
        return new Object[] {t.get(0), t.get(1)};
    }

    private static void checkType(final Object type) {
        final Object[] all = type instanceof PyTuple t ? t.items() : new Object[] {type};
        for (final Object one : all) {
            if (!isExceptionType(one)) {
                throw Errors.typeError("catching classes that do not inherit from BaseException is not allowed");
            }
        }
        for (final Object one : all) {
            if (((PyType) one).isSubtypeOf(ExceptionTypes.BASE_EXCEPTION_GROUP)) {
                throw Errors.typeError("catching ExceptionGroup with except* is not allowed. Use except instead.");
            }
        }
    }

    private static PyBaseException group(final ThreadState ts, final Object exceptions) {
        return (PyBaseException) Calls.call(ts, ExceptionTypes.BASE_EXCEPTION_GROUP,
                new Object[] {"", exceptions}, null);
    }

    /**
     * {@code _PyExc_PrepReraiseStar}: what to raise after the {@code except*} clauses of a try, of what they raised or
     * left over; None for nothing.
     */
    public static Object toReraise(final ThreadState ts, final PyBaseException original, final PyList gathered) {
        final Object[] all = gathered.toArray();
        if (!isGroup(original)) {
            return all.length == 0 ? PyNone.NONE : all[0];
        }
        final List<Object> raised = new ArrayList<>();
        final Map<PyBaseException, Boolean> kept = new IdentityHashMap<>();
        for (final Object o : all) {
            if (o == PyNone.NONE) {
                continue;
            }
            final PyBaseException e = (PyBaseException) o;
            if (isGroup(e) && sameMetadata(e, original)) {
                leaves(e, kept);
            } else {
                raised.add(e);
            }
        }
        final PyBaseException again = kept.isEmpty() ? null
                : new ExceptionSplit(ts, kept).split(original, false)[0];
        if (raised.isEmpty()) {
            return again == null ? PyNone.NONE : again;
        }
        if (again != null) {
            raised.add(again);
        }
        return raised.size() == 1 ? raised.get(0) : group(ts, PyList.of(raised.toArray()));
    }

    private static boolean sameMetadata(final PyBaseException a, final PyBaseException b) {
        return a.traceback == b.traceback && a.cause == b.cause && a.context == b.context;
    }

    private static void leaves(final PyBaseException e, final Map<PyBaseException, Boolean> into) {
        if (!isGroup(e)) {
            into.put(e, Boolean.TRUE);
            return;
        }
        for (final Object part : parts(e)) {
            leaves((PyBaseException) part, into);
        }
    }
}
