package dev.adder.language.parser;

import dev.adder.language.WarningSink;
import dev.adder.language.ast.Mod;

/** From source text to syntax tree: CPython 3.14's language. */
public final class Parser {
    /** What kind of text it is. */
    public enum Mode {
        EXEC, EVAL, SINGLE, FUNC_TYPE
    }

    /** Flags, with the values of CPython's {@code PyCF_} constants. */
    public static final int DONT_IMPLY_DEDENT = 0x200;
    public static final int IGNORE_COOKIE = 0x800;
    public static final int TYPE_COMMENTS = 0x1000;
    public static final int ALLOW_INCOMPLETE_INPUT = 0x4000;
    /** Ours: the bytes are a file's that is run, so that errors of its encoding name it. */
    public static final int FILE_INPUT = 1 << 30;
    /** {@code CO_FUTURE_BARRY_AS_BDFL}. */
    public static final int BARRY_AS_BDFL = 0x400000;

    private Parser() {
    }

    /**
     * The tree of a source in bytes: a file's content, or a bytes object given to {@code compile}.
     *
     * @throws dev.adder.language.SyntaxException what CPython would raise
     */
    public static Mod parse(byte[] source, String filename, Mode mode, int flags, WarningSink warnings) {
        return parse(Source.ofBytes(source, filename, mode == Mode.EXEC, (flags & IGNORE_COOKIE) != 0,
                (flags & FILE_INPUT) != 0), mode, flags, warnings);
    }

    /** The tree of a source text, a String or WideStr; a PEP 263 cookie in it means nothing. */
    public static Mod parseText(Object source, String filename, Mode mode, int flags, WarningSink warnings) {
        return parse(Source.ofText(source, filename, mode == Mode.EXEC), mode, flags, warnings);
    }

    private static Mod parse(Source source, Mode mode, int flags, WarningSink warnings) {
        StatementParser parser = new StatementParser(source);
        Mod tree;
        try {
            parser.readAll((flags & TYPE_COMMENTS) != 0, mode == Mode.SINGLE, (flags & DONT_IMPLY_DEDENT) == 0);
            parser.flufl = (flags & BARRY_AS_BDFL) != 0;
            tree = switch (mode) {
                case EXEC -> parser.file();
                case EVAL -> parser.evalInput();
                case SINGLE -> parser.onlyInteractive();
                case FUNC_TYPE -> parser.functionType();
            };
        } catch (TokenStream.Failure f) {
            parser.issueWarnings(warnings, parser.p);
            throw ErrorParser.explain(source, mode, flags).withSource(source.text(0, source.length));
        } catch (StackOverflowError e) {
            throw ErrorParser.tooDeep(source.filename);
        }
        parser.issueWarnings(warnings, parser.count);
        return tree;
    }

    /**
     * The text of a source file, line breaks made {@code \n}: for showing its lines.
     *
     * @throws dev.adder.language.SyntaxException where it has no valid encoding
     */
    public static Object decode(byte[] source, String filename) {
        Source s = Source.ofBytes(source, filename, true, false, false);
        return s.text(0, s.length);
    }
}
