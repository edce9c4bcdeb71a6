package dev.adder.stdlib.asyncio;

import dev.adder.language.ir.Opcodes;
import dev.adder.runtime.PyInstance;
import dev.adder.runtime.PyNone;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.Frame;
import dev.adder.runtime.interp.PyFunction;
import dev.adder.runtime.interp.StandIn;

/** {@code Handle._run} of asyncio.events. What the callback raises is for the function itself. */
final class HandleRun extends StandIn {
    private final EventLoops loops;
    private final int call;

    HandleRun(final PyFunction function, final EventLoops loops) {
        super(function);
        this.loops = loops;
        this.call = find(Opcodes.CALL_EX, 0);
    }

    @Override
    protected Object take(final ThreadState ts, final Object self) {
        final PyInstance h = loops.handle(self);
        return h != null && EventLoops.isRunnable(h) ? enter(ts, h) : null;
    }

    @Override
    protected Object goOn(final ThreadState ts, final Frame f) {
        final PyInstance h = (PyInstance) f.regs[0];
        if (!EventLoops.isRunnable(h)) {
            return null;
        }
        f.pc = call;
        EventLoops.runCallback(ts, h);
        return PyNone.NONE;
    }
}
