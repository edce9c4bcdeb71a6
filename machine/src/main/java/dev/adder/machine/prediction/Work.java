package dev.adder.machine.prediction;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a piece of work does, counted: operations by kind, the longest chain of dependent ones, bytes moved with their
 * working set and pattern, branches that nobody can predict, allocations, messages. Counts are of the whole work on one
 * core; how it scales is told by {@link #serial} and {@link #coherence}.
 */
public final class Work {
    /** Kinds of operation that have a throughput. */
    public enum Operation { INT, FLOAT_ADD, FLOAT, VECTOR_INT, VECTOR_FLOAT }

    /** Kinds of step in a chain of dependent operations. */
    public enum Step { INT_ADD, INT_MUL, INT_DIV, FLOAT_ADD, FLOAT_MUL, FMA, FLOAT_DIV }

    /** Bytes read and written in sequence within a working set. */
    record Stream(double read, double written, double workingSet) {
    }

    /** Independent accesses to random places of a working set. */
    record Scatter(double reads, double updates, double workingSet) {
    }

    /** Loads each of which waits for the one before. */
    record Chase(double loads, double workingSet) {
    }

    /**
     * Loads of one word each from lines of their own; so many bytes of lines come back before the first is used again.
     */
    record Lines(double loads, double footprint) {
    }

    /** Messages and bytes over a connection. */
    record Transfer(String connection, double messages, double bytes) {
    }

    final String name;
    final Map<Operation, Double> operations = new EnumMap<>(Operation.class);
    final Map<Step, Double> chain = new EnumMap<>(Step.class);
    final List<Stream> streams = new ArrayList<>();
    final List<Scatter> scatters = new ArrayList<>();
    final List<Chase> chases = new ArrayList<>();
    final List<Lines> lines = new ArrayList<>();
    final List<Transfer> transfers = new ArrayList<>();
    double mispredictions;
    double serialPart;
    double contention;
    double coherencePart;

    private Work(String name) {
        this.name = name;
    }

    /** Work that does nothing yet. */
    public static Work named(String name) {
        return new Work(name);
    }

    /** Adds operations that need not wait for each other; a vector of eight lanes counts eight, a multiply-add two. */
    public Work operations(Operation operation, double count) {
        operations.merge(operation, count, Double::sum);
        return this;
    }

    /** Adds to the longest chain of operations that wait for each other. */
    public Work chain(Step step, double count) {
        chain.merge(step, count, Double::sum);
        return this;
    }

    /** Adds bytes that the program reads and writes in sequence over data of {@code workingSet} bytes in all. */
    public Work stream(double read, double written, double workingSet) {
        streams.add(new Stream(read, written, workingSet));
        return this;
    }

    /** Adds bytes that the program reads and writes in the nearest cache, over and above what comes from farther. */
    public Work near(double read, double written) {
        return stream(read, written, 1024);
    }

    /**
     * Adds loads that use one word of a line each and come back to the line after {@code footprint} bytes of other
     * lines,
     * such as those down a column of a matrix.
     */
    public Work lines(double loads, double footprint) {
        lines.add(new Lines(loads, footprint));
        return this;
    }

    /** Adds accesses to random places within {@code workingSet} bytes that need not wait for each other. */
    public Work scatter(double reads, double updates, double workingSet) {
        scatters.add(new Scatter(reads, updates, workingSet));
        return this;
    }

    /** Adds loads along pointers in random order within {@code workingSet} bytes, each waiting for the one before. */
    public Work chase(double loads, double workingSet) {
        chases.add(new Chase(loads, workingSet));
        return this;
    }

    /** Adds branches taken the way the processor did not expect. */
    public Work mispredictions(double count) {
        mispredictions += count;
        return this;
    }

    /** Adds bytes allocated: written in sequence over a nursery of {@code nursery} bytes. */
    public Work allocations(double bytes, double nursery) {
        return stream(0, bytes, nursery);
    }

    /** Adds messages and bytes over a connection, such as {@code core-core} or {@code network.lo}. */
    public Work transfer(String connection, double messages, double bytes) {
        transfers.add(new Transfer(connection, messages, bytes));
        return this;
    }

    /** The part of the work, 0 to 1, that only one core can do at a time (Amdahl). */
    public Work serial(double part) {
        serialPart = part;
        return this;
    }

    /** The universal scalability law's terms: queueing for what is shared, and agreement between each pair. */
    public Work coherence(double queueing, double agreement) {
        contention = queueing;
        coherencePart = agreement;
        return this;
    }
}
