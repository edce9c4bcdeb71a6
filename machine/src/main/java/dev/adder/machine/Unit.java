package dev.adder.machine;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A computing unit or a memory unit; units that are equal in everything are one {@code Unit} with a count.
 *
 * @param id unique in its machine, stable between runs: {@code processor}, {@code core.performance}, {@code L1d},
 * {@code memory}
 * @param kind what it is
 * @param name for a person
 * @param count how many of them there are
 * @param figures its numbers
 * @param facts its other properties as text, such as {@code "shared by" -> "0-1,2-3"}
 */
public record Unit(String id, Kind kind, String name, int count, Map<Property, Figure> figures,
        Map<String, String> facts) {
    public Unit {
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

    /** The same unit with further figures, which win over its own. */
    public Unit with(Map<Property, Figure> more) {
        Map<Property, Figure> all = new EnumMap<>(Property.class);
        all.putAll(figures);
        all.putAll(more);
        return new Unit(id, kind, name, count, all, facts);
    }
}
