package dev.adder.cli;

import dev.adder.cli.Options.Action;
import java.util.ArrayList;
import java.util.List;

/**
 * Python's command line: the options of CPython 3.14's {@code Python/getopt.c} and {@code Python/initconfig.c}.
 */
final class OptionParser {

    /** A command line that cannot be obeyed; the text is for standard error, without the usage line. */
    static final class BadUsage extends Exception {
        private static final long serialVersionUID = 1;

        BadUsage(String message) {
            super(message, null, false, false);
        }
    }

    /** Options that may stand together behind one dash; a colon says that an argument follows. */
    private static final String SHORT = "+bBc:dEhiIm:OPqRsStuvVW:xX:?";

    private final String[] args;
    private int at;
    private String cluster = "";
    private Action action;
    private String subject;
    private boolean programNamed;
    private int bytesWarning;
    private boolean dontWriteBytecode;
    private boolean parserDebug;
    private boolean ignoreEnvironment;
    private boolean inspect;
    private boolean isolated;
    private int optimize;
    private boolean safePath;
    private boolean quiet;
    private boolean noUserSite;
    private boolean noSite;
    private boolean unbuffered;
    private int verbose;
    private boolean skipFirstLine;
    private int versions;
    private String checkHashPycs = "default";
    private final List<String> warnOptions = new ArrayList<>();
    private final List<String> xOptions = new ArrayList<>();

    private OptionParser(String[] args) {
        this.args = args;
    }

    static Options parse(String[] args) throws BadUsage {
        return new OptionParser(args).run();
    }

    private Options run() throws BadUsage {
        boolean more = true;
        while (more && !programNamed) {
            more = step();
        }
        if (versions > 0) {
            action = versions == 1 ? Action.VERSION : Action.VERSION_LONG;
        }
        List<String> rest = List.of(args).subList(Math.min(at, args.length), args.length);
        if (action == null) {
            if (rest.isEmpty()) {
                action = Action.STDIN;
            } else {
                action = rest.getFirst().equals("-") ? Action.STDIN : Action.FILE;
                subject = rest.getFirst();
                rest = rest.subList(1, rest.size());
            }
        }
        return new Options(action, subject, List.copyOf(rest), bytesWarning, dontWriteBytecode, parserDebug,
                ignoreEnvironment, inspect, isolated, optimize, safePath, quiet, noUserSite, noSite, unbuffered,
                verbose, skipFirstLine, checkHashPycs, List.copyOf(warnOptions), List.copyOf(xOptions));
    }

    /** Takes one option; false when the options are over. */
    private boolean step() throws BadUsage {
        if (cluster.isEmpty()) {
            if (at >= args.length || args[at].length() < 2 || args[at].charAt(0) != '-') {
                return false;
            }
            String word = args[at++];
            if (word.equals("--")) {
                return false;
            }
            if (word.startsWith("--")) {
                longOption(word);
                return true;
            }
            cluster = word.substring(1);
        }
        char option = cluster.charAt(0);
        cluster = cluster.substring(1);
        int known = option == '+' || option == ':' ? -1 : SHORT.indexOf(option);
        if (known < 0) {
            throw new BadUsage("Unknown option: -" + option);
        }
        String argument = null;
        if (known + 1 < SHORT.length() && SHORT.charAt(known + 1) == ':') {
            argument = argument(option);
        }
        shortOption(option, argument);
        return true;
    }

    private String argument(char option) throws BadUsage {
        if (!cluster.isEmpty()) {
            String rest = cluster;
            cluster = "";
            return rest;
        }
        if (at >= args.length) {
            throw new BadUsage("Argument expected for the -" + option + " option");
        }
        return args[at++];
    }

    private void shortOption(char option, String argument) {
        switch (option) {
            case 'b' -> bytesWarning++;
            case 'B' -> dontWriteBytecode = true;
            case 'c' -> choose(Action.COMMAND, argument);
            case 'd' -> parserDebug = true;
            case 'E' -> ignoreEnvironment = true;
            case 'h', '?' -> action = Action.HELP;
            case 'i' -> inspect = true;
            case 'I' -> {
                isolated = true;
                ignoreEnvironment = true;
                noUserSite = true;
                safePath = true;
            }
            case 'm' -> choose(Action.MODULE, argument);
            case 'O' -> optimize++;
            case 'P' -> safePath = true;
            case 'q' -> quiet = true;
            case 's' -> noUserSite = true;
            case 'S' -> noSite = true;
            case 'u' -> unbuffered = true;
            case 'v' -> verbose++;
            case 'V' -> versions++;
            case 'W' -> warnOptions.add(argument);
            case 'x' -> skipFirstLine = true;
            case 'X' -> xOptions.add(argument);
            default -> {
                // -R and -t are taken and mean nothing, as in CPython.
            }
        }
    }

    private void choose(Action what, String argument) {
        programNamed = true;
        if (action == null) {
            action = what;
            subject = argument;
        }
    }

    private void longOption(String word) throws BadUsage {
        switch (word) {
            case "--help" -> action = Action.HELP;
            case "--help-env" -> action = Action.HELP_ENVIRONMENT;
            case "--help-xoptions" -> action = Action.HELP_XOPTIONS;
            case "--help-all" -> action = Action.HELP_ALL;
            case "--version" -> versions++;
            case "--check-hash-based-pycs" -> {
                if (at >= args.length) {
                    throw new BadUsage("Argument expected for the --check-hash-based-pycs options");
                }
                checkHashPycs = args[at++];
                if (!checkHashPycs.equals("default") && !checkHashPycs.equals("always")
                        && !checkHashPycs.equals("never")) {
                    throw new BadUsage("--check-hash-based-pycs must be one of 'default', 'always', or 'never'");
                }
            }
            default -> throw new BadUsage("Unknown option: " + word);
        }
    }
}
