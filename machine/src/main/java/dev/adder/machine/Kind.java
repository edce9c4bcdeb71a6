package dev.adder.machine;

/** The kinds of unit. */
public enum Kind {
    PROCESSOR("processor", true),
    CORE("core", true),
    GPU("gpu", true),
    CACHE("cache", false),
    TLB("tlb", false),
    MEMORY("memory", false),
    NUMA("numa", false),
    DISK("disk", false);

    private final String text;
    private final boolean computing;

    Kind(String text, boolean computing) {
        this.text = text;
        this.computing = computing;
    }

    /** The word used in JSON. */
    public String text() {
        return text;
    }

    /** Whether units of this kind compute; the others remember. */
    public boolean computing() {
        return computing;
    }

    static Kind of(String text) {
        for (Kind kind : values()) {
            if (kind.text.equals(text)) {
                return kind;
            }
        }
        throw new MachineFileException("unknown kind of unit '" + text + "'");
    }
}
