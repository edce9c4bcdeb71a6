package dev.adder.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What earlier measurements of a machine found: one line each, {@code effort}, then {@code unit property value} for every
 * probed figure, parted by tabs. A measurement sees for some seconds only how its figures spread; what neighbours on the
 * same host or another placement change shows between measurements, and belongs into the error.
 */
final class History {
    private static final int MOST = 20;

    /** The share of earlier values that an error has to cover. */
    private static final double COVERED = 0.9;

    private final Path file;

    History(Path file) {
        this.file = file;
    }

    /** The machine with errors wide enough for what earlier measurements of the same effort found; it is then noted. */
    Machine widened(Machine machine) throws IOException {
        List<String> lines = lines();
        Map<String, List<Double>> earlier = new HashMap<>();
        for (String line : lines) {
            String[] fields = line.split("\t", -1);
            for (int i = 1; i < fields.length && fields[0].equals(machine.effort()); i++) {
                int space = fields[i].lastIndexOf(' ');
                try {
                    earlier.computeIfAbsent(fields[i].substring(0, Math.max(space, 0)), k -> new ArrayList<>())
                            .add(Double.parseDouble(fields[i].substring(space + 1)));
                } catch (NumberFormatException e) {
                    continue;
                }
            }
        }
        StringBuilder note = new StringBuilder(machine.effort());
        List<Unit> units = new ArrayList<>();
        for (Unit unit : machine.units()) {
            units.add(unit.with(widened(unit.id(), unit.figures(), earlier, note)));
        }
        List<Connection> connections = new ArrayList<>();
        for (Connection connection : machine.connections()) {
            connections.add(connection.with(widened(connection.id(), connection.figures(), earlier, note)));
        }
        lines.add(note.toString());
        Files.createDirectories(file.getParent());
        Files.write(file, lines.subList(Math.max(0, lines.size() - MOST), lines.size()));
        return machine.with(units, connections, machine.curves(), machine.handover(), machine.taken(),
                machine.effort(), machine.unseen());
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? new ArrayList<>(Files.readAllLines(file)) : new ArrayList<>();
        } catch (IOException e) {
            // Not text, or not ours: it is begun anew.
            return new ArrayList<>();
        }
    }

    private static Map<Property, Figure> widened(String id, Map<Property, Figure> figures,
            Map<String, List<Double>> earlier, StringBuilder note) {
        Map<Property, Figure> wide = new EnumMap<>(Property.class);
        figures.forEach((property, figure) -> {
            if (figure.origin() == Origin.PROBE) {
                String key = id + " " + property.id();
                note.append('\t').append(key).append(' ').append(figure.value());
                double error = Math.max(figure.error(), covering(figure.value(), earlier.getOrDefault(key, List.of())));
                wide.put(property, Figure.probe(figure.value(), error, figure.note()));
            }
        });
        return wide;
    }

    /** The relative error that makes so large a share of some values lie around one. */
    static double covering(double value, List<Double> others) {
        double[] distances = new double[others.size()];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = Math.abs(others.get(i) / value - 1);
        }
        Arrays.sort(distances);
        int inside = (int) Math.ceil(distances.length * COVERED);
        return inside == 0 ? 0 : distances[inside - 1];
    }
}
