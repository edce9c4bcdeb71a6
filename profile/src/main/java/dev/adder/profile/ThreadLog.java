package dev.adder.profile;

import dev.adder.runtime.ThreadState;
import dev.adder.runtime.interp.CodeState;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * What is known of one Python thread: where it was lately, and what its time went to so far. The sampler's thread
 * writes places and waiting, the recorder's thread reads places and writes the rest.
 */
final class ThreadLog {
    /** At two milliseconds a sample more than a minute: the recorder delivers within two seconds. */
    private static final int MOST = 1 << 15;
    /** How far from a Java sample a place with the right instruction may lie; beyond, the nearest is taken. */
    private static final long NEAR = 30_000_000;

    final ThreadState ts;
    final Thread thread;
    final String name;
    final Place root = Place.root();
    final long startWall;
    final long startCpu;
    /** Sampler: end of the last interval. */
    long lastWall;
    long lastCpu;
    boolean ended;

    private long[] times = new long[1024];
    private Place[] places = new Place[1024];
    private int next;
    private int size;

    private final Map<Line, double[]> spent = new HashMap<>();
    private final Map<Line, double[]> idle = new HashMap<>();
    private final Map<CodeState, double[]> inclusive = new HashMap<>();
    private final Map<String, double[]> helpers = new HashMap<>();
    private double sampled;
    private int samples;
    /** Samples whose stack the JVM could not read; their place is the sampler's. */
    private int blind;

    ThreadLog(final ThreadState ts, final long wall, final long cpu) {
        this.ts = ts;
        this.thread = ts.thread;
        this.name = ts.thread.getName();
        this.startWall = wall;
        this.lastWall = wall;
        this.startCpu = cpu;
        this.lastCpu = cpu;
    }

    // ---- places

    synchronized void at(final long time, final Place place) {
        if (size == times.length && size < MOST) {
            times = unrolled(times);
            places = unrolled(places);
            next = size;
        }
        times[next] = time;
        places[next] = place;
        next = next + 1 == times.length ? 0 : next + 1;
        size = Math.min(size + 1, times.length);
    }

    private long[] unrolled(final long[] ring) {
        final long[] wider = new long[ring.length * 2];
        System.arraycopy(ring, next, wider, 0, ring.length - next);
        System.arraycopy(ring, 0, wider, ring.length - next, next);
        return wider;
    }

    private Place[] unrolled(final Place[] ring) {
        final Place[] wider = new Place[ring.length * 2];
        System.arraycopy(ring, next, wider, 0, ring.length - next);
        System.arraycopy(ring, 0, wider, ring.length - next, next);
        return wider;
    }

    /**
     * Where the thread was at a time: of the samples near it the nearest that was at one of these instructions;
     * without such, or with {@code instructions} null, the nearest. Null if there is none at all.
     */
    synchronized Place near(final long time, final BitSet instructions) {
        int low = 0;
        int high = size;
        while (low < high) {
            final int mid = (low + high) >>> 1;
            if (times[index(mid)] < time) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        if (size == 0) {
            return null;
        }
        int before = low - 1;
        int after = low;
        Place nearest = null;
        while (before >= 0 || after < size) {
            final long back = before >= 0 ? time - times[index(before)] : Long.MAX_VALUE;
            final long ahead = after < size ? times[index(after)] - time : Long.MAX_VALUE;
            final Place p = places[index(back <= ahead ? before-- : after++)];
            if (nearest == null) {
                nearest = p;
            }
            if (instructions == null || Math.min(back, ahead) > NEAR) {
                return nearest;
            }
            if (!p.isRoot() && instructions.get(p.opcode())) {
                return p;
            }
        }
        return nearest;
    }

    private int index(final int i) {
        final int at = next - size + i;
        return at < 0 ? at + times.length : at;
    }

    // ---- time

    synchronized void spend(final Line line, final Spent on, final double seconds) {
        spent.computeIfAbsent(line, k -> new double[Spent.COUNT])[on.ordinal()] += seconds;
        if (on.isCpu()) {
            sampled += seconds;
            samples++;
        }
    }

    synchronized void idle(final Line line, final Spent how, final double seconds) {
        idle.computeIfAbsent(line, k -> new double[Spent.COUNT])[how.ordinal()] += seconds;
    }

    synchronized void include(final CodeState state, final double seconds) {
        inclusive.computeIfAbsent(state, k -> new double[1])[0] += seconds;
    }

    synchronized void helper(final String method, final double seconds) {
        helpers.computeIfAbsent(method, k -> new double[1])[0] += seconds;
    }

    synchronized void blind() {
        blind++;
    }

    // ---- results, when all is over

    /** Seconds of CPU that the operating system counted. */
    double cpu() {
        return (lastCpu - startCpu) / 1e9;
    }

    double wall() {
        return (lastWall - startWall) / 1e9;
    }

    int samples() {
        return samples;
    }

    int blindSamples() {
        return blind;
    }

    /** What the sampled seconds have to be multiplied with so that they sum up to {@link #cpu}. */
    double scale() {
        return sampled > 0 ? cpu() / sampled : 0;
    }

    Map<Line, double[]> spent() {
        return spent;
    }

    Map<Line, double[]> idle() {
        return idle;
    }

    Map<CodeState, double[]> inclusive() {
        return inclusive;
    }

    Map<String, double[]> helpers() {
        return helpers;
    }
}
