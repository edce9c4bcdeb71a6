package dev.adder.machine;

/** How a figure was learned; a reader trusts it accordingly. */
public enum Origin {
    /** The operating system says so. */
    SYSTEM("system"),
    /** Measured on this machine by a probe. */
    PROBE("probe"),
    /** Published about this processor; the source is in the figure's note. */
    CATALOGUE("catalogue"),
    /** Taken for granted because nothing better is known; the note says from what. */
    ASSUMED("assumed");

    private final String text;

    Origin(String text) {
        this.text = text;
    }

    /** The word used in JSON and tables. */
    public String text() {
        return text;
    }

    static Origin of(String text) {
        for (Origin origin : values()) {
            if (origin.text.equals(text)) {
                return origin;
            }
        }
        throw new MachineFileException("unknown origin '" + text + "'");
    }
}
