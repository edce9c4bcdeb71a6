package dev.adder.machine.discovery;

import dev.adder.machine.Connection;
import dev.adder.machine.Figure;
import dev.adder.machine.Kind;
import dev.adder.machine.Property;
import dev.adder.machine.Unit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Disks, network interfaces and graphics processors, with the bus each hangs on. */
final class Devices {
    private final OsFiles files;
    private final List<Unit> units;
    private final List<Connection> connections;
    private final List<String> unseen;

    Devices(OsFiles files, List<Unit> units, List<Connection> connections, List<String> unseen) {
        this.files = files;
        this.units = units;
        this.connections = connections;
        this.unseen = unseen;
    }

    void describe() {
        disks();
        graphics();
        networks();
    }

    private void disks() {
        boolean any = false;
        for (String name : files.names("sys/block")) {
            String base = "sys/block/" + name + "/";
            long bytes = files.number(base + "size", 0) * 512;
            if (bytes <= 0 || name.startsWith("loop") || name.startsWith("ram") || name.startsWith("zram")) {
                continue;
            }
            any = true;
            Map<Property, Figure> figures = new EnumMap<>(Property.class);
            figures.put(Property.CAPACITY, Figure.system(bytes));
            figures.put(Property.LINE, Figure.system(files.number(base + "queue/logical_block_size", 512),
                    "smallest block"));
            Map<String, String> facts = new LinkedHashMap<>();
            boolean virtual = name.startsWith("vd") || name.startsWith("xvd");
            facts.put("medium", virtual ? "virtual" : files.number(base + "queue/rotational", 0) == 1 ? "rotating"
                    : "solid state");
            String bus = name.startsWith("nvme") ? "NVMe (PCIe)" : name.startsWith("vd") ? "virtio"
                    : name.startsWith("xvd") ? "Xen"
                    : name.startsWith("mmcblk") ? "MMC" : name.startsWith("sd") ? "SATA, SAS or USB" : "block device";
            facts.put("bus", bus);
            String model = files.text(base + "device/model");
            StringBuilder mounts = new StringBuilder();
            for (String line : files.lines("proc/mounts")) {
                String[] parts = line.split(" ");
                if (parts.length > 1 && parts[0].startsWith("/dev/" + name)) {
                    mounts.append(mounts.isEmpty() ? "" : " ").append(parts[1]);
                }
            }
            if (!mounts.isEmpty()) {
                facts.put("mounted", mounts.toString());
            }
            units.add(new Unit("disk." + name, Kind.DISK, model == null ? name : model + " (" + name + ")", 1, figures,
                    facts));
            connections.add(new Connection("memory-disk." + name, "memory", "disk." + name, bus + " to " + name,
                    Map.of(),
                    Map.of("bus", bus)));
        }
        if (!any) {
            unseen.add("No disk can be seen.");
        }
    }

    private void graphics() {
        for (String name : files.names("sys/bus/pci/devices")) {
            String base = "sys/bus/pci/devices/" + name + "/";
            String type = files.text(base + "class");
            // PCI class 03: display; 0302: 3D controllers, which have no screen but compute.
            if (type == null || !type.startsWith("0x03")) {
                continue;
            }
            String vendor = files.text(base + "vendor");
            String maker = vendor == null ? "unknown" : switch (vendor) {
                case "0x10de" -> "NVIDIA";
                case "0x1002" -> "AMD";
                case "0x8086" -> "Intel";
                default -> vendor;
            };
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("vendor", maker);
            facts.put("device", String.valueOf(files.text(base + "device")));
            facts.put("address", name);
            units.add(new Unit("gpu." + name, Kind.GPU, maker + " graphics", 1, Map.of(), facts));
            Map<Property, Figure> figures = new EnumMap<>(Property.class);
            double speed = pcie(files.text(base + "current_link_speed"), files.number(base + "current_link_width", 0));
            if (speed > 0) {
                figures.put(Property.NOMINAL, Figure.system(speed, "PCIe, one direction, before protocol"));
            }
            connections.add(new Connection("memory-gpu." + name, "memory", "gpu." + name, "PCIe to graphics", figures,
                    Map.of("bus", "PCIe")));
            unseen.add("What the graphics processor " + name
                    + " can do was not measured: no probe for it is part of Adder.");
        }
    }

    /**
     * Bytes a second of a link such as {@code 16.0 GT/s PCIe} with so many lanes; 8b/10b below 8 GT/s, 128b/130b from
     * there on.
     */
    private static double pcie(String speed, long lanes) {
        if (speed == null) {
            return 0;
        }
        int space = speed.indexOf(' ');
        try {
            double transfers = Double.parseDouble(space < 0 ? speed : speed.substring(0, space)) * 1e9;
            return transfers * lanes / 8 * (transfers < 8e9 ? 0.8 : 128.0 / 130);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void networks() {
        boolean any = false;
        for (String name : files.names("sys/class/net")) {
            String base = "sys/class/net/" + name + "/";
            boolean loopback = name.equals("lo");
            String state = files.text(base + "operstate");
            if (!loopback && "down".equals(state)) {
                continue;
            }
            any = true;
            Map<Property, Figure> figures = new EnumMap<>(Property.class);
            long megabits = files.number(base + "speed", -1);
            if (megabits > 0) {
                figures.put(Property.NOMINAL, Figure.system(megabits * 1e6 / 8));
            } else if (!loopback) {
                unseen.add("The interface " + name + " does not say its speed" + (files.exists(base + "device/driver")
                        && "virtio_net".equals(files.link(base + "device/driver")) ? " (a virtual one)." : "."));
            }
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("mtu", String.valueOf(files.text(base + "mtu")));
            facts.put("state", loopback ? "up" : String.valueOf(state));
            connections.add(new Connection("network." + name, "memory", loopback ? "this computer" : "network",
                    loopback ? "loopback" : "network interface " + name, figures, facts));
        }
        if (!any) {
            unseen.add("No network interface can be seen.");
        }
    }
}
