package dev.adder.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineCommandTest {
    @TempDir
    Path folder;

    private String out = "";
    private String err = "";

    private int run(String... args) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int status = MachineCommand.run(args, new PrintStream(bytes, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
        out = bytes.toString(StandardCharsets.UTF_8);
        err = errors.toString(StandardCharsets.UTF_8);
        return status;
    }

    @Test
    void wrongOptionsAreSaid() {
        assertEquals(2, run("--levle", "basic"));
        assertEquals("adder machine: unknown option --levle (adder machine --help)\n", err);
        assertEquals(2, run("--level", "deep"));
        assertEquals(2, run("--svg"));
        assertEquals(2, run("--serve", "x"));
        assertEquals(0, run("--help"));
        assertTrue(out.startsWith("usage: adder machine"));
    }

    @Test
    void theTableNeedsNoProbe() {
        for (Level level : Level.values()) {
            assertEquals(0, run("--no-probe", "--level", level.text()), err);
            assertTrue(out.contains("Computing: "), out);
            out.lines().forEach(line -> assertTrue(line.length() <= 80, line));
        }
    }

    @Test
    void jsonCanBeReadAgain() {
        assertEquals(0, run("--no-probe", "--json"), err);
        assertEquals("none", MachineFile.read(out).effort());
    }

    @Test
    void whatIfShowsPublishedFigures() {
        assertEquals(0, run("--what-if", "zen-4"), err);
        assertTrue(out.contains("AMD EPYC 9654 (Zen 4)"), out);
        out.lines().forEach(line -> assertTrue(line.length() <= 80, line));
        assertEquals(1, run("--what-if", "pentium"));
        assertTrue(err.startsWith("adder machine: no single known processor is 'pentium'"), err);
    }

    @Test
    void pictureAndPageAreWritten() throws IOException {
        Path svg = folder.resolve("m.svg");
        Path html = folder.resolve("m.html");
        assertEquals(0, run("--what-if", "apple-m1", "--svg", svg.toString(), "--html=" + html), err);
        assertTrue(Files.readString(svg).startsWith("<svg"));
        assertTrue(Files.readString(html).startsWith("<!DOCTYPE html>"));
        assertEquals(1, run("--what-if", "apple-m1", "--svg", folder.resolve("no/such/m.svg").toString()));
        assertTrue(err.contains("cannot write"), err);
    }

    @Test
    void aMachineIsComparedWithAFile() throws IOException {
        Path file = folder.resolve("other.json");
        Files.writeString(file, MachineFile.write(Machines.measured()));
        assertEquals(0, run("--what-if", "zen-3", "--compare", file.toString()), err);
        assertTrue(out.contains("L1d read"), out);
        out.lines().forEach(line -> assertTrue(line.length() <= 80, line));
    }

    @Test
    void filesOfNoUseAreSaidInASentence() throws IOException {
        Path file = folder.resolve("other.json");
        String good = MachineFile.write(Machines.measured());
        Files.writeString(file, good.replace("\"version\": 1", "\"version\": 9"));
        assertEquals(1, run("--no-probe", "--compare", file.toString()));
        assertTrue(err.contains("it is of version 9, and this Adder reads version 1"), err);
        Files.writeString(file, good.substring(0, 500));
        assertEquals(1, run("--no-probe", "--compare", file.toString()));
        assertTrue(err.contains("cannot be used"), err);
        assertEquals(1, run("--no-probe", "--compare", folder.resolve("none.json").toString()));
        assertTrue(err.contains("cannot read the machine file"), err);
        assertEquals("", out);
    }

    @Test
    void anUnknownProcessorIsSaid() {
        Machine machine = MachineCommand.doubted(dev.adder.machine.catalogue.Catalogue.load(), Machines.measured());
        assertTrue(machine.unseen().contains(
                "This processor is not in the catalogue: no published figures to check it against."),
                machine.unseen().toString());
        assertTrue(machine.unseen().contains("Unseen."));
    }

    @Test
    void aClusterIsMergedFromItsMachines() throws IOException {
        Path file = folder.resolve("other.json");
        Files.writeString(file, MachineFile.write(Machines.measured()));
        assertEquals(0, run("--what-if", "zen-3", "--level", "network", "--with", file.toString()), err);
        assertTrue(out.contains("AMD EPYC 7763 (Zen 3) - testhost"), out);
        Cluster cluster = Cluster.of(List.of(Machines.measured(), Machines.measured()));
        assertEquals(1e9, cluster.links().getFirst().figures().get(Property.BANDWIDTH).value());
        assertTrue(cluster.json().contains("\"adder-cluster\""));
    }

    @Test
    void workIsPredicted() throws IOException {
        Path machine = folder.resolve("m.json");
        Path work = folder.resolve("w.json");
        Files.writeString(machine, MachineFile.write(Machines.measured()));
        Files.writeString(work, "{\"name\": \"read\", \"stream\": [[1e10, 0, 1e9]], \"chain\": {\"float_add\": 5}}");
        assertEquals(0, run("--machine", machine.toString(), "--predict", work.toString()), err);
        assertTrue(out.startsWith("read: at least 971 ms, bound by memory\n"), out);
        assertEquals(0, run("--machine", machine.toString(), "--predict", work.toString(), "--json", "--machines", "2"),
                err);
        assertTrue(out.contains("\"machines\": 2"), out);
        Files.writeString(work, "{\"strem\": []}");
        assertEquals(1, run("--machine", machine.toString(), "--predict", work.toString()));
        assertTrue(err.contains("work has no 'strem'"), err);
    }
}
