package dev.adder.runtime;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** A type's direct subclasses of all interpreters, oldest first, as long as they live. Used under the lock of type changes. */
final class Subtypes {
    private final List<WeakReference<PyType>> all = new ArrayList<>(0);

    int size() {
        return all.size();
    }

    /** Null if it is no more. */
    PyType get(final int index) {
        return all.get(index).get();
    }

    /** False if it was there. */
    boolean add(final PyType type) {
        remove(null);
        for (final WeakReference<PyType> r : all) {
            if (r.get() == type) {
                return false;
            }
        }
        all.add(new WeakReference<>(type));
        return true;
    }

    /** Takes one out, and those that are no more. */
    void remove(final PyType type) {
        all.removeIf(r -> r.get() == null || r.get() == type);
    }

    PyType[] live() {
        final List<PyType> live = new ArrayList<>(all.size());
        for (final WeakReference<PyType> r : all) {
            final PyType t = r.get();
            if (t != null) {
                live.add(t);
            }
        }
        return live.toArray(new PyType[0]);
    }
}
