package dev.adder.runtime.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adder.runtime.InterpreterState;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.TextHash;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.text.SipHash;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Several threads change and read one container: nothing stored is lost, nothing that was not stored is read. */
class SharedContainersTest {
    private static final int THREADS = 4;
    private static final int ROUNDS = 40_000;

    private final InterpreterState interp = new InterpreterState();

    SharedContainersTest() {
        interp.setPart(TextHash.class, new TextHash(SipHash.ofSeed(1)));
    }

    private interface Body {
        void run(ThreadState ts, int thread);
    }

    private void inThreads(final int count, final Body body) {
        final AtomicReference<Throwable> failure = new AtomicReference<>();
        final List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            final int number = i;
            final Thread thread = new Thread(() -> {
                final ThreadState ts = interp.threadState();
                ts.joinOthers();
                try {
                    body.run(ts, number);
                } catch (final Throwable e) {
                    failure.set(e);
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (final Thread thread : threads) {
            try {
                thread.join();
            } catch (final InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        assertNull(failure.get(), () -> String.valueOf(failure.get()));
    }

    private ThreadState here() {
        final ThreadState ts = interp.threadState();
        ts.joinOthers();
        return ts;
    }

    @Test
    void appendsAreNotLost() {
        final PyList list = new PyList();
        inThreads(THREADS, (ts, n) -> {
            for (int i = 0; i < ROUNDS; i++) {
                list.append(ts, (long) n);
                if (i == ROUNDS / 2 && n == 0) {
                    list.append(ts, "text");
                }
            }
        });
        assertEquals(THREADS * ROUNDS + 1, list.size());
        final int[] counts = new int[THREADS];
        for (final Object item : list.toArray()) {
            if (item instanceof Long n) {
                counts[(int) (long) n]++;
            }
        }
        for (final int count : counts) {
            assertEquals(ROUNDS, count);
        }
    }

    /** Readers must never see the 0 of a grown slot. */
    @Test
    void readersSeeOnlyWhatWasStored() {
        final PyList list = new PyList();
        inThreads(THREADS, (ts, n) -> {
            for (int i = 0; i < ROUNDS; i++) {
                if (n == 0) {
                    if (list.size() > 200) {
                        list.clear(ts);
                    }
                    list.append(ts, 7L);
                } else {
                    final Object item = list.getOrNull(i % 200);
                    assertTrue(item == null || item.equals(7L), () -> "read " + item);
                }
            }
        });
    }

    @Test
    void popsGiveEachItemOnce() {
        final PyList list = new PyList();
        final ThreadState main = here();
        for (long i = 0; i < ROUNDS; i++) {
            list.append(main, i);
        }
        final AtomicLong sum = new AtomicLong();
        inThreads(THREADS, (ts, n) -> {
            long mine = 0;
            while (true) {
                try {
                    mine += (Long) list.pop(ts, n % 2 == 0 ? -1 : 0);
                } catch (final PyRaise e) {
                    break;
                }
            }
            sum.addAndGet(mine);
        });
        assertEquals((long) ROUNDS * (ROUNDS - 1) / 2, sum.get());
    }

    @Test
    void dictStoresAreNotLost() {
        for (final boolean text : new boolean[] {true, false}) {
            final PyDict dict = new PyDict();
            inThreads(THREADS, (ts, n) -> {
                for (int i = 0; i < ROUNDS / 4; i++) {
                    final Object key = text ? "k" + n + "." + i : (Object) ((long) n << 32 | i);
                    dict.put(ts, key, (long) i);
                    assertEquals((long) i, dict.get(ts, key));
                    if (i % 3 == 0) {
                        assertEquals((long) i, dict.remove(ts, key));
                        assertNull(dict.get(ts, key));
                    }
                }
            });
            int expected = 0;
            for (int i = 0; i < ROUNDS / 4; i++) {
                expected += i % 3 == 0 ? 0 : 1;
            }
            assertEquals(THREADS * expected, dict.size());
        }
    }

    @Test
    void setDefaultIsAtomic() {
        final PyDict dict = new PyDict();
        final Object[][] got = new Object[THREADS][1000];
        inThreads(THREADS, (ts, n) -> {
            for (int i = 0; i < 1000; i++) {
                got[n][i] = dict.setDefault(ts, "k" + i, "v" + n);
            }
        });
        for (int i = 0; i < 1000; i++) {
            for (int n = 1; n < THREADS; n++) {
                assertEquals(got[0][i], got[n][i]);
            }
        }
    }

    @Test
    void cellsAndEntriesAgree() {
        final PyDict dict = new PyDict();
        inThreads(THREADS, (ts, n) -> {
            for (int i = 0; i < ROUNDS / 10; i++) {
                dict.cell("n" + i % 50);
                dict.putStr("n" + i % 50, (long) i);
                dict.putStr("x" + n + "." + i, (long) i);
            }
        });
        for (int i = 0; i < 50; i++) {
            final Object value = dict.getStr("n" + i);
            assertNotNull(value);
            assertEquals(value, dict.cell("n" + i).get());
        }
    }

    @Test
    void setAddsAreNotLost() {
        final PySet set = new PySet();
        inThreads(THREADS, (ts, n) -> {
            for (int i = 0; i < ROUNDS / 4; i++) {
                set.add(ts, (long) n * ROUNDS + i);
                if (i % 5 == 0) {
                    set.discard(ts, (long) n * ROUNDS + i);
                }
            }
        });
        assertEquals(THREADS * (ROUNDS / 4 - ROUNDS / 20), set.size(here()));
    }
}
