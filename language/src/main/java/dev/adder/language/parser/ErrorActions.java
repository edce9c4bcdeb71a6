package dev.adder.language.parser;

import dev.adder.language.SyntaxException.Kind;
import dev.adder.language.ast.Const;
import dev.adder.language.parser.ErrorParser.Node;
import dev.adder.language.text.IntText;
import dev.adder.language.text.Quote;
import dev.adder.language.text.Str;
import java.util.ArrayList;

/** Complaints of {@link ErrorGrammar} that take more than a text and a place. */
final class ErrorActions {
    private final ErrorParser in;

    ErrorActions(ErrorParser in) {
        this.in = in;
    }

    /** What messages call an expression ({@code _PyPegen_get_expr_name}). */
    static String nameOf(Node e) {
        return switch (e.kind()) {
            case "Attribute" -> "attribute";
            case "Subscript" -> "subscript";
            case "Starred" -> "starred";
            case "Name", "tok" -> "name";
            case "List" -> "list";
            case "Tuple" -> "tuple";
            case "Lambda" -> "lambda";
            case "Call" -> "function call";
            case "BoolOp", "BinOp", "UnaryOp" -> "expression";
            case "GeneratorExp" -> "generator expression";
            case "Yield" -> "yield expression";
            case "Await" -> "await expression";
            case "ListComp" -> "list comprehension";
            case "SetComp" -> "set comprehension";
            case "DictComp" -> "dict comprehension";
            case "Dict" -> "dict literal";
            case "Set" -> "set display";
            case "JoinedStr" -> "f-string expression";
            case "TemplateStr" -> "t-string expression";
            case "None", "True", "False" -> e.kind();
            case "Ellipsis" -> "ellipsis";
            case "Compare" -> "comparison";
            case "IfExp" -> "conditional expression";
            case "NamedExpr" -> "named expression";
            default -> "literal";
        };
    }

    /** The value of an alternative; null is failure, of the whole rule. */
    Node act(String name, String args, Node whole, Node a, Node b) {
        return switch (name) {
            case "@fail" -> null;
            case "@future" -> future(whole);
            case "@noteq" -> (in.src[in.starts[a.from()]] == '<') == in.barry ? a : null;
            case "@number" -> number(a);
            case "@real" -> real(a, true);
            case "@imaginary" -> real(a, false);
            case "@string" -> string(whole);
            case "@fstring" -> formatted(whole);
            case "@strings" -> strings(whole, a);
            case "@conversion" -> conversion(a, b);
            case "@bound" -> throw in.errorFrom(a, "cannot use "
                    + (whole.kids()[3].kind().equals("Tuple") ? "constraints" : "bound") + " with " + args);
            case "@target" -> target(args, a);
            case "@legacy" -> legacy(a, b);
            case "@comma" -> comma(a, b);
            case "@colon" -> throw in.error(Kind.SYNTAX_ERROR, in.lines[a.from()], in.endCols[a.last()],
                    in.endLines[a.last()], 0, "':' expected after dictionary key");
            case "@genexp" -> throw in.errorAt(a, lastOfClauses(b), "Generator expression must be parenthesized");
            case "@lastgenexp" -> lastGenerator(a, b);
            case "@positional" -> throw in.errorAtLast(Kind.SYNTAX_ERROR, positional(a));
            default -> throw new IllegalStateException(name);
        };
    }

    private Node future(Node whole) {
        Node module = whole.kids()[2];
        if (in.tokenText(module).equals("__future__")) {
            for (int i = module.last(); i <= whole.last(); i++) {
                in.barry |= "barry_as_FLUFL".equals(in.names[i]) && in.kinds[i] == Tok.NAME;
            }
        }
        return whole;
    }

    // ---- literals ----

    private Node number(Node a) {
        int at = a.from();
        if (NumberLiterals.value(in.src, in.starts[at], in.ends[at]) == null) {
            int digits = 0;
            for (int i = in.starts[at]; i < in.ends[at]; i++) {
                digits += in.src[i] == '_' ? 0 : 1;
            }
            throw in.error(Kind.SYNTAX_ERROR, in.lines[at], 0, in.endLines[at], 0, "Exceeds the limit ("
                    + IntText.DEFAULT_MAX_DIGITS + " digits) for integer string conversion: value has " + digits
                    + " digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for"
                    + " huge integer literals to avoid decimal conversion limits.");
        }
        return new Node("Number", at, at, new Node[0]);
    }

    private Node real(Node a, boolean real) {
        int at = a.from();
        boolean complex = NumberLiterals.value(in.src, in.starts[at], in.ends[at]) instanceof Const.ComplexConst;
        if (complex == real) {
            throw in.errorAt(a, a, (real ? "real" : "imaginary") + " number required in complex literal");
        }
        return a;
    }

    /** Where the inside of a string token begins; its quotes are as many at the end. */
    private int quotes(int at, int quote) {
        byte[] s = in.src;
        return in.ends[at] - quote >= 6 && s[quote + 1] == s[quote] && s[quote + 2] == s[quote] ? 3 : 1;
    }

    private Node string(Node token) {
        int at = token.from();
        int i = in.starts[at];
        boolean raw = false;
        boolean bytes = false;
        while (in.src[i] != '\'' && in.src[i] != '"') {
            int c = in.src[i++] | 32;
            raw |= c == 'r';
            bytes |= c == 'b';
        }
        int n = quotes(at, i);
        int from = i + n;
        int to = in.ends[at] - n;
        StringLiterals literals = new StringLiterals();
        try {
            if (bytes) {
                for (int k = from; k < to; k++) {
                    if (in.src[k] < 0) {
                        throw in.errorAt(token, token, "bytes can only contain ASCII literal characters");
                    }
                }
                literals.decodeBytes(in.src, from, to, raw);
            } else {
                literals.decode(in.src, from, to, raw);
            }
        } catch (StringLiterals.BadLiteral e) {
            throw in.errorAtLast(Kind.SYNTAX_ERROR, e.getMessage());
        }
        return new Node(bytes ? "Bytes" : "Str", at, at, new Node[0]);
    }

    private Node formatted(Node whole) {
        int open = whole.from();
        boolean raw = false;
        for (int i = in.starts[open]; i < in.ends[open]; i++) {
            raw |= (in.src[i] | 32) == 'r';
        }
        boolean template = in.kinds[open] == Tok.TSTRING_START;
        Node parts = whole.kids()[1];
        for (Node part : parts.kids()) {
            int at = part.from();
            if (part.kind().equals("tok") && !raw) {
                try {
                    new StringLiterals().decode(in.src, in.starts[at], in.ends[at], false);
                } catch (StringLiterals.BadLiteral e) {
                    throw in.errorAtLast(Kind.SYNTAX_ERROR, e.getMessage());
                }
            }
        }
        return new Node(template ? "TemplateStr" : "JoinedStr", open, whole.last(), new Node[0]);
    }

    private Node strings(Node whole, Node parts) {
        boolean bytes = false;
        boolean text = false;
        boolean formatted = false;
        for (Node part : parts.kids()) {
            bytes |= part.kind().equals("Bytes");
            text |= !part.kind().equals("Bytes");
            formatted |= part.kind().equals("JoinedStr");
        }
        if (bytes && text) {
            throw in.errorAtLast(Kind.SYNTAX_ERROR, "cannot mix bytes and nonbytes literals");
        }
        return new Node(formatted ? "JoinedStr" : bytes ? "Bytes" : "Str", whole.from(), whole.last(), new Node[0]);
    }

    private Node conversion(Node mark, Node name) {
        if (in.lines[mark.from()] != in.lines[name.from()] || in.endCols[mark.from()] != in.cols[name.from()]) {
            throw in.errorAt(mark, name, prefix(mark)
                    + "conversion type must come right after the exclamation mark");
        }
        String text = in.names[name.from()];
        if (!text.equals("s") && !text.equals("r") && !text.equals("a")) {
            throw in.errorAt(name, name, prefix(mark) + "invalid conversion character "
                    + Str.toJava(Quote.repr(Str.fromNameKey(text))) + ": expected 's', 'r', or 'a'");
        }
        return mark;
    }

    /** Which kind of string a token is within: that of the last one opened and not yet closed. */
    private String prefix(Node token) {
        int open = 0;
        for (int i = token.from(); i >= 0; i--) {
            int kind = in.kinds[i];
            if (kind == Tok.FSTRING_END || kind == Tok.TSTRING_END) {
                open++;
            } else if (kind == Tok.FSTRING_START || kind == Tok.TSTRING_START) {
                if (open-- == 0) {
                    return kind == Tok.TSTRING_START ? "t-string: " : "f-string: ";
                }
            }
        }
        return "f-string: ";
    }

    // ---- targets ----

    private Node target(String how, Node e) {
        Node bad = badTarget(e, how);
        if (bad == null) {
            return null;
        }
        throw in.errorAt(bad, bad, (how.equals("delete") ? "cannot delete " : "cannot assign to ") + nameOf(bad));
    }

    /** {@code _PyPegen_get_invalid_target}. */
    private static Node badTarget(Node e, String how) {
        switch (e.kind()) {
            case "List", "Tuple" -> {
                for (Node kid : e.kids()) {
                    Node bad = badTarget(kid, how);
                    if (bad != null) {
                        return bad;
                    }
                }
                return null;
            }
            case "Starred" -> {
                return how.equals("delete") ? e : badTarget(e.kids()[0], how);
            }
            case "Compare" -> {
                // The "in" of a for is read as a comparison.
                if (!how.equals("for")) {
                    return e;
                }
                return e.kids()[1].kind().equals("In") ? badTarget(e.kids()[0], how) : null;
            }
            case "Name", "Subscript", "Attribute" -> {
                return null;
            }
            default -> {
                return e;
            }
        }
    }

    // ---- expressions ----

    private boolean isLegacy(Node e) {
        if (!e.kind().equals("Name")) {
            return false;
        }
        String name = in.names[e.from()];
        return name.equals("print") || name.equals("exec");
    }

    private Node legacy(Node a, Node b) {
        if (!isLegacy(a)) {
            return null;
        }
        String name = in.names[a.from()];
        throw in.errorAt(a, b, "Missing parentheses in call to '" + name + "'. Did you mean " + name + "(...)?");
    }

    private Node comma(Node a, Node b) {
        if (isLegacy(a) || in.levelBeforeMark() == 0) {
            return null;
        }
        throw in.errorAt(a, b, "invalid syntax. Perhaps you forgot a comma?");
    }

    // ---- calls ----

    private static Node lastOfClauses(Node clauses) {
        Node clause = clauses.kids()[clauses.kids().length - 1];
        return clause.kids()[clause.kids().length - 1];
    }

    private static boolean isKeyword(Node argument) {
        return argument.kind().equals("Keyword") || argument.kind().equals("Unpacking");
    }

    private Node lastGenerator(Node args, Node clauses) {
        ArrayList<Node> positional = new ArrayList<>();
        for (Node a : args.kids()) {
            if (!isKeyword(a)) {
                positional.add(a);
            }
        }
        if (positional.size() <= 1) {
            return null;
        }
        throw in.errorAt(positional.get(positional.size() - 1), lastOfClauses(clauses),
                "Generator expression must be parenthesized");
    }

    private static String positional(Node args) {
        for (Node a : args.kids()) {
            if (a.kind().equals("Unpacking")) {
                return "positional argument follows keyword argument unpacking";
            }
        }
        return "positional argument follows keyword argument";
    }
}
