package dev.adder.machine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Machines and the links between them, merged from each machine's own description.
 *
 * @param machines the machines
 * @param links measured links where a machine measured one to another, else what both interfaces allow
 */
public record Cluster(List<Machine> machines, List<Link> links) {
    /**
     * A link between two machines.
     *
     * @param from host name
     * @param to host name
     * @param figures bandwidth and round trip
     */
    public record Link(String from, String to, Map<Property, Figure> figures) {
    }

    public Cluster {
        machines = List.copyOf(machines);
        links = List.copyOf(links);
    }

    /** The cluster of some machines. */
    public static Cluster of(List<Machine> machines) {
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < machines.size(); i++) {
            for (int j = i + 1; j < machines.size(); j++) {
                links.add(link(machines.get(i), machines.get(j)));
            }
        }
        return new Cluster(machines, links);
    }

    private static Link link(Machine a, Machine b) {
        Connection measured = a.connection("peer." + b.host());
        if (measured == null) {
            measured = b.connection("peer." + a.host());
        }
        if (measured != null) {
            return new Link(a.host(), b.host(), measured.figures());
        }
        double slower = Math.min(nominal(a), nominal(b));
        Map<Property, Figure> figures = slower < Double.MAX_VALUE ? Map.of(Property.BANDWIDTH,
                Figure.assumed(slower, 0.5, "the slower interface; never measured between these two")) : Map.of();
        return new Link(a.host(), b.host(), figures);
    }

    private static double nominal(Machine machine) {
        double best = Double.MAX_VALUE;
        for (Connection connection : machine.connections()) {
            double speed = connection.value(Property.NOMINAL);
            if (connection.id().startsWith("network.") && speed > 0) {
                best = best == Double.MAX_VALUE ? speed : Math.max(best, speed);
            }
        }
        return best;
    }

    /** JSON: the machines whole, then the links. */
    public String json() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", "adder-cluster");
        tree.put("version", Machine.VERSION);
        List<Object> members = new ArrayList<>();
        for (Machine machine : machines) {
            members.add(MachineFile.tree(machine));
        }
        tree.put("machines", members);
        List<Object> list = new ArrayList<>();
        for (Link link : links) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("from", link.from());
            map.put("to", link.to());
            map.put("figures", MachineFile.figures(link.figures()));
            list.add(map);
        }
        tree.put("links", list);
        return Json.write(tree);
    }

    /** The links as text in 80 columns. */
    public String text() {
        StringBuilder out = new StringBuilder("Machines\n");
        for (Machine machine : machines) {
            Unit processor = machine.unit("processor");
            Unit memory = machine.unit("memory");
            out.append("  ").append(machine.host()).append(": ").append(processor == null ? "?" : processor.name());
            if (processor != null) {
                out.append(", ").append(Dimension.COUNT.format(processor.value(Property.CORES))).append(" cores");
            }
            if (memory != null) {
                out.append(", ").append(Dimension.BYTES.format(memory.value(Property.CAPACITY)));
            }
            out.append('\n');
        }
        if (!links.isEmpty()) {
            out.append("Links\n");
        }
        for (Link link : links) {
            out.append("  ").append(link.from()).append(" - ").append(link.to()).append(": ");
            Figure wide = link.figures().get(Property.BANDWIDTH);
            Figure trip = link.figures().get(Property.ROUND_TRIP);
            out.append(wide == null ? "speed unknown" : wide.text(Dimension.BYTES_PER_SECOND) + " ("
                    + wide.origin().text() + ")");
            if (trip != null) {
                out.append(", round trip ").append(trip.text(Dimension.SECONDS));
            }
            out.append('\n');
        }
        return out.toString();
    }
}
