package dev.adder.runtime.interp;

import dev.adder.language.ir.Opcodes;
import dev.adder.runtime.PyRaise;
import dev.adder.runtime.ThreadState;

/** Executing a frame while its thread is traced: as {@link Interpreter#execute}, with events. */
final class Traced {
    private static final int YIELD_LENGTH = 3;

    private Traced() {
    }

    /** The frame has just been pushed. */
    static Object enter(final ThreadState ts, final Frame f, final PyRaise thrown) {
        PyRaise raised = thrown;
        // A frame that compiled code gave up in its middle has begun before.
        if (f.pc == 0 || f.generator != null) {
            final FrameTrace x = FrameTrace.of(f);
            show(f, x);
            try {
                Tracer.begins(ts, f, thrown);
            } catch (final PyRaise e) {
                raised = e;
            }
        }
        final Object value = run(ts, f, raised);
        if (ts.tracer != null) {
            Tracer.returns(ts, f, value);
        }
        return value;
    }

    /** Where a frame stands that begins, or a generator that goes on: at its yield. */
    private static void show(final Frame f, final FrameTrace x) {
        if (f.pc == 0) {
            x.line = f.ir().name.equals("<module>") ? 0 : f.ir().firstLine;
            x.offset = 0;
            return;
        }
        final int[] code = f.ir().code;
        final int before = f.pc - YIELD_LENGTH;
        final int pc = before >= 0 && code[before] == Opcodes.YIELD ? before : f.pc;
        x.line = f.state.code.lineAt(pc);
        x.offset = f.state.code.offset(pc);
    }

    /** The frame was running untraced and is before {@code pc}: goes on with it, gives what the loop gives. */
    static Object switched(final ThreadState ts, final Frame f, final int pc) {
        f.pc = pc;
        final Object value = run(ts, f, null);
        if (ts.tracer != null) {
            Tracer.returns(ts, f, value);
        }
        return value;
    }

    private static Object run(final ThreadState ts, final Frame f, final PyRaise thrown) {
        PyRaise raised = thrown;
        while (true) {
            if (raised != null) {
                raised = handle(ts, f, raised);
                if (raised != null) {
                    continue;
                }
            }
            try {
                ts.poll();
                return TracedLoop.get().run(ts, f);
            } catch (final PyRaise e) {
                raised = e;
            } catch (final StackOverflowError | OutOfMemoryError | ClassCastException | NullPointerException
                    | IndexOutOfBoundsException | IllegalStateException | AssertionError e) {
                raised = Interpreter.toPython(ts, f, e);
            }
        }
    }

    /** Finds the handler and gives null; or throws on; or gives what a consumer raised instead. */
    private static PyRaise handle(final ThreadState ts, final Frame f, final PyRaise e) {
        final boolean again = e.reraisedIn == f;
        Interpreter.caught(ts, f, e);
        try {
            if (again) {
                Tracer.reraises(ts, f, e);
            } else {
                Tracer.raises(ts, f, e);
            }
        } catch (final PyRaise other) {
            return other;
        }
        try {
            Interpreter.toHandler(f, e);
        } catch (final PyRaise leaving) {
            Tracer.unwinds(ts, f, e);
            throw leaving;
        }
        FrameTrace.of(f).pc = -1;
        try {
            Tracer.handles(ts, f, e);
        } catch (final PyRaise other) {
            return other;
        }
        return null;
    }
}
