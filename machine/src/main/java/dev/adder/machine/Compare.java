package dev.adder.machine;

import java.util.Map;

/** Two machines side by side, figure by figure. */
final class Compare {
    private static final int WIDTH = 80;

    private Compare() {
    }

    /** A line for each figure both have and that differs by more than both errors, or all with {@code everything}. */
    static String text(Machine mine, Machine other) {
        StringBuilder out = new StringBuilder();
        out.append("this: ").append(mine.host()).append(", ").append(name(mine)).append('\n');
        out.append("that: ").append(other.host()).append(", ").append(name(other)).append("\n\n");
        StringBuilder head = new StringBuilder();
        cell(head, "", 44);
        cell(head, "this", 12);
        cell(head, "that", 12);
        out.append(head).append("this/that\n");
        for (Unit unit : mine.units()) {
            Unit twin = other.unit(unit.id());
            if (twin != null) {
                figures(out, unit.id(), unit.figures(), twin.figures());
            }
        }
        for (Connection connection : mine.connections()) {
            Connection twin = other.connection(connection.id());
            if (twin != null) {
                figures(out, connection.id(), connection.figures(), twin.figures());
            }
        }
        out.append("\n* differs by less than the figures' own errors\n");
        return out.toString();
    }

    private static String name(Machine machine) {
        Unit processor = machine.unit("processor");
        return processor == null ? "?" : processor.name();
    }

    private static void figures(StringBuilder out, String id, Map<Property, Figure> mine, Map<Property, Figure> other) {
        for (Map.Entry<Property, Figure> entry : mine.entrySet()) {
            Figure twin = other.get(entry.getKey());
            if (twin == null) {
                continue;
            }
            Figure figure = entry.getValue();
            StringBuilder line = new StringBuilder();
            String what = id + " " + entry.getKey().label();
            cell(line, what.length() > 43 ? what.substring(0, 43) : what, 44);
            cell(line, entry.getKey().dimension().format(figure.value()), 12);
            cell(line, entry.getKey().dimension().format(twin.value()), 12);
            double ratio = figure.value() / twin.value();
            boolean same = Math.abs(ratio - 1) <= figure.error() + twin.error();
            line.append(Dimension.digits(ratio)).append(same ? " *" : "");
            out.append(line.length() > WIDTH ? line.substring(0, WIDTH) : line).append('\n');
        }
    }

    private static void cell(StringBuilder line, String text, int width) {
        int end = line.length() + width;
        line.append(text);
        do {
            line.append(' ');
        } while (line.length() < end);
    }
}
