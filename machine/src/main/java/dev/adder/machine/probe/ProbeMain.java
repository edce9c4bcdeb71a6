package dev.adder.machine.probe;

import dev.adder.machine.discovery.CpuList;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The child JVM's main class. Arguments: effort, allowed processors, whether there is a fused multiply-add, bytes of
 * memory available, then the levels as {@code id=capacity}.
 */
public final class ProbeMain {
    private ProbeMain() {
    }

    /** See the class. */
    public static void main(String[] args) throws InterruptedException {
        Report report = new Report(new PrintStream(System.out, false, StandardCharsets.UTF_8));
        Effort effort = Effort.of(args[0]);
        BitSet cpus = CpuList.parse(args[1]);
        boolean fma = Boolean.parseBoolean(args[2]);
        long available = Long.parseLong(args[3]);
        List<MemoryProbe.Stage> stages = new ArrayList<>();
        for (int i = 4; i < args.length; i++) {
            int equals = args[i].indexOf('=');
            stages.add(new MemoryProbe.Stage(args[i].substring(0, equals), Long.parseLong(args[i].substring(equals
                    + 1))));
        }
        for (int sweep = 0; sweep < effort.sweeps(); sweep++) {
            boolean first = sweep == 0;
            attempt(report, "arithmetic", () -> new ComputeProbe(report, effort, fma, cpus).run());
            if (cpus.cardinality() > 1) {
                attempt(report, "hand-over between cores", () -> new SharingProbe(report, cpus, effort).run());
            }
            attempt(report, "memory", () -> new MemoryProbe(report, effort, stages, available, cpus).run(first));
        }
        report.used(Company.own());
        report.end();
    }

    private interface Part {
        void run() throws InterruptedException;
    }

    /** One part that cannot be measured does not take the others with it. */
    private static void attempt(Report report, String what, Part part) throws InterruptedException {
        try {
            part.run();
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            report.unseen("The probe of " + what + " ended early: " + e + ".");
        }
    }
}
