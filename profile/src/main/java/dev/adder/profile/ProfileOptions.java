package dev.adder.profile;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What {@code adder profile} was asked for.
 *
 * @param program what to call the program in the report
 * @param interval milliseconds of CPU time between samples
 * @param after seconds of the program before it is watched
 * @param top lines, functions and modules to show
 * @param java whether to list the runtime's Java methods
 * @param output the report's file, null for standard error
 * @param json the data's file, null for none
 */
public record ProfileOptions(String program, int interval, double after, int top, boolean java, String output, String json) {
    public static final int INTERVAL = 5;
    public static final int TOP = 15;

    boolean write(final Profile profile) {
        final String text = new Report(profile, this).text();
        boolean written = true;
        if (output == null) {
            final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
            err.print(text);
            err.flush();
        } else {
            written = write(output, text);
        }
        return (json == null || write(json, new JsonReport(profile).text())) && written;
    }

    private static boolean write(final String file, final String text) {
        try {
            Files.writeString(Path.of(file), text);
            return true;
        } catch (final IOException e) {
            System.err.println("adder profile: cannot write " + file + ": " + e.getMessage());
            return false;
        }
    }
}
