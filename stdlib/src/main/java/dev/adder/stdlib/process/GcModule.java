package dev.adder.stdlib.process;

import dev.adder.expose.PyConstant;
import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.Finalizers;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.WeakReferences;
import dev.adder.runtime.interp.DeadRegisters;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.objects.PyDict;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyModule;
import dev.adder.runtime.objects.PyTuple;
import dev.adder.runtime.PyObject;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/**
 * The module {@code gc}. The JVM collects when it must; {@code collect()} asks it to, and then lets what is due
 * (finalizers, weak-reference callbacks) run. Switches and thresholds are remembered and change nothing.
 */
@PyModuleSpec("gc")
public final class GcModule extends NativeModule {
    @PyConstant("DEBUG_STATS")
    static final Object DEBUG_STATS = 1L;
    @PyConstant("DEBUG_COLLECTABLE")
    static final Object DEBUG_COLLECTABLE = 2L;
    @PyConstant("DEBUG_UNCOLLECTABLE")
    static final Object DEBUG_UNCOLLECTABLE = 4L;
    @PyConstant("DEBUG_SAVEALL")
    static final Object DEBUG_SAVEALL = 32L;
    @PyConstant("DEBUG_LEAK")
    static final Object DEBUG_LEAK = 38L;

    private static final int GENERATIONS = 3;
    private static final long PATIENCE_MILLIS = 200;

    private volatile boolean enabled = true;
    private volatile int debug;
    private volatile PyTuple threshold = PyTuple.of(2000L, 10L, 0L);
    private final long[] collections = new long[GENERATIONS];

    @Override
    public BuiltinTable table() {
        return new GcModuleTable();
    }

    @Override
    public void init(final ThreadState ts, final PyModule module) {
        module.dict().putStr("garbage", new PyList());
        module.dict().putStr("callbacks", new PyList());
    }

    @PyFunction("enable($module, /)")
    void enable() {
        enabled = true;
    }

    @PyFunction("disable($module, /)")
    void disable() {
        enabled = false;
    }

    @PyFunction("isenabled($module, /)")
    boolean isEnabled() {
        return enabled;
    }

    @PyFunction("set_debug($module, flags, /)")
    void setDebug(final int flags) {
        debug = flags;
    }

    @PyFunction("get_debug($module, /)")
    long getDebug() {
        return debug;
    }

    @PyFunction("get_count($module, /)")
    Object getCount() {
        return PyTuple.of(0L, 0L, 0L);
    }

    @PyFunction(value = "set_threshold(threshold0, threshold1=10, threshold2=0, /)", hidden = true)
    void setThreshold(final int first, final int second, final int third) {
        threshold = PyTuple.of((long) first, (long) second, (long) third);
    }

    @PyFunction("get_threshold($module, /)")
    Object getThreshold() {
        return threshold;
    }

    @PyFunction("collect($module, /, generation=2)")
    long collect(final ThreadState ts, final int generation) {
        if (generation < 0 || generation >= GENERATIONS) {
            throw Errors.valueError("invalid generation");
        }
        synchronized (collections) {
            collections[generation]++;
        }
        DeadRegisters.clear(ts);
        ts.interp.finalizers().letGo(ts);
        ts.leavePython();
        try {
            collectNow(ts);
        } finally {
            ts.enterPython();
        }
        ts.requestPoll();
        ts.poll();
        return 0;
    }

    /**
     * Full collections, until what the first one found is where polls look for it, unless the JVM refuses. The JVM
     * hands over what a collection found in one piece and in any order; so when the witness of a second one has
     * arrived, all that the first one found has.
     */
    @SuppressWarnings("removal")
    private static void collectNow(final ThreadState ts) {
        final ReferenceQueue<Object> arrivals = new ReferenceQueue<>();
        try {
            for (int round = 0; round < 2; round++) {
                final WeakReference<Object> witness = new WeakReference<>(new Object(), arrivals);
                System.gc();
                if (arrivals.remove(PATIENCE_MILLIS) != witness) {
                    return;
                }
            }
            WeakReferences.settle(ts);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.runFinalization();
    }

    @PyFunction("get_objects($module, /, generation=None)")
    Object getObjects(final Object generation) {
        return new PyList();
    }

    @PyFunction("get_stats($module, /)")
    Object getStats(final ThreadState ts) {
        final PyList all = new PyList();
        for (int i = 0; i < GENERATIONS; i++) {
            final PyDict one = new PyDict();
            synchronized (collections) {
                one.putStr("collections", collections[i]);
            }
            one.putStr("collected", 0L);
            one.putStr("uncollectable", 0L);
            all.append(ts, one);
        }
        return all;
    }

    /** Whether CPython would track it: what can hold references. */
    @PyFunction("is_tracked($module, obj, /)")
    boolean isTracked(final Object o) {
        return o instanceof PyObject && !(o instanceof PyTuple t && t.size() == 0);
    }

    @PyFunction("is_finalized($module, obj, /)")
    boolean isFinalized(final Object o) {
        return Finalizers.isFinalized(o);
    }

    @PyFunction("get_referrers($module, /, *objs)")
    Object getReferrers(final Object[] objects) {
        return new PyList();
    }

    @PyFunction("get_referents($module, /, *objs)")
    Object getReferents(final ThreadState ts, final Object[] objects) {
        final PyList found = new PyList();
        for (final Object o : objects) {
            switch (o) {
                case PyTuple t -> {
                    for (final Object item : t.items()) {
                        found.append(ts, item);
                    }
                }
                case PyList l -> {
                    for (final Object item : l.toArray()) {
                        found.append(ts, item);
                    }
                }
                case PyDict d -> d.forEach((key, value) -> {
                    found.append(ts, key);
                    found.append(ts, value);
                });
                default -> {
                }
            }
        }
        return found;
    }

    @PyFunction("freeze($module, /)")
    void freeze() {
        // There is no permanent generation to move objects to.
    }

    @PyFunction("unfreeze($module, /)")
    void unfreeze() {
        // See freeze.
    }

    @PyFunction("get_freeze_count($module, /)")
    long getFreezeCount() {
        return 0;
    }
}
