package dev.adder.machine.prediction;

import dev.adder.machine.Dimension;
import java.util.List;

/**
 * The least time of some work on a machine. It is a bound: the work cannot take less, and may take more.
 *
 * @param work what was asked about
 * @param cores how many cores of each machine
 * @param machines how many machines
 * @param seconds the least time
 * @param binding id of the unit or connection that needs that long
 * @param terms all that was weighed, longest first
 */
public record Prediction(String work, int cores, int machines, double seconds, String binding, List<Term> terms) {
    /**
     * How long one unit needs for its share, were it alone.
     *
     * @param unit its id
     * @param what the share, in words
     * @param seconds the time
     */
    public record Term(String unit, String what, double seconds) {
    }

    /** A few lines for a person. */
    public String text() {
        StringBuilder out = new StringBuilder(work).append(": at least ").append(Dimension.SECONDS.format(seconds))
                .append(", bound by ").append(binding).append('\n');
        for (Term term : terms) {
            out.append("  ").append(Dimension.SECONDS.format(term.seconds())).append("  ").append(term.unit())
                    .append(": ")
                    .append(term.what()).append('\n');
        }
        return out.toString();
    }
}
