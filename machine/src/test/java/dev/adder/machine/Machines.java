package dev.adder.machine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A made-up machine with round figures, so that least times can be computed by hand. */
public final class Machines {
    private Machines() {
    }

    /** 4 cores, L1 32 KiB at 100 GB/s, L2 1 MiB at 50, L3 16 MiB at 20, memory at 10; 1 ns, 4, 20, 100. */
    public static Machine measured() {
        List<Unit> units = new ArrayList<>();
        Map<Property, Figure> processor = new EnumMap<>(Property.class);
        processor.put(Property.SOCKETS, Figure.system(1));
        processor.put(Property.CORES, Figure.system(4));
        processor.put(Property.THREADS, Figure.system(4));
        units.add(new Unit("processor", Kind.PROCESSOR, "Test <CPU> & Co", 1, processor, Map.of("vendor", "Nobody")));
        Map<Property, Figure> core = new EnumMap<>(Property.class);
        core.put(Property.CLOCK_NOW, Figure.probe(1e9, 0));
        core.put(Property.INT_OPS, Figure.probe(4e9, 0));
        core.put(Property.FLOAT_ADDS, Figure.probe(2e9, 0));
        core.put(Property.FLOAT_OPS, Figure.probe(4e9, 0));
        core.put(Property.VECTOR_FLOAT_OPS, Figure.probe(16e9, 0));
        core.put(Property.FLOAT_ADD_LATENCY, Figure.probe(4e-9, 0));
        core.put(Property.MISPREDICT, Figure.probe(15e-9, 0));
        units.add(new Unit("core", Kind.CORE, "core", 4, core, Map.of()));
        level(units, "L1d", 1, 4, 32 << 10, 100e9, 1e-9);
        level(units, "L2", 2, 4, 1 << 20, 50e9, 4e-9);
        level(units, "L3", 3, 1, 16 << 20, 20e9, 20e-9);
        level(units, "memory", 0, 1, 8L << 30, 10e9, 100e-9);
        List<Connection> connections = List.of(
                new Connection("network.eth0", "memory", "network", "network interface eth0",
                        Map.of(Property.NOMINAL, Figure.system(1e9), Property.ROUND_TRIP, Figure.probe(100e-6, 0)),
                                Map.of()),
                new Connection("core-core", "core", "core", "core to core", Map.of(Property.HANDOVER,
                        Figure.probe(50e-9, 0.1)),
                        Map.of()));
        Curve curve = new Curve(Property.READ, 1, new double[] {16 << 10, 512 << 10, 8 << 20, 64 << 20},
                new double[] {100e9, 50e9, 20e9, 10e9}, new double[] {0, 0, 0, 0});
        return new Machine("test", "testhost", "2026-01-01T00:00:00Z", "normal", Map.of("architecture", "none"), units,
                connections,
                List.of(curve), new Machine.Handover(new int[] {0, 1}, new double[][] {{0, 5e-8}, {5e-8, 0}}),
                List.of(new Machine.PythonCost("Test", "call", 5e-8, 0.05, Double.NaN)), List.of("A limit."),
                        List.of("Unseen."),
                List.of("Root."));
    }

    private static void level(List<Unit> units, String id, int number, int count, double capacity, double rate,
            double latency) {
        Map<Property, Figure> figures = new EnumMap<>(Property.class);
        figures.put(Property.CAPACITY, Figure.system(capacity));
        figures.put(Property.LINE, Figure.system(64));
        for (Property property : new Property[] {Property.READ, Property.WRITE, Property.COPY, Property.TRIAD}) {
            figures.put(property, Figure.probe(rate, 0));
        }
        for (Property property : new Property[] {Property.READ_ALL, Property.WRITE_ALL, Property.COPY_ALL,
                Property.TRIAD_ALL}) {
            figures.put(property, Figure.probe(count > 1 ? rate * 4 : rate * 2, 0));
        }
        figures.put(Property.LATENCY, Figure.probe(latency, 0));
        figures.put(Property.RANDOM, Figure.probe(8 / latency, 0));
        figures.put(Property.UPDATE, Figure.probe(8 / latency, 0));
        boolean memory = number == 0;
        units.add(new Unit(id, memory ? Kind.MEMORY : Kind.CACHE, id, count, figures,
                memory ? Map.of() : Map.of("level", Integer.toString(number), "type", number == 1 ? "Data"
                        : "Unified")));
    }
}
