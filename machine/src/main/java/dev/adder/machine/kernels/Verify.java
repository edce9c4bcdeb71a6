package dev.adder.machine.kernels;

import dev.adder.machine.Machine;
import java.io.PrintStream;
import java.util.function.Consumer;

/** x */
public final class Verify {
    private Verify() {
    }

    /** x */
    public static int run(Machine machine, PrintStream out, Consumer<String> progress) {
        return 0;
    }
}
