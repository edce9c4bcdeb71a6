package dev.adder.language.parser;

import dev.adder.language.SyntaxException;
import dev.adder.language.SyntaxException.Kind;
import dev.adder.language.parser.PegGrammar.Alt;
import dev.adder.language.parser.PegGrammar.Item;
import dev.adder.language.parser.PegGrammar.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Says what is wrong with a text that the parser gave up on, as CPython does (Parser/pegen.c, pegen_errors.c): it walks
 * {@link ErrorGrammar} twice with backtracking, reading tokens only as they are asked for. The first pass fixes the
 * token at which a plain "invalid syntax" points (the furthest that was read); the second tries the rules that know
 * common mistakes.
 */
final class ErrorParser extends TokenStream {
    /** CPython's limit of the recursion of rules is in bytes of stack; this is where it ends in practice. */
    private static final int MAX_LEVEL = 16_000;
    private static final long STACK_BYTES = 512L << 20;
    private static final Node NONE = new Node("none", 0, 0, new Node[0]);

    /** What a rule matched: an expression of a kind, a token ("tok"), or several things ("seq", "group"). */
    record Node(String kind, int from, int last, Node[] kids) {
        boolean isList() {
            return kind.equals("seq") || kind.equals("group");
        }
    }

    /** A rule's result at a position. */
    private static final class Memo {
        Node result;
        int end;
    }

    final Tokenizer tokenizer;
    final Parser.Mode mode;
    final int flags;
    boolean barry;
    private final PegGrammar grammar = PegGrammar.get();
    private int[] levels = new int[256];
    private boolean started;
    private boolean secondPass;
    private int level;
    private Map<Long, Memo> memos = new HashMap<>();
    private final ErrorActions actions = new ErrorActions(this);

    private ErrorParser(Source source, Parser.Mode mode, int flags) {
        super(source);
        this.mode = mode;
        this.flags = flags;
        this.barry = (flags & Parser.BARRY_AS_BDFL) != 0;
        this.tokenizer = new Tokenizer(source, new Names(), (m, f, l, s) -> false,
                (flags & Parser.TYPE_COMMENTS) != 0, false);
    }

    /** The error of a text; it is looked for on a thread with a stack that deep nesting cannot exhaust. */
    static SyntaxException explain(Source source, Parser.Mode mode, int flags) {
        SyntaxException[] found = new SyntaxException[1];
        Thread t = new Thread(null, () -> {
            try {
                found[0] = new ErrorParser(source, mode, flags).run();
            } catch (StackOverflowError e) {
                found[0] = tooDeep(source.filename);
            }
        }, "adder-syntax", STACK_BYTES);
        t.setDaemon(true);
        t.start();
        boolean interrupted = false;
        for (;;) {
            try {
                t.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return found[0] != null ? found[0]
                : new SyntaxException(Kind.SYNTAX_ERROR, "invalid syntax", source.filename, 1, 0, 1, 0, null);
    }

    static SyntaxException tooDeep(String filename) {
        return new SyntaxException(Kind.MEMORY_ERROR, "Parser stack overflowed - Python source too complex to parse",
                filename, 0, 0, 0, 0, null);
    }

    private SyntaxException run() {
        boolean incomplete = (flags & Parser.ALLOW_INCOMPLETE_INPUT) != 0;
        try {
            if (pass() != null) {
                return multipleStatements();
            }
        } catch (SyntaxException e) {
            return incomplete && atEnd() ? incompleteInput() : preferTokenizer(e);
        }
        if (incomplete && atEnd()) {
            return incompleteInput();
        }
        int last = count - 1;
        secondPass = true;
        p = 0;
        level = 0;
        memos = new HashMap<>();
        try {
            pass();
        } catch (SyntaxException e) {
            return preferTokenizer(e);
        }
        return plain(last);
    }

    private Node pass() {
        Rule start = grammar.rule(switch (mode) {
            case EXEC -> "file";
            case EVAL -> "eval";
            case SINGLE -> "interactive";
            case FUNC_TYPE -> "func_type";
        });
        return rule(start);
    }

    /** Only an interactive text that is good so far, and goes on, passes here. */
    private SyntaxException multipleStatements() {
        return mode == Parser.Mode.SINGLE
                ? errorAtLast(Kind.SYNTAX_ERROR, "multiple statements found while compiling a single statement") : null;
    }

    private boolean atEnd() {
        return tokenizer.done == Tokenizer.Done.EOF || tokenizer.done == Tokenizer.Done.EOF_IN_STRING;
    }

    private SyntaxException incompleteInput() {
        return errorAtLast(Kind.INCOMPLETE_INPUT, "incomplete input");
    }

    /** {@code _Pypegen_set_syntax_error} where no rule had a complaint. */
    private SyntaxException plain(int last) {
        if (count == 0) {
            return errorAtLast(Kind.SYNTAX_ERROR, "error at start before reading any input");
        }
        if (kinds[last] == Tok.ERRORTOKEN && tokenizer.done == Tokenizer.Done.EOF) {
            return tokenizer.level > 0 ? unclosed() : errorAtLast(Kind.SYNTAX_ERROR, "unexpected EOF while parsing");
        }
        if (kinds[last] == Tok.INDENT || kinds[last] == Tok.DEDENT) {
            return errorAtLast(Kind.INDENTATION_ERROR,
                    kinds[last] == Tok.INDENT ? "unexpected indent" : "unexpected unindent");
        }
        SyntaxException e = error(Kind.SYNTAX_ERROR, lines[last], cols[last] + 1, endLines[last], endCols[last] + 1,
                "invalid syntax");
        return restOfTokens(e);
    }

    /** A complaint of the parser gives way to errors that the tokenizer finds further on. */
    private SyntaxException preferTokenizer(SyntaxException e) {
        if (tokenizer.done != Tokenizer.Done.OK || e.kind() == Kind.MEMORY_ERROR) {
            return e;
        }
        return restOfTokens(e);
    }

    private SyntaxException restOfTokens(SyntaxException e) {
        int errorLine = lines[count - 1];
        for (;;) {
            int kind = tokenizer.next();
            if (kind == Tok.ENDMARKER) {
                return e;
            }
            if (kind == Tok.ERRORTOKEN) {
                // Within an f-string what is wrong with the expression matters more.
                if (tokenizer.inString()) {
                    return e;
                }
                if (tokenizer.error != null) {
                    return tokenizer.error;
                }
                return tokenizer.level > 0 && errorLine > tokenizer.openParenLine() ? unclosed() : e;
            }
        }
    }

    // ---- errors ----

    SyntaxException unclosed() {
        int line = tokenizer.openParenLine();
        return error(Kind.SYNTAX_ERROR, line, tokenizer.openParenCol() + 1, line, 0,
                "'" + tokenizer.openParen() + "' was never closed");
    }

    /** An error at the last token read ({@code RAISE_SYNTAX_ERROR}). */
    SyntaxException errorAtLast(Kind kind, String message) {
        return errorAtToken(kind, count - 1, message);
    }

    private SyntaxException errorAtToken(Kind kind, int at, String message) {
        if (count == 0) {
            return error(kind, 0, 0, 0, -1, message);
        }
        if (kinds[count - 1] == Tok.ERRORTOKEN && tokenizer.done == Tokenizer.Done.EOF && kind == Kind.SYNTAX_ERROR
                && tokenizer.level > 0) {
            return unclosed();
        }
        int col = cols[at] >= 0 ? cols[at] + 1 : tokenizer.cur - tokenizer.lineStart;
        int endCol = endCols[at] >= 0 ? endCols[at] + 1 : -1;
        return error(kind, lines[at], col, endLines[at], endCol, message);
    }

    SyntaxException errorAtNext(String message) {
        if (p == count) {
            fill();
        }
        return errorAtToken(Kind.SYNTAX_ERROR, p, message);
    }

    SyntaxException errorAt(Node a, Node b, String message) {
        return error(Kind.SYNTAX_ERROR, lines[a.from], cols[a.from] + 1, endLines[b.last], endCols[b.last] + 1, message);
    }

    SyntaxException errorFrom(Node a, String message) {
        return error(Kind.SYNTAX_ERROR, lines[a.from], cols[a.from] + 1, tokenizer.line,
                tokenizer.cur - tokenizer.lineStart, message);
    }

    /** Columns are byte offsets from 1, or -1; they become character offsets ({@code _raise_error_known_location}). */
    SyntaxException error(Kind kind, int line, int col, int endLine, int endCol, String message) {
        int from;
        int to;
        if (tokenizer.line <= line && tokenizer.inp > tokenizer.buf) {
            from = tokenizer.lineStart;
            to = tokenizer.inp;
        } else {
            from = 0;
            for (int i = 1; i < line; i++) {
                int end = endOfLine(from);
                if (end >= source.length) {
                    break;
                }
                from = end + 1;
            }
            to = endOfLine(from);
        }
        return new SyntaxException(kind, message, filename, line, offset(from, to, col), endLine,
                endCol > 0 ? offset(from, to, endCol) : endCol, source.text(from, to));
    }

    private int endOfLine(int from) {
        int i = from;
        while (i < source.length && src[i] != '\n') {
            i++;
        }
        return i;
    }

    private int offset(int from, int to, int col) {
        if (col < 0) {
            return col;
        }
        int n = source.characters(from, Math.min(to, from + col));
        return col > to - from ? n + 1 : n;
    }

    // ---- tokens ----

    private void fill() {
        int kind = tokenizer.next();
        while (kind == Tok.TYPE_IGNORE) {
            kind = tokenizer.next();
        }
        if (mode == Parser.Mode.SINGLE && kind == Tok.ENDMARKER && started) {
            kind = Tok.NEWLINE;
            started = false;
            if (tokenizer.indentDepth() > 0 && (flags & Parser.DONT_IMPLY_DEDENT) == 0) {
                tokenizer.closeBlocks();
            }
        } else {
            started = true;
        }
        add(tokenizer, kind);
        if (count > levels.length) {
            levels = Arrays.copyOf(levels, kinds.length);
        }
        levels[count - 1] = tokenizer.level;
        if (kind == Tok.ERRORTOKEN) {
            throw tokenizerError();
        }
    }

    private SyntaxException tokenizerError() {
        if (tokenizer.error != null) {
            return tokenizer.error;
        }
        return switch (tokenizer.done) {
            case EOF -> tokenizer.level > 0 ? unclosed() : errorAtLast(Kind.SYNTAX_ERROR, "unexpected EOF while parsing");
            case DEDENT -> errorAtLast(Kind.INDENTATION_ERROR,
                    "unindent does not match any outer indentation level");
            case TABSPACE -> located(Kind.TAB_ERROR, 1, "inconsistent use of tabs and spaces in indentation");
            case TOODEEP -> located(Kind.INDENTATION_ERROR, 1, "too many levels of indentation");
            case LINECONT -> located(Kind.SYNTAX_ERROR, tokenizer.cur - tokenizer.buf,
                    "unexpected character after line continuation character");
            default -> located(Kind.SYNTAX_ERROR, 1, "unknown parsing error");
        };
    }

    private SyntaxException located(Kind kind, int col, String message) {
        return error(kind, tokenizer.line, col, tokenizer.line, 0, message);
    }

    private int kindAtMark() {
        if (p == count) {
            fill();
        }
        return kinds[p];
    }

    int levelBeforeMark() {
        return levels[p - 1];
    }

    String tokenText(Node tok) {
        return source.slice(starts[tok.from], ends[tok.last]);
    }

    // ---- rules ----

    private Node rule(Rule rule) {
        if (++level > MAX_LEVEL) {
            throw tooDeep(filename);
        }
        Node result;
        if (rule.left) {
            result = leftRecursive(rule);
        } else if (rule.memo) {
            result = memoized(rule);
        } else if (rule.quiet) {
            boolean saved = secondPass;
            secondPass = false;
            result = alternatives(rule.alts);
            secondPass = saved;
        } else {
            result = alternatives(rule.alts);
        }
        level--;
        return result;
    }

    private static Long key(Rule rule, int at) {
        return (long) rule.id << 32 | at;
    }

    private Node memoized(Rule rule) {
        int start = p;
        Long key = key(rule, start);
        Memo m = memos.get(key);
        if (m == null) {
            m = new Memo();
            m.result = alternatives(rule.alts);
            m.end = p;
            memos.put(key, m);
            return m.result;
        }
        p = m.end;
        return m.result;
    }

    /** Grows the match from a failing seed, as long as it gets longer. */
    private Node leftRecursive(Rule rule) {
        int start = p;
        Long key = key(rule, start);
        Memo m = memos.get(key);
        if (m != null) {
            p = m.end;
            return m.result;
        }
        m = new Memo();
        m.end = start;
        memos.put(key, m);
        for (;;) {
            p = start;
            Node grown = alternatives(rule.alts);
            if (grown == null || p <= m.end) {
                break;
            }
            m.result = grown;
            m.end = p;
        }
        p = m.end;
        return m.result;
    }

    private Node alternatives(Alt[] alts) {
        int start = p;
        for (Alt alt : alts) {
            Item[] items = alt.items();
            // CPython's generator guards only alternatives that are nothing but such a rule.
            if (!secondPass && items.length == 1 && items[0].rule != null && items[0].rule.bad) {
                continue;
            }
            Node[] values = new Node[items.length];
            boolean cut = false;
            boolean matched = true;
            for (int i = 0; i < items.length; i++) {
                if (items[i].form == PegGrammar.Form.CUT) {
                    cut = true;
                    values[i] = NONE;
                    continue;
                }
                values[i] = item(items[i]);
                if (values[i] == null) {
                    matched = false;
                    break;
                }
            }
            if (matched) {
                return value(alt, values, start);
            }
            p = start;
            if (cut) {
                return null;
            }
        }
        return null;
    }

    private Node item(Item item) {
        switch (item.form) {
            case TOKEN -> {
                return kindAtMark() == item.kind ? tokenNode() : null;
            }
            case SOFT -> {
                return kindAtMark() == Tok.NAME && names[p].equals(item.word) ? tokenNode() : null;
            }
            case ANY_SOFT -> {
                return kindAtMark() == Tok.NAME && isSoft(names[p]) ? tokenNode() : null;
            }
            case RULE -> {
                return rule(item.rule);
            }
            case GROUP -> {
                if (++level > MAX_LEVEL) {
                    throw tooDeep(filename);
                }
                Node result = alternatives(item.alts);
                level--;
                return result;
            }
            case OPTIONAL -> {
                Node found = item(item.inner);
                return found == null ? NONE : found;
            }
            case STAR, PLUS, GATHER -> {
                return repeated(item);
            }
            case LOOK, NOT -> {
                int start = p;
                boolean found = item(item.inner) != null;
                p = start;
                return found == (item.form == PegGrammar.Form.LOOK) ? NONE : null;
            }
            case FORCED -> {
                if (kindAtMark() != item.kind) {
                    Node t = tokenNode();
                    throw errorAt(t, t, "expected '" + item.word + "'");
                }
                return tokenNode();
            }
            default -> throw new IllegalStateException();
        }
    }

    private static boolean isSoft(String name) {
        return name.equals("match") || name.equals("case") || name.equals("type") || name.equals("_");
    }

    private Node tokenNode() {
        Node n = new Node("tok", p, p, NONE.kids);
        p++;
        return n;
    }

    private Node repeated(Item item) {
        int start = p;
        ArrayList<Node> found = new ArrayList<>();
        for (;;) {
            int before = p;
            if (item.form == PegGrammar.Form.GATHER && !found.isEmpty()) {
                if (kindAtMark() != item.kind) {
                    break;
                }
                p++;
            }
            Node one = item(item.inner);
            if (one == null) {
                p = before;
                break;
            }
            found.add(one);
        }
        if (found.isEmpty() && item.form != PegGrammar.Form.STAR) {
            return null;
        }
        return new Node("seq", start, lastToken(start), found.toArray(new Node[0]));
    }

    /** The last token before the mark that is not a line break or an indent. */
    private int lastToken(int start) {
        int last = p - 1;
        while (last > start && (kinds[last] == Tok.ENDMARKER || kinds[last] >= Tok.NEWLINE && kinds[last] <= Tok.DEDENT)) {
            last--;
        }
        return Math.max(last, start);
    }

    // ---- what a match means ----

    private Node value(Alt alt, Node[] values, int start) {
        String form = alt.form();
        if (form == null) {
            Node only = null;
            int n = 0;
            for (Node v : values) {
                if (v != NONE) {
                    only = v;
                    n++;
                }
            }
            return n == 1 ? only : new Node("group", start, lastToken(start), values);
        }
        char c = form.charAt(0);
        if (c == '$') {
            return labelled(alt, values, alt.args().charAt(0));
        }
        if (c >= 'A' && c <= 'Z') {
            ArrayList<Node> kids = new ArrayList<>();
            for (Node v : values) {
                flatten(v, kids);
            }
            return new Node(form, start, lastToken(start), kids.toArray(new Node[0]));
        }
        if (c == '@') {
            Node whole = new Node("group", start, lastToken(start), values);
            return actions.act(form, alt.args(), whole, labelled(alt, values, 'a'), labelled(alt, values, 'b'));
        }
        complain(alt, values);
        return null;
    }

    static void flatten(Node v, ArrayList<Node> out) {
        if (v.isList()) {
            for (Node kid : v.kids) {
                flatten(kid, out);
            }
        } else if (v != NONE && !v.kind.equals("tok")) {
            out.add(v);
        }
    }

    private static Node labelled(Alt alt, Node[] values, char label) {
        Item[] items = alt.items();
        for (int i = 0; i < items.length; i++) {
            if (items[i].label == label) {
                return values[i];
            }
        }
        return null;
    }

    private void complain(Alt alt, Node[] values) {
        Node a = labelled(alt, values, 'a');
        Node b = labelled(alt, values, 'b');
        String message = worded(alt.message(), a);
        throw switch (alt.form()) {
            case "at" -> errorAt(a, a, message);
            case "range" -> errorAt(a, b, message);
            case "from" -> errorFrom(a, message);
            case "last" -> errorAtLast(Kind.SYNTAX_ERROR, message);
            case "next" -> errorAtNext(message);
            case "indent" -> errorAtLast(Kind.INDENTATION_ERROR, message);
            case "seq" -> errorAt(a.isList() ? a.kids[0] : a, a.isList() ? a.kids[a.kids.length - 1] : a, message);
            case "rangeseq" -> errorAt(a, b.isList() ? b.kids[b.kids.length - 1] : b, message);
            case "seqrange" -> errorAt(a.isList() ? a.kids[a.kids.length - 1] : a, b, message);
            default -> new IllegalStateException(alt.form());
        };
    }

    private String worded(String message, Node a) {
        if (message.indexOf("{a") < 0) {
            return message;
        }
        if (message.contains("{a.line}")) {
            return message.replace("{a.line}", Integer.toString(lines[a.from]));
        }
        if (message.contains("{a.text}")) {
            return message.replace("{a.text}", tokenText(a));
        }
        return message.replace("{a}", ErrorActions.nameOf(a));
    }
}
