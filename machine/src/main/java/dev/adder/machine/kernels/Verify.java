package dev.adder.machine.kernels;

import dev.adder.machine.Dimension;
import dev.adder.machine.Machine;
import dev.adder.machine.MachineFile;
import dev.adder.machine.Property;
import dev.adder.machine.Unit;
import dev.adder.machine.prediction.Prediction;
import dev.adder.machine.prediction.Predictor;
import dev.adder.machine.probe.Probes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Holds predictions against measured times: {@code adder machine --verify}. A child JVM runs the kernels; its lines are
 * {@code kernel, working set, measured, predicted, units that bind, truth, gain}, parted by tabs. Where units need the same
 * time within a tenth, about the errors of their figures, each of them may be the one that binds.
 */
public final class Verify {
    /** A working set that every first-level cache holds. */
    static final long SMALL = 16 << 10;

    /** Bytes of a boxed double in the child JVM, which runs with compact object headers. */
    static final int BOX = 16;

    private static final String[] NAMES = {"copy", "triad", "dot", "matrix, naive", "matrix, blocked", "stencil",
        "pointer chase", "histogram", "sort", "hash build, probe", "parse", "boxed sum", "packed sum"};
    private static final int ROUNDS = 3;
    /** Relief that changes the time by less than this says nothing. */
    private static final double NOTHING = 1.12;

    private Verify() {
    }

    private static Kernel kernel(String name, long workingSet) {
        Kernel kernel = Streams.of(name, workingSet);
        kernel = kernel == null ? Matrices.of(name, workingSet) : kernel;
        kernel = kernel == null ? Randoms.of(name, workingSet) : kernel;
        return kernel == null ? Branches.of(name, workingSet) : kernel;
    }

    /** Runs each kernel in a child and prints the table; 0, or 1 where a bound was broken. */
    public static int run(Machine machine, PrintStream out, Consumer<String> progress) {
        Path file = null;
        Tally tally = new Tally();
        try {
            file = Files.createTempFile("adder-machine", ".json");
            Files.writeString(file, MachineFile.write(machine));
            out.println("kernel            data     measured at least ratio binds                 relief of");
            for (String name : NAMES) {
                // A child for each: what one kernel taught the compiler is not what the next one needs.
                List<String> command = Probes.child(largest(machine) * 3 + (256L << 20));
                command.add(command.indexOf("-cp"), "-XX:InlineSmallCode=20000");
                command.addAll(List.of(Verify.class.getName(), file.toString(), name));
                child(command, out, progress, tally);
            }
            out.println(tally.rows + " predictions, " + tally.broken + " above the measured time by more than 5%, "
                    + tally.wrong + " naming another unit than the one whose relief helps most");
        } catch (IOException e) {
            out.println("The kernels could not be run: " + e.getMessage());
            return 1;
        } finally {
            delete(file);
        }
        return tally.broken == 0 ? 0 : 1;
    }

    private static final class Tally {
        int rows;
        int broken;
        int wrong;
    }

    private static void child(List<String> command, PrintStream out, Consumer<String> progress, Tally tally)
            throws IOException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        process.getOutputStream().close();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split("\t", -1);
                if (fields[0].equals("P")) {
                    progress.accept(fields[1]);
                } else if (fields.length == 7) {
                    double measured = Double.parseDouble(fields[2]);
                    double bound = Double.parseDouble(fields[3]);
                    tally.broken += bound > measured * 1.05 ? 1 : 0;
                    tally.wrong += verdict(fields[4], fields[5]).equals("wrong") ? 1 : 0;
                    tally.rows++;
                    print(out, fields, measured, bound);
                }
                out.flush();
            }
        } finally {
            process.destroy();
        }
    }

    /** Whether the predicted unit is the one whose relief helps most; where none helps nothing is decided. */
    private static String verdict(String binding, String truth) {
        if (truth.isEmpty()) {
            return "undecided";
        }
        for (String part : truth.split(" and ")) {
            boolean found = false;
            for (String unit : binding.split(" = ")) {
                boolean level = unit.startsWith("L") || unit.equals("memory");
                found |= part.equals(unit) || part.equals("level") && level;
            }
            if (!found) {
                return "wrong";
            }
        }
        return "right";
    }

    private static void print(PrintStream out, String[] fields, double measured, double bound) {
        StringBuilder line = new StringBuilder(fields[0]);
        pad(line, 18).append(Dimension.BYTES.format(Double.parseDouble(fields[1])));
        pad(line, 27).append(Dimension.SECONDS.format(measured));
        pad(line, 36).append(Dimension.SECONDS.format(bound));
        pad(line, 45).append(Dimension.digits(measured / bound));
        pad(line, 51).append(fields[4].replace("core ", "").replace(", scalar", ""));
        String verdict = verdict(fields[4], fields[5]);
        pad(line, 68).append(verdict);
        if (!verdict.equals("undecided")) {
            line.append(' ').append(fields[6]);
        }
        if (verdict.equals("wrong")) {
            line.append("\n  relief of ").append(fields[5]).append(" helps most");
        }
        out.println(line);
    }

    private static StringBuilder pad(StringBuilder line, int column) {
        do {
            line.append(' ');
        } while (line.length() < column);
        return line;
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }

    private static long largest(Machine machine) {
        List<Unit> levels = machine.hierarchy();
        double last = levels.size() > 1 ? levels.get(levels.size() - 2).value(Property.CAPACITY) : 32 << 20;
        Unit memory = machine.unit("memory");
        double free = memory == null ? 1e9 : memory.value(Property.FREE);
        return (long) Math.min(4 * last, free / 6);
    }

    /** The child: one argument, the machine's JSON, and perhaps names of kernels. */
    public static void main(String[] args) {
        Machine machine = MachineFile.read(Path.of(args[0]));
        Predictor predictor = new Predictor(machine);
        List<Long> sizes = new ArrayList<>();
        List<Unit> levels = machine.hierarchy();
        for (int i = 0; i < levels.size() - 1; i++) {
            double own = levels.get(i).value(Property.CAPACITY);
            sizes.add(i == 0 ? (long) own / 2 : (long) Math.min(own / 2,
                    8 * levels.get(i - 1).value(Property.CAPACITY)));
        }
        sizes.add(largest(machine));
        for (String name : NAMES) {
            if (args.length > 1 && !List.of(args).contains(name)) {
                continue;
            }
            for (long size : sizes) {
                System.out.println("P\t" + name + ", " + Dimension.BYTES.format(size));
                one(predictor, name, size);
                System.gc();
            }
        }
    }

    private static void one(Predictor predictor, String name, long size) {
        boolean small = size <= 48 << 10;
        warm(kernel(name, SMALL));
        Kernel kernel = kernel(name, size);
        System.gc();
        double measured = time(kernel);
        Prediction prediction = predictor.oneCore(kernel.work());
        double each = measured / kernel.things();
        String[] reliefs = kernel.reliefs();
        kernel.close();
        kernel = null;
        String truth = "";
        double most = NOTHING;
        for (String relief : reliefs) {
            // In the nearest cache its own accesses are what can be left out; elsewhere a smaller working set relieves.
            if (small ? relief.startsWith("level") : relief.startsWith("L1d")) {
                continue;
            }
            // Two units at once only where neither alone is a relief.
            if (relief.contains(" and ") && !truth.isEmpty()) {
                continue;
            }
            warm(relieved(name, SMALL, relief));
            Kernel relieved = relieved(name, size, relief);
            System.gc();
            double gain = each / (time(relieved) / relieved.things());
            relieved.close();
            if (gain > most) {
                most = gain;
                truth = relief;
            }
        }
        System.out.println(name + "\t" + size + "\t" + measured + "\t" + prediction.seconds() + "\t"
                + binding(prediction) + "\t"
                + truth + "\t" + (truth.isEmpty() ? "" : Dimension.digits(most)));
        System.out.flush();
    }

    /** The units that need the longest time, within a tenth. */
    private static String binding(Prediction prediction) {
        StringBuilder units = new StringBuilder();
        for (Prediction.Term term : prediction.terms()) {
            if (term.seconds() >= prediction.seconds() * 0.9) {
                units.append(units.isEmpty() ? "" : " = ").append(term.unit());
            }
        }
        return units.toString();
    }

    private static Kernel relieved(String name, long size, String relief) {
        Kernel whole = kernel(name, relief.startsWith("level") ? SMALL : size);
        Kernel relieved = whole.relieved(relief);
        whole.close();
        return relieved;
    }

    private static void warm(Kernel kernel) {
        long end = System.nanoTime() + 1_000_000_000L;
        for (int i = 0; i < 4000 && System.nanoTime() < end; i++) {
            sink += kernel.run(1);
        }
        kernel.close();
    }

    private static long sink;

    /** Seconds of one pass: the fastest of many samples over some rounds. */
    private static double time(Kernel kernel) {
        sink += kernel.run(1);
        long start = System.nanoTime();
        sink += kernel.run(1);
        long one = Math.max(1, System.nanoTime() - start);
        int passes = (int) Math.max(1, 400_000 / one);
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            do {
                start = System.nanoTime();
                sink += kernel.run(passes);
                best = Math.min(best, System.nanoTime() - start);
            } while (System.nanoTime() - begin < 60_000_000L);
        }
        return best * 1e-9 / passes;
    }
}
