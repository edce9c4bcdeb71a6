package dev.adder.stdlib.sre;

import dev.adder.language.text.WideStr;

/**
 * A regular expression ready to run: immutable, shared by threads and by all texts. Made from the int code of
 * {@code re._compiler}; run by a {@link Matcher}.
 */
public final class Program {

    final int[] code;
    final CharSet[] sets;
    /** Literal texts, as code points. */
    final int[][] literals;
    /** The literal texts as Strings; null where a code point lies outside the BMP. */
    final String[] strings;
    final int groups;
    final int registers;
    final int minLength;
    final Start start;

    /** Tries so far, while there is no translation; counted without care for races. */
    private int narrowTries;
    private int wideTries;
    private volatile CompiledRun overBytes;
    private volatile CompiledRun overStrings;

    /** The translation for texts of Latin-1 characters, or null as long as there is none; the try that asks is counted. */
    CompiledRun overBytes() {
        CompiledRun run = overBytes;
        if (run == null && ++narrowTries == Translations.after()) {
            Translations.request(this, true);
        }
        return run;
    }

    /** The same for any String. */
    CompiledRun overStrings() {
        CompiledRun run = overStrings;
        if (run == null && ++wideTries == Translations.after()) {
            Translations.request(this, false);
        }
        return run;
    }

    void translate(boolean narrow) {
        CompiledRun run = Translator.translate(this, narrow);
        if (narrow) {
            overBytes = run;
        } else {
            overStrings = run;
        }
    }

    /** How a search finds the positions that are worth a try. */
    record Start(Kind kind, int[] prefix, String prefixString, CharSet set, CharSet words, boolean literalOnly) {

        enum Kind { ANYWHERE, PREFIX, SET, WORD_START, STRING_START, LINE_START }

        static Start of(Kind kind, CharSet set, CharSet words) {
            return new Start(kind, null, null, set, words, false);
        }
    }

    Program(Assembler from, int groups, int minLength, Start start) {
        this.code = from.code();
        this.sets = from.sets();
        this.literals = from.literals();
        this.strings = new String[literals.length];
        for (int i = 0; i < strings.length; i++) {
            strings[i] = bmpString(literals[i]);
        }
        this.groups = groups;
        this.registers = from.registers();
        this.minLength = minLength;
        this.start = start;
    }

    /**
     * Makes a program of the int code (code words are unsigned 32-bit numbers).
     *
     * @throws SreCodeException if it is not what {@code re._compiler} emits
     */
    public static Program of(int[] code, int groups) {
        CodeReader reader = new CodeReader(code, groups);
        return Assembler.assemble(reader, reader.read(), groups);
    }

    /** A matcher for a text: a String, or a WideStr. Not shared by threads. */
    public Matcher matcher(Object text, Runnable poll) {
        if (text instanceof String string) {
            return new StringMatcher(this, string, poll);
        }
        return new WideMatcher(this, ((WideStr) text).rawCodePoints(), poll);
    }

    public int groups() {
        return groups;
    }

    static String bmpString(int[] points) {
        char[] chars = new char[points.length];
        for (int i = 0; i < chars.length; i++) {
            if (points[i] > 0xFFFF) {
                return null;
            }
            chars[i] = (char) points[i];
        }
        return new String(chars);
    }
}
