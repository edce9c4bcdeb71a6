package dev.adder.machine.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TimingTest {
    @Test
    void theFastestRoundCountsAndTheSlowerHalfIsNoError() {
        Timing.Result result = Timing.result(new double[] {1.0, 1.1, 1.05, 9.0, 1.02}, 0.01);
        assertEquals(1.0, result.best());
        assertEquals(0.05, result.error(), 1e-9);
        assertEquals(0.05, Timing.result(new double[] {2.0, 2.0}, 0.05).error());
    }

    @Test
    void aKnownDelayIsMeasured() {
        // Many rounds: on a loaded machine most of them are interrupted.
        Timing timing = new Timing(40, 200_000, 2_000_000, 0.01);
        Timing.Result result = timing.measure(count -> {
            long end = System.nanoTime() + count * 1000L;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            return end;
        }, 1, 1);
        assertTrue(result.best() >= 1e-6 && result.best() < 3e-6, "best " + result.best());
    }

    @Test
    void allMembersOfATeamTakeAsManySamples() throws InterruptedException {
        java.util.BitSet one = new java.util.BitSet();
        one.set(0);
        one.set(1);
        Team team = new Team(one);
        int[] runs = new int[2];
        double seconds = team.time((member, count) -> ++runs[member], 1, 50, 0);
        assertTrue(seconds >= 0);
        assertEquals(runs[0], runs[1]);
        assertEquals(2, runs[0]);
    }
}
