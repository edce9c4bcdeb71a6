package dev.adder.machine.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adder.machine.Kind;
import dev.adder.machine.Machine;
import dev.adder.machine.MachineFile;
import dev.adder.machine.Property;
import dev.adder.machine.Unit;
import dev.adder.machine.discovery.Discovery;
import dev.adder.machine.prediction.Predictor;
import dev.adder.machine.prediction.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The real probes, in their child JVM, once: what they find is checked for sense, not for size. */
class ProbesTest {
    @Test
    void aQuickMeasurementHasFiguresForEveryLevel() {
        List<String> progress = new ArrayList<>();
        Machine machine = Probes.measure(Discovery.here(), Effort.QUICK, progress::add);
        assertTrue(progress.size() >= 5, progress.toString());
        Unit core = machine.units(Kind.CORE).getFirst();
        double clock = core.value(Property.CLOCK_NOW);
        assertTrue(clock > 3e8 && clock < 8e9, "clock " + clock);
        assertTrue(core.value(Property.INT_OPS) > clock * 0.9, machine.unseen().toString());
        assertTrue(core.value(Property.FLOAT_DIV_LATENCY) > core.value(Property.FLOAT_ADD_LATENCY));
        double before = 0;
        for (Unit level : machine.hierarchy()) {
            double latency = level.value(Property.LATENCY);
            assertTrue(latency > before, level.id() + " " + latency + " after " + before);
            before = latency;
            assertNotNull(level.figure(Property.TRIAD), level.id());
            assertNotNull(level.figure(Property.RANDOM), level.id());
            assertTrue(level.figure(Property.READ).error() > 0, level.id());
        }
        assertTrue(new Predictor(machine).oneCore(Work.named("chase").chase(1000, 1 << 30)).seconds() > 0);
        MachineFile.read(MachineFile.write(machine));
    }

    @Test
    void oneCoreAndNoDiskLeaveTheRest() {
        Machine here = Discovery.here();
        List<Unit> units = new ArrayList<>();
        for (Unit unit : here.units()) {
            if (unit.id().equals("processor")) {
                units.add(new Unit(unit.id(), unit.kind(), unit.name(), 1, unit.figures(), Map.of("threads", "0")));
            } else if (unit.kind() == Kind.DISK) {
                units.add(new Unit(unit.id(), unit.kind(), unit.name(), 1, unit.figures(), Map.of()));
            } else {
                units.add(unit);
            }
        }
        Machine one = Probes.measure(here.with(units, here.connections(), List.of(), null, here.taken(), "none",
                List.of()), Effort.QUICK, text -> { });
        assertTrue(one.units(Kind.CORE).getFirst().value(Property.INT_OPS) > 1e8, one.unseen().toString());
        assertEquals(null, one.unit("processor").figure(Property.INT_OPS_ALL));
        assertEquals(null, one.handover());
        for (Unit disk : one.units(Kind.DISK)) {
            assertEquals(null, disk.figure(Property.DISK_READ));
            assertEquals(1, one.unseen().stream().filter(text -> text.startsWith("The disk " + disk.name())).count(),
                    one.unseen().toString());
        }
    }
}
