package dev.adder.machine;

/** A machine file cannot be used; the message is a sentence for the person who gave it. */
public final class MachineFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MachineFileException(String message) {
        super(message);
    }
}
