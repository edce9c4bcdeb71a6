package dev.adder.machine.probe;

import dev.adder.machine.Property;
import java.io.PrintStream;

/**
 * What the child says, one line each, fields parted by tabs: {@code F unit property value error note},
 * {@code C property cores size value error}, {@code H from to seconds}, {@code N sentence}, {@code P progress}, {@code
 * E}
 * at the end, so that a child that died is told from one that is done.
 */
final class Report {
    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    synchronized void figure(String unit, Property property, double value, double error, String note) {
        out.println("F\t" + unit + "\t" + property.id() + "\t" + value + "\t" + error + "\t" + note);
        out.flush();
    }

    synchronized void curve(Property property, int cores, double size, double value, double error) {
        out.println("C\t" + property.id() + "\t" + cores + "\t" + size + "\t" + value + "\t" + error);
        out.flush();
    }

    synchronized void handover(int from, int to, double seconds) {
        out.println("H\t" + from + "\t" + to + "\t" + seconds);
        out.flush();
    }

    synchronized void unseen(String sentence) {
        out.println("N\t" + sentence);
        out.flush();
    }

    synchronized void progress(String text) {
        out.println("P\t" + text);
        out.flush();
    }

    synchronized void used(double seconds) {
        out.println("U\t" + seconds);
        out.flush();
    }

    synchronized void end() {
        out.println("E");
        out.flush();
    }
}
