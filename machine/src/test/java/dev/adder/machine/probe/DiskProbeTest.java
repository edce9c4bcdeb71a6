package dev.adder.machine.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adder.machine.Figure;
import dev.adder.machine.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskProbeTest {
    @TempDir
    Path folder;

    @Test
    void aFolderThatIsNotThereIsASentence() {
        DiskProbe probe = new DiskProbe(Effort.QUICK, folder.resolve("gone"));
        assertEquals(Map.of(), probe.run());
        assertTrue(probe.warning().startsWith("The disk under " + folder.resolve("gone") + " could not be measured"),
                probe.warning());
    }

    @Test
    void aFileInThePlaceOfAFolderIsASentence() throws IOException {
        Path file = Files.writeString(folder.resolve("plain"), "x");
        DiskProbe probe = new DiskProbe(Effort.QUICK, file);
        assertEquals(Map.of(), probe.run());
        assertTrue(probe.warning().contains("could not be measured"), probe.warning());
    }

    @Test
    void theFileIsGoneAfterwards() throws IOException {
        Map<Property, Figure> figures = new DiskProbe(Effort.QUICK, folder).run();
        assertTrue(figures.get(Property.DISK_READ_CACHED).value() > 1e6, figures.toString());
        try (var left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }
}
