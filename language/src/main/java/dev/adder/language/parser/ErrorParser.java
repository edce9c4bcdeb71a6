package dev.adder.language.parser;

import dev.adder.language.SyntaxException;
import dev.adder.language.WarningSink;

/** Says what is wrong with a text that the parser gave up on. */
final class ErrorParser {
    private ErrorParser() {
    }

    static SyntaxException explain(StatementParser parser, Parser.Mode mode, int flags, WarningSink warnings) {
        Tokenizer t = new Tokenizer(parser.source, new Names(), warnings, (flags & Parser.TYPE_COMMENTS) != 0, false);
        while (t.next() != Tok.ERRORTOKEN && t.kind != Tok.ENDMARKER) {
            continue;
        }
        if (t.error != null) {
            return t.error;
        }
        int at = Math.min(parser.p, Math.max(0, parser.count - 1));
        return new SyntaxException(SyntaxException.Kind.SYNTAX_ERROR, "invalid syntax", parser.filename,
                parser.lines[at], parser.cols[at] + 1, parser.endLines[at], parser.endCols[at] + 1, null);
    }
}
