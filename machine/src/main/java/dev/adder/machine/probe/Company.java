package dev.adder.machine.probe;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much of the processors other work takes while we measure: what {@code /proc/stat} counts as busy (time stolen by
 * the host with it) less what we took ourselves. What we measure of units that all share is unsure by about that share:
 * short samples find gaps in the use of a core, but not in that of memory, disk and network.
 */
final class Company {
    /** The kernel counts in hundredths of a second for all programs, whatever its own clock. */
    private static final double TICKS = 100;

    private final long began = System.nanoTime();
    private final double busy = busy();
    private final double own = own();

    /** Seconds all processors have been busy since the start of the system, or NaN. */
    private static double busy() {
        try {
            String line = Files.readString(Path.of("/proc/stat")).lines().findFirst().orElse("");
            String[] fields = line.strip().split(" +");
            double sum = 0;
            for (int i = 1; i < Math.min(fields.length, 9); i++) {
                // The fourth and fifth are idle and waiting for a disk.
                sum += i == 4 || i == 5 ? 0 : Double.parseDouble(fields[i]);
            }
            return fields.length > 8 ? sum / TICKS : Double.NaN;
        } catch (IOException | NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Seconds of processor time this process took. */
    static double own() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean bean
                ? bean.getProcessCpuTime() * 1e-9 : 0;
    }

    /** The share of all processors, 0 to 1, that others took since; 0 where nobody can tell. */
    double share(double child) {
        double seconds = (System.nanoTime() - began) * 1e-9 * Runtime.getRuntime().availableProcessors();
        double others = busy() - busy - (own() - own) - child;
        return others > 0 && seconds > 0 ? Math.min(1, others / seconds) : 0;
    }
}
