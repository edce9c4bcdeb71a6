package dev.adder.runtime;

import java.lang.invoke.SwitchPoint;

/**
 * A fact that compiled code relies on and that may stop being true: a global keeps its value, a class keeps its
 * methods. Compiled code tests it for free through the {@link SwitchPoint}; the interpreter reads {@link #isValid}.
 *
 * <p>Once invalid, for good: who wants to rely on the new state takes a new assumption.
 */
public final class Assumption {
    private final String what;
    private volatile boolean valid = true;
    private SwitchPoint switchPoint;

    public Assumption(final String what) {
        this.what = what;
    }

    public boolean isValid() {
        return valid;
    }

    /** The switch point compiled code hangs on; made on first use, already invalid if the assumption is. */
    public synchronized SwitchPoint switchPoint() {
        if (switchPoint == null) {
            switchPoint = new SwitchPoint();
            if (!valid) {
                SwitchPoint.invalidateAll(new SwitchPoint[] {switchPoint});
            }
        }
        return switchPoint;
    }

    public synchronized void invalidate() {
        if (!valid) {
            return;
        }
        valid = false;
        if (switchPoint != null) {
            SwitchPoint.invalidateAll(new SwitchPoint[] {switchPoint});
        }
    }

    /** What is assumed, for logs. */
    public String what() {
        return what;
    }
}
