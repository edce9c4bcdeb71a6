package dev.adder.cli;

import java.util.List;

/**
 * What the command line asked for, with the meaning of the fields of CPython's PyConfig of the same names.
 *
 * @param action what to run
 * @param subject the command's text, the module's name or the file's name; null where there is none
 * @param argv {@code sys.argv[1:]}
 * @param verbose times {@code -v} was given; likewise {@code bytesWarning} and {@code optimize}
 * @param checkHashPycs {@code default}, {@code always} or {@code never}
 * @param warnOptions the {@code -W} options in order
 * @param xOptions the {@code -X} options in order, as written
 */
public record Options(Action action, String subject, List<String> argv, int bytesWarning, boolean dontWriteBytecode,
        boolean parserDebug, boolean ignoreEnvironment, boolean inspect, boolean isolated, int optimize,
        boolean safePath, boolean quiet, boolean noUserSite, boolean noSite, boolean unbuffered, int verbose,
        boolean skipFirstLine, String checkHashPycs, List<String> warnOptions, List<String> xOptions) {

    /** What there is to do. */
    public enum Action {
        /** {@code -c}: the subject is the program. */
        COMMAND,
        /** {@code -m}: the subject is a module's name. */
        MODULE,
        /** The subject is a file, a folder or a zip file. */
        FILE,
        /** No subject: standard input, a REPL when it is a terminal. */
        STDIN,
        /** {@code -V}, {@code -h} and their like: print and end. */
        VERSION, VERSION_LONG, HELP, HELP_ENVIRONMENT, HELP_XOPTIONS, HELP_ALL
    }
}
