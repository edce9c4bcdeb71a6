package dev.adder.runtime.modules;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import java.util.concurrent.Semaphore;

/** {@code _thread.lock}: a binary semaphore that any thread may release. */
@PyTypeSpec(name = "lock", module = "_thread")
final class PyLock extends PyObject {
    static final PyType TYPE = PyType.builtinFinal("lock", "_thread", null, new PyLockTable()).withWeakref();

    private final Semaphore permit = new Semaphore(1);

    PyLock(final PyType type) {
        super(type);
    }

    @PyNew("()")
    static Object make(final PyType cls) {
        return new PyLock(cls);
    }

    @PyMethod("acquire($self, /, blocking=True, timeout=-1)")
    boolean acquire(final ThreadState ts, final boolean blocking, final Object timeout) {
        final boolean acquired = LockWaits.acquire(ts, permit, blocking, timeout);
        // What came while it waited, such as interrupt_main() of the thread that has released the lock, is done here, as
        // CPython does it behind the call: Condition.wait() is ready for that, and not when it takes its own lock again.
        ts.poll();
        return acquired;
    }

    @PyMethod("acquire_lock($self, /, blocking=True, timeout=-1)")
    boolean acquireLock(final ThreadState ts, final boolean blocking, final Object timeout) {
        return acquire(ts, blocking, timeout);
    }

    @PyMethod("__enter__($self, /)")
    boolean enter(final ThreadState ts) {
        return LockWaits.acquire(ts, permit, true, -1L);
    }

    @PyMethod("release($self, /)")
    synchronized void release() {
        if (permit.availablePermits() > 0) {
            throw Errors.runtimeError("release unlocked lock");
        }
        permit.release();
    }

    @PyMethod("release_lock($self, /)")
    void releaseLock() {
        release();
    }

    @PyMethod("__exit__($self, /, *exc_info)")
    void exit(final Object[] excInfo) {
        release();
    }

    @PyMethod("locked($self, /)")
    boolean locked() {
        return permit.availablePermits() == 0;
    }

    @PyMethod("locked_lock($self, /)")
    boolean lockedLock() {
        return locked();
    }

    @PyMethod("_at_fork_reinit($self, /)")
    void atForkReinit() {
        permit.drainPermits();
        permit.release();
    }

    @PyMethod("__repr__($self, /)")
    Object repr() {
        return "<" + (locked() ? "locked" : "unlocked") + " _thread.lock object at 0x"
                + Long.toHexString(dev.adder.runtime.Ids.of(this)) + ">";
    }
}
