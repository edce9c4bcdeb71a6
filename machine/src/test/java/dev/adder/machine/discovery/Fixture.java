package dev.adder.machine.discovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small {@code /proc} and {@code /sys} under a folder, made file by file. */
final class Fixture {
    final Path root;

    Fixture(Path root) {
        this.root = root;
    }

    Fixture file(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** x86 processors in {@code /proc/cpuinfo}, all in one socket, each a core of its own. */
    Fixture cpuinfo(int count, String model) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int cpu = 0; cpu < count; cpu++) {
            text.append("processor\t: ").append(cpu).append("\nvendor_id\t: GenuineIntel\nmodel name\t: ").append(model)
                    .append("\ncpu MHz\t\t: 2300.5\nphysical id\t: 0\ncore id\t\t: ").append(cpu)
                    .append("\nflags\t\t: fpu sse2 avx2 fma\n\n");
        }
        return file("proc/cpuinfo", text.toString()).file("proc/meminfo", "MemTotal: 1000 kB\nMemAvailable: 400 kB\n");
    }

    Fixture cpu(int cpu, int socket, int core, String siblings) throws IOException {
        String base = "sys/devices/system/cpu/cpu" + cpu + "/topology/";
        return file(base + "physical_package_id", socket + "\n").file(base + "core_id", core + "\n")
                .file(base + "thread_siblings_list", siblings + "\n");
    }

    Fixture cache(int cpu, int index, int level, String type, String size, String shared) throws IOException {
        String base = "sys/devices/system/cpu/cpu" + cpu + "/cache/index" + index + "/";
        return file(base + "level", level + "\n").file(base + "type", type + "\n").file(base + "size", size + "\n")
                .file(base + "coherency_line_size", "64\n").file(base + "ways_of_associativity", "8\n")
                .file(base + "number_of_sets", "64\n").file(base + "shared_cpu_list", shared + "\n");
    }
}
