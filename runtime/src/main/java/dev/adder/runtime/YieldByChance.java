package dev.adder.runtime;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code -X yield=SEED}: a thread gives way at some of its polls, so that few cores show the interleavings of many. The
 * seed settles at which polls; what the scheduler makes of it differs from run to run. Every poll takes its slow side
 * then, and nothing is changed where the option is not given.
 */
public final class YieldByChance {
    /** One poll in this many gives the processor away. */
    private static final long ONE_IN = 32;
    /** One of those in this many sleeps, so that threads of lower rank get their turn too. */
    private static final long SLEEP_ONE_IN = 8;
    private static final long NAP_NANOS = 20_000;

    /** Of one interpreter: which seed the next thread takes. */
    private record Seeds(AtomicLong next) {
    }

    private long state;

    private YieldByChance(final long seed) {
        state = seed;
    }

    /** Has the interpreter's threads give way; must be called before any of them exists. */
    public static void switchOn(final InterpreterState interp, final long seed) {
        interp.setPart(Seeds.class, new Seeds(new AtomicLong(seed)));
    }

    static YieldByChance ofNextThread(final InterpreterState interp) {
        final Seeds seeds = interp.part(Seeds.class);
        return seeds == null ? null : new YieldByChance(seeds.next.getAndAdd(0x9E3779B97F4A7C15L));
    }

    /** Part of a poll. */
    void perhaps(final ThreadState ts) {
        // Knuth's MMIX generator; its high bits are the good ones.
        state = state * 6364136223846793005L + 1442695040888963407L;
        final long chance = state >>> 33;
        if (!ts.multi || chance % ONE_IN != 0) {
            return;
        }
        ts.leavePython();
        try {
            if (chance / ONE_IN % SLEEP_ONE_IN == 0) {
                LockSupport.parkNanos(NAP_NANOS);
            } else {
                Thread.yield();
            }
        } finally {
            ts.enterPython();
        }
    }
}
