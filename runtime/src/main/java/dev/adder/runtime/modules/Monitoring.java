package dev.adder.runtime.modules;

import dev.adder.language.ir.Opcodes;
import dev.adder.runtime.Calls;
import dev.adder.runtime.Errors;
import dev.adder.runtime.InterpreterState;
import dev.adder.runtime.PyInstance;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.Frame;
import dev.adder.runtime.interp.FrameEvents;
import dev.adder.runtime.interp.PyCode;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.interp.PyGenerator;
import dev.adder.runtime.interp.Tracing;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The events of {@code sys.monitoring} (PEP 669; CPython's Python/instrumentation.c): which tool wants which, of all
 * codes or of one, and the calling of its functions. One for an interpreter; every thread's frames tell it while any
 * event is wanted.
 */
public final class Monitoring implements FrameEvents {
    static final int TOOLS = 6;
    static final String[] EVENTS = {"PY_START", "PY_RESUME", "PY_RETURN", "PY_YIELD", "CALL", "LINE",
        "INSTRUCTION", "JUMP", "BRANCH_LEFT", "BRANCH_RIGHT", "STOP_ITERATION", "RAISE", "EXCEPTION_HANDLED",
        "PY_UNWIND", "PY_THROW", "RERAISE", "C_RETURN", "C_RAISE", "BRANCH"};
    private static final int PY_START = 0;
    private static final int PY_RESUME = 1;
    private static final int PY_RETURN = 2;
    private static final int PY_YIELD = 3;
    private static final int CALL = 4;
    private static final int LINE = 5;
    private static final int INSTRUCTION = 6;
    private static final int JUMP = 7;
    private static final int BRANCH_LEFT = 8;
    private static final int BRANCH_RIGHT = 9;
    private static final int STOP_ITERATION = 10;
    private static final int RAISE = 11;
    private static final int EXCEPTION_HANDLED = 12;
    private static final int PY_UNWIND = 13;
    private static final int PY_THROW = 14;
    private static final int RERAISE = 15;
    private static final int C_RETURN = 16;
    private static final int C_RAISE = 17;
    private static final int BRANCH = 18;
    /** Events that belong to no one place, and so can neither be local nor disabled. */
    private static final int FIRST_GLOBAL = RAISE;

    /** What a function returns so as not to be called again from there. */
    final Object disable = new PyInstance(PyType.OBJECT);
    /** The first argument of a call without arguments. */
    final Object missing = new PyInstance(PyType.OBJECT);
    private final InterpreterState interp;
    private final int[] wanted = new int[TOOLS];
    private final Map<PyCode, int[]> local = new WeakHashMap<>();
    private final Object[][] callbacks = new Object[TOOLS + 2][EVENTS.length];
    private final Set<Disabled> disabled = ConcurrentHashMap.newKeySet();
    private volatile boolean on;

    private record Disabled(int tool, int event, PyCode code, int pc) {
        @Override
        public boolean equals(final Object o) {
            return o instanceof Disabled d && d.tool == tool && d.event == event && d.code == code && d.pc == pc;
        }

        @Override
        public int hashCode() {
            return ((System.identityHashCode(code) * 31 + pc) * 31 + event) * 31 + tool;
        }
    }

    Monitoring(final InterpreterState interp) {
        this.interp = interp;
    }

    /** A new thread: its frames tell, too. */
    public static void admit(final ThreadState ts) {
        final Monitoring m = ts.interp.part(Monitoring.class);
        if (m != null && m.on) {
            Tracing.set(ts, Tracing.Slot.MONITORING, m);
        }
    }

    // ---- what is wanted

    synchronized int events(final int tool) {
        return wanted[tool];
    }

    synchronized int events(final int tool, final PyCode code) {
        final int[] masks = local.get(code);
        return masks == null ? 0 : masks[tool];
    }

    private static int checked(final int events) {
        final int c = 1 << C_RETURN | 1 << C_RAISE;
        if ((events & c) != 0 && (events & c | events & 1 << CALL) != (c | 1 << CALL)) {
            throw Errors.valueError("cannot set C_RETURN or C_RAISE events independently");
        }
        return events & ~c;
    }

    synchronized void want(final int tool, final int events) {
        wanted[tool] = checked(events);
        changed();
    }

    synchronized void want(final int tool, final PyCode code, final int events) {
        final int mask = checked(events);
        if (mask >= 1 << FIRST_GLOBAL) {
            throw Errors.valueError("invalid local event set 0x" + Integer.toHexString(events));
        }
        local.computeIfAbsent(code, k -> new int[TOOLS])[tool] = mask;
        changed();
    }

    synchronized void forget(final int tool) {
        wanted[tool] = 0;
        for (final int[] masks : local.values()) {
            masks[tool] = 0;
        }
        callbacks[tool] = new Object[EVENTS.length];
        disabled.removeIf(d -> d.tool == tool);
        changed();
    }

    private void changed() {
        on = anyWants(-1);
        for (final ThreadState ts : interp.threads().all()) {
            if (on || Tracing.get(ts, Tracing.Slot.MONITORING) != null) {
                Tracing.set(ts, Tracing.Slot.MONITORING, on ? this : null);
            }
        }
    }

    void restart() {
        disabled.clear();
    }

    Object callback(final int tool, final int event, final Object function) {
        final Object before = callbacks[tool][event];
        callbacks[tool][event] = function;
        return before;
    }

    // ---- telling

    private int mask(final int tool, final PyCode code) {
        if (local.isEmpty()) {
            return wanted[tool];
        }
        synchronized (this) {
            final int[] masks = local.get(code);
            return masks == null ? wanted[tool] : wanted[tool] | masks[tool];
        }
    }

    private void tell(final ThreadState ts, final Frame f, final int event, final Object... arguments) {
        tellAt(f.pc, ts, f, event, arguments);
    }

    private void tellAt(final int pc, final ThreadState ts, final Frame f, final int event, final Object... arguments) {
        final PyCode code = f.code();
        // What becomes of a call is told to whoever wants calls.
        final int bit = 1 << (event == C_RETURN || event == C_RAISE ? CALL : event);
        for (int tool = 0; tool < TOOLS; tool++) {
            final Object callback = callbacks[tool][event];
            if (callback == null || (mask(tool, code) & bit) == 0) {
                continue;
            }
            final Disabled place = new Disabled(tool, event, code, pc);
            if (disabled.contains(place)) {
                continue;
            }
            final Object[] all = new Object[arguments.length + 1];
            all[0] = code;
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            if (Calls.call(ts, callback, all, null) == disable) {
                if (event >= FIRST_GLOBAL && event != C_RETURN && event != C_RAISE) {
                    callbacks[tool][event] = null;
                    throw Errors.valueError("Cannot disable " + EVENTS[event] + " events. Callback removed.");
                }
                disabled.add(place);
            }
        }
    }

    private static Object offset(final Frame f) {
        return f.state.code.offset(f.pc);
    }

    @Override
    public void begins(final ThreadState ts, final Frame f, final PyRaise thrown) {
        if (thrown != null) {
            tell(ts, f, PY_THROW, offset(f), thrown.value);
        } else {
            tell(ts, f, f.pc == 0 ? PY_START : PY_RESUME, offset(f));
        }
    }

    @Override
    public void line(final ThreadState ts, final Frame f) {
        tell(ts, f, LINE, (long) f.line());
    }

    /** Whether any tool wants any of some events of any code. */
    private boolean anyWants(final int events) {
        int any = 0;
        for (final int w : wanted) {
            any |= w;
        }
        for (final int[] masks : local.values()) {
            for (final int m : masks) {
                any |= m;
            }
        }
        return (any & events) != 0;
    }

    @Override
    public boolean wantsInstructions() {
        return anyWants(1 << INSTRUCTION);
    }

    @Override
    public boolean wantsJumps() {
        return anyWants(1 << JUMP | 1 << BRANCH_LEFT | 1 << BRANCH_RIGHT | 1 << STOP_ITERATION | 1 << BRANCH);
    }

    @Override
    public void jumps(final ThreadState ts, final Frame f, final int from, final int to) {
        tellAt(from, ts, f, JUMP, f.state.code.offset(from), f.state.code.offset(to));
    }

    @Override
    public void branches(final ThreadState ts, final Frame f, final int from, final int to, final boolean taken) {
        final Object start = f.state.code.offset(from);
        final Object end = f.state.code.offset(to);
        final int[] code = f.ir().code;
        if (taken && code[from] == Opcodes.FOR_ITER && f.regs[code[from + 2]] instanceof PyGenerator) {
            tellAt(from, ts, f, STOP_ITERATION, start, Errors.stopIteration().value);
        }
        tellAt(from, ts, f, taken ? BRANCH_RIGHT : BRANCH_LEFT, start, end);
        tellAt(from, ts, f, BRANCH, start, end);
    }

    @Override
    public void instruction(final ThreadState ts, final Frame f) {
        tell(ts, f, INSTRUCTION, offset(f));
    }

    @Override
    public void returns(final ThreadState ts, final Frame f, final Object value) {
        tell(ts, f, f.suspended ? PY_YIELD : PY_RETURN, offset(f), value);
    }

    @Override
    public void unwinds(final ThreadState ts, final Frame f, final PyRaise e) {
        tell(ts, f, PY_UNWIND, offset(f), e.value);
    }

    @Override
    public void raises(final ThreadState ts, final Frame f, final PyRaise e) {
        tell(ts, f, RAISE, offset(f), e.value);
    }

    @Override
    public void reraises(final ThreadState ts, final Frame f, final PyRaise e) {
        tell(ts, f, RERAISE, offset(f), e.value);
    }

    @Override
    public void handles(final ThreadState ts, final Frame f, final PyRaise e) {
        tell(ts, f, EXCEPTION_HANDLED, offset(f), e.value);
    }

    @Override
    public boolean wantsAllCalls() {
        return true;
    }

    @Override
    public boolean wantsCalls() {
        return true;
    }

    @Override
    public void callsAny(final ThreadState ts, final Frame f, final Object callee, final Object first) {
        tell(ts, f, CALL, offset(f), callee, first == null ? missing : first);
    }

    @Override
    public void called(final ThreadState ts, final Frame f, final Object callee, final boolean failed) {
        if (!(callee instanceof PyFunction)) {
            tell(ts, f, failed ? C_RAISE : C_RETURN, offset(f), callee, missing);
        }
    }

    /** {@code _all_events}: the tools that want each event anywhere, as a set of bits. */
    synchronized Map<String, Long> all() {
        final Map<String, Long> all = new java.util.LinkedHashMap<>();
        for (int event = 0; event < EVENTS.length; event++) {
            long tools = 0;
            for (int tool = 0; tool < TOOLS; tool++) {
                tools |= (wanted[tool] & 1 << event) != 0 ? 1L << tool : 0;
            }
            if (tools != 0) {
                all.put(EVENTS[event], tools);
            }
        }
        return all;
    }
}
