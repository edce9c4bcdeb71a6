package dev.adder.language.parser;

import dev.adder.language.ast.Const;
import dev.adder.language.ast.Expr;
import dev.adder.language.ast.Span;
import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;
import java.util.ArrayList;
import java.util.List;

/** String literals: plain ones, f-strings and t-strings, and the joining of adjacent ones. */
abstract class StringParser extends TokenStream {
    private final StringLiterals literals = new StringLiterals();

    StringParser(Source source) {
        super(source);
    }

    abstract Expr yieldOrStarExpressions();

    /** One or more adjacent literals. */
    final Expr strings() {
        int from = p;
        if (at(Tok.TSTRING_START)) {
            return templates();
        }
        if (at(Tok.STRING) && !isString(kinds[p + 1])) {
            return plain();
        }
        ArrayList<Expr> parts = new ArrayList<>();
        boolean bytes = false;
        boolean text = false;
        boolean formatted = false;
        while (isString(kinds[p])) {
            if (at(Tok.STRING)) {
                Expr.Constant c = plain();
                parts.add(c);
                boolean isBytes = c.value() instanceof Const.BytesConst;
                bytes |= isBytes;
                text |= !isBytes;
            } else if (at(Tok.FSTRING_START)) {
                parts.addAll(formatted(false));
                text = true;
                formatted = true;
            } else {
                fail();
            }
        }
        if (bytes && text) {
            fail();
        }
        if (bytes) {
            return joinBytes(parts, span(from));
        }
        List<Expr> folded = fold(parts, formatted);
        return formatted ? new Expr.JoinedStr(folded, span(from)) : folded.get(0);
    }

    private static boolean isString(int kind) {
        return kind == Tok.STRING || kind == Tok.FSTRING_START || kind == Tok.TSTRING_START;
    }

    private Expr templates() {
        int from = p;
        ArrayList<Expr> parts = new ArrayList<>();
        while (at(Tok.TSTRING_START)) {
            parts.addAll(formatted(true));
        }
        if (isString(kinds[p])) {
            fail();
        }
        return new Expr.TemplateStr(fold(parts, true), span(from));
    }

    private static Expr joinBytes(List<Expr> parts, Span span) {
        int n = 0;
        for (Expr part : parts) {
            n += bytesOf(part).length;
        }
        byte[] all = new byte[n];
        int at = 0;
        for (Expr part : parts) {
            byte[] b = bytesOf(part);
            System.arraycopy(b, 0, all, at, b.length);
            at += b.length;
        }
        return new Expr.Constant(new Const.BytesConst(all), null, span);
    }

    private static byte[] bytesOf(Expr part) {
        return ((Const.BytesConst) ((Expr.Constant) part).value()).bytes();
    }

    /** Joins neighbouring constants; in an f-string drops empty ones. */
    private static List<Expr> fold(List<Expr> parts, boolean dropEmpty) {
        ArrayList<Expr> out = new ArrayList<>(parts.size());
        int i = 0;
        while (i < parts.size()) {
            if (!(parts.get(i) instanceof Expr.Constant first)) {
                out.add(parts.get(i++));
                continue;
            }
            Expr.Constant last = first;
            Object value = first.value();
            int j = i + 1;
            if (j < parts.size() && parts.get(j) instanceof Expr.Constant) {
                StrBuilder b = new StrBuilder();
                b.append(value);
                while (j < parts.size() && parts.get(j) instanceof Expr.Constant c) {
                    b.append(c.value());
                    last = c;
                    j++;
                }
                value = b.build();
            }
            if (!dropEmpty || !Str.isEmpty(value)) {
                Span a = first.span();
                Span z = last.span();
                out.add(last == first ? first : new Expr.Constant(value, first.kind(),
                        new Span(a.line(), a.col(), z.endLine(), z.endCol())));
            }
            i = j;
        }
        return seal(out);
    }

    // ---- plain literals ----

    private Expr.Constant plain() {
        int at = p++;
        int i = starts[at];
        boolean raw = false;
        boolean bytes = false;
        String kind = null;
        if (src[i] == 'u') {
            kind = "u";
        }
        while (src[i] != '\'' && src[i] != '"') {
            int c = src[i++] | 32;
            raw |= c == 'r';
            bytes |= c == 'b';
        }
        int quotes = ends[at] - i >= 6 && src[i + 1] == src[i] && src[i + 2] == src[i] ? 3 : 1;
        int from = i + quotes;
        int to = ends[at] - quotes;
        Object value;
        if (bytes) {
            for (int k = from; k < to; k++) {
                if (src[k] < 0) {
                    fail();
                }
            }
            value = new Const.BytesConst(decodeBytes(from, to, raw, at));
        } else {
            value = decode(from, to, raw, at);
        }
        return new Expr.Constant(value, kind, tokenSpan(at));
    }

    private byte[] decodeBytes(int from, int to, boolean raw, int at) {
        try {
            byte[] value = literals.decodeBytes(src, from, to, raw);
            drainWarning(at);
            return value;
        } catch (StringLiterals.BadLiteral e) {
            throw fail();
        }
    }

    private Object decode(int from, int to, boolean raw, int at) {
        try {
            Object value = literals.decode(src, from, to, raw);
            drainWarning(at);
            return value;
        } catch (StringLiterals.BadLiteral e) {
            throw fail();
        }
    }

    private void drainWarning(int at) {
        String message = literals.warning;
        if (message != null) {
            literals.warning = null;
            // The tokenizer has warned of a backslash before a brace already.
            boolean brace = kinds[at] != Tok.STRING && (message.startsWith("\"\\{") || message.startsWith("\"\\}"));
            if (!brace) {
                int line = lines[at];
                for (int i = starts[at]; i < literals.warningAt; i++) {
                    line += src[i] == '\n' ? 1 : 0;
                }
                warnings.add(new Warning(message, line, starts[at], lines[at], literals.warningAt));
            }
        }
    }

    // ---- f- and t-strings ----

    /** The values of one f-string or t-string, not yet joined. */
    private List<Expr> formatted(boolean template) {
        int open = p++;
        boolean raw = false;
        for (int i = starts[open]; i < ends[open]; i++) {
            raw |= (src[i] | 32) == 'r';
        }
        ArrayList<Expr> values = new ArrayList<>();
        int middle = template ? Tok.TSTRING_MIDDLE : Tok.FSTRING_MIDDLE;
        ArrayList<Integer> warned = null;
        while (!at(middle + 1)) {
            if (at(middle)) {
                int before = warnings.size();
                addLiteral(values, raw);
                if (warnings.size() > before) {
                    warned = warned == null ? new ArrayList<>(1) : warned;
                    warned.add(before);
                }
            } else {
                field(values, template, template, raw);
            }
        }
        if (warned != null) {
            moveWarnings(warned, lines[p]);
        }
        p++;
        return values;
    }

    /** CPython counts the lines of an escape in a literal part from the string's last line, not from the part's. */
    private void moveWarnings(List<Integer> which, int line) {
        for (int i : which) {
            Warning w = warnings.get(i);
            warnings.set(i, new Warning(w.message(), line + w.line() - w.partLine(), w.offset(), w.partLine(), w.escapeAt()));
        }
    }

    private void addLiteral(ArrayList<Expr> values, boolean raw) {
        int at = p++;
        Object text = decode(starts[at], ends[at], raw, at);
        if (!Str.isEmpty(text)) {
            values.add(new Expr.Constant(text, null, tokenSpan(at)));
        }
    }

    /** A replacement field; with {@code =} its own text comes before it. */
    private void field(ArrayList<Expr> values, boolean interpolation, boolean template, boolean raw) {
        int open = p;
        expect(Tok.LBRACE);
        Expr value = yieldOrStarExpressions();
        int textEnd = p;
        boolean debug = accept(Tok.EQUAL);
        int afterText = p;
        int conversion = -1;
        if (at(Tok.EXCLAMATION)) {
            conversion = conversion();
        }
        Expr spec = at(Tok.COLON) ? formatSpec(template, raw) : null;
        expect(Tok.RBRACE);
        if (debug && conversion < 0 && spec == null) {
            conversion = 'r';
        }
        Span span = span(open);
        if (debug) {
            values.add(debugText(open, afterText));
        }
        if (interpolation) {
            Object text = stripped(open, afterText, debug);
            values.add(new Expr.Interpolation(value, text, conversion, spec, span));
        } else {
            values.add(new Expr.FormattedValue(value, conversion, spec, span));
        }
    }

    private int conversion() {
        int mark = p++;
        if (!at(Tok.NAME) || ends[mark] != starts[p]) {
            fail();
        }
        String name = names[p++];
        char c = name.charAt(0);
        if (name.length() != 1 || c != 's' && c != 'r' && c != 'a') {
            fail();
        }
        return c;
    }

    private Expr formatSpec(boolean template, boolean raw) {
        int colon = p++;
        ArrayList<Expr> values = new ArrayList<>();
        int middle = template ? Tok.TSTRING_MIDDLE : Tok.FSTRING_MIDDLE;
        while (at(middle) || at(Tok.LBRACE)) {
            if (at(middle)) {
                addLiteral(values, raw);
            } else {
                field(values, false, template, raw);
            }
        }
        return new Expr.JoinedStr(fold(values, true), span(colon));
    }

    /** The text of an expression with its {@code =}: from the brace to the token after it. */
    private Expr debugText(int open, int after) {
        Object text = Utf8.decodeCopy(withoutComments(ends[open], starts[after]));
        return new Expr.Constant(text, null,
                new Span(lines[open], cols[open] + 1, lines[after], cols[after]));
    }

    /** The text of an interpolated expression, without what follows it. */
    private Object stripped(int open, int after, boolean debug) {
        byte[] b = withoutComments(ends[open], starts[after]);
        int n = b.length;
        while (n > 0 && (isBlank(b[n - 1]) || debug && b[n - 1] == '=')) {
            n--;
        }
        return Utf8.decode(b, 0, n);
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b >= 9 && b <= 13 || b >= 28 && b <= 31;
    }

    /** Source bytes without comments, as CPython's {@code set_ftstring_expr} drops them. */
    private byte[] withoutComments(int from, int to) {
        byte[] out = new byte[to - from];
        int n = 0;
        byte quote = 0;
        for (int i = from; i < to; i++) {
            byte c = src[i];
            if (quote == 0 && c == '#') {
                while (i < to && src[i] != '\n') {
                    i++;
                }
                if (i < to) {
                    out[n++] = '\n';
                }
                continue;
            }
            if (c == '\\' && quote != 0 && i + 1 < to) {
                out[n++] = c;
                c = src[++i];
            } else if (c == '"' || c == '\'') {
                quote = quote == 0 ? c : quote == c ? 0 : quote;
            }
            out[n++] = c;
        }
        return n == out.length ? out : java.util.Arrays.copyOf(out, n);
    }

    /** The text of a TYPE_COMMENT token, which is read. */
    final String typeCommentText() {
        int at = p;
        expect(Tok.TYPE_COMMENT);
        return source.slice(starts[at], ends[at]);
    }
}
