package dev.adder.machine.prediction;

import dev.adder.machine.Json;
import dev.adder.machine.MachineFileException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Work as JSON: {@code {"name": ..., "operations": {"vector_float": n}, "chain": {"float_add": n}, "stream": [[read,
 * written, working set], ...], "scatter": [[reads, updates, working set]], "chase": [[loads, working set]], "lines":
 * [[loads, footprint]], "mispredictions": n, "allocations": [[bytes, nursery]], "transfer": [[connection, messages,
 * bytes]], "serial": part, "coherence": [queueing, agreement]}}; all but the name may be left out.
 */
public final class WorkFile {
    private WorkFile() {
    }

    /** The work in a JSON text; what cannot be used is a {@link MachineFileException} with a sentence. */
    public static Work read(String text) {
        if (!(Json.parse(text) instanceof Map<?, ?> map)) {
            throw new MachineFileException("the work is not a JSON object");
        }
        Work work = Work.named(map.get("name") instanceof String name ? name : "work");
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            take(work, (String) entry.getKey(), entry.getValue());
        }
        return work;
    }

    private static void take(Work work, String key, Object value) {
        switch (key) {
            case "name" -> {
            }
            case "operations" -> named(key, value).forEach((kind, count) -> work.operations(one(Work.Operation.class,
                    kind), count));
            case "chain" -> named(key, value).forEach((kind, count) -> work.chain(one(Work.Step.class, kind), count));
            case "stream" -> rows(key, value, 3).forEach(row -> work.stream(row[0], row[1], row[2]));
            case "scatter" -> rows(key, value, 3).forEach(row -> work.scatter(row[0], row[1], row[2]));
            case "chase" -> rows(key, value, 2).forEach(row -> work.chase(row[0], row[1]));
            case "lines" -> rows(key, value, 2).forEach(row -> work.lines(row[0], row[1]));
            case "allocations" -> rows(key, value, 2).forEach(row -> work.allocations(row[0], row[1]));
            case "mispredictions" -> work.mispredictions(number(key, value));
            case "serial" -> work.serial(number(key, value));
            case "coherence" -> {
                double[] row = rows(key, List.of(value), 2).getFirst();
                work.coherence(row[0], row[1]);
            }
            case "transfer" -> {
                for (Object item : list(key, value)) {
                    List<?> row = list(key, item);
                    if (row.size() != 3 || !(row.getFirst() instanceof String connection)) {
                        throw new MachineFileException("'transfer' wants rows of connection, messages, bytes");
                    }
                    work.transfer(connection, number(key, row.get(1)), number(key, row.get(2)));
                }
            }
            default -> throw new MachineFileException("work has no '" + key + "'");
        }
    }

    private static <E extends Enum<E>> E one(Class<E> kinds, String name) {
        for (E kind : kinds.getEnumConstants()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                return kind;
            }
        }
        throw new MachineFileException("there is no kind of operation '" + name + "'");
    }

    private static double number(String key, Object value) {
        if (value instanceof Double number) {
            return number;
        }
        throw new MachineFileException("'" + key + "' wants numbers");
    }

    private static List<?> list(String key, Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new MachineFileException("'" + key + "' wants a list");
    }

    private static Map<String, Double> named(String key, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new MachineFileException("'" + key + "' wants counts by kind");
        }
        Map<String, Double> counts = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            counts.put((String) entry.getKey(), number(key, entry.getValue()));
        }
        return counts;
    }

    private static List<double[]> rows(String key, Object value, int length) {
        List<double[]> rows = new ArrayList<>();
        for (Object item : list(key, value)) {
            List<?> row = list(key, item);
            if (row.size() != length) {
                throw new MachineFileException("'" + key + "' wants rows of " + length + " numbers");
            }
            double[] numbers = new double[length];
            for (int i = 0; i < length; i++) {
                numbers[i] = number(key, row.get(i));
            }
            rows.add(numbers);
        }
        return rows;
    }

    /** A prediction as JSON. */
    public static String write(Prediction prediction) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("work", prediction.work());
        tree.put("cores", prediction.cores());
        tree.put("machines", prediction.machines());
        tree.put("seconds", prediction.seconds());
        tree.put("binding", prediction.binding());
        List<Object> terms = new ArrayList<>();
        for (Prediction.Term term : prediction.terms()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("unit", term.unit());
            row.put("what", term.what());
            row.put("seconds", term.seconds());
            terms.add(row);
        }
        tree.put("terms", terms);
        return Json.write(tree);
    }
}
