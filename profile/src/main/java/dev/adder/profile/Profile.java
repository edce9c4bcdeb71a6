package dev.adder.profile;

import dev.adder.runtime.interp.CodeState;
import dev.adder.runtime.interp.Jit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A finished measurement, in seconds: by line, function, module, thread. Samples are scaled thread by thread to the CPU
 * time that the operating system counted, so that sums are the system's and only shares are sampled.
 */
final class Profile {
    /** Time by what it was spent on. */
    static final class Row {
        final String file;
        final String function;
        /** 0 for a whole function or module. */
        final int line;
        final double[] spent = new double[Spent.COUNT];
        /** Functions: with what they called. */
        double inclusive;
        final Set<CodeState> states = new HashSet<>();

        Row(final String file, final String function, final int line) {
            this.file = file;
            this.function = function;
            this.line = line;
        }

        double of(final Spent s) {
            return spent[s.ordinal()];
        }

        double cpu() {
            double sum = 0;
            for (final Spent s : Spent.values()) {
                sum += s.isCpu() ? of(s) : 0;
            }
            return sum;
        }

        /** CPU and the collections it caused: what there is to gain. */
        double busy() {
            return cpu() + of(Spent.COLLECTING);
        }

        private void add(final Line line, final Spent s, final double seconds) {
            spent[s.ordinal()] += seconds;
            if (line.state() != null) {
                states.add(line.state());
            }
        }
    }

    /** One thread. */
    record ThreadRow(String name, double wall, double cpu, double waiting, double stalled) {
    }

    final String program;
    final Jit jit;
    final double wall;
    final int interval;
    final int collections;
    final long lost;
    int samples;
    int blind;
    final Row total = new Row("", "", 0);
    final List<Row> lines;
    final List<Row> functions;
    final List<Row> modules;
    final List<ThreadRow> threads = new ArrayList<>();
    final Map<String, Double> helpers = new HashMap<>();
    final Map<String, Double> others;

    private record Key(String file, String function, int line) {
    }

    private final Map<Key, Row> byLine = new LinkedHashMap<>();
    private final Map<Key, Row> byFunction = new LinkedHashMap<>();
    private final Map<Key, Row> byModule = new LinkedHashMap<>();

    Profile(final String program, final Jit jit, final double wall, final int interval, final ThreadLog[] logs,
            final JavaEvents events, final Map<String, Double> others) {
        this.program = program;
        this.jit = jit;
        this.wall = wall;
        this.interval = interval;
        this.collections = events.collections();
        this.lost = events.lost();
        this.others = others;
        for (final ThreadLog log : logs) {
            add(log);
        }
        events.collecting().forEach((line, seconds) -> add(line, Spent.COLLECTING, seconds));
        this.lines = sorted(byLine);
        this.functions = sorted(byFunction);
        this.modules = sorted(byModule);
    }

    private void add(final ThreadLog log) {
        final double scale = log.scale();
        log.spent().forEach((line, spent) -> {
            for (final Spent s : Spent.values()) {
                add(line, s, spent[s.ordinal()] * scale);
            }
        });
        final double[] apart = new double[Spent.COUNT];
        log.idle().forEach((line, spent) -> {
            for (final Spent s : Spent.values()) {
                add(line, s, spent[s.ordinal()]);
                apart[s.ordinal()] += spent[s.ordinal()];
            }
        });
        log.inclusive().forEach((state, seconds) -> {
            final Line first = new Line(state, 0);
            function(first).inclusive += seconds[0] * scale;
        });
        log.helpers().forEach((name, seconds) -> helpers.merge(name, seconds[0] * scale, Double::sum));
        samples += log.samples();
        blind += log.blindSamples();
        threads.add(new ThreadRow(log.name, log.wall(), log.cpu(), apart[Spent.WAITING.ordinal()],
                apart[Spent.STALLED.ordinal()]));
    }

    private void add(final Line line, final Spent s, final double seconds) {
        if (seconds <= 0) {
            return;
        }
        byLine.computeIfAbsent(new Key(line.file(), line.function(), line.number()),
                k -> new Row(k.file, k.function, k.line)).add(line, s, seconds);
        function(line).add(line, s, seconds);
        byModule.computeIfAbsent(new Key(line.file(), "", 0), k -> new Row(k.file, "", 0)).add(line, s, seconds);
        total.spent[s.ordinal()] += seconds;
    }

    private Row function(final Line line) {
        return byFunction.computeIfAbsent(new Key(line.file(), line.function(), firstLine(line)),
                k -> new Row(k.file, k.function, k.line));
    }

    private static int firstLine(final Line line) {
        return line.state() == null ? 0 : line.state().code.ir().firstLine;
    }

    private static List<Row> sorted(final Map<Key, Row> rows) {
        final List<Row> all = new ArrayList<>(rows.values());
        all.sort((a, b) -> Double.compare(b.busy(), a.busy()));
        return all;
    }
}
