package dev.adder.runtime.objects;

import dev.adder.runtime.ThreadState;
import java.util.ArrayList;

/** Which containers the thread is making the repr of, so that one that contains itself ends: {@code Py_ReprEnter}. */
public final class ReprGuard {
    private final ArrayList<Object> active = new ArrayList<>();

    public ReprGuard() {
    }

    /** False if the repr of {@code o} is already under way; else {@link #leave} must follow. */
    public static boolean enter(final ThreadState ts, final Object o) {
        final ArrayList<Object> active = ts.reprGuard().active;
        for (int i = active.size() - 1; i >= 0; i--) {
            if (active.get(i) == o) {
                return false;
            }
        }
        active.add(o);
        return true;
    }

    public static void leave(final ThreadState ts, final Object o) {
        final ArrayList<Object> active = ts.reprGuard().active;
        for (int i = active.size() - 1; i >= 0; i--) {
            if (active.get(i) == o) {
                active.remove(i);
                return;
            }
        }
    }
}
