package dev.adder.machine.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adder.machine.Figure;
import dev.adder.machine.Machine;
import dev.adder.machine.Machines;
import dev.adder.machine.Property;
import dev.adder.machine.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private final Catalogue catalogue = Catalogue.load();

    @Test
    void knowsTwelveProcessorsAndMore() {
        assertTrue(catalogue.entries().size() >= 12);
        for (String id : new String[] {"skylake-client", "skylake-sp", "ice-lake-sp", "sapphire-rapids", "zen-2",
                "zen-3", "zen-4",
            "zen-5", "apple-m1", "graviton-3", "graviton-4", "ampere-altra"}) {
            assertEquals(id, catalogue.find(id).id());
        }
    }

    @Test
    void everyFigureHasItsSource() {
        for (Entry entry : catalogue.entries()) {
            assertTrue(entry.figures().size() >= 10, entry.id());
            entry.figures().forEach((key, figure) -> {
                assertFalse(figure.source().isBlank(), entry.id() + " " + key);
                assertTrue(figure.value() > 0, entry.id() + " " + key);
            });
        }
    }

    @Test
    void figuresAreInTheirOrder() {
        for (Entry entry : catalogue.entries()) {
            assertTrue(entry.value("L1d/capacity") < entry.value("L2/capacity"), entry.id());
            assertTrue(Double.isNaN(entry.value("core/clock_base"))
                    || entry.value("core/clock_base") <= entry.value("core/clock_max"),
                    entry.id());
            double cycles = 0;
            for (String level : new String[] {"L1d", "L2", "L3"}) {
                double own = entry.value(level + "/latency_cycles");
                assertTrue(Double.isNaN(own) || own > cycles, entry.id() + " " + level);
                cycles = Double.isNaN(own) ? cycles : own;
            }
        }
    }

    @Test
    void findsByPartOfTheNameOnlyWhereThereIsOne() {
        assertEquals("zen-2", catalogue.find("7452").id());
        assertEquals("apple-m2", catalogue.find("Apple M2").id());
        assertNull(catalogue.find("Xeon"));
        assertNull(catalogue.find("VIA"));
    }

    private static Machine with(String vendor, String family, String model, double load, double latency) {
        List<Unit> units = new ArrayList<>();
        for (Unit unit : Machines.measured().units()) {
            if (unit.id().equals("processor")) {
                units.add(new Unit(unit.id(), unit.kind(), unit.name(), 1, unit.figures(),
                        Map.of("vendor", vendor, "family", family, "model", model)));
            } else if (unit.id().equals("L1d")) {
                units.add(unit.with(Map.of(Property.READ, Figure.probe(load, 0), Property.WRITE, Figure.probe(30e9, 0),
                        Property.LATENCY, Figure.probe(latency, 0))));
            } else {
                units.add(unit);
            }
        }
        Machine machine = Machines.measured();
        return machine.with(units, machine.connections(), machine.curves(), null, machine.taken(), "normal", List.of());
    }

    @Test
    void aProcessorIsKnownByItsNumbers() {
        assertEquals("emerald-rapids", catalogue.match(with("GenuineIntel", "6", "207", 1e9, 1e-9)).id());
        assertEquals("zen-5-desktop", catalogue.match(with("AuthenticAMD", "26", "68", 1e9, 1e-9)).id());
        assertNull(catalogue.match(with("GenuineIntel", "6", "7", 1e9, 1e-9)));
    }

    @Test
    void impossibleFiguresAreDoubted() {
        Entry entry = catalogue.find("skylake-client");
        // The test machine runs at 1 GHz: 64 bytes a cycle are 64 GB/s, four cycles 4 ns.
        assertEquals(List.of(), Catalogue.doubts(with("", "", "", 60e9, 4.1e-9), entry).stream()
                .filter(text -> text.contains("L1d")).toList());
        List<String> doubts = Catalogue.doubts(with("", "", "", 80e9, 2e-9), entry);
        assertEquals(2, doubts.stream().filter(text -> text.contains("L1d")).count(), doubts.toString());
    }
}
