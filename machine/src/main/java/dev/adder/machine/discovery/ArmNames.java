package dev.adder.machine.discovery;

/** Names for the numbers ARM processors give in {@code /proc/cpuinfo} (Arm's MIDR_EL1 register). */
final class ArmNames {
    private ArmNames() {
    }

    static String vendor(String implementer) {
        if (implementer == null) {
            return null;
        }
        return switch (implementer) {
            case "0x41" -> "ARM";
            case "0x61" -> "Apple";
            case "0xc0" -> "Ampere";
            case "0x46" -> "Fujitsu";
            case "0x51" -> "Qualcomm";
            case "0x48" -> "HiSilicon";
            default -> implementer;
        };
    }

    static String name(String implementer, String part) {
        if (implementer == null || part == null) {
            return null;
        }
        String core = switch (implementer + part) {
            case "0x410xd0c" -> "Neoverse N1";
            case "0x410xd40" -> "Neoverse V1";
            case "0x410xd49" -> "Neoverse N2";
            case "0x410xd4f" -> "Neoverse V2";
            case "0x410xd08" -> "Cortex-A72";
            case "0x410xd0b" -> "Cortex-A76";
            case "0xc00xac3" -> "Ampere-1";
            case "0xc00xac4" -> "Ampere-1A";
            default -> "core " + part;
        };
        return vendor(implementer) + " " + core;
    }
}
