package dev.adder.machine.view;

import dev.adder.machine.Connection;
import dev.adder.machine.Dimension;
import dev.adder.machine.Figure;
import dev.adder.machine.Kind;
import dev.adder.machine.Level;
import dev.adder.machine.Machine;
import dev.adder.machine.Property;
import dev.adder.machine.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * The machine drawn: cores above, memory below, devices under it. Heights of boxes follow the logarithm of capacity,
 * widths of lines that of bandwidth: between a first-level cache and main memory lie six powers of ten.
 */
public final class Picture {
    private static final double WIDTH = 960;
    private static final double MARGIN = 24;
    private static final double GAP = 46;
    private static final int MOST_COLUMNS = 4;

    private final Machine machine;
    private final Level level;
    private final Svg svg = new Svg();
    private double y = MARGIN;

    private Picture(Machine machine, Level level) {
        this.machine = machine;
        this.level = level;
    }

    /** The SVG text of a machine at a level. */
    public static String svg(Machine machine, Level level) {
        Picture picture = new Picture(machine, level);
        picture.head();
        if (level == Level.BASIC) {
            picture.basic();
        } else {
            picture.cores();
            picture.shared();
        }
        picture.devices();
        picture.foot();
        return picture.svg.document(WIDTH, picture.y, "Units and connections of " + machine.host());
    }

    private void head() {
        Unit processor = machine.unit("processor");
        svg.text(MARGIN, y + 16, "start", "title", machine.host() + (processor == null
                || processor.name().equals(machine.host()) ? ""
                : " - " + processor.name()));
        StringBuilder counts = new StringBuilder();
        if (processor != null) {
            counts.append(count(processor, Property.SOCKETS, "socket")).append(", ").append(count(processor,
                    Property.CORES, "core"))
                    .append(", ").append(count(processor, Property.THREADS, "hardware thread"));
        }
        svg.text(MARGIN, y + 36, "start", "small", counts.toString());
        y += 58;
    }

    private static String count(Unit unit, Property property, String word) {
        double value = unit.value(property);
        return Dimension.COUNT.format(value) + " " + word + (value == 1 ? "" : "s");
    }

    private static double boxHeight(double capacity) {
        if (!(capacity > 0)) {
            return 60;
        }
        double log = Math.log(Math.max(capacity, 16 << 10) / (16 << 10)) / Math.log(2);
        return Math.max(44, 34 + 4.5 * log);
    }

    private static double wireWidth(double bandwidth) {
        if (!(bandwidth > 0)) {
            return 1.5;
        }
        return Math.max(1.5, 2 + 2 * Math.log(bandwidth / 0.5e9) / Math.log(2));
    }

    private void basic() {
        Unit processor = machine.unit("processor");
        double width = WIDTH - 2 * MARGIN;
        Unit core = firstCore();
        svg.rect(MARGIN, y, width, 64, "core", "processor");
        svg.text(WIDTH / 2, y + 27, "middle", "name", processor == null ? "processor" : processor.name());
        svg.text(WIDTH / 2, y + 48, "middle", "small", speed(processor, Property.VECTOR_FLOAT_OPS_ALL, core));
        y += 64;
        memory("processor");
    }

    private Unit firstCore() {
        List<Unit> cores = machine.units(Kind.CORE);
        return cores.isEmpty() ? null : cores.getFirst();
    }

    private static String speed(Unit unit, Property flops, Unit core) {
        StringBuilder text = new StringBuilder();
        if (core != null) {
            Figure clock = core.figure(Property.CLOCK_NOW) != null ? core.figure(Property.CLOCK_NOW)
                    : core.figure(Property.CLOCK_BASE);
            if (clock != null) {
                text.append(Dimension.HERTZ.format(clock.value()));
            }
        }
        Figure figure = unit == null ? null : unit.figure(flops);
        if (figure != null) {
            text.append(text.isEmpty() ? "" : ", ").append(Dimension.PER_SECOND.format(figure.value()).replace("/s",
                    " flop/s"));
        }
        return text.toString();
    }

    /** A column for each core as far as there is room: the core, and its own caches below. */
    private void cores() {
        List<Unit> kinds = machine.units(Kind.CORE);
        List<Unit> shown = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (Unit kind : kinds) {
            int room = Math.max(1, MOST_COLUMNS / Math.max(1, kinds.size()));
            int count = Math.min(kind.count(), room);
            for (int i = 0; i < count; i++) {
                shown.add(kind);
                boolean rest = i == count - 1 && kind.count() > count;
                labels.add(rest ? kind.name() + " × " + (kind.count() - count + 1) : kind.name() + " " + i);
            }
        }
        double slot = (WIDTH - 2 * MARGIN) / Math.max(1, shown.size());
        double width = Math.min(slot - 36, 300);
        boolean pair = shown.size() > 1 && connectionValue("core-core", Property.HANDOVER) > 0;
        y += pair ? 26 : 0;
        double top = y;
        double bottom = y;
        for (int i = 0; i < shown.size(); i++) {
            double middle = MARGIN + slot * (i + 0.5);
            bottom = Math.max(bottom, column(shown.get(i), labels.get(i), middle, width, top));
        }
        if (pair) {
            double from = MARGIN + slot * 0.5;
            double to = MARGIN + slot * 1.5;
            svg.path("M" + Svg.n(from) + " " + Svg.n(top) + " C " + Svg.n(from) + " " + Svg.n(top - 30) + " "
                    + Svg.n(to) + " "
                    + Svg.n(top - 30) + " " + Svg.n(to) + " " + Svg.n(top), "arc");
            svg.text((from + to) / 2, top - 4, "middle", "figure",
                    "line hand-over " + Dimension.SECONDS.format(connectionValue("core-core", Property.HANDOVER)));
        }
        y = bottom;
        columns = shown.size();
    }

    private int columns;

    private double connectionValue(String id, Property property) {
        Connection connection = machine.connection(id);
        return connection == null ? Double.NaN : connection.value(property);
    }

    private double column(Unit core, String label, double middle, double width, double top) {
        double at = top;
        svg.rect(middle - width / 2, at, width, 56, "core", label);
        svg.text(middle, at + 23, "middle", "name", label);
        svg.text(middle, at + 43, "middle", "small", speed(core, Property.VECTOR_FLOAT_OPS, core));
        at += 56;
        String nearer = core.id();
        boolean small = core.id().equals("core.efficiency");
        for (Unit cache : machine.units(Kind.CACHE)) {
            boolean fits = !"Instruction".equals(cache.facts().get("type")) && own(cache)
                    && small == "efficiency".equals(cache.facts().get("cores"));
            if (fits) {
                at = wire(middle, at, cache, nearer);
                at = box(cache, middle, width, at);
                nearer = cache.id();
            }
        }
        return at;
    }

    /** Whether each core has one of these to itself. */
    private boolean own(Unit cache) {
        Unit processor = machine.unit("processor");
        double cores = processor == null ? 1 : processor.value(Property.CORES);
        return "1".equals(cache.facts().get("level")) || cache.count() > 1 && cache.count() >= cores;
    }

    /** The connection into a box from above, its figures beside it; returns where the box begins. */
    private double wire(double x, double from, Unit to, String nearer) {
        Figure read = to.figure(Property.READ);
        Figure latency = to.figure(Property.LATENCY);
        svg.line(x, from, x, from + GAP, wireWidth(read == null ? Double.NaN : read.value()), "wire");
        StringBuilder text = new StringBuilder();
        if (read != null) {
            text.append(Dimension.BYTES_PER_SECOND.format(read.value()));
        }
        if (latency != null) {
            text.append(text.isEmpty() ? "" : ", ").append(Dimension.SECONDS.format(latency.value()));
        }
        svg.text(x + 20, from + GAP / 2 + 5, "start", "figure", text.toString());
        return from + GAP;
    }

    private double box(Unit unit, double middle, double width, double at) {
        double height = boxHeight(unit.value(Property.CAPACITY));
        String style = unit.kind() == Kind.MEMORY ? "memory" : "cache";
        svg.rect(middle - width / 2, at, width, height, style, unit.id());
        svg.text(middle, at + height / 2 - 3, "middle", "name", unit.name() + size(unit));
        StringBuilder text = new StringBuilder();
        append(text, "write ", unit, Property.WRITE);
        append(text, "copy ", unit, Property.COPY);
        if (width > 260) {
            append(text, "random ", unit, Property.RANDOM);
        }
        svg.text(middle, at + height / 2 + 14, "middle", "small", text.toString());
        return at + height;
    }

    private static String size(Unit unit) {
        double capacity = unit.value(Property.CAPACITY);
        return capacity > 0 ? "  " + Dimension.BYTES.format(capacity) : "";
    }

    private static void append(StringBuilder text, String word, Unit unit, Property property) {
        Figure figure = unit.figure(property);
        if (figure != null) {
            text.append(text.isEmpty() ? "" : ", ").append(word).append(property.dimension().format(figure.value()));
        }
    }

    /** Caches that cores share, then memory: as wide as the picture, one line from each column into the first. */
    private void shared() {
        String nearer = "core";
        boolean first = true;
        for (Unit cache : machine.units(Kind.CACHE)) {
            if (own(cache) || "Instruction".equals(cache.facts().get("type"))
                    || "efficiency".equals(cache.facts().get("cores"))) {
                continue;
            }
            into(cache, first);
            double width = WIDTH - 2 * MARGIN;
            y = box(cache, WIDTH / 2, width, y);
            if (cache.count() > 1) {
                svg.text(WIDTH - MARGIN - 12, y - 10, "end", "small", cache.count() + " of them");
            }
            first = false;
            nearer = cache.id();
        }
        memory(nearer, first);
    }

    private void into(Unit unit, boolean first) {
        double slot = (WIDTH - 2 * MARGIN) / Math.max(1, columns);
        double from = y;
        if (first) {
            for (int i = 0; i < columns; i++) {
                y = wire(MARGIN + slot * (i + 0.5), from, unit, "");
            }
        } else {
            y = wire(WIDTH / 2, from, unit, "");
        }
    }

    private void memory(String nearer) {
        memory(nearer, false);
    }

    private void memory(String nearer, boolean first) {
        Unit memory = machine.unit("memory");
        if (memory == null) {
            return;
        }
        into(memory, first && columns > 0);
        double all = memory.value(Property.READ_ALL);
        y = box(memory, WIDTH / 2, WIDTH - 2 * MARGIN, y);
        if (all > 0) {
            svg.text(WIDTH - MARGIN - 12, y - 12, "end", "small", "all cores read "
                    + Dimension.BYTES_PER_SECOND.format(all));
        }
    }

    private void devices() {
        List<Connection> wires = new ArrayList<>();
        for (Connection connection : machine.connections()) {
            boolean network = connection.id().startsWith("network.") || connection.id().startsWith("peer.");
            if (connection.id().startsWith("memory-") && machine.unit(connection.to()) != null || network
                    && level != Level.BASIC) {
                wires.add(connection);
            }
        }
        int shown = Math.min(wires.size(), 5);
        if (shown == 0) {
            return;
        }
        double slot = (WIDTH - 2 * MARGIN) / shown;
        double from = y;
        double bottom = y;
        for (int i = 0; i < shown; i++) {
            bottom = Math.max(bottom, device(wires.get(i), MARGIN + slot * (i + 0.5), Math.min(slot - 20, 280), from));
        }
        y = bottom;
    }

    private double device(Connection connection, double middle, double width, double from) {
        Unit unit = machine.unit(connection.to());
        double speed = connection.value(Property.BANDWIDTH);
        boolean sold = !(speed > 0);
        speed = sold ? connection.value(Property.NOMINAL) : speed;
        svg.line(middle, from, middle, from + GAP, wireWidth(speed), "wire");
        String text = speed > 0 ? Dimension.BYTES_PER_SECOND.format(speed) + (sold ? " nominal" : "") : "speed unknown";
        svg.text(middle + 14, from + GAP / 2 + 5, "start", "figure", text);
        double at = from + GAP;
        double height = unit == null ? 52 : Math.min(boxHeight(unit.value(Property.CAPACITY)), 120);
        svg.rect(middle - width / 2, at, width, height, unit == null ? "net" : unit.kind() == Kind.GPU ? "core"
                : "disk", connection.name());
        double line = at + height / 2;
        if (unit == null) {
            svg.text(middle, line - 3, "middle", "name", connection.name());
            Figure trip = connection.figure(Property.ROUND_TRIP);
            svg.text(middle, line + 14, "middle", "small", trip == null ? "to " + connection.to()
                    : "round trip " + Dimension.SECONDS.format(trip.value()));
        } else {
            svg.text(middle, line - 12, "middle", "name", unit.name() + size(unit));
            StringBuilder rates = new StringBuilder();
            append(rates, "write ", unit, Property.DISK_WRITE);
            append(rates, "sync ", unit, Property.DISK_SYNC);
            svg.text(middle, line + 6, "middle", "small", rates.toString());
            StringBuilder random = new StringBuilder();
            append(random, "4 KiB: read ", unit, Property.DISK_RANDOM_READ);
            append(random, "write ", unit, Property.DISK_RANDOM_WRITE);
            svg.text(middle, line + 22, "middle", "small", random.isEmpty() ? unit.facts().getOrDefault("bus", "")
                    : random.toString());
        }
        return at + height;
    }

    private void foot() {
        svg.text(MARGIN, y + 26, "start", "small",
                "Box heights grow with the logarithm of capacity, line widths with that of read bandwidth; "
                        + "figures: one core, read bandwidth and latency.");
        y += 44;
    }
}
