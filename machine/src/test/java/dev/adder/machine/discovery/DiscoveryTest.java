package dev.adder.machine.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adder.machine.Kind;
import dev.adder.machine.Level;
import dev.adder.machine.Machine;
import dev.adder.machine.MachineFile;
import dev.adder.machine.Property;
import dev.adder.machine.Unit;
import dev.adder.machine.view.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoveryTest {
    @TempDir
    Path root;

    private Machine twoSocketsOfTwoCoresWithTwoThreads() throws IOException {
        Fixture fixture = new Fixture(root).cpuinfo(8, "Test CPU").file("sys/devices/system/cpu/online", "0-7\n");
        for (int cpu = 0; cpu < 8; cpu++) {
            int core = cpu % 4;
            String siblings = core + "," + (core + 4);
            fixture.cpu(cpu, core / 2, core % 2, siblings).cache(cpu, 0, 1, "Data", "32K", siblings)
                    .cache(cpu, 1, 1, "Instruction", "32K", siblings).cache(cpu, 2, 2, "Unified", "1M", siblings)
                    .cache(cpu, 3, 3, "Unified", "20480K", core < 2 ? "0-1,4-5" : "2-3,6-7");
        }
        return Discovery.at(root, 1);
    }

    @Test
    void countsSocketsCoresThreadsAndSharing() throws IOException {
        Machine machine = twoSocketsOfTwoCoresWithTwoThreads();
        Unit processor = machine.unit("processor");
        assertEquals(2, processor.value(Property.SOCKETS));
        assertEquals(4, processor.value(Property.CORES));
        assertEquals(8, processor.value(Property.THREADS));
        assertEquals("0-1,4-5; 2-3,6-7", machine.unit("L3").facts().get("shared by"));
        assertEquals(2, machine.unit("L3").count());
        assertEquals(20L << 20, machine.unit("L3").value(Property.CAPACITY));
        assertEquals(4, machine.unit("L1d").count());
        assertNotNull(machine.connection("socket-socket"));
        assertEquals(2.3005e9, machine.unit("core").value(Property.CLOCK_BASE));
        assertEquals(256, machine.unit("core").value(Property.VECTOR_BITS));
    }

    @Test
    void survivesItsOwnJson() throws IOException {
        Machine machine = twoSocketsOfTwoCoresWithTwoThreads();
        String text = MachineFile.write(machine);
        assertEquals(text, MachineFile.write(MachineFile.read(text)));
    }

    @Test
    void performanceAndEfficiencyCoresAreToldApart() throws IOException {
        Fixture fixture = new Fixture(root).cpuinfo(3, "Mixed").file("sys/devices/system/cpu/online", "0-2\n")
                .file("sys/devices/cpu_atom/cpus", "2\n");
        for (int cpu = 0; cpu < 3; cpu++) {
            fixture.cpu(cpu, 0, cpu, "" + cpu).cache(cpu, 0, 1, "Data", cpu == 2 ? "32K" : "48K", "" + cpu);
        }
        Machine machine = Discovery.at(root, 1);
        assertEquals(2, machine.unit("core.performance").count());
        assertEquals(1, machine.unit("core.efficiency").count());
        assertEquals(48 << 10, machine.hierarchy().getFirst().value(Property.CAPACITY));
    }

    @Test
    void withoutSysTheRestIsAnswered() throws IOException {
        new Fixture(root).cpuinfo(4, "Bare");
        Machine machine = Discovery.at(root, 1);
        assertEquals(4, machine.unit("processor").value(Property.CORES));
        assertEquals(1000 * 1024, machine.unit("memory").value(Property.CAPACITY));
        assertTrue(machine.units(Kind.CACHE).isEmpty());
        assertTrue(machine.unseen().getFirst().contains("/sys"), machine.unseen().toString());
    }

    @Test
    void withoutAnythingJavaIsBelieved() {
        Machine machine = Discovery.at(root, 3);
        assertEquals(3, machine.unit("processor").value(Property.THREADS));
        assertEquals("unknown processor", machine.unit("processor").name());
        assertTrue(machine.unit("memory").value(Property.CAPACITY) > 0);
        assertFalse(Table.of(machine, Level.DETAILED).isEmpty());
    }

    @Test
    void oneCoreHasNobodyToTalkTo() throws IOException {
        new Fixture(root).cpuinfo(1, "Lonely").file("sys/devices/system/cpu/online", "0\n").cpu(0, 0, 0, "0");
        Machine machine = Discovery.at(root, 1);
        assertEquals(1, machine.unit("processor").value(Property.CORES));
        assertEquals(null, machine.connection("core-core"));
    }

    @Test
    void limitsOfCgroupTwoAndOfTheMaskHold() throws IOException {
        new Fixture(root).cpuinfo(8, "Boxed").file("sys/devices/system/cpu/online", "0-7\n")
                .file("proc/self/status", "Name:\tx\nCpus_allowed_list:\t2-3\n").file("proc/self/cgroup", "0::/a/b\n")
                .file("sys/fs/cgroup/a/cpu.max", "150000 100000\n").file("sys/fs/cgroup/a/b/cpu.max", "max 100000\n")
                .file("sys/fs/cgroup/a/b/memory.max", "524288\n");
        Machine machine = Discovery.at(root, 8);
        assertEquals(2, machine.unit("processor").value(Property.THREADS));
        assertEquals("1.5 processors", machine.unit("processor").facts().get("quota"));
        assertEquals(524288, machine.unit("memory").value(Property.CAPACITY));
        assertEquals(3, machine.limits().size(), machine.limits().toString());
    }

    @Test
    void limitsOfCgroupOneHoldAndNoLimitIsNone() throws IOException {
        new Fixture(root).cpuinfo(2, "Boxed").file("proc/self/cgroup", "4:memory:/x\n1:cpu,cpuacct:/x\n")
                .file("sys/fs/cgroup/cpu,cpuacct/x/cpu.cfs_quota_us", "50000\n")
                .file("sys/fs/cgroup/cpu,cpuacct/x/cpu.cfs_period_us", "100000\n")
                .file("sys/fs/cgroup/memory/x/memory.limit_in_bytes", "9223372036854771712\n");
        Machine machine = Discovery.at(root, 2);
        assertEquals("0.5 processors", machine.unit("processor").facts().get("quota"));
        assertEquals(1000 * 1024, machine.unit("memory").value(Property.CAPACITY));
    }

    @Test
    void aWrongNodeFileIsNotBelieved() throws IOException {
        new Fixture(root).cpuinfo(1, "Numa").file("sys/devices/system/node/node0/meminfo", "Node 0 MemTotal: 300 kB\n");
        Machine machine = Discovery.at(root, 1);
        assertEquals(1000 * 1024, machine.unit("memory").value(Property.CAPACITY));
        assertTrue(machine.unit("numa.0").figure(Property.CAPACITY).note().contains("contradicts"));
    }

    @Test
    void graphicsProcessorsAreListed() throws IOException {
        String device = "sys/bus/pci/devices/0000:01:00.0/";
        new Fixture(root).cpuinfo(1, "Host").file(device + "class", "0x030200\n").file(device + "vendor", "0x10de\n")
                .file(device + "device", "0x2684\n").file(device + "current_link_speed", "16.0 GT/s PCIe\n")
                .file(device + "current_link_width", "16\n").file("sys/bus/pci/devices/0000:02:00.0/class",
                        "0x020000\n");
        Machine machine = Discovery.at(root, 1);
        assertEquals(1, machine.units(Kind.GPU).size());
        assertEquals("NVIDIA graphics", machine.units(Kind.GPU).getFirst().name());
        assertEquals(31.5e9, machine.connection("memory-gpu.0000:01:00.0").value(Property.NOMINAL), 0.1e9);
        assertTrue(Table.of(machine, Level.BASIC).contains("NVIDIA graphics 0x2684"), Table.of(machine, Level.BASIC));
        assertTrue(machine.unseen().toString().contains("graphics processor 0000:01:00.0"));
    }

    @Test
    void withoutDisksAndNetworksThatIsSaid() throws IOException {
        new Fixture(root).cpuinfo(1, "Bare");
        List<String> unseen = Discovery.at(root, 1).unseen();
        assertTrue(unseen.contains("No disk can be seen."), unseen.toString());
        assertTrue(unseen.contains("No network interface can be seen."), unseen.toString());
    }

    @Test
    void armNamesAreKnown() throws IOException {
        new Fixture(root).file("proc/cpuinfo",
                "processor\t: 0\nFeatures\t: fp asimd\nCPU implementer\t: 0x41\nCPU part\t: 0xd4f\n");
        Machine machine = Discovery.at(root, 1);
        assertEquals("ARM Neoverse V2", machine.unit("processor").name());
        assertEquals(128, machine.unit("core").value(Property.VECTOR_BITS));
    }

    @Test
    void tableKeepsToEightyColumns() throws IOException {
        for (Level level : Level.values()) {
            Table.of(twoSocketsOfTwoCoresWithTwoThreads(), level).lines()
                    .forEach(line -> assertTrue(line.length() <= 80, line));
        }
    }
}
