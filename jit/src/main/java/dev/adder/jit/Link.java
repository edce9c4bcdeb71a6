package dev.adder.jit;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MutableCallSite;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * What other units call in place of a function's unit: it leads to the one that was compiled last. A unit that is dropped
 * would be called on for good otherwise, and left at the same guard each time (297,000 times in three seconds of
 * {@code examples/unittest_run.py}). HotSpot looks through it, and compiles the callers anew when it changes.
 *
 * <p>A successor whose parameters or result are represented differently has another link; the callers of this one are
 * dropped then.
 */
final class Link {
    final String signature;
    /** What callers invoke: their constant. */
    final MethodHandle invoker;
    private final MutableCallSite site;
    private List<WeakReference<Unit>> callers = new ArrayList<>();

    Link(final Unit unit) {
        this.signature = signature(unit);
        this.site = new MutableCallSite(unit.run());
        this.invoker = site.dynamicInvoker();
    }

    static String signature(final Unit unit) {
        return unit.parameters + unit.result;
    }

    void leadTo(final Unit unit) {
        site.setTarget(unit.run());
        MutableCallSite.syncAll(new MutableCallSite[] {site});
    }

    synchronized void addCaller(final Unit caller) {
        callers.add(new WeakReference<>(caller));
    }

    /** The callers that are still in use; they are forgotten. */
    synchronized List<Unit> takeCallers() {
        final List<Unit> all = new ArrayList<>();
        for (final WeakReference<Unit> reference : callers) {
            final Unit caller = reference.get();
            if (caller != null && !caller.dropped) {
                all.add(caller);
            }
        }
        callers = new ArrayList<>();
        return all;
    }
}
