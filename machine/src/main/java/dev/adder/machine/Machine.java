package dev.adder.machine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One computer: its units, the connections between them, what was measured, and what could not be seen.
 *
 * @param id stable key of this computer as configured: a changed processor, mask or memory size changes it
 * @param host its name
 * @param taken when it was described, ISO-8601 in UTC
 * @param effort {@code none}, {@code quick}, {@code normal} or {@code thorough}: how long the probes took
 * @param facts operating system, Java, virtualisation and the like as text
 * @param units computing and memory units
 * @param connections the ways between them
 * @param curves measured properties against working-set size
 * @param handover one-way hand-over times in seconds between hardware threads, or null where not measured
 * @param costs what Python's own operations cost here
 * @param limits what holds in this container or virtual machine, as sentences
 * @param unseen what could not be seen or measured, and why, as sentences
 * @param root what root would add, as sentences
 */
public record Machine(String id, String host, String taken, String effort, Map<String, String> facts, List<Unit> units,
        List<Connection> connections, List<Curve> curves, Handover handover, List<PythonCost> costs,
        List<String> limits, List<String> unseen, List<String> root) {
    /** The version of the model: raised when a file of before would be misread. */
    public static final int VERSION = 1;

    public Machine {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        units = List.copyOf(units);
        connections = List.copyOf(connections);
        curves = List.copyOf(curves);
        costs = List.copyOf(costs);
        limits = List.copyOf(limits);
        unseen = List.copyOf(unseen);
        root = List.copyOf(root);
    }

    /**
     * Cache-line hand-over between hardware threads.
     *
     * @param cpus the threads, as the operating system numbers them
     * @param seconds one way from row to column; 0 on the diagonal
     */
    public record Handover(int[] cpus, double[][] seconds) {
    }

    /**
     * One Python operation's cost.
     *
     * @param engine which Python, such as {@code "CPython 3.14.3"} or {@code "Adder, compiled"}
     * @param operation what was done, such as {@code "attribute read"}
     * @param seconds time for one
     * @param error relative error
     * @param bytes bytes touched by one, or NaN where they could not be told
     */
    public record PythonCost(String engine, String operation, double seconds, double error, double bytes) {
    }

    /** The unit with this id, or null. */
    public Unit unit(String wanted) {
        for (Unit unit : units) {
            if (unit.id().equals(wanted)) {
                return unit;
            }
        }
        return null;
    }

    /** The connection with this id, or null. */
    public Connection connection(String wanted) {
        for (Connection connection : connections) {
            if (connection.id().equals(wanted)) {
                return connection;
            }
        }
        return null;
    }

    /** All units of a kind, in order. */
    public List<Unit> units(Kind kind) {
        List<Unit> found = new ArrayList<>();
        for (Unit unit : units) {
            if (unit.kind() == kind) {
                found.add(unit);
            }
        }
        return found;
    }

    /** The curve of a property with one core or with all of them, or null. */
    public Curve curve(Property property, boolean all) {
        for (Curve curve : curves) {
            if (curve.property() == property && (curve.cores() > 1) == all) {
                return curve;
            }
        }
        return null;
    }

    /** The data and unified caches and then main memory, nearest first. */
    public List<Unit> hierarchy() {
        List<Unit> levels = new ArrayList<>();
        for (Unit unit : units) {
            if (unit.kind() == Kind.CACHE && !"Instruction".equals(unit.facts().get("type"))
                    && !"efficiency".equals(unit.facts().get("cores"))) {
                levels.add(unit);
            }
        }
        levels.sort((a, b) -> Integer.compare(level(a), level(b)));
        Unit memory = unit("memory");
        if (memory != null) {
            levels.add(memory);
        }
        return levels;
    }

    private static int level(Unit cache) {
        String level = cache.facts().get("level");
        return level == null || level.isEmpty() ? 9 : level.charAt(0) - '0';
    }

    /** The same computer under another set of units, connections and the rest. */
    public Machine with(List<Unit> newUnits, List<Connection> newConnections, List<Curve> newCurves,
            Handover newHandover, String newTaken, String newEffort, List<String> newUnseen) {
        return new Machine(id, host, newTaken, newEffort, facts, newUnits, newConnections, newCurves, newHandover,
                costs, limits, newUnseen, root);
    }

    /** The same computer with Python's costs. */
    public Machine withCosts(List<PythonCost> newCosts, List<String> newUnseen) {
        return new Machine(id, host, taken, effort, facts, units, connections, curves, handover, newCosts, limits,
                newUnseen, root);
    }
}
