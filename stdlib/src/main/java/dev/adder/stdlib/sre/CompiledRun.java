package dev.adder.stdlib.sre;

/** The machine of {@link Matcher} for one program, as JVM code: over bytes or over Strings; see {@link Translator}. */
abstract class CompiledRun {

    /** What {@code Matcher.run} does, over a text's characters, all of them Latin-1: tries at {@code position}. */
    boolean run(StringMatcher matcher, byte[] text, int position, int end) {
        throw new IllegalStateException("translated for Strings");
    }

    /** The same over any String; the text ends at {@code end}. */
    boolean run(StringMatcher matcher, String text, int position, int end) {
        throw new IllegalStateException("translated for bytes");
    }
}
