package dev.adder.machine;

/** How much of a machine is told. */
public enum Level {
    /** Processor, memory, disk, bus. */
    BASIC("basic"),
    /** Cores, caches, NUMA nodes, translation buffers and the connections between levels. */
    DETAILED("detailed"),
    /** The computer among others: its links, and the machines given beside it. */
    NETWORK("network");

    private final String text;

    Level(String text) {
        this.text = text;
    }

    /** The word on the command line. */
    public String text() {
        return text;
    }

    /** The level of a word, or null. */
    public static Level of(String word) {
        for (Level level : values()) {
            if (level.text.equals(word)) {
                return level;
            }
        }
        return null;
    }
}
