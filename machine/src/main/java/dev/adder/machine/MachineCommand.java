package dev.adder.machine;

import dev.adder.machine.discovery.Discovery;
import dev.adder.machine.probe.Effort;
import dev.adder.machine.probe.Probes;
import dev.adder.machine.view.Table;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** {@code adder machine}: describes this computer. */
public final class MachineCommand {
    private MachineCommand() {
    }

    /** Runs the command and ends the process with its status. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        Machine machine = Probes.measure(Discovery.here(), Effort.of(args[0]), System.err::println);
        out.print(Table.of(machine, Level.DETAILED));
        out.flush();
    }
}
