package dev.adder.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.adder.runtime.objects.PyDict;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** One thread replaces an attribute of a class; no other that has seen the new one sees the old one again. */
class TypeChangesTest {
    private static final int READERS = 4;
    private static final int CHANGES = 300_000;

    private final InterpreterState interp = new InterpreterState();
    private final PyType base = derived(PyType.OBJECT);
    private final PyType type = derived(base);

    /** What an inline cache holds. */
    private record Entry(long version, Object value) {
    }

    private volatile Entry cache;

    private PyType derived(final PyType from) {
        final PyType made = new PyType(PyType.TYPE, interp, "C", from, new PyType[] {from}, new PyDict());
        final PyType[] mro = new PyType[from.mro().length + 1];
        mro[0] = made;
        System.arraycopy(from.mro(), 0, mro, 1, from.mro().length);
        made.setMro(mro);
        from.addSubclass(made);
        return made;
    }

    private Object throughCache() {
        final Entry known = cache;
        if (known != null && type.isVersion(known.version)) {
            return known.value;
        }
        final long version = type.version();
        final Object value = type.lookup("x");
        cache = new Entry(version, value);
        return value;
    }

    private void read(final AtomicReference<String> failure) {
        final ThreadState ts = interp.threadState();
        ts.joinOthers();
        long last = 0;
        for (int turn = 0; last < CHANGES && failure.get() == null; turn++) {
            final boolean cached = turn % 2 == 0;
            final long now = (Long) (cached ? throughCache() : type.lookup("x"));
            if (now < last) {
                failure.set(last + ", then " + now + (cached ? " from an inline cache" : " by a look-up"));
            }
            last = now;
        }
    }

    @Test
    void noOldValueAfterANewerOne() throws InterruptedException {
        interp.threadState().joinOthers();
        base.setOwn("x", 0L);
        final AtomicReference<String> failure = new AtomicReference<>();
        final Thread[] readers = new Thread[READERS];
        for (int i = 0; i < READERS; i++) {
            readers[i] = new Thread(() -> read(failure));
            readers[i].start();
        }
        for (long i = 1; i <= CHANGES; i++) {
            base.setOwn("x", i);
        }
        for (final Thread reader : readers) {
            reader.join();
        }
        assertNull(failure.get());
        assertEquals((long) CHANGES, type.lookup("x"));
    }
}
