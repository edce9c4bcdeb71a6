package dev.adder.runtime.modules;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.Ids;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.PyBaseException;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.ops.PyObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * {@code _ModuleLock} of importlib._bootstrap: a module's lock, owned by a thread and counted, which raises
 * {@code _DeadlockError} rather than wait for a thread that waits for this one. Native for the sake of that: see
 * {@link ModuleWaits}, whose monitor guards all fields.
 */
@PyTypeSpec(name = "_ModuleLock", module = "_frozen_importlib")
final class ModuleLock extends PyObject {
    static final PyType TYPE =
            PyType.builtin("_ModuleLock", "_frozen_importlib", null, new ModuleLockTable()).withWeakref();

    private final Object name;
    private final ModuleWaits waits;
    private final List<Semaphore> waiters = new ArrayList<>(0);
    private ThreadState owner;
    private int count;

    private ModuleLock(final PyType type, final Object name, final ModuleWaits waits) {
        super(type);
        this.name = name;
        this.waits = waits;
    }

    @PyNew("(name)")
    static Object make(final ThreadState ts, final PyType cls, final Object name) {
        return new ModuleLock(cls, name, ts.interp.part(ModuleWaits.class));
    }

    /** With the monitor held. */
    ThreadState ownerThread() {
        return owner;
    }

    @PyMethod("acquire($self, /)")
    boolean acquire(final ThreadState ts) {
        final Semaphore turn;
        synchronized (waits) {
            if (take(ts)) {
                return true;
            }
            if (waits.leadTo(ts, owner)) {
                turn = null;
            } else {
                turn = new Semaphore(0);
                waiters.add(turn);
                waits.begin(ts, this);
            }
        }
        if (turn == null) {
            throw deadlock(ts);
        }
        boolean taken = false;
        try {
            do {
                LockWaits.acquire(ts, turn, true, -1L);
                synchronized (waits) {
                    taken = take(ts);
                }
            } while (!taken);
        } finally {
            synchronized (waits) {
                waits.end(ts, this);
                waiters.remove(turn);
            }
        }
        return true;
    }

    private boolean take(final ThreadState ts) {
        if (owner != null && owner != ts) {
            return false;
        }
        owner = ts;
        count++;
        return true;
    }

    private PyRaise deadlock(final ThreadState ts) {
        final Object error = PyObjects.getAttr(ts, ts.interp.part(ImportlibBootstrap.class).module(), "_DeadlockError");
        return new PyRaise((PyBaseException) Calls.call1(ts, error, "deadlock detected by " + repr(ts)));
    }

    @PyMethod("release($self, /)")
    void release(final ThreadState ts) {
        synchronized (waits) {
            if (owner == ts) {
                if (--count == 0) {
                    owner = null;
                    // All: the one that is next may be interrupted before it takes the lock.
                    for (final Semaphore waiter : waiters) {
                        waiter.release();
                    }
                }
                return;
            }
        }
        throw Errors.runtimeError("cannot release un-acquired lock");
    }

    boolean isOthers(final ThreadState ts) {
        synchronized (waits) {
            return owner != null && owner != ts;
        }
    }

    @PyMethod("locked($self, /)")
    boolean locked() {
        synchronized (waits) {
            return owner != null;
        }
    }

    @PyGetter("name")
    Object name() {
        return name;
    }

    @PyGetter("owner")
    Object owner() {
        synchronized (waits) {
            return owner == null ? PyNone.NONE : (Object) owner.ident();
        }
    }

    /** A list of True, as importlib counts. */
    @PyGetter("count")
    Object count() {
        synchronized (waits) {
            return listOf(count, Boolean.TRUE);
        }
    }

    @PyGetter("waiters")
    Object waiters() {
        synchronized (waits) {
            return listOf(waiters.size(), PyNone.NONE);
        }
    }

    private static PyList listOf(final int size, final Object item) {
        final PyList list = new PyList();
        for (int i = 0; i < size; i++) {
            list.appendUnshared(item);
        }
        return list;
    }

    @PyMethod("__repr__($self, /)")
    Object repr(final ThreadState ts) {
        return "_ModuleLock(" + PyObjects.reprJava(ts, name) + ") at " + Ids.of(this);
    }
}
