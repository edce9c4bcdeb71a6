package dev.adder.machine.catalogue;

import dev.adder.machine.Connection;
import dev.adder.machine.Figure;
import dev.adder.machine.Kind;
import dev.adder.machine.Machine;
import dev.adder.machine.Property;
import dev.adder.machine.Unit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A machine made of published figures alone. What nobody published is assumed from what is usual, and says so:
 * prediction needs some number everywhere, and a reader must see which ones are guesses.
 */
public final class Published {
    private final Entry entry;
    private final double clock;
    private final List<Unit> units = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();

    private Published(Entry entry) {
        this.entry = entry;
        clock = entry.value("core/clock_max");
    }

    /** The machine of an entry: one socket of it. */
    public static Machine machine(Entry entry) {
        return new Published(entry).build();
    }

    private Machine build() {
        double cores = entry.value("processor/cores");
        Map<Property, Figure> processor = new EnumMap<>(Property.class);
        processor.put(Property.SOCKETS, Figure.assumed(1, 0, "one socket"));
        put(processor, Property.CORES, "processor/cores", 1);
        put(processor, Property.THREADS, "processor/threads", 1);
        Map<Property, Figure> core = core();
        for (Property[] pair : new Property[][] {{Property.INT_OPS, Property.INT_OPS_ALL},
            {Property.FLOAT_OPS, Property.FLOAT_OPS_ALL}, {Property.VECTOR_FLOAT_OPS, Property.VECTOR_FLOAT_OPS_ALL},
            {Property.VECTOR_INT_OPS, Property.VECTOR_INT_OPS_ALL}}) {
            Figure one = core.get(pair[0]);
            processor.put(pair[1], new Figure(one.value() * cores, one.origin(), Math.max(one.error(), 0.2),
                    "all cores at the highest clock: " + one.note()));
        }
        units.add(new Unit("processor", Kind.PROCESSOR, entry.name(), 1, processor, Map.of()));
        units.add(new Unit("core", Kind.CORE, "core", (int) cores, core, Map.of()));
        double load = entry.value("core/load_bytes_per_cycle");
        double store = entry.value("core/store_bytes_per_cycle");
        level("L1d", 1, cores, load, store, 4);
        level("L2", 2, cores, Math.min(64, load / 2), Math.min(32, store / 2), 14);
        double l3 = entry.value("L3/capacity");
        if (l3 > 0) {
            level("L3", 3, entry.value("L3/instances"), 16, 16, 60);
        }
        memory(cores);
        connect();
        return new Machine("catalogue-" + entry.id(), entry.name(), "", "none", Map.of("from", "catalogue"), units,
                connections,
                List.of(), null, List.of(), List.of(), List.of(
                        "Figures are published ones; those marked assumed are not even that."),
                List.of());
    }

    private void put(Map<Property, Figure> figures, Property property, String key, double factor) {
        double value = entry.value(key);
        if (!Double.isNaN(value)) {
            figures.put(property, Figure.published(value * factor, 0, entry.source(key)));
        }
    }

    private Map<Property, Figure> core() {
        Map<Property, Figure> core = new EnumMap<>(Property.class);
        put(core, Property.CLOCK_BASE, "core/clock_base", 1);
        put(core, Property.CLOCK_MAX, "core/clock_max", 1);
        put(core, Property.CLOCK_NOW, "core/clock_max", 1);
        put(core, Property.VECTOR_BITS, "core/vector_bits", 1);
        put(core, Property.VECTOR_FLOAT_OPS, "core/float_ops_per_cycle", clock);
        double lanes = entry.value("core/vector_bits") / 64;
        assume(core, Property.VECTOR_INT_OPS, 2 * lanes * clock, "two vectors a cycle");
        assume(core, Property.INT_OPS, 4 * clock, "four a cycle");
        assume(core, Property.FLOAT_OPS, 4 * clock, "two multiply-adds a cycle");
        assume(core, Property.FLOAT_ADDS, 2 * clock, "two a cycle");
        assume(core, Property.INT_ADD_LATENCY, 1 / clock, "one cycle");
        assume(core, Property.INT_MUL_LATENCY, 3 / clock, "three cycles");
        assume(core, Property.INT_DIV_LATENCY, 16 / clock, "16 cycles");
        assume(core, Property.FLOAT_ADD_LATENCY, 3 / clock, "three cycles");
        assume(core, Property.FLOAT_MUL_LATENCY, 4 / clock, "four cycles");
        assume(core, Property.FMA_LATENCY, 4 / clock, "four cycles");
        assume(core, Property.FLOAT_DIV_LATENCY, 13 / clock, "13 cycles");
        assume(core, Property.MISPREDICT, 14 / clock, "14 cycles");
        return core;
    }

    private static void assume(Map<Property, Figure> figures, Property property, double value, String from) {
        figures.putIfAbsent(property, Figure.assumed(value, 0.5, from));
    }

    private void level(String id, int number, double instances, double load, double store, double cycles) {
        Map<Property, Figure> figures = new EnumMap<>(Property.class);
        // The last level's capacity is published as the sum of its instances.
        put(figures, Property.CAPACITY, id + "/capacity", number == 3 ? 1 / instances : 1);
        assume(figures, Property.LINE, id.startsWith("L") && entry.vendor().startsWith("Apple") ? 128 : 64, "usual");
        put(figures, Property.LATENCY, id + "/latency_cycles", 1 / clock);
        put(figures, Property.READ, id + "/read", 1);
        put(figures, Property.COPY, id + "/copy", 1);
        put(figures, Property.TRIAD, id + "/triad", 1);
        assume(figures, Property.LATENCY, cycles / clock, Math.round(cycles) + " cycles");
        if (number == 1) {
            String source = entry.source("core/load_bytes_per_cycle");
            double one = Math.min(load, store);
            double two = Math.min(load / 2, store);
            figures.put(Property.READ, Figure.published(load * clock, 0, source));
            figures.put(Property.WRITE, Figure.published(store * clock, 0, source));
            figures.put(Property.COPY, Figure.published(2 * one * clock, 0, source));
            figures.put(Property.TRIAD, Figure.published(3 * two * clock, 0, source));
        }
        assume(figures, Property.READ, load * clock, Math.round(load) + " bytes a cycle");
        assume(figures, Property.WRITE, store * clock, Math.round(store) + " bytes a cycle");
        assume(figures, Property.COPY, load * clock, Math.round(load) + " bytes a cycle");
        assume(figures, Property.TRIAD, load * clock, Math.round(load) + " bytes a cycle");
        double misses = number == 1 ? 0.5 / clock : figures.get(Property.LATENCY).value() / 12;
        assume(figures, Property.RANDOM, 1 / misses, number == 1 ? "two loads a cycle" : "twelve lines under way");
        assume(figures, Property.UPDATE, 1 / (number == 1 ? 1 / clock : misses), "as random reads");
        units.add(new Unit(id, Kind.CACHE, id, (int) instances, figures,
                Map.of("level", Integer.toString(number), "type", number == 1 ? "Data" : "Unified")));
    }

    private void memory(double cores) {
        Map<Property, Figure> figures = new EnumMap<>(Property.class);
        double nominal = entry.value("memory/nominal");
        put(figures, Property.READ_ALL, "memory/read_all", 1);
        put(figures, Property.COPY_ALL, "memory/copy_all", 1);
        put(figures, Property.TRIAD_ALL, "memory/triad_all", 1);
        put(figures, Property.READ, "memory/read", 1);
        put(figures, Property.COPY, "memory/copy", 1);
        put(figures, Property.TRIAD, "memory/triad", 1);
        for (Property property : new Property[] {Property.READ_ALL, Property.COPY_ALL, Property.TRIAD_ALL,
                Property.WRITE_ALL}) {
            figures.putIfAbsent(property, Figure.published(nominal, 0.3, "nominal speed: "
                    + entry.source("memory/nominal")));
        }
        double one = Math.min(nominal, 25e9);
        for (Property property : new Property[] {Property.READ, Property.WRITE, Property.COPY, Property.TRIAD}) {
            assume(figures, property, one, "what one core usually gets");
        }
        assume(figures, Property.LATENCY, 100e-9, "usual");
        assume(figures, Property.RANDOM, 12 / 100e-9, "twelve lines under way");
        assume(figures, Property.UPDATE, 12 / 100e-9, "twelve lines under way");
        assume(figures, Property.RANDOM_ALL, Math.min(nominal / 64, cores * 12 / 100e-9),
                "twelve lines under way in each core");
        units.add(new Unit("memory", Kind.MEMORY, "main memory", 1, figures, Map.of()));
    }

    private void connect() {
        String nearer = "core";
        for (Unit unit : units) {
            if (unit.kind() == Kind.CACHE || unit.kind() == Kind.MEMORY) {
                connections.add(new Connection(nearer + "-" + unit.id(), nearer, unit.id(), nearer + " to " + unit.id(),
                        Map.of(Property.BANDWIDTH, unit.figure(Property.READ), Property.LATENCY,
                                unit.figure(Property.LATENCY)),
                        Map.of()));
                nearer = unit.id();
            }
        }
        Map<Property, Figure> handover = new EnumMap<>(Property.class);
        put(handover, Property.HANDOVER, "core-core/handover", 1);
        connections.add(new Connection("core-core", "core", "core", "core to core", handover, Map.of()));
    }
}
