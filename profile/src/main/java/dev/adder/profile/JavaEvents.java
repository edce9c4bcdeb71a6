package dev.adder.profile;

import dev.adder.runtime.interp.CodeState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingStream;

/**
 * The JVM's flight recorder, streaming: samples of the CPU time of threads with their Java stacks, collections, and
 * samples of allocations, among whose lines a collection's pause is divided.
 */
final class JavaEvents {
    /** Linux only; elsewhere the older sampler, whose samples say nothing of the time they stand for. */
    private static final boolean CPU_TIME = System.getProperty("os.name").equals("Linux");
    private static final String SAMPLE = CPU_TIME ? "jdk.CPUTimeSample" : "jdk.ExecutionSample";

    private final FrameSampler threads;
    private final Attribution attribution;
    private final int interval;
    private final RecordingStream stream = new RecordingStream();
    private final List<Allocation> allocations = new ArrayList<>();
    private final List<Collection> collections = new ArrayList<>();
    private long lost;

    private record Allocation(long time, Line line) {
    }

    private record Collection(long time, double seconds) {
    }

    /** @param interval milliseconds of CPU time from sample to sample */
    JavaEvents(final FrameSampler threads, final Units units, final int interval) {
        this.threads = threads;
        this.attribution = new Attribution(units);
        this.interval = interval;
    }

    void start() {
        stream.setOrdered(false);
        stream.setReuse(true);
        if (CPU_TIME) {
            stream.enable(SAMPLE).with("throttle", interval + "ms");
            stream.enable("jdk.CPUTimeSamplesLost");
            stream.onEvent("jdk.CPUTimeSamplesLost", e -> lost += e.getLong("lostSamples"));
        } else {
            stream.enable(SAMPLE).withPeriod(java.time.Duration.ofMillis(interval));
        }
        stream.onEvent(SAMPLE, this::sample);
        stream.enable("jdk.GarbageCollection");
        stream.onEvent("jdk.GarbageCollection", this::collection);
        stream.enable("jdk.ObjectAllocationSample").with("throttle", "150/s");
        stream.onEvent("jdk.ObjectAllocationSample", this::allocation);
        stream.startAsync();
    }

    /** All that happened until now has been seen when it returns. */
    void stop() {
        stream.stop();
        stream.close();
        removeRepository();
    }

    /** The recorder's folder of temporary files goes with the JVM, but not when a signal ends it. */
    private static void removeRepository() {
        final String folder = System.getProperty("jdk.jfr.repository");
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            files.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
        } catch (final java.io.IOException e) {
            // What cannot be removed now the JVM removes at its end.
            return;
        }
    }

    private static long epoch(final Instant time) {
        return time.getEpochSecond() * 1_000_000_000L + time.getNano();
    }

    private ThreadLog log(final RecordedThread thread) {
        return thread == null ? null : threads.of(thread.getJavaThreadId());
    }

    private void sample(final RecordedEvent e) {
        final ThreadLog log = log(e.getThread(CPU_TIME ? "eventThread" : "sampledThread"));
        if (log == null) {
            return;
        }
        final double seconds = CPU_TIME ? e.getDuration("samplingPeriod").toNanos() / 1e9 : interval / 1e3;
        final RecordedStackTrace stack = e.getStackTrace();
        if (stack == null) {
            log.blind();
        }
        final Attribution.Found found = attribution.find(log, epoch(e.getStartTime()),
                stack == null ? List.of() : stack.getFrames(), stack != null && stack.isTruncated());
        log.spend(found.line(), found.on(), seconds);
        for (final CodeState state : Attribution.codes(found)) {
            log.include(state, seconds);
        }
        if (found.on() == Spent.HELPERS && found.helper() != null) {
            log.helper(found.helper(), seconds);
        }
    }

    private void collection(final RecordedEvent e) {
        collections.add(new Collection(epoch(e.getStartTime()), e.getDuration("sumOfPauses").toNanos() / 1e9));
    }

    private void allocation(final RecordedEvent e) {
        final ThreadLog log = log(e.getThread());
        final RecordedStackTrace stack = e.getStackTrace();
        if (log == null || stack == null) {
            return;
        }
        final long time = epoch(e.getStartTime());
        allocations.add(new Allocation(time, attribution.find(log, time, stack.getFrames(), stack.isTruncated()).line()));
    }

    // ---- results, after stop

    long lost() {
        return lost;
    }

    int collections() {
        return collections.size();
    }

    /** Each collection's pause, divided among the lines that were seen allocating since the one before. */
    Map<Line, Double> collecting() {
        allocations.sort(Comparator.comparingLong(Allocation::time));
        collections.sort(Comparator.comparingLong(Collection::time));
        final Map<Line, Double> all = new HashMap<>();
        int from = 0;
        for (final Collection c : collections) {
            int to = from;
            while (to < allocations.size() && allocations.get(to).time <= c.time) {
                to++;
            }
            if (to == from) {
                // None was seen: the last one before answers for it.
                all.merge(to == 0 ? Line.OUTSIDE : allocations.get(to - 1).line, c.seconds, Double::sum);
            }
            for (int i = from; i < to; i++) {
                all.merge(allocations.get(i).line, c.seconds / (to - from), Double::sum);
            }
            from = to;
        }
        return all;
    }
}
