package dev.adder.machine;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A way for bytes from one unit to another.
 *
 * @param id unique in its machine
 * @param from id of the unit nearer to the cores
 * @param to id of the farther unit, or the name of what is outside (a network, a host)
 * @param name for a person
 * @param figures its numbers
 * @param facts its other properties as text
 */
public record Connection(String id, String from, String to, String name, Map<Property, Figure> figures,
        Map<String, String> facts) {
    public Connection {
        figures = figures.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(figures));
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** The figure for a property, or null. */
    public Figure figure(Property property) {
        return figures.get(property);
    }

    /** The value of a property, or NaN. */
    public double value(Property property) {
        Figure figure = figures.get(property);
        return figure == null ? Double.NaN : figure.value();
    }

    /** The same connection with further figures, which win over its own. */
    public Connection with(Map<Property, Figure> more) {
        Map<Property, Figure> all = new EnumMap<>(Property.class);
        all.putAll(figures);
        all.putAll(more);
        return new Connection(id, from, to, name, all, facts);
    }
}
