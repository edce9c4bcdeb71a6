package dev.adder.runtime.interp;

import dev.adder.language.ir.Code;
import dev.adder.language.ir.Op;
import dev.adder.language.ir.Opcodes;
import dev.adder.runtime.BuiltinDescriptor;
import dev.adder.runtime.BuiltinFunction;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.PyType;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyModule;
import java.util.ArrayList;
import java.util.List;

/**
 * The consumers of one thread's events, and what makes events of the steps of {@link TracedLoop}. Exists only while
 * there is a consumer: {@link ThreadState#tracer} is null otherwise, and nothing is paid.
 */
public final class Tracer {
    final FrameEvents[] slots;
    private final FrameEvents[] consumers;
    private final boolean wantsCalls;
    private final boolean wantsAllCalls;
    private final boolean wantsInstructions;
    private final boolean wantsJumps;
    /** Whether a consumer is being called: what it does makes no events. */
    private boolean inside;

    /**
     * @param slots by {@link Tracing.Slot}, null for nobody
     * @param before the one that this replaces, or null: a consumer of its may be doing so
     */
    Tracer(final FrameEvents[] slots, final Tracer before) {
        this.slots = slots;
        final List<FrameEvents> all = new ArrayList<>();
        boolean calls = false;
        boolean allCalls = false;
        boolean instructions = false;
        boolean jumps = false;
        for (final FrameEvents e : slots) {
            if (e != null) {
                all.add(e);
                calls |= e.wantsCalls();
                allCalls |= e.wantsAllCalls();
                instructions |= e.wantsInstructions();
                jumps |= e.wantsJumps();
            }
        }
        this.consumers = all.toArray(new FrameEvents[0]);
        this.wantsCalls = calls;
        this.wantsAllCalls = allCalls;
        this.wantsInstructions = instructions;
        this.wantsJumps = jumps;
        this.inside = before != null && before.inside;
    }

    /** One of the events, for the consumers one by one. */
    private interface Event {
        void tell(FrameEvents consumer);
    }

    private static void tell(final ThreadState ts, final Event e) {
        final Tracer t = ts.tracer;
        if (t == null || t.inside) {
            return;
        }
        t.inside = true;
        try {
            for (final FrameEvents c : t.consumers) {
                e.tell(c);
            }
        } finally {
            t.inside = false;
            if (ts.tracer != null) {
                ts.tracer.inside = false;
            }
        }
    }

    /** {@code sys.call_tracing}: calls with events, though from within a consumer. */
    public static Object callTracing(final ThreadState ts, final Object function, final Object[] args) {
        final Tracer t = ts.tracer;
        final boolean was = t != null && t.inside;
        if (t != null) {
            t.inside = false;
        }
        try {
            return Calls.call(ts, function, args, null);
        } finally {
            if (ts.tracer != null) {
                ts.tracer.inside = was;
            }
        }
    }

    static void begins(final ThreadState ts, final Frame f, final PyRaise thrown) {
        tell(ts, c -> c.begins(ts, f, thrown));
    }

    static void returns(final ThreadState ts, final Frame f, final Object value) {
        tell(ts, c -> c.returns(ts, f, value));
    }

    static void unwinds(final ThreadState ts, final Frame f, final PyRaise e) {
        tell(ts, c -> c.unwinds(ts, f, e));
    }

    static void raises(final ThreadState ts, final Frame f, final PyRaise e) {
        endCall(ts, f, true);
        tell(ts, c -> c.raises(ts, f, e));
    }

    static void reraises(final ThreadState ts, final Frame f, final PyRaise e) {
        tell(ts, c -> c.reraises(ts, f, e));
    }

    static void handles(final ThreadState ts, final Frame f, final PyRaise e) {
        tell(ts, c -> c.handles(ts, f, e));
    }

    /** Before each instruction of a traced frame; gives the instruction to execute, another one if a consumer jumped. */
    static int before(final ThreadState ts, final Frame f) {
        final Tracer t = ts.tracer;
        if (t == null || t.inside) {
            return f.pc;
        }
        final FrameTrace x = FrameTrace.of(f);
        if (x.callee != null) {
            endCall(ts, f, false);
        }
        x.line = -1;
        final int pc = f.pc;
        final PyCode code = f.state.code;
        if (code.lines()[pc] > 0) {
            x.place = pc;
        }
        if (t.wantsJumps && x.pc >= 0) {
            endJump(ts, f, x.pc);
        }
        if (code.lineStarts().get(pc) && !(x.pc >= 0 && x.pc < pc && code.lines()[x.pc] == code.lines()[pc])) {
            tell(ts, c -> c.line(ts, f));
        }
        if (x.opcodes || t.wantsInstructions) {
            tell(ts, c -> c.instruction(ts, f));
        }
        if (f.pc == pc) {
            x.pc = pc;
            if (t.wantsAllCalls) {
                startAnyCall(ts, f);
            }
            if (t.wantsCalls) {
                t.startCall(ts, f, x);
            }
        }
        return f.pc;
    }

    /** Tells of the jump that the instruction before made, if it was one. */
    private static void endJump(final ThreadState ts, final Frame f, final int from) {
        final int[] code = f.ir().code;
        final Op op = Op.of(code[from]);
        final int to = f.pc;
        if (op == Op.LOOP || op == Op.JUMP) {
            tell(ts, c -> c.jumps(ts, f, from, to));
        } else if (op.mayBranch()) {
            tell(ts, c -> c.branches(ts, f, from, to, to != from + op.length(code, from)));
        }
    }

    private void startCall(final ThreadState ts, final Frame f, final FrameTrace x) {
        final Object callee = callee(ts, f);
        if (callee != null) {
            tell(ts, c -> c.calls(ts, f, callee));
            x.callee = callee;
        }
    }

    private static void startAnyCall(final ThreadState ts, final Frame f) {
        final int[] code = f.ir().code;
        final Object[] r = f.regs;
        final int pc = f.pc;
        final Object callee;
        Object first = null;
        switch (code[pc]) {
            case Opcodes.CALL -> {
                callee = r[code[pc + 2]];
                first = code[pc + 4] > 0 ? r[code[pc + 5]] : null;
            }
            case Opcodes.CALL_KW -> {
                callee = r[code[pc + 2]];
                first = code[pc + 5] > 0 ? r[code[pc + 6]] : null;
            }
            case Opcodes.CALL_EX -> callee = r[code[pc + 2]];
            case Opcodes.CALL_LOADED, Opcodes.CALL_LOADED_KW -> {
                callee = r[code[pc + 2]];
                first = r[code[pc + 3]];
            }
            case Opcodes.CALL_METHOD, Opcodes.CALL_METHOD_KW -> {
                final Object o = r[code[pc + 2]];
                final String name = f.ir().names[code[pc + 3]];
                callee = o == null ? null : o instanceof PyModule m ? m.dict().getStr(name) : PyType.of(o).lookup(name);
                first = !(o instanceof PyModule) ? o : code[pc + 5] > 0 ? r[code[pc + 6]] : null;
            }
            default -> callee = null;
        }
        if (callee != null) {
            final Object argument = first;
            tell(ts, c -> c.callsAny(ts, f, callee, argument));
        }
    }

    private static void endCall(final ThreadState ts, final Frame f, final boolean failed) {
        final FrameTrace x = f.trace;
        if (x != null && x.callee != null) {
            final Object callee = x.callee;
            x.callee = null;
            tell(ts, c -> c.called(ts, f, callee, failed));
        }
    }

    /** The function in Java that the frame is about to call, bound to its object; null if it is none. */
    private static Object callee(final ThreadState ts, final Frame f) {
        final Code ir = f.ir();
        final int[] code = ir.code;
        final int pc = f.pc;
        return switch (code[pc]) {
            case Opcodes.CALL, Opcodes.CALL_KW, Opcodes.CALL_EX -> function(ts, f.regs[code[pc + 2]], null);
            case Opcodes.CALL_LOADED, Opcodes.CALL_LOADED_KW ->
                function(ts, f.regs[code[pc + 2]], f.regs[code[pc + 3]]);
            case Opcodes.CALL_METHOD, Opcodes.CALL_METHOD_KW -> {
                final Object o = f.regs[code[pc + 2]];
                final String name = ir.names[code[pc + 3]];
                yield o instanceof PyModule m ? function(ts, m.dict().getStr(name), null)
                        : o == null ? null : function(ts, PyType.of(o).lookup(name), o);
            }
            default -> null;
        };
    }

    private static Object function(final ThreadState ts, final Object f, final Object receiver) {
        if (f instanceof BuiltinFunction) {
            return f;
        }
        return f instanceof BuiltinDescriptor d && receiver != null ? d.get(ts, receiver, PyType.of(receiver)) : null;
    }
}
