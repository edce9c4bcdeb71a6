package dev.adder.runtime.modules;

import dev.adder.expose.PyGetter;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyObject;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.ops.PyNumber;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** {@code _thread._ThreadHandle}: to join a thread. */
@PyTypeSpec(name = "_ThreadHandle", module = "_thread")
final class PyThreadHandle extends PyObject {
    static final PyType TYPE = PyType.builtinFinal("_ThreadHandle", "_thread", null, new PyThreadHandleTable());

    private static final long SLICE_NANOS = 20_000_000;

    private final AtomicBoolean claimed = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile long ident;

    PyThreadHandle(final PyType type) {
        super(type);
    }

    @PyNew("()")
    static Object make(final PyType cls) {
        return new PyThreadHandle(cls);
    }

    /** The handle of a thread that runs already. */
    static PyThreadHandle running(final long ident) {
        final PyThreadHandle h = new PyThreadHandle(TYPE);
        h.claimed.set(true);
        h.ident = ident;
        return h;
    }

    boolean claim() {
        return claimed.compareAndSet(false, true);
    }

    void started(final long newIdent) {
        claimed.set(true);
        ident = newIdent;
    }

    @PyGetter("ident")
    long ident() {
        return ident;
    }

    @PyMethod("is_done($self, /)")
    boolean isDone() {
        return done.getCount() == 0;
    }

    @PyMethod("_set_done($self, /)")
    void setDoneByHand() {
        if (!claimed.get()) {
            throw Errors.runtimeError("thread not started");
        }
        setDone();
    }

    void setDone() {
        done.countDown();
    }

    @PyMethod("join($self, timeout=None, /)")
    void join(final ThreadState ts, final Object timeout) {
        if (!claimed.get()) {
            throw Errors.runtimeError("thread not started");
        }
        final boolean forever = timeout == PyNone.NONE || PyNumber.asDouble(ts, timeout) < 0;
        if (forever && ident == ts.ident() && !isDone()) {
            throw Errors.runtimeError("Cannot join current thread");
        }
        if (ts.interp.isFinalizing() && !isDone()) {
            // The other threads are as good as gone: ThreadHandle_join of _threadmodule.c.
            throw Errors.of(ExceptionTypes.PYTHON_FINALIZATION_ERROR, "cannot join thread at interpreter shutdown");
        }
        final long deadline = forever ? 0 : System.nanoTime() + (long) (PyNumber.asDouble(ts, timeout) * 1e9);
        while (!isDone()) {
            final long left = forever ? SLICE_NANOS : Math.min(SLICE_NANOS, deadline - System.nanoTime());
            if (left <= 0) {
                return;
            }
            ts.leavePython();
            try {
                done.await(left, TimeUnit.NANOSECONDS);
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } finally {
                ts.enterPython();
            }
            ts.poll();
        }
        // What the thread had this one do, such as interrupt_main(), is done before join() returns.
        ts.poll();
    }

    @PyMethod("__repr__($self, /)")
    Object repr() {
        return "<_ThreadHandle object: ident=" + ident + ">";
    }
}
