package dev.adder.runtime.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adder.runtime.InterpreterState;
import dev.adder.runtime.TextHash;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.text.SipHash;
import dev.adder.runtime.interp.GlobalCell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Dicts, sets and lists from Java: against the JDK's containers, and where order is defined against CPython's order. */
class ContainersTest {
    private final ThreadState ts = thread();

    private static ThreadState thread() {
        final InterpreterState interp = new InterpreterState();
        interp.setPart(TextHash.class, new TextHash(SipHash.ofSeed(1)));
        return interp.threadState();
    }

    private void compare(final Map<Object, Object> model, final PyDict dict) {
        final List<Object> keys = new ArrayList<>();
        final List<Object> values = new ArrayList<>();
        dict.forEach((k, v) -> {
            keys.add(k);
            values.add(v);
        });
        assertEquals(new ArrayList<>(model.keySet()), keys);
        assertEquals(new ArrayList<>(model.values()), values);
        assertEquals(model.size(), dict.size());
    }

    @Test
    void dictBehavesAsALinkedMap() {
        for (int seed = 0; seed < 40; seed++) {
            final Random random = new Random(seed);
            final Map<Object, Object> model = new LinkedHashMap<>();
            final PyDict dict = new PyDict();
            for (int step = 0; step < 3000; step++) {
                final int n = random.nextInt(200);
                final Object key = seed % 3 == 0 || seed % 3 == 1 && n % 2 == 0 ? "k" + n : (Object) (long) (n << seed % 20);
                switch (random.nextInt(4)) {
                    case 0, 1 -> {
                        model.put(key, (long) step);
                        dict.put(ts, key, (long) step);
                    }
                    case 2 -> assertEquals(model.remove(key), dict.remove(ts, key));
                    default -> assertEquals(model.get(key), dict.get(ts, key));
                }
            }
            compare(model, dict);
            compare(model, dict.copy(ts));
        }
    }

    @Test
    void textDictAnswersOtherKeys() {
        final PyDict dict = new PyDict();
        dict.putStr("a", 1L);
        assertNull(dict.get(ts, 5L));
        assertNull(dict.get(ts, 1.5));
        assertTrue(dict.table().isText());
        dict.put(ts, 5L, 2L);
        assertFalse(dict.table().isText());
        assertEquals(1L, dict.getStr("a"));
        assertEquals(2L, dict.get(ts, 5.0));
    }

    @Test
    void cellsAreStable() {
        final PyDict dict = new PyDict();
        final GlobalCell cell = dict.cell("x");
        assertEquals(0, dict.size());
        assertNull(dict.getStr("x"));
        dict.putStr("a", 1L);
        dict.putStr("x", 2L);
        assertEquals(2L, cell.get());
        assertSame(cell, dict.cell("x"));
        assertEquals("[a, x]", Arrays.toString(dict.keysArray()));
        cell.set(3L);
        assertEquals(3L, dict.getStr("x"));
        assertEquals(3L, dict.removeStr("x"));
        assertNull(cell.get());
        assertSame(cell, dict.cell("x"));
        for (int i = 0; i < 100; i++) {
            dict.putStr("n" + i, (long) i);
        }
        dict.putStr("x", 9L);
        assertEquals(9L, cell.get());
        dict.clear();
        assertNull(cell.get());
        assertNull(dict.getStr("x"));
    }

    /** The expected order is what CPython 3.14 prints for the same steps. */
    @Test
    void setOrderIsThatOfCPython() {
        final PySet set = new PySet();
        for (final long n : new long[] {1000, 8, 16, 24, 3, 32, -5, 64, 128, 7, 1L << 40}) {
            set.add(ts, n);
        }
        assertEquals("[32, 64, 128, 3, 1099511627776, 7, 1000, 8, 16, 24, -5]", Arrays.toString(set.elements(ts)));
        set.discard(ts, 64L);
        set.add(ts, 96L);
        assertEquals("[32, 96, 128, 3, 1099511627776, 7, 1000, 8, 16, 24, -5]", Arrays.toString(set.elements(ts)));
    }

    @Test
    void listChangesItsKind() {
        final PyList list = new PyList();
        list.append(ts, 1L);
        list.append(ts, 2L);
        assertTrue(list.storage() instanceof long[]);
        list.setItem(ts, -1, 2.5);
        assertTrue(list.storage() instanceof Object[]);
        assertEquals("[1, 2.5]", Arrays.toString(list.toArray()));
        list.clear(ts);
        list.append(ts, 0.5);
        assertTrue(list.storage() instanceof double[]);
    }

    @Test
    void listBehavesAsAnArrayList() {
        for (int seed = 0; seed < 60; seed++) {
            final Random random = new Random(seed);
            final List<Object> model = new ArrayList<>();
            final PyList list = new PyList();
            for (int step = 0; step < 500; step++) {
                final Object value = seed % 3 == 0 || random.nextInt(100) > 1 ? (Object) (long) step : (Object) ("s" + step);
                switch (random.nextInt(7)) {
                    case 0, 1, 2 -> {
                        model.add(value);
                        list.append(ts, value);
                    }
                    case 3 -> {
                        final int at = random.nextInt(model.size() + 1);
                        model.add(at, value);
                        list.insert(ts, at, value);
                    }
                    case 4 -> {
                        if (!model.isEmpty()) {
                            final int at = random.nextInt(model.size());
                            assertEquals(model.remove(at), list.pop(ts, at));
                        }
                    }
                    case 5 -> {
                        final int from = random.nextInt(model.size() + 1);
                        final int to = from + random.nextInt(model.size() - from + 1);
                        final List<Object> part = model.subList(from, to);
                        part.clear();
                        part.addAll(List.of(value, value));
                        list.replace(ts, from, to, new Object[] {value, value});
                    }
                    default -> {
                        if (!model.isEmpty()) {
                            final int at = random.nextInt(model.size());
                            model.set(at, value);
                            list.setItem(ts, at, value);
                        }
                    }
                }
            }
            assertEquals(model, Arrays.asList(list.toArray()));
        }
    }

    @Test
    void sortIsStableAndRight() {
        for (int seed = 0; seed < 200; seed++) {
            final Random random = new Random(seed);
            final int n = random.nextInt(seed < 100 ? 40 : 4000);
            final Object[] keys = new Object[n];
            final Object[] values = new Object[n];
            for (int i = 0; i < n; i++) {
                final boolean structured = seed % 2 == 0;
                keys[i] = structured ? (long) (i / 100 % 3 == 0 ? i : -i)
                        + random.nextInt(3) : (long) random.nextInt(n / 3 + 1);
                values[i] = (long) i;
            }
            final Integer[] order = new Integer[n];
            Arrays.setAll(order, i -> i);
            final Object[] original = keys.clone();
            Arrays.sort(order, (a, b) -> Long.compare((Long) original[a], (Long) original[b]));
            new TimSort(new TimSort.Order(ts) {
                @Override
                boolean less(final Object a, final Object b) {
                    return (Long) a < (Long) b;
                }
            }, keys, values).sort(n);
            for (int i = 0; i < n; i++) {
                assertEquals((long) order[i], values[i]);
                assertEquals(original[order[i]], keys[i]);
            }
        }
    }

    @Test
    void sortThatContradictsItselfKeepsEveryItem() {
        for (int seed = 0; seed < 50; seed++) {
            final Random random = new Random(seed);
            final Object[] keys = new Object[1000];
            Arrays.setAll(keys, i -> (long) i);
            final int failAt = random.nextInt(8000);
            final int[] calls = {0};
            try {
                new TimSort(new TimSort.Order(ts) {
                    @Override
                    boolean less(final Object a, final Object b) {
                        if (++calls[0] == failAt) {
                            throw new IllegalStateException();
                        }
                        return random.nextBoolean();
                    }
                }, keys, null).sort(keys.length);
            } catch (final IllegalStateException e) {
                assertEquals(failAt, calls[0]);
            }
            Arrays.sort(keys);
            for (int i = 0; i < keys.length; i++) {
                assertEquals((long) i, keys[i]);
            }
        }
    }
}
