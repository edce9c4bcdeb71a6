package dev.adder.stdlib.sre;

/** The machine of {@link Matcher} for one program over Strings, as JVM code; see {@link Translator}. */
abstract class CompiledRun {

    /** What {@code Matcher.run} does: tries at {@code position}; the text ends at {@code end}. */
    abstract boolean run(StringMatcher matcher, String text, int position, int end);
}
