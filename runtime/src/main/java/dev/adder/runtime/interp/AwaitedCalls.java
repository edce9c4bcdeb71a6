package dev.adder.runtime.interp;

import dev.adder.language.ir.Opcodes;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;

/**
 * Tier 0: a call of a coroutine function whose result is awaited at once ({@code await f(...)}, and what
 * {@code async with} awaits) is the call, GET_AWAITABLE and the first step of YIELD_FROM in one, as in compiled code: see
 * {@link PyGenerator#await}. Where a stand-in has all that the coroutine would do, not even a frame is made.
 */
final class AwaitedCalls {
    /** The call is none of these, and nothing has been done. */
    static final int OTHER = -2;
    /** Lengths of GET_AWAITABLE and YIELD_FROM. */
    private static final int AWAITABLE = 4;
    private static final int YIELD_FROM = 3;

    private AwaitedCalls() {
    }

    /** Whether nothing but the await at {@code next} sees what the call at {@code pc} gives. */
    private static boolean isAwaited(final ThreadState ts, final int[] code, final int pc, final int next) {
        final int result = code[pc + 1];
        final int at = next + AWAITABLE;
        return code[next + 2] == result && code[at] == Opcodes.YIELD_FROM && code[at + 2] == code[next + 1]
                && (code[next + 1] == result || code[next + 3] != 0 && code[at + 1] == result) && ts.tracer == null;
    }

    /** CALL, with GET_AWAITABLE at {@code next}: gives the pc to go on at, {@link Steps#LEAVE} or {@link #OTHER}. */
    static int call(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc,
            final int next) {
        if (!isAwaited(ts, code, pc, next)) {
            return OTHER;
        }
        final Object callee = r[code[pc + 2]];
        return callee instanceof PyBoundMethod m ? step(ts, f, next, m.function, m.self, pc + 4)
                : step(ts, f, next, callee, null, pc + 4);
    }

    /** As {@link #call}, for CALL_LOADED. */
    static int callLoaded(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc,
            final int next) {
        return isAwaited(ts, code, pc, next) ? step(ts, f, next, r[code[pc + 2]], r[code[pc + 3]], pc + 5) : OTHER;
    }

    /** As {@link #call}, for CALL_METHOD. */
    static int callMethod(final ThreadState ts, final Frame f, final Object[] r, final int[] code, final int pc,
            final int next) {
        if (!isAwaited(ts, code, pc, next)) {
            return OTHER;
        }
        final Object o = r[code[pc + 2]];
        final Object m = InlineCaches.loadMethod(ts, o, f.state, code[pc + 3], code[pc + 4]);
        if (m != null) {
            return step(ts, f, next, m, o, pc + 5);
        }
        return f.state.caches[code[pc + 4]] instanceof InlineCaches.ModuleAttribute a && a.module() == o
                ? step(ts, f, next, a.cell().peek(), null, pc + 5) : OTHER;
    }

    /** @param count where the number of arguments stands, and behind it their registers */
    private static int step(final ThreadState ts, final Frame f, final int next, final Object callee, final Object self,
            final int count) {
        if (!(callee instanceof PyFunction function)) {
            return OTHER;
        }
        final int[] code = f.ir().code;
        final Object[] r = f.regs;
        final int at = next + AWAITABLE;
        if (function.state.compiled instanceof StandIn s) {
            final int gone = standIn(ts, f, s, function, self, count, at);
            if (gone != OTHER) {
                return gone;
            }
        }
        final Frame awaited;
        if (function.makesCoroutineOf(self == null ? code[count] : code[count] + 1)) {
            awaited = new Frame(function.state, function, null);
            int to = 0;
            if (self != null) {
                awaited.regs[to++] = self;
            }
            for (int i = 1; i <= code[count]; i++) {
                awaited.regs[to++] = r[code[count + i]];
            }
        } else {
            final Object[] args = Operations.gather(r, code, count);
            awaited = function.coroutineFrame(ts, self == null ? args : Calls.prepend(self, args));
        }
        return awaited == null ? OTHER : await(ts, f, awaited, at);
    }

    private static int standIn(final ThreadState ts, final Frame f, final StandIn s, final PyFunction function,
            final Object self, final int count, final int at) {
        final int[] code = f.ir().code;
        final Object[] r = f.regs;
        final int n = code[count];
        Object result = null;
        if (self == null ? n == 1 : n == 0) {
            final Object a = self == null ? r[code[count + 1]] : self;
            final SelfAwaited turn = s.turn(function, a);
            if (turn != null) {
                r[code[at + 2]] = turn;
                f.pc = at;
                f.suspended = true;
                ts.result = PyNone.NONE;
                return Steps.LEAVE;
            }
            result = s.awaited(ts, function, a);
        } else if (self != null && n == 1) {
            result = s.awaited(ts, function, self, r[code[count + 1]]);
        }
        if (result == null) {
            return OTHER;
        }
        r[code[at + 1]] = result;
        return at + YIELD_FROM;
    }

    /** Runs what YIELD_FROM at {@code at} awaits: {@link PyGenerator#await}. */
    static int await(final ThreadState ts, final Frame f, final Object awaited, final int at) {
        final int[] code = f.ir().code;
        f.pc = at;
        final Object value = PyGenerator.await(ts, f, awaited, code[at + 2]);
        if (f.suspended) {
            ts.result = value;
            return Steps.LEAVE;
        }
        f.regs[code[at + 1]] = value;
        return at + YIELD_FROM;
    }
}
