package dev.adder.cli;

import dev.adder.machine.MachineCommand;
import java.util.Arrays;

/**
 * The {@code adder} command: one of our own commands if the first argument names one, else Python's command line.
 *
 * <p>To add a command: a row in {@link #command}.
 */
public final class Main {

    private Main() {
    }

    /** Ends the process with the status that {@code python} would end with. */
    public static void main(String[] args) {
        String[] exact = NativeArguments.exact(args);
        int status = exact.length > 0 ? command(exact[0], exact) : -1;
        if (status < 0) {
            status = python(exact);
        }
        System.out.flush();
        System.err.flush();
        // Halt when nothing is left to be run at exit: the interpreter has run Python's own exit functions.
        System.exit(status);
    }

    /** The status of our own command of that name, -1 if there is none. */
    private static int command(String name, String[] args) {
        return switch (name) {
            case "machine" -> {
                MachineCommand.main(Arrays.copyOfRange(args, 1, args.length));
                yield 0;
            }
            case "dis" -> DisCommand.run(Arrays.copyOfRange(args, 1, args.length));
            case "profile" -> ProfileCommand.run(Arrays.copyOfRange(args, 1, args.length));
            case "bench", "cluster" -> notYet("adder " + name);
            default -> -1;
        };
    }

    private static int python(String[] args) {
        Options options;
        try {
            options = OptionParser.parse(args);
        } catch (OptionParser.BadUsage e) {
            System.err.println(e.getMessage());
            System.err.println(Help.USAGE);
            System.err.println("Try `adder -h' for more information.");
            return 2;
        }
        return switch (options.action()) {
            case VERSION -> print("Python 3.14.3");
            case VERSION_LONG -> print("Python 3.14.3 (Adder, " + System.getProperty("java.vm.name") + " "
                    + System.getProperty("java.runtime.version") + ")");
            case HELP -> print(Help.text());
            case HELP_ENVIRONMENT -> print(Help.environment());
            case HELP_XOPTIONS -> print(Help.xOptions());
            case HELP_ALL -> print(Help.text() + "\n" + Help.environment() + "\n" + Help.xOptions());
            case COMMAND, MODULE, FILE, STDIN -> PythonRunner.run(options, args, null);
        };
    }

    private static int print(String text) {
        System.out.println(text);
        return 0;
    }

    private static int notYet(String what) {
        System.err.println("adder: not built yet: " + what);
        return 1;
    }
}
