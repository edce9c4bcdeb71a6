package dev.adder.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The report as text of at most 100 columns, without colours. */
final class Report {
    private static final int WIDTH = 98;
    /** Rows with less than this share of the whole are not worth a person's time. */
    private static final double LEAST = 0.002;
    private static final Spent[] COLUMNS = {Spent.INTERPRETED, Spent.COMPILED, Spent.HELPERS, Spent.COLLECTING};

    private final Profile profile;
    private final ProfileOptions options;
    private final JitStory story;
    private final SourceText source = new SourceText();
    private final StringBuilder out = new StringBuilder();

    Report(final Profile profile, final ProfileOptions options) {
        this.profile = profile;
        this.options = options;
        this.story = new JitStory(profile.jit);
    }

    String text() {
        head();
        totals();
        lines();
        waiting();
        functions();
        modules();
        threads();
        others();
        if (options.java()) {
            helpers();
        }
        return out.toString();
    }

    private void line(final String text) {
        out.append(text.length() > WIDTH ? text.substring(0, WIDTH - 3) + "..." : text).append('\n');
    }

    private void title(final String text) {
        out.append('\n').append(text).append('\n');
    }

    private static String right(final String text, final int width) {
        return " ".repeat(Math.max(width - text.length(), 0)) + text;
    }

    private static String left(final String text, final int width) {
        return text + " ".repeat(Math.max(width - text.length(), 0));
    }

    private static String fixed(final double x, final int digits) {
        return new java.math.BigDecimal(x).setScale(digits, java.math.RoundingMode.HALF_UP).toPlainString();
    }

    /** Seconds in eight columns; a dot for nothing. */
    private static String seconds(final double x) {
        return right(x < 0.0005 ? "." : fixed(x, x < 100 ? 3 : 1), 9);
    }

    private String percent(final double x) {
        final double all = profile.total.busy();
        return right(all <= 0 ? "" : fixed(100 * x / all, 1), 7);
    }

    private boolean counts(final double seconds) {
        return seconds >= LEAST * Math.max(profile.total.busy(), 1e-9);
    }

    // ---- parts

    private void head() {
        line("adder profile: " + profile.program);
        line(fixed(profile.wall, 2) + " s wall, " + fixed(profile.total.cpu(), 2) + " s CPU in " + profile.threads.size()
                + (profile.threads.size() == 1 ? " Python thread; " : " Python threads; ") + profile.samples
                + " samples, one every " + profile.interval + " ms of CPU"
                + (profile.lost > 0 ? ", " + profile.lost + " lost" : ""));
        if (profile.samples < 200) {
            final double n = Math.max(profile.samples, 1);
            line("few samples: shares are good to about " + fixed(100 / Math.sqrt(n), 0) + " points; run longer or use "
                    + "--interval 1");
        }
    }

    private void totals() {
        title("Where the time went");
        for (final Spent s : Spent.values()) {
            final double x = profile.total.of(s);
            if (x >= 0.0005) {
                final boolean share = s.isCpu() || s == Spent.COLLECTING;
                line("  " + left(s.key, 12) + seconds(x) + " s" + (share ? percent(x) + " %" : right("", 9)) + "   "
                        + s.meaning + (s == Spent.COLLECTING ? "; " + profile.collections + " times" : ""));
            }
        }
    }

    private void columns(final String first, final String last) {
        final StringBuilder b = new StringBuilder(right(first, 9)).append(right("%", 7));
        for (final Spent s : COLUMNS) {
            b.append(right(s.column, 9));
        }
        line(b.append("   ").append(last).toString());
    }

    private String figures(final Profile.Row row) {
        final StringBuilder b = new StringBuilder(seconds(row.busy())).append(percent(row.busy()));
        for (final Spent s : COLUMNS) {
            b.append(seconds(row.of(s)));
        }
        return b.append("   ").toString();
    }

    private static String shortFile(final String file) {
        return file.isEmpty() ? "" : file.substring(file.lastIndexOf('/') + 1);
    }

    private static String place(final Profile.Row row) {
        return row.file.isEmpty() ? row.function : shortFile(row.file) + ":" + row.line + " " + row.function;
    }

    private void lines() {
        title("Hot lines, in seconds");
        columns("all", "line");
        int shown = 0;
        for (final Profile.Row row : profile.lines) {
            if (shown++ == options.top() || !counts(row.busy())) {
                break;
            }
            line(figures(row) + place(row));
            final String text = source.line(row.file, row.line);
            if (!text.isEmpty()) {
                line("          | " + text);
            }
            if (!row.states.isEmpty()) {
                story(row);
            }
        }
    }

    private void story(final Profile.Row row) {
        wrapped(String.join("; ", story.tiers(row)));
        final List<String> seen = new ArrayList<>();
        for (final JitStory.Seen s : story.types(row)) {
            seen.add(s.operation() + " (" + s.types() + ")");
        }
        if (!seen.isEmpty()) {
            wrapped("seen: " + String.join(", ", seen));
        }
        for (final JitStory.Left l : story.left(row)) {
            wrapped("left " + l.count() + (l.count() == 1 ? " time" : " times") + " at " + l.instruction() + ": "
                    + l.reason());
        }
    }

    /** Indented below a line; broken at blanks. */
    private void wrapped(final String text) {
        final String indent = "            ";
        final StringBuilder b = new StringBuilder(indent);
        for (final String word : text.split(" ")) {
            if (b.length() + word.length() + 1 > WIDTH && b.length() > indent.length()) {
                line(b.toString());
                b.setLength(0);
                b.append(indent).append("  ");
            }
            b.append(b.length() > indent.length() ? " " : "").append(word);
        }
        line(b.toString());
    }

    private void waiting() {
        final List<Profile.Row> rows = new ArrayList<>(profile.lines);
        rows.removeIf(r -> r.of(Spent.WAITING) < 0.005);
        if (rows.isEmpty()) {
            return;
        }
        rows.sort((a, b) -> Double.compare(b.of(Spent.WAITING), a.of(Spent.WAITING)));
        title("Waiting, in seconds of wall time (not in the figures above)");
        for (final Profile.Row row : rows.subList(0, Math.min(rows.size(), options.top()))) {
            line(seconds(row.of(Spent.WAITING)) + "   " + place(row));
            final String text = source.line(row.file, row.line);
            if (!text.isEmpty()) {
                line("          | " + text);
            }
        }
    }

    private void functions() {
        title("By function (with: what it called included)");
        line(right("with", 9) + right("own", 9) + right("%", 7) + right("helpers", 9) + right("gc", 9)
                + "   function");
        int shown = 0;
        for (final Profile.Row row : profile.functions) {
            if (shown++ == options.top() || !counts(row.busy())) {
                break;
            }
            line(seconds(Math.max(row.inclusive, row.cpu())) + seconds(row.busy()) + percent(row.busy())
                    + seconds(row.of(Spent.HELPERS)) + seconds(row.of(Spent.COLLECTING)) + "   " + place(row)
                    + (row.states.isEmpty() ? "" : ": " + story.tiers(row).getFirst()));
        }
    }

    private void modules() {
        if (profile.modules.size() < 2) {
            return;
        }
        title("By module");
        columns("own", "file");
        int shown = 0;
        for (final Profile.Row row : profile.modules) {
            if (shown++ == options.top() || !counts(row.busy())) {
                break;
            }
            line(figures(row) + (row.file.isEmpty() ? row.function : tail(row.file, WIDTH - 55)));
        }
    }

    private static String tail(final String file, final int width) {
        return file.length() <= width ? file : "..." + file.substring(file.length() - width + 3);
    }

    private void threads() {
        if (profile.threads.size() < 2) {
            return;
        }
        title("By thread");
        line(right("wall", 9) + right("CPU", 9) + right("waiting", 9) + right("stalled", 9) + "   thread");
        for (final Profile.ThreadRow t : profile.threads) {
            line(seconds(t.wall()) + seconds(t.cpu()) + seconds(t.waiting()) + seconds(t.stalled()) + "   " + t.name());
        }
    }

    private void others() {
        final StringBuilder b = new StringBuilder();
        for (final Map.Entry<String, Double> e : profile.others.entrySet()) {
            if (e.getValue() >= 0.005) {
                b.append(b.isEmpty() ? "" : ", ").append(e.getKey()).append(' ').append(fixed(e.getValue(), 2));
            }
        }
        if (!b.isEmpty()) {
            title("CPU seconds of the JVM's other threads, at the same time as the program");
            line("  " + b);
        }
    }

    private void helpers() {
        title("Runtime helpers: the Java method that Python code called, in seconds");
        final List<Map.Entry<String, Double>> all = new ArrayList<>(profile.helpers.entrySet());
        all.sort((a, b) -> Double.compare(b.getValue(), a.getValue()));
        for (final Map.Entry<String, Double> e : all.subList(0, Math.min(all.size(), 2 * options.top()))) {
            line(seconds(e.getValue()) + percent(e.getValue()) + "   " + e.getKey());
        }
    }
}
