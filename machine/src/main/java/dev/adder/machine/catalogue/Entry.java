package dev.adder.machine.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One known processor.
 *
 * @param id short name, as on the command line
 * @param name full name
 * @param vendor who made it, as the operating system says it, or {@code ARM part} with the part in {@code family}
 * @param family family number or part
 * @param models model numbers, parted by commas; empty for any
 * @param figures published figures by {@code unit/property}
 */
public record Entry(String id, String name, String vendor, String family, String models, Map<String,
        Published> figures) {
    /**
     * One published figure.
     *
     * @param value in the base unit
     * @param source who published it, and where
     */
    public record Published(double value, String source) {
    }

    public Entry {
        figures = new LinkedHashMap<>(figures);
    }

    double value(String key) {
        Published published = figures.get(key);
        return published == null ? Double.NaN : published.value();
    }

    String source(String key) {
        Published published = figures.get(key);
        return published == null ? "" : published.source();
    }
}
