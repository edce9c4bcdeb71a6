package dev.adder.cli;

import dev.adder.profile.ProfileOptions;
import java.util.Arrays;

/** {@code adder profile [options] [python's options] program [arguments]}. */
final class ProfileCommand {
    private static final String USAGE = "usage: adder profile [--output FILE] [--json FILE] [--top N] [--interval MS] "
            + "[--after S] [--java]\n                     [python's options] [-c cmd | -m mod | file | -] [arg] ...";

    private ProfileCommand() {
    }

    private static String help() {
        return USAGE + """


                Runs a Python program as without "profile", then says where its time went: which lines, whether they
                ran interpreted or compiled, in helpers of the runtime or in garbage collection, and what the compiler
                did with them.

                  --output FILE   the report to a file instead of standard error
                  --json FILE     all data as JSON, too (its form: docs/profile.md)
                  --top N         lines, functions and modules to show (15)
                  --interval MS   milliseconds of CPU time from sample to sample (5); 1 for programs of a second
                  --after S       watch the program only when it has run for so many seconds, warm
                  --java          the runtime's own Java methods that took time, too

                How to read it
                  helpers         the line's time is in Adder, not in your Python: another data structure or
                                  another builtin may help
                  gc              the line allocates: fewer or longer-lived objects help
                  waiting         the thread was not running: sleep, a lock, a file, the network
                  seen            types of operands. One type is fast; int|float, or object, is slow
                  left N times    compiled code gave up there and the interpreter went on. A few times is normal;
                                  thousands cost time
                  not compiled    why the line stays in the interpreter

                Examples
                  adder profile prog.py input.txt
                  adder profile --json prof.json --top 30 -m package.module
                  adder profile -X jit=off prog.py""";
    }

    static int run(final String[] args) {
        String output = null;
        String json = null;
        int top = ProfileOptions.TOP;
        int interval = ProfileOptions.INTERVAL;
        double after = 0;
        boolean java = false;
        int at = 0;
        while (at < args.length && args[at].startsWith("--") && args[at].length() > 2) {
            final String option = args[at++];
            switch (option) {
                case "--help" -> {
                    System.out.println(help());
                    return 0;
                }
                case "--java" -> java = true;
                case "--output", "--json", "--top", "--interval", "--after" -> {
                    if (at == args.length) {
                        return usage(option + " needs a value");
                    }
                    final String value = args[at++];
                    switch (option) {
                        case "--output" -> output = value;
                        case "--json" -> json = value;
                        case "--after" -> {
                            after = seconds(value);
                            if (after < 0) {
                                return usage(option + " needs a number of seconds, not " + value);
                            }
                        }
                        default -> {
                            final int n = number(value);
                            if (n < 1) {
                                return usage(option + " needs a number of 1 or more, not " + value);
                            }
                            if (option.equals("--top")) {
                                top = n;
                            } else {
                                interval = n;
                            }
                        }
                    }
                }
                default -> {
                    return usage("unknown option " + option);
                }
            }
        }
        final String[] rest = Arrays.copyOfRange(args, at, args.length);
        final Options options;
        try {
            options = OptionParser.parse(rest);
        } catch (final OptionParser.BadUsage e) {
            return usage(e.getMessage());
        }
        final String program = switch (options.action()) {
            case COMMAND -> "-c";
            case MODULE -> "-m " + options.subject();
            case FILE -> options.subject();
            case STDIN -> rest.length > 0 ? "-" : null;
            default -> null;
        };
        if (program == null) {
            return usage("no program is named");
        }
        return PythonRunner.run(options, rest, new ProfileOptions(program, interval, after, top, java, output, json));
    }

    private static int number(final String text) {
        try {
            return Integer.parseInt(text);
        } catch (final NumberFormatException e) {
            return -1;
        }
    }

    private static double seconds(final String text) {
        try {
            final double n = Double.parseDouble(text);
            return n >= 0 && n < 1e6 ? n : -1;
        } catch (final NumberFormatException e) {
            return -1;
        }
    }

    private static int usage(final String what) {
        System.err.println("adder profile: " + what + "\n" + USAGE + "\nTry `adder profile --help'.");
        return 2;
    }
}
