package dev.adder.stdlib.profiling;

import dev.adder.expose.PyMethod;
import dev.adder.expose.PyNew;
import dev.adder.expose.PyTypeSpec;
import dev.adder.language.text.Str;
import dev.adder.runtime.BuiltinFunction;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PySlotted;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.Frame;
import dev.adder.runtime.interp.FrameEvents;
import dev.adder.runtime.interp.Tracing;
import dev.adder.runtime.objects.PyList;
import dev.adder.runtime.objects.PyStructSequence;
import dev.adder.runtime.ops.PyNumber;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code _lsprof.Profiler}: counts and times calls of the thread that enabled it (CPython's Modules/_lsprof.c). */
@PyTypeSpec(name = "Profiler", module = "_lsprof")
public final class PyProfiler extends PySlotted implements FrameEvents {
    public static final PyType TYPE = PyType.builtin("Profiler", "_lsprof", null, new PyProfilerTable());
    private static final double NANO = 1e-9;

    /** Null for the clock of the JVM, in nanoseconds. */
    private final Object timer;
    private final double unit;
    private boolean subcalls;
    private boolean builtins;
    private Map<Object, Entry> entries = new LinkedHashMap<>();
    private Activation current;

    /** Calls of one function; or those that one other function made of it. */
    private static final class Entry {
        final Object code;
        /** Null in an entry of a caller's. */
        Map<Object, Entry> callees;
        long calls;
        long recursive;
        int depth;
        double total;
        double own;

        Entry(final Object code) {
            this.code = code;
        }

        Entry callee(final Object called) {
            if (callees == null) {
                callees = new LinkedHashMap<>();
            }
            return callees.computeIfAbsent(called, Entry::new);
        }

        void add(final double time, final double inside) {
            depth--;
            if (depth == 0) {
                total += time;
            } else {
                recursive++;
            }
            own += inside;
            calls++;
        }
    }

    /** A call under way. */
    private record Activation(Entry entry, Activation caller, double start, double[] called) {
    }

    private PyProfiler(final PyType type, final Object timer, final double unit, final boolean subcalls,
            final boolean builtins) {
        super(type);
        this.timer = timer;
        this.unit = unit;
        this.subcalls = subcalls;
        this.builtins = builtins;
    }

    @PyNew("(timer=None, timeunit=0.0, subcalls=True, builtins=True)")
    static Object create(final PyType cls, final Object timer, final double timeunit, final boolean subcalls,
            final boolean builtins) {
        return new PyProfiler(cls, timer == PyNone.NONE ? null : timer, timeunit, subcalls, builtins);
    }

    @PyMethod("enable($self, /, subcalls=True, builtins=True)")
    void enable(final ThreadState ts, final boolean withSubcalls, final boolean withBuiltins) {
        if (Tracing.get(ts, Tracing.Slot.PROFILER) != null) {
            throw Errors.valueError("Another profiling tool is already active");
        }
        subcalls = withSubcalls;
        builtins = withBuiltins;
        Tracing.set(ts, Tracing.Slot.PROFILER, this);
    }

    @PyMethod("disable($self, /)")
    void disable(final ThreadState ts) {
        if (Tracing.get(ts, Tracing.Slot.PROFILER) == this) {
            Tracing.set(ts, Tracing.Slot.PROFILER, null);
        }
        while (current != null) {
            stop(ts);
        }
    }

    @PyMethod("clear($self, /)")
    void clear() {
        entries = new LinkedHashMap<>();
        current = null;
    }

    @PyMethod("getstats($self, /)")
    Object getstats(final ThreadState ts) {
        final double factor = timer == null ? NANO : unit > 0 ? unit : 1;
        final PyList all = new PyList();
        for (final Entry e : entries.values()) {
            if (e.calls == 0) {
                continue;
            }
            Object callees = PyNone.NONE;
            if (e.callees != null) {
                final PyList list = new PyList();
                for (final Entry c : e.callees.values()) {
                    if (c.calls != 0) {
                        list.append(ts, PyStructSequence.make(LsProfModule.SUBENTRY, c.code, c.calls, c.recursive,
                                c.total * factor, c.own * factor));
                    }
                }
                callees = list;
            }
            all.append(ts, PyStructSequence.make(LsProfModule.ENTRY, e.code, e.calls, e.recursive, e.total * factor,
                    e.own * factor, callees));
        }
        return all;
    }

    // ---- calls

    private double now(final ThreadState ts) {
        return timer == null ? System.nanoTime() : PyNumber.asDouble(ts, Calls.call0(ts, timer));
    }

    private void start(final ThreadState ts, final Object code) {
        final Entry entry = entries.computeIfAbsent(code, Entry::new);
        entry.depth++;
        if (subcalls && current != null) {
            current.entry.callee(code).depth++;
        }
        current = new Activation(entry, current, now(ts), new double[1]);
    }

    private void stop(final ThreadState ts) {
        final Activation a = current;
        final double time = now(ts) - a.start;
        final double inside = time - a.called[0];
        current = a.caller;
        a.entry.add(time, inside);
        if (current != null) {
            current.called[0] += time;
            if (subcalls) {
                current.entry.callee(a.entry.code).add(time, inside);
            }
        }
    }

    /** A call ends that may have begun before profiling did. */
    private void stop(final ThreadState ts, final Object code) {
        if (current != null && current.entry.code.equals(code)) {
            stop(ts);
        }
    }

    /** As {@code normalizeUserObj} of _lsprof.c writes it. */
    private static Object name(final Object callee) {
        if (!(callee instanceof BuiltinFunction f)) {
            return Str.ofUtf16("<" + callee + ">");
        }
        if (f.descriptor != null) {
            return Str.ofUtf16("<method '" + f.name + "' of '" + f.descriptor.owner.fullName() + "' objects>");
        }
        return Str.ofUtf16("<built-in method " + (f.module == null ? "" : f.module + ".") + f.name + ">");
    }

    @Override
    public boolean wantsCalls() {
        return builtins;
    }

    @Override
    public void begins(final ThreadState ts, final Frame f, final PyRaise thrown) {
        start(ts, f.code());
    }

    @Override
    public void returns(final ThreadState ts, final Frame f, final Object value) {
        stop(ts, f.code());
    }

    @Override
    public void unwinds(final ThreadState ts, final Frame f, final PyRaise e) {
        stop(ts, f.code());
    }

    @Override
    public void calls(final ThreadState ts, final Frame f, final Object callee) {
        start(ts, name(callee));
    }

    @Override
    public void called(final ThreadState ts, final Frame f, final Object callee, final boolean failed) {
        stop(ts, name(callee));
    }
}
