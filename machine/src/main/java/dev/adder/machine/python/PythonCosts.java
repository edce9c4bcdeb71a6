package dev.adder.machine.python;

import dev.adder.machine.Machine;
import dev.adder.machine.probe.Effort;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs the program {@code costs.py} under every Python at hand: Adder interpreted and compiled, and the first CPython
 * on
 * the PATH. Where there is none, that is among what was not seen.
 */
public final class PythonCosts {
    private static final int PATIENCE_SECONDS = 90;

    private final Effort effort;
    private final List<Machine.PythonCost> costs = new ArrayList<>();
    private final List<String> unseen;

    private PythonCosts(Machine machine, Effort effort) {
        this.effort = effort;
        unseen = new ArrayList<>(machine.unseen());
    }

    /** The machine with Python's costs. */
    public static Machine measure(Machine machine, Effort effort, Consumer<String> progress) {
        if (effort == Effort.QUICK) {
            List<String> unseen = new ArrayList<>(machine.unseen());
            unseen.add("What Python's operations cost is not part of a quick measurement.");
            return machine.withCosts(List.of(), unseen);
        }
        PythonCosts python = new PythonCosts(machine, effort);
        Path program = null;
        try {
            program = Files.createTempFile("adder-costs", ".py");
            try (InputStream in = PythonCosts.class.getResourceAsStream("costs.py")) {
                Files.write(program, in.readAllBytes());
            }
            python.all(program, progress);
        } catch (IOException e) {
            python.unseen.add("What Python's operations cost could not be measured: " + e.getMessage() + ".");
        } finally {
            delete(program);
        }
        return machine.withCosts(python.costs, python.unseen);
    }

    private static void delete(Path program) {
        try {
            if (program != null) {
                Files.deleteIfExists(program);
            }
        } catch (IOException e) {
            program.toFile().deleteOnExit();
        }
    }

    private void all(Path program, Consumer<String> progress) {
        List<String> adder = adder();
        if (adder.isEmpty()) {
            unseen.add("No Adder to measure: this part was not started by its launcher, and none is on the PATH.");
        } else {
            progress.accept("Python's costs, Adder interpreted");
            run(with(adder, "-X", "jit=off", program.toString()), ", interpreted", "Adder, interpreted");
            progress.accept("Python's costs, Adder compiled");
            run(with(adder, program.toString()), ", compiled", "Adder, compiled");
        }
        String cpython = cpython();
        if (cpython == null) {
            unseen.add("No CPython is on the PATH to measure beside Adder.");
        } else {
            progress.accept("Python's costs, CPython");
            run(List.of(cpython, program.toString()), "", cpython);
        }
    }

    private static List<String> with(List<String> command, String... more) {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of(more));
        return whole;
    }

    /** Adder as this JVM runs it (the launcher might build first), or one on the PATH; empty where there is none. */
    private static List<String> adder() {
        if (System.getProperty("adder.home") != null) {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
            command.add("-cp");
            command.add(System.getProperty("java.class.path"));
            command.add("dev.adder.cli.Main");
            return command;
        }
        String found = onPath("adder");
        return found == null ? List.of() : List.of(found);
    }

    private static String onPath(String name) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            Path candidate = folder.isEmpty() ? null : Path.of(folder, name);
            if (candidate != null && Files.isExecutable(candidate) && !Files.isDirectory(candidate)) {
                return candidate.toString();
            }
        }
        return null;
    }

    /** The first of the usual names that runs and says it is CPython. */
    private static String cpython() {
        for (String name : new String[] {"python3.14", "python3", "python"}) {
            String found = onPath(name);
            if (found == null) {
                continue;
            }
            try {
                Process process = start(List.of(found, "-c", "import sys; print(sys.implementation.name)"));
                String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
                if (said.equals("cpython")) {
                    return found;
                }
            } catch (IOException e) {
                continue;
            }
        }
        return null;
    }

    private static Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PYTHON"));
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private void run(List<String> command, String suffix, String what) {
        List<String> whole = new ArrayList<>(command);
        whole.add(effort == Effort.THOROUGH ? "0.25" : "0.1");
        int before = costs.size();
        try {
            Process process = start(whole);
            Thread watch = new Thread(() -> watch(process));
            watch.setDaemon(true);
            watch.start();
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(),
                    StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    take(line.split("\t", -1), suffix);
                }
            } finally {
                watch.interrupt();
                process.destroy();
            }
        } catch (IOException | NumberFormatException e) {
            unseen.add("Python's costs under " + what + " could not be measured: " + e.getMessage() + ".");
            return;
        }
        if (costs.size() == before) {
            unseen.add("Python's costs under " + what + " could not be measured: the program did not run there.");
        }
    }

    private static void watch(Process process) {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(String[] fields, String suffix) {
        if (fields[0].equals("C") && fields.length == 6) {
            double bytes = fields[5].isEmpty() ? Double.NaN : Double.parseDouble(fields[5]);
            costs.add(new Machine.PythonCost(fields[1] + suffix, fields[2], Double.parseDouble(fields[3]),
                    Double.parseDouble(fields[4]), bytes));
        }
    }
}
