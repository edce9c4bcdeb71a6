package dev.adder.stdlib.asyncio;

import dev.adder.language.ir.Opcodes;
import dev.adder.runtime.Calls;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.Frame;
import dev.adder.runtime.interp.GlobalCell;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.interp.PyGenerator;
import dev.adder.runtime.interp.SelfAwaited;
import dev.adder.runtime.interp.StandIn;
import dev.adder.runtime.objects.PyTuple;

/** {@code asyncio.sleep(0)}: one turn of the loop. Other delays are for the function itself. */
final class Sleep extends StandIn {
    private final GlobalCell name;
    private final PyFunction sleep0;
    private final int await;
    private final int delay;
    private final int result;
    /** What {@code __sleep0()} gives, suspended; made only if somebody looks. */
    private final SelfAwaited turn = new Turn() {
        @Override
        public Object iterator() {
            final ThreadState ts = ThreadState.here();
            final PyGenerator made = (PyGenerator) Calls.call0(ts, sleep0);
            made.sendOrNull(ts, null);
            return made;
        }
    };
    /** What {@code sleep(0)} gives, suspended; made only if somebody looks. */
    private final SelfAwaited whole = new Turn() {
        @Override
        public Object iterator() {
            final Frame f = new Frame(function.state, function, null);
            f.regs[delay] = 0L;
            f.regs[result] = PyNone.NONE;
            f.regs[operand(await, 1)] = turn;
            f.pc = await;
            return suspended(f);
        }
    };

    private abstract static class Turn implements SelfAwaited {
        @Override
        public Object sendOrNull(final ThreadState ts, final Object value) {
            return null;
        }

        @Override
        public Object takeResult() {
            return PyNone.NONE;
        }

        @Override
        public boolean awaitsItself() {
            return true;
        }
    }

    private Sleep(final PyFunction function, final GlobalCell name, final PyFunction sleep0) {
        super(function);
        this.name = name;
        this.sleep0 = sleep0;
        await = find(Opcodes.YIELD_FROM, 0);
        delay = register("delay");
        result = register("result");
    }

    static void begin(final ThreadState ts) {
        final GlobalCell sleep = EventLoops.cell(ts, "asyncio.tasks", "sleep");
        final GlobalCell sleep0 = EventLoops.cell(ts, "asyncio.tasks", "__sleep0");
        if (sleep != null && isOriginal(sleep.peek()) && isOriginal(sleep0.peek())) {
            new Sleep((PyFunction) sleep.peek(), sleep0, (PyFunction) sleep0.peek()).begin();
        }
    }

    @Override
    protected SelfAwaited turn(final Object given) {
        return given instanceof Long n && n == 0 && name.peek() == sleep0 && hasUsualDefault() ? whole : null;
    }

    private boolean hasUsualDefault() {
        final PyTuple defaults = function.defaults();
        return defaults != null && defaults.size() == 1 && defaults.items()[0] == PyNone.NONE;
    }

    @Override
    protected Object goOn(final ThreadState ts, final Frame f) {
        if (f.pc == await && f.regs[operand(await, 1)] == turn) {
            f.sent = null;
            return f.regs[result];
        }
        if (f.pc != 0 || !(f.regs[delay] instanceof Long n) || n > 0 || name.peek() != sleep0) {
            return null;
        }
        f.regs[operand(await, 1)] = turn;
        f.pc = await;
        f.suspended = true;
        return PyNone.NONE;
    }
}
