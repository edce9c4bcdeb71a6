package dev.adder.stdlib.queue;

import dev.adder.expose.PyClassMethod;
import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyGenericAlias;
import dev.adder.runtime.ops.PyNumber;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** {@code queue.SimpleQueue}: unbounded, first in, first out. Waiting is done in slices, with polls between them. */
@PyTypeSpec(name = "SimpleQueue", module = "_queue")
public final class PySimpleQueue extends PySlotted {
    public static final PyType TYPE =
            PyType.builtin("SimpleQueue", "_queue", null, new PySimpleQueueTable()).withWeakref();

    private static final long SLICE = 20_000_000L;
    private static final double LONGEST = 9223372036.0;

    private final LinkedBlockingQueue<Object> items = new LinkedBlockingQueue<>();

    private PySimpleQueue(final PyType type) {
        super(type);
    }

    @PyNew("()")
    static Object create(final PyType cls) {
        return new PySimpleQueue(cls);
    }

    @PyMethod("put($self, /, item, block=True, timeout=None)")
    void put(final Object item, final Object block, final Object timeout) {
        items.add(item);
    }

    @PyMethod("put_nowait($self, /, item)")
    void putNowait(final Object item) {
        items.add(item);
    }

    @PyMethod("get($self, /, block=True, timeout=None)")
    Object get(final ThreadState ts, final boolean block, final Object timeout) {
        long left = Long.MAX_VALUE;
        if (block && timeout != PyNone.NONE) {
            final double seconds = PyNumber.asDouble(ts, timeout);
            if (seconds < 0) {
                throw Errors.valueError("'timeout' must be a non-negative number");
            }
            if (seconds > LONGEST) {
                throw Errors.overflowError("timeout value is too large");
            }
            left = (long) (seconds * 1e9);
        }
        Object item = items.poll();
        if (item != null) {
            return item;
        }
        if (!block) {
            throw empty();
        }
        final long start = System.nanoTime();
        while (true) {
            final long rest = left == Long.MAX_VALUE ? SLICE : left - (System.nanoTime() - start);
            item = await(ts, Math.min(Math.max(rest, 0), SLICE));
            if (item != null) {
                return item;
            }
            ts.poll();
            if (rest <= 0) {
                throw empty();
            }
        }
    }

    private Object await(final ThreadState ts, final long nanos) {
        ts.leavePython();
        try {
            return items.poll(nanos, TimeUnit.NANOSECONDS);
        } catch (final InterruptedException e) {
            return null;
        } finally {
            ts.enterPython();
        }
    }

    private static RuntimeException empty() {
        return Errors.withArgs(QueueModule.EMPTY);
    }

    @PyMethod("get_nowait($self, /)")
    Object getNowait() {
        final Object item = items.poll();
        if (item == null) {
            throw empty();
        }
        return item;
    }

    @PyMethod("empty($self, /)")
    boolean isEmpty() {
        return items.isEmpty();
    }

    @PyMethod("qsize($self, /)")
    long qsize() {
        return items.size();
    }

    @PyMethod("__sizeof__($self, /)")
    long sizeOf() {
        return 64 + 8L * items.size();
    }

    @PyClassMethod("__class_getitem__($type, object, /)")
    static Object classGetItem(final PyType cls, final Object item) {
        return PyGenericAlias.of(cls, item);
    }
}
