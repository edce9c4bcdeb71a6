package dev.adder.machine;

/**
 * A measured property against the size of the data worked on; one core, huge pages where they can be had.
 *
 * <p>Sizes rise. The arrays are never changed after construction.
 *
 * @param property what was measured
 * @param cores how many cores worked, each on its own data of the given size
 * @param sizes working sets in bytes
 * @param values the figure at each
 * @param errors its relative error at each
 */
public record Curve(Property property, int cores, double[] sizes, double[] values, double[] errors) {
    /** The value at a working set: linear between the logarithms, constant outside. */
    public double at(double size) {
        if (size <= sizes[0]) {
            return values[0];
        }
        for (int i = 1; i < sizes.length; i++) {
            if (size <= sizes[i]) {
                double part = Math.log(size / sizes[i - 1]) / Math.log(sizes[i] / sizes[i - 1]);
                return Math.exp(Math.log(values[i - 1]) * (1 - part) + Math.log(values[i]) * part);
            }
        }
        return values[values.length - 1];
    }

    /** The highest value at any working set of at least this size: what no such work can exceed. */
    public double most(double size) {
        double most = at(size);
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] >= size) {
                most = Math.max(most, values[i]);
            }
        }
        return most;
    }

    /** The lowest value at any working set of at least this size: for times, what no such work can undercut. */
    public double least(double size) {
        double least = at(size);
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] >= size) {
                least = Math.min(least, values[i]);
            }
        }
        return least;
    }
}
