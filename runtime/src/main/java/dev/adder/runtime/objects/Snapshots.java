package dev.adder.runtime.objects;

import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;

/**
 * All items of a built-in container at one moment: {@code list(d)} and its like are atomic, whatever other threads do,
 * as they are in CPython.
 */
public final class Snapshots {
    private Snapshots() {
    }

    /** The items in a new array, or null if the object is no dict, view of a dict or set of a built-in type. */
    public static Object[] of(final ThreadState ts, final Object o) {
        if (!(o instanceof PyDict || o instanceof DictView || o instanceof PyBaseSet)) {
            return null;
        }
        if (o instanceof PyDict d) {
            return d.isPlain() ? d.keysArray() : null;
        }
        if (o instanceof PyBaseSet s) {
            final PyType type = s.type();
            if (type != PySet.TYPE && type != PyFrozenSet.TYPE) {
                return null;
            }
            synchronized (s) {
                return s.elements(ts);
            }
        }
        final DictView view = (DictView) o;
        final PyType type = view.type();
        return type == PyDictKeys.TYPE ? view.dict.keysArray()
                : type == PyDictValues.TYPE ? entries(view.dict, false)
                        : type == PyDictItems.TYPE ? entries(view.dict, true) : null;
    }

    private static Object[] entries(final PyDict dict, final boolean pairs) {
        synchronized (dict) {
            final DictTable t = dict.table();
            final Object[] items = new Object[t.live()];
            int n = 0;
            for (int e = t.next(0); e >= 0 && n < items.length; e = t.next(e + 1)) {
                final Object key = t.key(e);
                final Object value = t.value(e);
                if (key != null && value != null) {
                    items[n++] = pairs ? PyTuple.of(key, value) : value;
                }
            }
            return n == items.length ? items : java.util.Arrays.copyOf(items, n);
        }
    }
}
