package dev.adder.machine.probe;

import com.sun.nio.file.ExtendedOpenOption;
import dev.adder.machine.Figure;
import dev.adder.machine.Property;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A disk through a file of our own: in sequence and at random, past the page cache ({@code O_DIRECT}) and through it.
 * The file holds random bytes (a disk may compress), is made anew, and is gone afterwards.
 */
final class DiskProbe {
    private static final int LARGE = 1 << 20;
    private static final int SMALL = 4096;
    private static final double FLOOR = 0.1;

    private final Effort effort;
    private final Path folder;
    private final Map<Property, Figure> figures = new EnumMap<>(Property.class);
    private final ByteBuffer large = aligned(LARGE);
    private final ByteBuffer small = aligned(SMALL);
    private final SplittableRandom random = new SplittableRandom(42);
    private String warning = "";

    DiskProbe(Effort effort, Path folder) {
        this.effort = effort;
        this.folder = folder;
        fill(large);
        fill(small);
    }

    private static ByteBuffer aligned(int size) {
        return ByteBuffer.allocateDirect(size + 4096).alignedSlice(4096).slice(0, size).alignedSlice(1);
    }

    private void fill(ByteBuffer buffer) {
        for (int i = 0; i + 8 <= buffer.capacity(); i += 8) {
            buffer.putLong(i, random.nextLong());
        }
    }

    /** What could be said about why something is missing; empty when nothing is. */
    String warning() {
        return warning;
    }

    Map<Property, Figure> run() {
        Path file = null;
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            long bytes = Math.min(effort.diskBytes(), free / 4) / LARGE * LARGE;
            if (bytes < 16L * LARGE) {
                warning = "The disk under " + folder + " has too little room to be measured.";
                return figures;
            }
            file = Files.createTempFile(folder, ".adder-machine", ".probe");
            measure(file, bytes);
        } catch (IOException | RuntimeException e) {
            warning = "The disk under " + folder + " could not be measured: " + e + ".";
        } finally {
            delete(file);
        }
        return figures;
    }

    private void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            warning = "The file " + file + " of the disk probe could not be removed: " + e.getMessage() + ".";
        }
    }

    private void measure(Path file, long bytes) throws IOException {
        try (FileChannel cached = open(file, false)) {
            for (long at = 0; at < bytes; at += LARGE) {
                large.clear();
                cached.write(large, at);
            }
            cached.force(true);
            sequential(Property.DISK_WRITE_CACHED, cached, bytes, true);
            cached.force(true);
            random(Property.DISK_RANDOM_WRITE_CACHED, cached, bytes, true);
            cached.force(true);
            sync(cached, bytes);
        }
        try (FileChannel direct = open(file, true)) {
            sequential(Property.DISK_WRITE, direct, bytes, true);
            sequential(Property.DISK_READ, direct, bytes, false);
            random(Property.DISK_RANDOM_WRITE, direct, bytes, true);
            random(Property.DISK_RANDOM_READ, direct, bytes, false);
        } catch (IOException | UnsupportedOperationException e) {
            warning = "The file system under " + folder + " does not go past the page cache: " + e.getMessage() + ".";
        }
        try (FileChannel cached = open(file, false)) {
            long part = Math.min(bytes, 256L << 20);
            for (long at = 0; at < part; at += LARGE) {
                large.clear();
                cached.read(large, at);
            }
            sequential(Property.DISK_READ_CACHED, cached, part, false);
            random(Property.DISK_RANDOM_READ_CACHED, cached, part, false);
        }
    }

    private static FileChannel open(Path file, boolean direct) throws IOException {
        Set<OpenOption> options = new HashSet<>(Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE));
        if (direct) {
            options.add(ExtendedOpenOption.DIRECT);
        }
        return FileChannel.open(file, options);
    }

    private void move(FileChannel channel, ByteBuffer buffer, long at, boolean write) throws IOException {
        buffer.clear();
        int moved = write ? channel.write(buffer, at) : channel.read(buffer, at);
        if (moved != buffer.capacity()) {
            throw new IOException("a block was moved in part");
        }
    }

    /** Five parts of the time each give a rate; the median of them counts, their spread is the error. */
    private void sequential(Property property, FileChannel channel, long bytes, boolean write) throws IOException {
        double[] rates = new double[5];
        long at = 0;
        for (int part = 0; part < rates.length; part++) {
            long start = System.nanoTime();
            long end = start + (long) (effort.diskSeconds() * 1e9 / rates.length);
            long moved = 0;
            while (System.nanoTime() < end || moved == 0) {
                move(channel, large, at, write);
                at = at + LARGE >= bytes ? 0 : at + LARGE;
                moved += LARGE;
            }
            rates[part] = moved * 1e9 / (System.nanoTime() - start);
        }
        put(property, rates);
    }

    private void random(Property property, FileChannel channel, long bytes, boolean write) throws IOException {
        double[] rates = new double[5];
        long blocks = bytes / SMALL;
        for (int part = 0; part < rates.length; part++) {
            long start = System.nanoTime();
            long end = start + (long) (effort.diskSeconds() * 1e9 / rates.length);
            long count = 0;
            while (System.nanoTime() < end || count == 0) {
                move(channel, small, random.nextLong(blocks) * SMALL, write);
                count++;
            }
            rates[part] = count * 1e9 / (System.nanoTime() - start);
        }
        put(property, rates);
    }

    private void sync(FileChannel channel, long bytes) throws IOException {
        double[] times = new double[5];
        for (int part = 0; part < times.length; part++) {
            long start = System.nanoTime();
            long end = start + (long) (effort.diskSeconds() * 1e9 / times.length);
            int count = 0;
            while (System.nanoTime() < end || count == 0) {
                move(channel, small, random.nextLong(bytes / SMALL) * SMALL, true);
                channel.force(false);
                count++;
            }
            times[part] = (System.nanoTime() - start) * 1e-9 / count;
        }
        put(Property.DISK_SYNC, times);
    }

    private void put(Property property, double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2];
        double spread = Math.max(sorted[sorted.length - 1] - median, median - sorted[0]) / median;
        figures.put(property, Figure.probe(median, Math.max(FLOOR, spread)));
    }
}
