package dev.adder.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.adder.machine.catalogue.Catalogue;
import dev.adder.machine.catalogue.Entry;
import dev.adder.machine.catalogue.Published;
import dev.adder.machine.discovery.Discovery;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The published schema holds for what is written; the part of JSON Schema it uses is checked here. */
class SchemaTest {
    private final Map<?, ?> schema;

    SchemaTest() throws IOException {
        try (InputStream in = Machine.class.getResourceAsStream("machine.schema.json")) {
            assertNotNull(in);
            schema = (Map<?, ?>) Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void thisMachineFollowsIt() {
        assertEquals(List.of(), faults(MachineFile.write(Discovery.here())));
    }

    @Test
    void aFullMachineFollowsIt() {
        assertEquals(List.of(), faults(MachineFile.write(Machines.measured())));
    }

    @Test
    void theCatalogueFollowsIt() {
        for (Entry entry : Catalogue.load().entries()) {
            assertEquals(List.of(), faults(MachineFile.write(Published.machine(entry))), entry.id());
        }
    }

    @Test
    void aWrongFileIsFound() {
        String good = MachineFile.write(Machines.measured());
        assertFalse(faults(good.replace("\"origin\": \"probe\"", "\"origin\": \"guess\"")).isEmpty());
        assertFalse(faults(good.replace("\"version\": 1", "\"version\": 2")).isEmpty());
        assertFalse(faults(good.replace("\"host\"", "\"ghost\"")).isEmpty());
    }

    private List<String> faults(String text) {
        List<String> faults = new ArrayList<>();
        check(schema, Json.parse(text), "$", faults);
        return faults;
    }

    private void check(Map<?, ?> rule, Object value, String at, List<String> faults) {
        if (rule.get("$ref") instanceof String ref) {
            check((Map<?, ?>) ((Map<?, ?>) schema.get("$defs")).get(ref.substring("#/$defs/".length())), value, at,
                    faults);
            return;
        }
        Object type = rule.get("type");
        List<?> types = type instanceof List<?> list ? list : type == null ? List.of() : List.of(type);
        if (!types.isEmpty() && types.stream().noneMatch(name -> is((String) name, value))) {
            faults.add(at + " is no " + types);
            return;
        }
        if (rule.containsKey("const") && !rule.get("const").equals(value)
                || rule.get("enum") instanceof List<?> allowed && !allowed.contains(value)
                || rule.get("minimum") instanceof Double least && value instanceof Double number && number < least) {
            faults.add(at + " may not be " + value);
        }
        if (value instanceof List<?> list && rule.get("items") instanceof Map<?, ?> items) {
            for (int i = 0; i < list.size(); i++) {
                check(items, list.get(i), at + "[" + i + "]", faults);
            }
        }
        if (value instanceof Map<?, ?> map) {
            members(rule, map, at, faults);
        }
    }

    private void members(Map<?, ?> rule, Map<?, ?> map, String at, List<String> faults) {
        Map<?, ?> properties = rule.get("properties") instanceof Map<?, ?> known ? known : Map.of();
        if (rule.get("required") instanceof List<?> required) {
            for (Object key : required) {
                if (!map.containsKey(key)) {
                    faults.add(at + " lacks " + key);
                }
            }
        }
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String below = at + "." + entry.getKey();
            if (properties.get(entry.getKey()) instanceof Map<?, ?> known) {
                check(known, entry.getValue(), below, faults);
            } else if (rule.get("additionalProperties") instanceof Map<?, ?> others) {
                check(others, entry.getValue(), below, faults);
            } else {
                faults.add(below + " is unknown");
            }
        }
    }

    private static boolean is(String type, Object value) {
        return switch (type) {
            case "object" -> value instanceof Map<?, ?>;
            case "array" -> value instanceof List<?>;
            case "string" -> value instanceof String;
            case "number" -> value instanceof Double;
            case "integer" -> value instanceof Double number && number == Math.rint(number);
            case "null" -> value == null;
            default -> false;
        };
    }
}
