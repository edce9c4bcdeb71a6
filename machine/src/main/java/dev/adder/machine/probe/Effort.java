package dev.adder.machine.probe;

/**
 * How long the probes take.
 *
 * @param text its name
 * @param sweeps how often everything is measured, with memory taken anew: what lies seconds apart differs more than what
 * lies side by side
 * @param rounds rounds of each measurement in a sweep
 * @param roundNanos length of one
 * @param perOctave working sets measured in each doubling of size
 * @param mostMemory bytes the largest working set may have, whatever the caches
 * @param diskBytes size of the file a disk is probed with
 * @param diskSeconds time for each way of access
 */
public record Effort(String text, int sweeps, int rounds, long roundNanos, int perOctave, long mostMemory, long diskBytes,
        double diskSeconds) {
    /** Under 10 seconds. */
    public static final Effort QUICK = new Effort("quick", 2, 2, 3_000_000, 0, 256L << 20, 64L << 20, 0.06);
    /** About a minute. */
    public static final Effort NORMAL = new Effort("normal", 3, 3, 15_000_000, 1, 4L << 30, 512L << 20, 0.4);
    /** Under 3 minutes. */
    public static final Effort THOROUGH = new Effort("thorough", 3, 4, 25_000_000, 2, 4L << 30, 1L << 30,
            1);

    /** Time for one round of work that all cores do together. */
    long teamNanos() {
        return 4 * roundNanos;
    }

    /** The effort of a name, or null. */
    public static Effort of(String text) {
        return switch (text) {
            case "quick" -> QUICK;
            case "normal" -> NORMAL;
            case "thorough" -> THOROUGH;
            default -> null;
        };
    }
}
