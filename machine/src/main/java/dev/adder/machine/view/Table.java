package dev.adder.machine.view;

import dev.adder.machine.Connection;
import dev.adder.machine.Dimension;
import dev.adder.machine.Figure;
import dev.adder.machine.Kind;
import dev.adder.machine.Level;
import dev.adder.machine.Machine;
import dev.adder.machine.Origin;
import dev.adder.machine.Property;
import dev.adder.machine.Unit;
import dev.adder.machine.prediction.Predictor;
import dev.adder.machine.prediction.Work;
import java.util.List;
import java.util.Map;

/** A machine as text that reads well in 80 columns. */
public final class Table {
    private static final int WIDTH = 80;
    private static final Property[] LEVEL_COLUMNS = {Property.CAPACITY, Property.LATENCY, Property.READ, Property.WRITE,
            Property.COPY,
        Property.RANDOM};
    private static final String[] LEVEL_HEADS = {"capacity", "latency", "read", "write", "copy", "random"};
    private static final int COLUMN = 11;

    private final StringBuilder out = new StringBuilder();
    private final Machine machine;
    private final Level level;

    private Table(Machine machine, Level level) {
        this.machine = machine;
        this.level = level;
    }

    /** The whole text for a machine at a level. */
    public static String of(Machine machine, Level level) {
        Table table = new Table(machine, level);
        table.head();
        table.processor();
        table.memory();
        table.disks();
        table.networks();
        table.python();
        table.remarks();
        return table.out.toString();
    }

    private void head() {
        out.append(machine.host());
        for (Map.Entry<String, String> fact : machine.facts().entrySet()) {
            if (fact.getKey().equals("kernel") || fact.getKey().equals("architecture")
                    || fact.getKey().equals("system")) {
                out.append(", ").append(fact.getValue());
            } else if (fact.getKey().equals("virtual machine") || fact.getKey().equals("container")) {
                out.append(", ").append(fact.getKey());
            }
        }
        out.append("\n\n");
    }

    private void title(String text) {
        out.append(text).append('\n');
    }

    private void processor() {
        for (Unit unit : machine.units(Kind.PROCESSOR)) {
            title("Computing: " + unit.name());
            StringBuilder counts = new StringBuilder();
            count(counts, unit, Property.SOCKETS, "socket");
            count(counts, unit, Property.CORES, "core");
            count(counts, unit, Property.THREADS, "hardware thread");
            line(counts.toString());
            rows(unit);
        }
        for (Unit unit : machine.units(Kind.CORE)) {
            if (machine.units(Kind.CORE).size() > 1) {
                line(unit.count() + " " + unit.name() + (unit.count() == 1 ? "" : "s"));
            }
            rows(unit);
        }
        for (Unit unit : machine.units(Kind.GPU)) {
            line(unit.name() + " " + unit.facts().getOrDefault("device", ""));
        }
        if (level != Level.BASIC) {
            handover();
        }
        out.append('\n');
    }

    private static void count(StringBuilder out, Unit unit, Property property, String word) {
        Figure figure = unit.figure(property);
        if (figure == null) {
            return;
        }
        out.append(out.isEmpty() ? "" : ", ").append(Dimension.digits(figure.value())).append(' ').append(word)
                .append(figure.value() == 1 ? "" : "s");
        if (!figure.note().isEmpty() && figure.origin() == Origin.SYSTEM) {
            out.append(" (").append(figure.note()).append(')');
        }
    }

    /** The figures of a unit that its own line does not already say. */
    private void rows(Unit unit) {
        for (Map.Entry<Property, Figure> entry : unit.figures().entrySet()) {
            Property property = entry.getKey();
            switch (property) {
                case SOCKETS, CORES, THREADS, CAPACITY, FREE, LINE, WAYS -> {
                }
                case CLOCK_NOW, CLOCK_MAX, VECTOR_BITS, VECTOR_FLOAT_OPS, VECTOR_FLOAT_OPS_ALL, INT_OPS, INT_OPS_ALL ->
                    row(property, entry.getValue());
                default -> {
                    if (level != Level.BASIC) {
                        row(property, entry.getValue());
                    }
                }
            }
        }
    }

    private void row(Property property, Figure figure) {
        StringBuilder text = new StringBuilder("  ");
        text.append(property.label());
        pad(text, 34);
        text.append(figure.text(property.dimension()));
        pad(text, 54);
        text.append(figure.origin().text());
        if (!figure.note().isEmpty() && text.length() + figure.note().length() + 2 <= WIDTH) {
            text.append(", ").append(figure.note());
        }
        out.append(text).append('\n');
    }

    private static void pad(StringBuilder text, int column) {
        do {
            text.append(' ');
        } while (text.length() < column);
    }

    private void line(String text) {
        wrap("  ", text);
    }

    private void handover() {
        Machine.Handover handover = machine.handover();
        if (handover == null) {
            return;
        }
        int shown = Math.min(handover.cpus().length, 10);
        out.append("  line hand-over, ns one way").append(shown < handover.cpus().length ? " (the first ten threads)"
                : "").append('\n');
        StringBuilder text = new StringBuilder("      ");
        for (int j = 0; j < shown; j++) {
            right(text, Integer.toString(handover.cpus()[j]), 6);
        }
        out.append(text).append('\n');
        for (int i = 0; i < shown; i++) {
            text = new StringBuilder();
            right(text, Integer.toString(handover.cpus()[i]), 6);
            for (int j = 0; j < shown; j++) {
                right(text, i == j ? "-" : Dimension.digits(handover.seconds()[i][j] * 1e9), 6);
            }
            out.append(text).append('\n');
        }
    }

    private static void right(StringBuilder text, String cell, int width) {
        for (int i = cell.length(); i < width; i++) {
            text.append(' ');
        }
        text.append(cell);
    }

    private void memory() {
        Unit memory = machine.unit("memory");
        if (level == Level.BASIC) {
            title("Memory");
            if (memory != null) {
                basicMemory(memory);
            }
            out.append('\n');
            return;
        }
        title("Memory units and the connections to them (one core)");
        StringBuilder text = new StringBuilder("        ");
        for (String head : LEVEL_HEADS) {
            right(text, head, COLUMN);
        }
        out.append(text).append('\n');
        for (Unit unit : machine.hierarchy()) {
            levelRow(unit, LEVEL_COLUMNS);
        }
        Property[] all = {null, Property.LATENCY_SMALL, Property.READ_ALL, Property.WRITE_ALL, Property.COPY_ALL,
                Property.RANDOM_ALL};
        if (memory != null && memory.figure(Property.READ_ALL) != null) {
            out.append("  all cores together; latency with 4 KiB pages\n");
            for (Unit unit : machine.hierarchy()) {
                levelRow(unit, all);
            }
        }
        for (Unit unit : machine.units(Kind.CACHE)) {
            line(unit.id() + ": " + Dimension.BYTES.format(unit.value(Property.CAPACITY)) + (unit.count() > 1
                    ? " each of "
                    + unit.count() : "") + ", " + unit.facts().getOrDefault("type", "").toLowerCase() + ", lines of "
                    + Dimension.BYTES.format(unit.value(Property.LINE)) + (unit.figure(Property.WAYS) == null ? ""
                    : ", " + Dimension.digits(unit.value(Property.WAYS)) + " ways") + ", shared by threads "
                    + unit.facts().getOrDefault("shared by", "?"));
        }
        if (memory != null) {
            line("memory: " + Dimension.BYTES.format(memory.value(Property.CAPACITY))
                    + note(memory.figure(Property.CAPACITY))
                    + ", " + Dimension.BYTES.format(memory.value(Property.FREE)) + " available; huge pages of "
                    + Dimension.BYTES.format(memory.value(Property.HUGE_PAGE)) + ": "
                    + memory.facts().getOrDefault("transparent huge pages", "unknown"));
        }
        for (Unit unit : machine.units(Kind.NUMA)) {
            line(unit.name() + ": threads " + unit.facts().getOrDefault("threads", "?") + ", "
                    + Dimension.BYTES.format(unit.value(Property.CAPACITY)) + note(unit.figure(Property.CAPACITY)));
        }
        for (Unit unit : machine.units(Kind.TLB)) {
            rows(unit);
        }
        out.append('\n');
    }

    private static String note(Figure figure) {
        return figure == null || figure.note().isEmpty() ? "" : " (" + figure.note() + ")";
    }

    private void basicMemory(Unit memory) {
        for (Property property : new Property[] {Property.CAPACITY, Property.FREE, Property.READ, Property.WRITE,
                Property.READ_ALL,
            Property.LATENCY}) {
            Figure figure = memory.figure(property);
            if (figure != null) {
                row(property, figure);
            }
        }
    }

    private void levelRow(Unit unit, Property[] columns) {
        StringBuilder text = new StringBuilder("  ").append(unit.id());
        pad(text, 8);
        for (Property property : columns) {
            String cell = property == null || unit.figure(property) == null ? property == null ? "" : "-"
                    : property.dimension().format(unit.value(property));
            right(text, cell, COLUMN);
        }
        out.append(text).append('\n');
        StringBuilder errors = new StringBuilder();
        pad(errors, 8);
        boolean any = false;
        for (Property property : columns) {
            Figure figure = property == null ? null : unit.figure(property);
            boolean shown = figure != null && figure.error() > 0;
            any |= shown;
            right(errors, shown ? "±" + Dimension.digits(Math.max(1, Math.rint(figure.error() * 100))) + "%" : "",
                    COLUMN);
        }
        if (any) {
            out.append(errors).append('\n');
        }
    }

    private void disks() {
        for (Unit unit : machine.units(Kind.DISK)) {
            title("Disk: " + unit.name() + ", " + Dimension.BYTES.format(unit.value(Property.CAPACITY)) + ", "
                    + unit.facts().getOrDefault("medium", "?") + ", bus: " + unit.facts().getOrDefault("bus", "?"));
            for (Map.Entry<Property, Figure> entry : unit.figures().entrySet()) {
                switch (entry.getKey()) {
                    case CAPACITY, LINE -> {
                    }
                    case DISK_READ, DISK_WRITE -> row(entry.getKey(), entry.getValue());
                    default -> {
                        if (level != Level.BASIC) {
                            row(entry.getKey(), entry.getValue());
                        }
                    }
                }
            }
            out.append('\n');
        }
    }

    private void networks() {
        boolean any = false;
        for (Connection connection : machine.connections()) {
            if (connection.id().startsWith("network.") && (level == Level.NETWORK || !connection.figures().isEmpty())
                    && level != Level.BASIC) {
                title("Network: " + connection.name() + ", MTU " + connection.facts().getOrDefault("mtu", "?"));
                for (Map.Entry<Property, Figure> entry : connection.figures().entrySet()) {
                    row(entry.getKey(), entry.getValue());
                }
                any = true;
            }
        }
        if (any) {
            out.append('\n');
        }
    }

    private void python() {
        if (machine.costs().isEmpty() || level == Level.BASIC) {
            return;
        }
        title("What Python's own operations cost here");
        String engine = "";
        for (Machine.PythonCost cost : machine.costs()) {
            if (!cost.engine().equals(engine)) {
                engine = cost.engine();
                out.append("  ").append(engine).append('\n');
            }
            StringBuilder text = new StringBuilder("    ").append(cost.operation());
            pad(text, 44);
            text.append(Dimension.SECONDS.format(cost.seconds())).append(" ±")
                    .append(Dimension.digits(Math.max(1, Math.rint(cost.error() * 100)))).append('%');
            if (!Double.isNaN(cost.bytes())) {
                pad(text, 62);
                text.append(Dimension.digits(cost.bytes())).append(" bytes");
            }
            out.append(text).append('\n');
        }
        lists();
        out.append('\n');
    }

    /** What a list of a million floats moves and takes, measured; packed in an array beside it. */
    private void lists() {
        for (Machine.PythonCost listed : machine.costs()) {
            Machine.PythonCost packed = cost(listed.engine(), "the same packed");
            Machine.PythonCost mixed = cost(listed.engine(), "the same in random order");
            if (!listed.operation().startsWith("a million floats in a list") || packed == null || mixed == null) {
                continue;
            }
            Predictor predictor = new Predictor(machine);
            double least = predictor.oneCore(Work.named("packed").stream(8e6, 0, 8e6)).seconds();
            String list = listed.bytes() > 8 ? " moves " + Dimension.digits(listed.bytes())
                    + " MB through a chain of pointers, summed in " + Dimension.SECONDS.format(listed.seconds() * 1e6)
                    + " (" + Dimension.SECONDS.format(mixed.seconds() * 1e6) + " in random order); packed in an array "
                    + "it is 8 MB in a row, " : " lies packed, 8 MB in a row, summed in "
                    + Dimension.SECONDS.format(listed.seconds() * 1e6) + "; in an array, ";
            wrap("    ", listed.engine() + ": a list of a million floats" + list
                    + Dimension.SECONDS.format(packed.seconds() * 1e6)
                    + (least > 0 ? ", and this machine could read them in " + Dimension.SECONDS.format(least) : "")
                    + ".");
        }
    }

    private Machine.PythonCost cost(String engine, String operation) {
        for (Machine.PythonCost cost : machine.costs()) {
            if (cost.engine().equals(engine) && cost.operation().startsWith(operation)) {
                return cost;
            }
        }
        return null;
    }

    private void remarks() {
        remarks("Limits that hold here", machine.limits());
        remarks("Not seen", machine.unseen());
        if (level != Level.BASIC) {
            remarks("Root is not needed", machine.root());
        }
    }

    private void remarks(String title, List<String> sentences) {
        if (sentences.isEmpty()) {
            return;
        }
        title(title);
        for (String sentence : sentences) {
            wrap("  - ", sentence);
        }
    }

    private void wrap(String lead, String text) {
        StringBuilder current = new StringBuilder(lead);
        int column = current.length();
        boolean first = true;
        for (String word : text.split(" ")) {
            if (!first && column + 1 + word.length() > WIDTH) {
                out.append(current).append('\n');
                current = new StringBuilder();
                for (int i = 0; i < lead.length(); i++) {
                    current.append(' ');
                }
                column = current.length();
                first = true;
            }
            if (!first) {
                current.append(' ');
                column++;
            }
            current.append(word);
            column += word.length();
            first = false;
        }
        out.append(current).append('\n');
    }
}
