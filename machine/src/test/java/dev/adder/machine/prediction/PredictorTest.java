package dev.adder.machine.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adder.machine.Machine;
import dev.adder.machine.Machines;
import dev.adder.machine.catalogue.Catalogue;
import dev.adder.machine.catalogue.Entry;
import dev.adder.machine.catalogue.Published;
import org.junit.jupiter.api.Test;

class PredictorTest {
    /** Figures are stretched by 3% so that a bound stays one. */
    private static final double SLACK = 0.035;

    private final Predictor predictor = new Predictor(Machines.measured());

    private static void near(double expected, double actual) {
        assertTrue(actual <= expected * 1.0001 && actual >= expected * (1 - SLACK), expected + " but " + actual);
    }

    @Test
    void readingIsBoundByTheLevelThatHoldsTheData() {
        Prediction far = predictor.oneCore(Work.named("read").stream(64 << 20, 0, 64 << 20));
        assertEquals("memory", far.binding());
        near((64 << 20) / 10e9, far.seconds());
        Prediction near = predictor.oneCore(Work.named("read").stream(64 << 20, 0, 16 << 10));
        assertEquals("L1d", near.binding());
        near((64 << 20) / 100e9, near.seconds());
    }

    @Test
    void theCurveIsReadBetweenItsPointsAndNeverBelowWhatLargerDataReached() {
        double rate = Machines.measured().curves().getFirst().at(2 << 20);
        assertTrue(rate < 50e9 && rate > 20e9, "rate " + rate);
        assertEquals(10e9, Machines.measured().curves().getFirst().most(1e12));
    }

    @Test
    void arithmeticBindsWhereItIsDense() {
        Prediction dense = predictor.oneCore(Work.named("multiply").operations(Work.Operation.VECTOR_FLOAT, 16e9)
                .stream(1e9, 0, 64 << 20));
        assertEquals("core float, vector", dense.binding());
        near(1.0, dense.seconds());
    }

    @Test
    void theChainBindsWhateverTheThroughput() {
        Prediction sum = predictor.oneCore(Work.named("sum").operations(Work.Operation.FLOAT_ADD, 1e6)
                .chain(Work.Step.FLOAT_ADD, 1e6).stream(8e6, 0, 16 << 10));
        assertEquals("core chain", sum.binding());
        near(4e-3, sum.seconds());
    }

    @Test
    void dependentLoadsTakeTheLatencyOfTheirLevel() {
        near(1e6 * 20e-9, predictor.oneCore(Work.named("chase").chase(1e6, 8 << 20)).seconds());
        assertEquals("L3", predictor.oneCore(Work.named("chase").chase(1e6, 8 << 20)).binding());
    }

    @Test
    void mispredictionsAndRandomAccessesAreCounted() {
        assertEquals("core branches", predictor.oneCore(Work.named("sort").mispredictions(1e6).stream(8e6, 0,
                1 << 20)).binding());
        Prediction hash = predictor.oneCore(Work.named("hash").scatter(1e6, 1e6, 1L << 30));
        assertEquals("memory", hash.binding());
        near(2e6 * 100e-9 / 8, hash.seconds());
    }

    @Test
    void mixedTrafficLiesBetweenTheMeasuredMixes() {
        // All mixes are equally fast here, so any mix takes bytes over that rate.
        near(3e9 / 10e9, predictor.oneCore(Work.named("mix").stream(2e9, 1e9, 1L << 30)).seconds());
    }

    @Test
    void allCoresShareTheMemoryButNotTheirArithmetic() {
        Work work = Work.named("both").operations(Work.Operation.VECTOR_FLOAT, 16e9);
        near(0.25, predictor.allCores(work).seconds());
        Work stream = Work.named("stream").stream(20e9, 0, 1L << 30);
        near(1.0, predictor.allCores(stream).seconds());
        assertEquals(4, predictor.allCores(stream).cores());
    }

    @Test
    void aSerialPartLimitsTheGain() {
        Work half = Work.named("half").operations(Work.Operation.VECTOR_FLOAT, 16e9).serial(0.5);
        Prediction all = predictor.allCores(half);
        assertEquals("serial part", all.binding());
        near(0.5 + 0.5 / 4, all.seconds());
        near(1.0, predictor.oneCore(half).seconds());
    }

    @Test
    void agreementBetweenWorkersIsTheScalabilityLaw() {
        Work chatty = Work.named("chatty").operations(Work.Operation.VECTOR_FLOAT, 16e9).coherence(0.1, 0.05);
        near(0.25 * (1 + 0.1 * 3 + 0.05 * 4 * 3), predictor.allCores(chatty).seconds());
    }

    @Test
    void machinesDivideTheWorkAndPayForMessages() {
        Work far = Work.named("far").operations(Work.Operation.VECTOR_FLOAT, 16e9).transfer("network.eth0", 1, 1e9);
        Prediction ten = predictor.machines(far, 10);
        assertEquals("network.eth0", ten.binding());
        near(1.0, ten.seconds());
        near(0.025, predictor.machines(Work.named("alone").operations(Work.Operation.VECTOR_FLOAT, 16e9),
                10).seconds());
        near(1000 * 50e-6, predictor.oneCore(Work.named("ping").transfer("network.eth0", 1000, 64e3)).seconds());
    }

    @Test
    void allocationsAreWrites() {
        near(1e9 / 20e9, predictor.oneCore(Work.named("boxes").allocations(1e9, 16 << 20)).seconds());
    }

    @Test
    void everyKnownProcessorGivesAnAnswer() {
        Work work = Work.named("triad").stream(2e9, 1e9, 4e9).operations(Work.Operation.VECTOR_FLOAT,
                0.25e9).mispredictions(10)
                .scatter(1000, 1000, 1e6).chase(100, 1e9).chain(Work.Step.FLOAT_DIV, 10);
        for (Entry entry : Catalogue.load().entries()) {
            Machine machine = Published.machine(entry);
            Prediction one = new Predictor(machine).oneCore(work);
            Prediction all = new Predictor(machine).allCores(work);
            assertEquals("memory", one.binding(), entry.id());
            assertTrue(one.seconds() > 0.005 && one.seconds() < 3, entry.id() + " " + one.seconds());
            assertTrue(all.seconds() <= one.seconds() * 1.0001, entry.id() + " " + all.seconds());
        }
    }

    @Test
    void nothingTakesNoTime() {
        assertEquals(0, predictor.oneCore(Work.named("nothing")).seconds());
    }
}
