package dev.adder.runtime.modules;

import dev.adder.language.text.Str;

/** {@code -X importtime}: how long each import takes, on standard error (import_find_and_load of CPython's Python/import.c). */
final class ImportTimes {
    private static final String HEADER = "import time: self [us] | cumulative | imported package\n";
    private static final int SELF = 9;
    private static final int CUMULATIVE = 10;

    private final boolean knownToo;
    private boolean begun;
    private int level;
    /** What the imports within the one that is under way took. */
    private long within;

    /** {@code setting}: 1, or 2 to name also the modules that are there already. */
    ImportTimes(final long setting) {
        this.knownToo = setting == 2;
    }

    /** An import begins; gives what {@link #end} wants. */
    long[] begin() {
        if (!begun) {
            begun = true;
            System.err.print(HEADER);
        }
        level++;
        final long[] start = {within, 0};
        within = 0;
        start[1] = System.nanoTime();
        return start;
    }

    /** It has ended, well or not. */
    void end(final Object name, final long[] start) {
        final long all = System.nanoTime() - start[1];
        level--;
        final StringBuilder line = new StringBuilder("import time: ");
        pad(line, micros(all - within), SELF).append(" | ");
        pad(line, micros(all), CUMULATIVE).append(" | ").append(" ".repeat(level * 2)).append(Str.toJava(name));
        System.err.print(line.append('\n'));
        within = start[0] + all;
    }

    /** The module is there. */
    void known(final Object name) {
        if (knownToo) {
            final StringBuilder line = new StringBuilder("import time: cached    | cached     | ");
            System.err.print(pad(line, Str.toJava(name), level * 2).append('\n'));
        }
    }

    /** Rounded up. */
    private static String micros(final long nanos) {
        return Long.toString(-Math.floorDiv(-nanos, 1000));
    }

    private static StringBuilder pad(final StringBuilder line, final String text, final int width) {
        return line.append(" ".repeat(Math.max(0, width - text.length()))).append(text);
    }
}
