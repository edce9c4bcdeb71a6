package dev.adder.runtime.modules;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyTuple;
import java.util.concurrent.Semaphore;

/** {@code _thread.RLock}: owned by a thread, counted. */
@PyTypeSpec(name = "RLock", module = "_thread")
final class PyRLock extends PyObject {
    static final PyType TYPE = PyType.builtin("RLock", "_thread", null, new PyRLockTable()).withWeakref();

    private final Semaphore permit = new Semaphore(1);
    private volatile ThreadState owner;
    private long count;

    PyRLock(final PyType type) {
        super(type);
    }

    @PyNew(value = "(*args, **kwargs)", raw = true)
    static Object make(final ThreadState ts, final Object cls, final Object[] args, final String[] kwNames) {
        return new PyRLock((PyType) cls);
    }

    @PyMethod("acquire($self, /, blocking=True, timeout=-1)")
    boolean acquire(final ThreadState ts, final boolean blocking, final Object timeout) {
        if (owner == ts) {
            count++;
            return true;
        }
        if (LockWaits.acquire(ts, permit, blocking, timeout)) {
            owner = ts;
            count = 1;
            return true;
        }
        return false;
    }

    @PyMethod("__enter__($self, /)")
    boolean enter(final ThreadState ts) {
        return acquire(ts, true, -1L);
    }

    @PyMethod("release($self, /)")
    void release(final ThreadState ts) {
        if (owner != ts) {
            throw Errors.runtimeError("cannot release un-acquired lock");
        }
        if (--count == 0) {
            owner = null;
            permit.release();
        }
    }

    @PyMethod("__exit__($self, /, *exc_info)")
    void exit(final ThreadState ts, final Object[] excInfo) {
        release(ts);
    }

    @PyMethod("locked($self, /)")
    boolean locked() {
        return owner != null;
    }

    @PyMethod("_is_owned($self, /)")
    boolean isOwned(final ThreadState ts) {
        return owner == ts;
    }

    @PyMethod("_recursion_count($self, /)")
    long recursionCount(final ThreadState ts) {
        return owner == ts ? count : 0;
    }

    @PyMethod("_release_save($self, /)")
    Object releaseSave(final ThreadState ts) {
        if (owner != ts) {
            throw Errors.runtimeError("cannot release un-acquired lock");
        }
        final PyTuple saved = PyTuple.of(count, ts.ident());
        count = 0;
        owner = null;
        permit.release();
        return saved;
    }

    @PyMethod("_acquire_restore($self, state, /)")
    void acquireRestore(final ThreadState ts, final PyTuple state) {
        LockWaits.restore(ts, permit);
        count = (Long) state.item(0);
        owner = ts;
    }

    @PyMethod("_at_fork_reinit($self, /)")
    void atForkReinit() {
        owner = null;
        count = 0;
        permit.drainPermits();
        permit.release();
    }

    @PyMethod("__repr__($self, /)")
    Object repr() {
        final ThreadState o = owner;
        return "<" + (o != null ? "locked" : "unlocked") + " " + type().builtinModule() + "." + type().name()
                + " object owner=" + (o == null ? 0 : o.ident()) + " count=" + count + " at 0x"
                + Long.toHexString(dev.adder.runtime.Ids.of(this)) + ">";
    }
}
