package dev.adder.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Machines as JSON; the schema is the resource {@code machine.schema.json} of this package. */
public final class MachineFile {
    /** What a machine file says it is. */
    public static final String FORMAT = "adder-machine";

    private MachineFile() {
    }

    /** The JSON text of a machine. */
    public static String write(Machine machine) {
        return Json.write(tree(machine));
    }

    /** The machine in a JSON text; what cannot be used is a {@link MachineFileException} with a sentence. */
    public static Machine read(String text) {
        return fromTree(Json.parse(text));
    }

    /** The machine in a file. */
    public static Machine read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new MachineFileException("cannot read the machine file " + file + ": there is none");
        } catch (IOException e) {
            throw new MachineFileException("cannot read the machine file " + file + ": " + e.getMessage());
        }
        try {
            return read(text);
        } catch (MachineFileException e) {
            throw new MachineFileException("the machine file " + file + " cannot be used: " + e.getMessage());
        }
    }

    /** Writes beside the target and then renames, so that nobody reads half a file. */
    public static void write(Machine machine, Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Path draft = Files.createTempFile(parent, ".machine", ".tmp");
        try {
            Files.write(draft, write(machine).getBytes(StandardCharsets.UTF_8));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    static Map<String, Object> tree(Machine machine) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put("version", Machine.VERSION);
        tree.put("id", machine.id());
        tree.put("host", machine.host());
        tree.put("taken", machine.taken());
        tree.put("effort", machine.effort());
        tree.put("facts", machine.facts());
        List<Object> units = new ArrayList<>();
        for (Unit unit : machine.units()) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("id", unit.id());
            map.put("kind", unit.kind().text());
            map.put("name", unit.name());
            map.put("count", unit.count());
            map.put("figures", figures(unit.figures()));
            map.put("facts", unit.facts());
            units.add(map);
        }
        tree.put("units", units);
        List<Object> connections = new ArrayList<>();
        for (Connection connection : machine.connections()) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("id", connection.id());
            map.put("from", connection.from());
            map.put("to", connection.to());
            map.put("name", connection.name());
            map.put("figures", figures(connection.figures()));
            map.put("facts", connection.facts());
            connections.add(map);
        }
        tree.put("connections", connections);
        List<Object> curves = new ArrayList<>();
        for (Curve curve : machine.curves()) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("property", curve.property().id());
            map.put("unit", curve.property().dimension().unit());
            map.put("cores", curve.cores());
            map.put("sizes", numbers(curve.sizes()));
            map.put("values", numbers(curve.values()));
            map.put("errors", numbers(curve.errors()));
            curves.add(map);
        }
        tree.put("curves", curves);
        tree.put("handover", machine.handover() == null ? null : handover(machine.handover()));
        List<Object> costs = new ArrayList<>();
        for (Machine.PythonCost cost : machine.costs()) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("engine", cost.engine());
            map.put("operation", cost.operation());
            map.put("seconds", cost.seconds());
            map.put("error", cost.error());
            map.put("bytes", cost.bytes());
            costs.add(map);
        }
        tree.put("python", costs);
        tree.put("limits", machine.limits());
        tree.put("unseen", machine.unseen());
        tree.put("root", machine.root());
        return tree;
    }

    private static Map<String, Object> handover(Machine.Handover handover) {
        Map<String, Object> map = new LinkedHashMap<>();
        List<Object> cpus = new ArrayList<>();
        for (int cpu : handover.cpus()) {
            cpus.add(cpu);
        }
        map.put("cpus", cpus);
        List<Object> rows = new ArrayList<>();
        for (double[] row : handover.seconds()) {
            rows.add(numbers(row));
        }
        map.put("seconds", rows);
        return map;
    }

    static Map<String, Object> figures(Map<Property, Figure> figures) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (Map.Entry<Property, Figure> entry : figures.entrySet()) {
            Figure figure = entry.getValue();
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("value", figure.value());
            map.put("unit", entry.getKey().dimension().unit());
            map.put("origin", figure.origin().text());
            map.put("error", figure.error());
            if (!figure.note().isEmpty()) {
                map.put("note", figure.note());
            }
            tree.put(entry.getKey().id(), map);
        }
        return tree;
    }

    private static List<Object> numbers(double[] values) {
        List<Object> list = new ArrayList<>(values.length);
        for (double value : values) {
            list.add(value);
        }
        return list;
    }

    static Machine fromTree(Object value) {
        Map<?, ?> tree = map(value, "the file");
        if (!FORMAT.equals(tree.get("format"))) {
            throw new MachineFileException("it is not a machine description ('format' is not '" + FORMAT + "')");
        }
        double version = number(tree, "version");
        if (version != Machine.VERSION) {
            throw new MachineFileException("it is of version " + Dimension.digits(version)
                    + ", and this Adder reads version "
                    + Machine.VERSION + ": describe that machine again");
        }
        List<Unit> units = new ArrayList<>();
        for (Object item : list(tree, "units")) {
            Map<?, ?> map = map(item, "a unit");
            units.add(new Unit(text(map, "id"), Kind.of(text(map, "kind")), text(map, "name"), (int) number(map,
                    "count"),
                    readFigures(map), facts(map)));
        }
        List<Connection> connections = new ArrayList<>();
        for (Object item : list(tree, "connections")) {
            Map<?, ?> map = map(item, "a connection");
            connections.add(new Connection(text(map, "id"), text(map, "from"), text(map, "to"), text(map, "name"),
                    readFigures(map), facts(map)));
        }
        List<Curve> curves = new ArrayList<>();
        for (Object item : list(tree, "curves")) {
            Map<?, ?> map = map(item, "a curve");
            Property property = Property.of(text(map, "property"));
            double[] sizes = numbers(list(map, "sizes"));
            double[] values = numbers(list(map, "values"));
            double[] errors = numbers(list(map, "errors"));
            if (sizes.length == 0 || sizes.length != values.length || sizes.length != errors.length) {
                throw new MachineFileException("a curve has sizes without values");
            }
            if (property != null) {
                curves.add(new Curve(property, (int) number(map, "cores"), sizes, values, errors));
            }
        }
        List<Machine.PythonCost> costs = new ArrayList<>();
        for (Object item : list(tree, "python")) {
            Map<?, ?> map = map(item, "a cost");
            costs.add(new Machine.PythonCost(text(map, "engine"), text(map, "operation"), number(map, "seconds"),
                    number(map, "error"), map.get("bytes") instanceof Double d ? d : Double.NaN));
        }
        return new Machine(text(tree, "id"), text(tree, "host"), text(tree, "taken"), text(tree, "effort"), facts(tree),
                units, connections, curves, handover(tree.get("handover")), costs, texts(tree, "limits"),
                texts(tree, "unseen"), texts(tree, "root"));
    }

    private static Machine.Handover handover(Object value) {
        if (value == null) {
            return null;
        }
        Map<?, ?> map = map(value, "handover");
        double[] cpus = numbers(list(map, "cpus"));
        int[] numbers = new int[cpus.length];
        double[][] rows = new double[cpus.length][];
        List<?> lines = list(map, "seconds");
        for (int i = 0; i < cpus.length; i++) {
            numbers[i] = (int) cpus[i];
            rows[i] = i < lines.size() && lines.get(i) instanceof List<?> line ? numbers(line) : new double[0];
            if (rows[i].length != cpus.length) {
                throw new MachineFileException("the hand-over table is not square");
            }
        }
        return new Machine.Handover(numbers, rows);
    }

    private static Map<?, ?> map(Object value, String what) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new MachineFileException(what + " is not a JSON object");
    }

    private static List<?> list(Map<?, ?> map, String key) {
        if (map.get(key) instanceof List<?> list) {
            return list;
        }
        throw new MachineFileException("'" + key + "' is missing");
    }

    private static String text(Map<?, ?> map, String key) {
        if (map.get(key) instanceof String text) {
            return text;
        }
        throw new MachineFileException("'" + key + "' is missing");
    }

    private static double number(Map<?, ?> map, String key) {
        if (map.get(key) instanceof Double number) {
            return number;
        }
        throw new MachineFileException("'" + key + "' is missing");
    }

    private static double[] numbers(List<?> list) {
        double[] values = new double[list.size()];
        for (int i = 0; i < values.length; i++) {
            if (!(list.get(i) instanceof Double number)) {
                throw new MachineFileException("a number is missing");
            }
            values[i] = number;
        }
        return values;
    }

    private static List<String> texts(Map<?, ?> map, String key) {
        List<String> texts = new ArrayList<>();
        for (Object item : list(map, key)) {
            texts.add(String.valueOf(item));
        }
        return texts;
    }

    private static Map<String, String> facts(Map<?, ?> map) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map(map.get("facts"), "'facts'").entrySet()) {
            facts.put((String) entry.getKey(), String.valueOf(entry.getValue()));
        }
        return facts;
    }

    private static Map<Property, Figure> readFigures(Map<?, ?> map) {
        Map<Property, Figure> figures = new EnumMap<>(Property.class);
        for (Map.Entry<?, ?> entry : map(map.get("figures"), "'figures'").entrySet()) {
            Property property = Property.of((String) entry.getKey());
            if (property == null) {
                continue;
            }
            Map<?, ?> figure = map(entry.getValue(), "a figure");
            if (figure.get("value") == null) {
                continue;
            }
            figures.put(property, new Figure(number(figure, "value"), Origin.of(text(figure, "origin")),
                    number(figure, "error"), figure.get("note") instanceof String note ? note : ""));
        }
        return figures;
    }
}
