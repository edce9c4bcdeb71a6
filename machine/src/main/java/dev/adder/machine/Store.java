package dev.adder.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** Measured machines kept between runs, one file per machine; what cannot be read or written is said, never fatal. */
final class Store {
    private final Path folder;

    Store(Path folder) {
        this.folder = folder;
    }

    /** {@code $XDG_CACHE_HOME/adder}, or {@code ~/.cache/adder}, or the folder of {@code ADDER_MACHINE_CACHE}. */
    static Store usual() {
        String own = System.getenv("ADDER_MACHINE_CACHE");
        String shared = System.getenv("XDG_CACHE_HOME");
        if (own != null && !own.isEmpty()) {
            return new Store(Path.of(own));
        }
        return new Store(shared != null && !shared.isEmpty() ? Path.of(shared, "adder")
                : Path.of(System.getProperty("user.home", "."), ".cache", "adder"));
    }

    private Path file(String id) {
        return folder.resolve("machine-" + id + ".json");
    }

    /** The kept measurement of this machine, or null; {@code warnings} gets a sentence when there was one of no use. */
    Machine find(String id, StringBuilder warnings) {
        Path file = file(id);
        if (!Files.exists(file)) {
            return null;
        }
        try {
            Machine machine = MachineFile.read(file);
            if (!machine.id().equals(id)) {
                warnings.append("The kept measurement is of another machine; it is made anew.\n");
                return null;
            }
            return machine;
        } catch (MachineFileException e) {
            warnings.append("The kept measurement is of no use and made anew: ").append(e.getMessage()).append('\n');
            return null;
        }
    }

    /** A new measurement with errors that earlier ones, kept here, bear out. */
    Machine compared(Machine machine, StringBuilder warnings) {
        try {
            return new History(folder.resolve("machine-" + machine.id() + ".history")).widened(machine);
        } catch (IOException e) {
            warnings.append("Earlier measurements could not be compared with (").append(e.getMessage()).append(").\n");
            return machine;
        }
    }

    /** Keeps a measurement; a sentence in {@code warnings} where nothing can be written. */
    void keep(Machine machine, StringBuilder warnings) {
        try {
            MachineFile.write(machine, file(machine.id()));
        } catch (IOException e) {
            warnings.append("The measurement could not be kept in ").append(folder).append(" (").append(e.getMessage())
                    .append("); it will be made anew the next time.\n");
        }
    }

    /** How long ago something was measured, for a person. */
    static String age(String taken) {
        try {
            long seconds = Math.max(0, Duration.between(Instant.parse(taken), Instant.now()).toSeconds());
            return seconds < 120 ? seconds + " seconds ago" : seconds < 7200 ? seconds / 60 + " minutes ago"
                    : seconds < 172_800 ? seconds / 3600 + " hours ago" : seconds / 86_400 + " days ago";
        } catch (DateTimeException e) {
            return "at an unknown time";
        }
    }
}
