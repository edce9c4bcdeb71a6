package dev.adder.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adder.machine.discovery.Discovery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineFileTest {
    @TempDir
    Path folder;

    @Test
    void everyTruncationIsAClearSentence() {
        String text = MachineFile.write(Discovery.here());
        for (int length = 0; length < text.stripTrailing().length(); length += 37) {
            String part = text.substring(0, length);
            MachineFileException e = assertThrows(MachineFileException.class, () -> MachineFile.read(part));
            assertTrue(e.getMessage().length() > 10);
        }
    }

    @Test
    void anotherVersionIsNamed() {
        String text = MachineFile.write(Discovery.here()).replace("\"version\": 1", "\"version\": 7");
        MachineFileException e = assertThrows(MachineFileException.class, () -> MachineFile.read(text));
        assertEquals("it is of version 7, and this Adder reads version 1: describe that machine again", e.getMessage());
    }

    @Test
    void somethingElseIsNoMachine() {
        assertThrows(MachineFileException.class, () -> MachineFile.read("[1, 2]"));
        assertThrows(MachineFileException.class, () -> MachineFile.read("{\"format\": \"other\"}"));
    }

    @Test
    void aTruncatedCacheIsSaidAndIgnored() throws IOException {
        Machine machine = Discovery.here();
        Store store = new Store(folder);
        StringBuilder warnings = new StringBuilder();
        assertNull(store.find(machine.id(), warnings));
        assertEquals("", warnings.toString());
        store.keep(machine, warnings);
        assertEquals(machine.id(), store.find(machine.id(), warnings).id());
        Path file = folder.resolve("machine-" + machine.id() + ".json");
        Files.writeString(file, Files.readString(file).substring(0, 200));
        assertNull(store.find(machine.id(), warnings));
        assertTrue(warnings.toString().contains("made anew"), warnings.toString());
    }

    @Test
    void whereNothingCanBeWrittenASentenceSaysSo() throws IOException {
        Path file = Files.writeString(folder.resolve("plain"), "x");
        StringBuilder warnings = new StringBuilder();
        new Store(file.resolve("below")).keep(Discovery.here(), warnings);
        assertTrue(warnings.toString().startsWith("The measurement could not be kept"), warnings.toString());
    }

    @Test
    void errorsCoverWhatEarlierMeasurementsFound() throws IOException {
        Store store = new Store(folder);
        StringBuilder warnings = new StringBuilder();
        Machine machine = Machines.measured();
        Figure own = machine.unit("L1d").figure(Property.READ);
        Figure first = store.compared(machine, warnings).unit("L1d").figure(Property.READ);
        assertEquals(own, first);
        Machine slower = machine.with(machine.units().stream().map(unit -> unit.id().equals("L1d")
                ? unit.with(Map.of(Property.READ, Figure.probe(own.value() / 2, 0.01))) : unit).toList(),
                machine.connections(), machine.curves(), null, machine.taken(), machine.effort(), List.of());
        assertEquals(1.0, store.compared(slower, warnings).unit("L1d").figure(Property.READ).error(), 1e-9);
        assertEquals("", warnings.toString());
        assertEquals(0.5, History.covering(2, List.of(2.0, 1.0)));
        assertEquals(0, History.covering(2, List.of()));
    }

    @Test
    void aBrokenHistoryIsBegunAnew() throws IOException {
        Machine machine = Machines.measured();
        Files.write(folder.resolve("machine-" + machine.id() + ".history"), new byte[] {'x', (byte) 0xFF, '\t', '9'});
        StringBuilder warnings = new StringBuilder();
        assertEquals(machine.units(), new Store(folder).compared(machine, warnings).units());
        assertEquals("", warnings.toString());
    }

    @Test
    void numbersAreScaledForReading() {
        assertEquals("48 KiB", Dimension.BYTES.format(49152));
        assertEquals("120 ns", Dimension.SECONDS.format(120.3e-9));
        assertEquals("1.62 ns", Dimension.SECONDS.format(1.62e-9));
        assertEquals("17.3 GB/s", Dimension.BYTES_PER_SECOND.format(17.3e9));
        assertEquals("2.05", Dimension.digits(2.05));
        assertEquals("0.5", Dimension.digits(0.5));
    }
}
