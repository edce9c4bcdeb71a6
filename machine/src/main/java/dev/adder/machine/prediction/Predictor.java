package dev.adder.machine.prediction;

import dev.adder.machine.Connection;
import dev.adder.machine.Curve;
import dev.adder.machine.Dimension;
import dev.adder.machine.Figure;
import dev.adder.machine.Kind;
import dev.adder.machine.Machine;
import dev.adder.machine.Property;
import dev.adder.machine.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes least times. Every unit is taken at the best it was ever seen to do, and units are taken to overlap
 * perfectly, so the longest single term is the bound: a roofline with one roof for each level of memory and each kind
 * of
 * operation, plus the length of the dependency chain. What scales is divided by the cores, what is shared is not.
 */
public final class Predictor {
    /** How far a figure is stretched towards the favourable side, so that the result stays a bound. */
    private static final double OPTIMISM = 0.03;

    /** Pages lie where they lie: from how much less data loads may seem to come. */
    private static final double NEARER = 0.87;

    /** So far a latency is stretched by its own error. */
    private static final double MOST_OPTIMISM = 0.2;

    private final Machine machine;
    private final List<Unit> levels;
    private final Unit core;

    public Predictor(Machine machine) {
        this.machine = machine;
        levels = machine.hierarchy();
        core = machine.units(Kind.CORE).isEmpty() ? null : machine.units(Kind.CORE).getFirst();
    }

    /** The least time on one core. */
    public Prediction oneCore(Work work) {
        return predict(work, 1, 1);
    }

    /** The least time on all cores of the machine. */
    public Prediction allCores(Work work) {
        Unit processor = machine.unit("processor");
        double cores = processor == null ? 1 : Math.min(processor.value(Property.CORES),
                processor.value(Property.THREADS));
        return predict(work, Double.isNaN(cores) ? 1 : Math.max(1, (int) cores), 1);
    }

    /** The least time on several machines like this one, all cores of each; transfers are then between machines. */
    public Prediction machines(Work work, int count) {
        return predict(work, allCores(work).cores(), count);
    }

    private Prediction predict(Work work, int cores, int machines) {
        Map<String, Prediction.Term> own = new LinkedHashMap<>();
        operations(work, own);
        chain(work, own);
        Map<String, Prediction.Term> shared = new LinkedHashMap<>();
        memory(work, cores, shared);
        double workers = (double) cores * machines;
        List<Prediction.Term> terms = new ArrayList<>();
        for (Prediction.Term term : own.values()) {
            terms.add(new Prediction.Term(term.unit(), term.what(), term.seconds() / workers));
        }
        for (Prediction.Term term : shared.values()) {
            terms.add(new Prediction.Term(term.unit(), term.what(), term.seconds() / machines));
        }
        if (workers > 1) {
            scaling(work, workers, terms);
        }
        transfers(work, terms);
        terms.sort((a, b) -> Double.compare(b.seconds(), a.seconds()));
        boolean none = terms.isEmpty();
        return new Prediction(work.name, cores, machines, none ? 0 : terms.getFirst().seconds(),
                none ? "nothing" : terms.getFirst().unit(), terms);
    }

    /** Amdahl's law where a part is serial, and the universal scalability law's queueing and agreement. */
    private void scaling(Work work, double workers, List<Prediction.Term> terms) {
        double one = predict(work, 1, 1).seconds();
        if (work.serialPart > 0) {
            terms.add(new Prediction.Term("serial part",
                    "what only one core can do at a time, and its share of the rest",
                    one * (work.serialPart + (1 - work.serialPart) / workers)));
        }
        double extra = work.contention * (workers - 1) + work.coherencePart * workers * (workers - 1);
        if (extra > 0) {
            terms.add(new Prediction.Term("scaling", "queueing for what is shared and agreement between workers",
                    one / workers * (1 + extra)));
        }
    }

    private void operations(Work work, Map<String, Prediction.Term> terms) {
        for (Map.Entry<Work.Operation, Double> entry : work.operations.entrySet()) {
            Property property = switch (entry.getKey()) {
                case INT -> Property.INT_OPS;
                case FLOAT_ADD -> Property.FLOAT_ADDS;
                case FLOAT -> Property.FLOAT_OPS;
                case VECTOR_INT -> Property.VECTOR_INT_OPS;
                case VECTOR_FLOAT -> Property.VECTOR_FLOAT_OPS;
            };
            double rate = best(core, property);
            if (rate > 0) {
                String unit = "core " + property.label();
                add(terms, unit, Dimension.COUNT.format(Math.rint(entry.getValue())) + " operations",
                        entry.getValue() / rate);
            }
        }
        double lost = least(core, Property.MISPREDICT);
        if (work.mispredictions > 0 && lost > 0) {
            add(terms, "core branches", Dimension.COUNT.format(Math.rint(work.mispredictions)) + " mispredicted",
                    work.mispredictions * lost);
        }
    }

    /** The chain of dependent operations: their latencies add up, and nothing shortens it. */
    private void chain(Work work, Map<String, Prediction.Term> terms) {
        for (Map.Entry<Work.Step, Double> entry : work.chain.entrySet()) {
            Property property = switch (entry.getKey()) {
                case INT_ADD -> Property.INT_ADD_LATENCY;
                case INT_MUL -> Property.INT_MUL_LATENCY;
                case INT_DIV -> Property.INT_DIV_LATENCY;
                case FLOAT_ADD -> Property.FLOAT_ADD_LATENCY;
                case FLOAT_MUL -> Property.FLOAT_MUL_LATENCY;
                case FMA -> Property.FMA_LATENCY;
                case FLOAT_DIV -> Property.FLOAT_DIV_LATENCY;
            };
            double latency = least(core, property);
            if (latency > 0) {
                add(terms, "core chain", "dependent operations", entry.getValue() * latency);
            }
        }
    }

    private void memory(Work work, int cores, Map<String, Prediction.Term> terms) {
        for (Work.Stream stream : work.streams) {
            Unit level = level(stream.workingSet() / (cores > 1 ? cores : 1), stream.workingSet());
            if (level != null) {
                add(terms, level.id(), "bytes in sequence", streamTime(stream, level, cores));
            }
        }
        for (Work.Lines lines : work.lines) {
            Unit level = level(lines.footprint(), lines.footprint());
            if (level != null) {
                // The nearest cache gives words in any order; from farther each line is an access of its own.
                boolean near = level == levels.getFirst();
                double time = near ? streamTime(new Work.Stream(8 * lines.loads(), 0, lines.footprint()), level, cores)
                        : lines.loads() / rate(Property.RANDOM, Property.RANDOM_ALL, level, lines.footprint(), cores);
                add(terms, level.id(), "a line for each word", time);
            }
        }
        for (Work.Scatter scatter : work.scatters) {
            Unit level = level(scatter.workingSet(), scatter.workingSet());
            if (level == null) {
                continue;
            }
            double reads = rate(Property.RANDOM, Property.RANDOM_ALL, level, scatter.workingSet(), cores);
            double updates = rate(Property.UPDATE, null, level, scatter.workingSet(), cores);
            double time = (reads > 0 ? scatter.reads() / reads : 0) + (updates > 0 ? scatter.updates() / updates : 0);
            add(terms, level.id(), "random accesses", time);
        }
        for (Work.Chase chase : work.chases) {
            Unit level = level(chase.workingSet(), chase.workingSet());
            if (level == null) {
                continue;
            }
            Curve curve = machine.curve(Property.LATENCY, false);
            // Nothing else hides the latency of a shared level, which is now shorter, now longer: all of its error counts.
            double error = level.figure(Property.LATENCY) == null ? 0
                    : Math.min(level.figure(Property.LATENCY).error(), MOST_OPTIMISM);
            double latency = curve == null ? least(level, Property.LATENCY)
                    : curve.least(chase.workingSet() * NEARER) * (1 - Math.max(OPTIMISM, error));
            if (latency > 0) {
                add(terms, level.id(), "dependent loads", chase.loads() * latency / cores);
            }
        }
    }

    /** The nearest level that holds a working set; a shared one must hold all of it, a private one its core's share. */
    private Unit level(double share, double whole) {
        for (Unit level : levels) {
            double capacity = level.value(Property.CAPACITY);
            if (level.kind() == Kind.MEMORY || (level.count() > 1 ? share : whole) <= capacity) {
                return level;
            }
        }
        return levels.isEmpty() ? null : levels.getLast();
    }

    /**
     * Time for a mix of reads and writes: between the measured mixes (only reads, two to one, one to one, only writes)
     * the time for a byte is taken linearly.
     */
    private double streamTime(Work.Stream stream, Unit level, int cores) {
        double bytes = stream.read() + stream.written();
        double part = stream.written() / bytes;
        double size = stream.workingSet();
        double[] marks = {0, 1.0 / 3, 0.5, 1};
        double[] rates = {rate(Property.READ, Property.READ_ALL, level, size, cores),
            rate(Property.TRIAD, Property.TRIAD_ALL, level, size, cores),
            rate(Property.COPY, Property.COPY_ALL, level, size, cores),
            rate(Property.WRITE, Property.WRITE_ALL, level, size, cores)};
        for (int i = 1; i < marks.length; i++) {
            if (part <= marks[i] + 1e-9) {
                double right = (part - marks[i - 1]) / (marks[i] - marks[i - 1]);
                double time = (1 - right) / rates[i - 1] + right / rates[i];
                return Double.isNaN(time) ? bytes / rates[0] : bytes * time;
            }
        }
        return bytes / rates[3];
    }

    private double rate(Property one, Property all, Unit level, double size, int cores) {
        if (cores > 1 && all != null && level.figure(all) != null) {
            return best(level, all);
        }
        Curve curve = machine.curve(one, false);
        double single = curve == null ? best(level, one) : curve.most(size) * (1 + OPTIMISM);
        return cores > 1 ? single * cores : single;
    }

    private void transfers(Work work, List<Prediction.Term> terms) {
        Map<String, Prediction.Term> sums = new LinkedHashMap<>();
        for (Work.Transfer transfer : work.transfers) {
            Connection connection = machine.connection(transfer.connection());
            if (connection == null) {
                continue;
            }
            Figure round = connection.figure(Property.ROUND_TRIP);
            Figure hand = connection.figure(Property.HANDOVER);
            double message = round != null ? least(round) / 2 : hand != null ? least(hand) : 0;
            Figure wide = connection.figure(Property.BANDWIDTH);
            Figure nominal = connection.figure(Property.NOMINAL);
            double rate = wide != null ? wide.value() * (1 + wide.error()) : nominal != null ? nominal.value()
                    : Double.NaN;
            double bytes = rate > 0 ? transfer.bytes() / rate : 0;
            // Messages may overlap the bytes, and each other on another connection.
            add(sums, connection.id(), "messages and bytes", Math.max(transfer.messages() * message, bytes));
        }
        terms.addAll(sums.values());
    }

    private static void add(Map<String, Prediction.Term> terms, String unit, String what, double seconds) {
        if (!(seconds > 0)) {
            return;
        }
        Prediction.Term before = terms.get(unit);
        terms.put(unit, before == null ? new Prediction.Term(unit, what, seconds)
                : new Prediction.Term(unit, before.what().contains(what) ? before.what() : before.what() + ", " + what,
                        before.seconds() + seconds));
    }

    /** The optimistic end of a rate. Measured values are bests already, so no more than a little is added. */
    private static double best(Unit unit, Property property) {
        Figure figure = unit == null ? null : unit.figure(property);
        return figure == null ? Double.NaN : figure.value() * (1 + Math.min(figure.error(), OPTIMISM));
    }

    /** The optimistic end of a time. */
    private static double least(Unit unit, Property property) {
        Figure figure = unit == null ? null : unit.figure(property);
        return figure == null ? Double.NaN : figure.value() * (1 - Math.min(figure.error(), OPTIMISM));
    }

    private static double least(Figure figure) {
        return figure.value() * Math.max(0, 1 - figure.error());
    }
}
