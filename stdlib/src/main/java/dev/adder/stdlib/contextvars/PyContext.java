package dev.adder.stdlib.contextvars;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.ArgumentParser;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.Ids;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyNotImplemented;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.ops.PyIter;
import dev.adder.runtime.ops.PyObjects;

/**
 * {@code contextvars.Context} (PEP 567): an immutable table of variables and their values, replaced when a variable is
 * set. Copying shares the table, so it costs the same however many variables there are; setting copies it, which is
 * cheap for the handful of variables that programs have.
 */
@PyTypeSpec(name = "Context", module = "_contextvars")
public final class PyContext extends PySlotted {
    public static final PyType TYPE =
            PyType.builtinFinal("Context", "_contextvars", null, new PyContextTable()).withWeakref();

    @PyConstant("__hash__")
    static final Object HASH = PyNone.NONE;

    private static final Object[] EMPTY = {};

    /** Variable, value, variable, value...; never changed once stored here. */
    private volatile Object[] table;
    /** Only one thread at a time runs in a context, and only once. Under the lock while there are several. */
    private boolean entered;
    /** The context of the thread that {@link #enter} left. */
    private Object previous;

    PyContext(final Object[] table) {
        super(TYPE);
        this.table = table;
    }

    /** The context that the thread is in; made when it is first asked for. */
    public static PyContext current(final ThreadState ts) {
        if (ts.context instanceof PyContext context) {
            return context;
        }
        final PyContext made = new PyContext(EMPTY);
        made.entered = true;
        ts.context = made;
        return made;
    }

    /** What a copy of the thread's context would hold, for {@link #of}: most such copies are needed much later. */
    public static Object[] snapshot(final ThreadState ts) {
        return current(ts).table;
    }

    /** The copy that {@link #snapshot} put off. */
    public static PyContext of(final Object[] snapshot) {
        return new PyContext(snapshot);
    }

    @PyNew("()")
    static Object create(final PyType cls) {
        return new PyContext(EMPTY);
    }

    /** The variable's value, or null. */
    Object find(final PyContextVar variable) {
        final Object[] t = table;
        for (int i = 0; i < t.length; i += 2) {
            if (t[i] == variable) {
                return t[i + 1];
            }
        }
        return null;
    }

    void put(final PyContextVar variable, final Object value) {
        final Object[] t = table;
        for (int i = 0; i < t.length; i += 2) {
            if (t[i] == variable) {
                final Object[] changed = t.clone();
                changed[i + 1] = value;
                table = changed;
                return;
            }
        }
        final Object[] grown = java.util.Arrays.copyOf(t, t.length + 2);
        grown[t.length] = variable;
        grown[t.length + 1] = value;
        table = grown;
    }

    void remove(final PyContextVar variable) {
        final Object[] t = table;
        for (int i = 0; i < t.length; i += 2) {
            if (t[i] == variable) {
                final Object[] less = new Object[t.length - 2];
                System.arraycopy(t, 0, less, 0, i);
                System.arraycopy(t, i + 2, less, i, t.length - i - 2);
                table = less;
                return;
            }
        }
    }

    public void enter(final ThreadState ts) {
        if (ts.multi ? !claimLocked() : !claim()) {
            throw Errors.runtimeError("cannot enter context: " + PyObjects.reprJava(ts, this) + " is already entered");
        }
        previous = ts.context;
        ts.context = this;
    }

    public void exit(final ThreadState ts) {
        ts.context = previous;
        previous = null;
        if (ts.multi) {
            synchronized (this) {
                entered = false;
            }
        } else {
            entered = false;
        }
    }

    private synchronized boolean claimLocked() {
        return claim();
    }

    private boolean claim() {
        if (entered) {
            return false;
        }
        entered = true;
        return true;
    }

    @PyMethod(value = "run($self, callable, /, *args, **kwargs)", raw = true)
    static Object run(final ThreadState ts, final Object self, final Object[] args, final String[] kwNames) {
        final int positional = ArgumentParser.positional(args, kwNames);
        if (positional < 1) {
            throw Errors.typeError("run() missing 1 required positional argument");
        }
        final PyContext context = (PyContext) self;
        final Object[] rest = java.util.Arrays.copyOfRange(args, 1, args.length);
        context.enter(ts);
        try {
            return Calls.call(ts, args[0], rest, kwNames);
        } finally {
            context.exit(ts);
        }
    }

    @PyMethod("copy($self, /)")
    public PyContext copy() {
        return new PyContext(table);
    }

    private static PyContextVar key(final ThreadState ts, final Object key) {
        if (key instanceof PyContextVar variable) {
            return variable;
        }
        throw Errors.typeError("a ContextVar key was expected, got " + PyObjects.reprJava(ts, key));
    }

    @PyMethod("__getitem__($self, key, /)")
    Object getItem(final ThreadState ts, final Object key) {
        final Object value = find(key(ts, key));
        if (value == null) {
            throw Errors.keyError(key);
        }
        return value;
    }

    @PyMethod("__contains__($self, key, /)")
    boolean contains(final ThreadState ts, final Object key) {
        return find(key(ts, key)) != null;
    }

    @PyMethod("get($self, key, default=None, /)")
    Object get(final ThreadState ts, final Object key, final Object otherwise) {
        final Object value = find(key(ts, key));
        return value == null ? otherwise : value;
    }

    @PyMethod("__len__($self, /)")
    long len() {
        return table.length / 2;
    }

    /** Every second element from {@code start} on. */
    private Object[] column(final int start) {
        final Object[] t = table;
        final Object[] column = new Object[t.length / 2];
        for (int i = 0; i < column.length; i++) {
            column[i] = t[2 * i + start];
        }
        return column;
    }

    @PyMethod("__iter__($self, /)")
    Object iter(final ThreadState ts) {
        return PyIter.get(ts, PyTuple.of(column(0)));
    }

    @PyMethod("keys($self, /)")
    Object keys(final ThreadState ts) {
        return iter(ts);
    }

    @PyMethod("values($self, /)")
    Object values(final ThreadState ts) {
        return PyIter.get(ts, PyTuple.of(column(1)));
    }

    @PyMethod("items($self, /)")
    Object items(final ThreadState ts) {
        final Object[] t = table;
        final Object[] pairs = new Object[t.length / 2];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = PyTuple.of(t[2 * i], t[2 * i + 1]);
        }
        return PyIter.get(ts, PyTuple.of(pairs));
    }

    private boolean sameAs(final ThreadState ts, final PyContext other) {
        final Object[] t = table;
        if (t.length != other.table.length) {
            return false;
        }
        for (int i = 0; i < t.length; i += 2) {
            final Object value = other.find((PyContextVar) t[i]);
            if (value == null || !PyObjects.same(ts, t[i + 1], value)) {
                return false;
            }
        }
        return true;
    }

    @PyMethod("__eq__($self, value, /)")
    Object eq(final ThreadState ts, final Object value) {
        return value instanceof PyContext other ? (Object) sameAs(ts, other) : PyNotImplemented.NOT_IMPLEMENTED;
    }

    @PyMethod("__ne__($self, value, /)")
    Object ne(final ThreadState ts, final Object value) {
        return value instanceof PyContext other ? (Object) !sameAs(ts, other) : PyNotImplemented.NOT_IMPLEMENTED;
    }

    static String at(final PyObject o) {
        return " at 0x" + Long.toHexString(Ids.of(o)) + ">";
    }
}
