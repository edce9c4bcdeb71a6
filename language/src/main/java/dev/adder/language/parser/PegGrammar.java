package dev.adder.language.parser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@link ErrorGrammar}'s text as rules that {@link ErrorParser} walks. Made once, when the first error needs it. */
final class PegGrammar {
    /** What an item does. */
    enum Form {
        TOKEN, SOFT, ANY_SOFT, RULE, OPTIONAL, STAR, PLUS, GATHER, GROUP, LOOK, NOT, CUT, FORCED
    }

    /** One item of an alternative; which of the fields count depends on the form. */
    static final class Item {
        final Form form;
        final int kind;
        final String word;
        final Item inner;
        final Alt[] alts;
        /** How a complaint or an action refers to it, or 0. */
        char label;
        Rule rule;

        Item(Form form, int kind, String word, Item inner, Alt[] alts) {
            this.form = form;
            this.kind = kind;
            this.word = word;
            this.inner = inner;
            this.alts = alts;
        }
    }

    /** One alternative; {@code form} is null, a node's kind, or what stands after the arrow. */
    record Alt(Item[] items, String form, String args, String message) {
    }

    /** A rule. */
    static final class Rule {
        final String name;
        final int id;
        final boolean memo;
        final boolean left;
        final boolean quiet;
        /** Where it is all of an alternative, tried only in the second pass. */
        final boolean bad;
        Alt[] alts;

        Rule(String name, int id, boolean memo, boolean left, boolean quiet) {
            this.name = name;
            this.id = id;
            this.memo = memo;
            this.left = left;
            this.quiet = quiet;
            this.bad = name.startsWith("bad_");
        }
    }

    /** Holds the one grammar. */
    private static final class Holder {
        static final PegGrammar GRAMMAR = new PegGrammar(ErrorGrammar.TEXT);
    }

    private final Map<String, Rule> rules = new HashMap<>();
    private final List<Item> references = new ArrayList<>();
    private String text;
    private int at;
    final int ruleCount;

    static PegGrammar get() {
        return Holder.GRAMMAR;
    }

    Rule rule(String name) {
        return rules.get(name);
    }

    private PegGrammar(String all) {
        StringBuilder one = new StringBuilder();
        int start = 0;
        while (start < all.length()) {
            int end = all.indexOf('\n', start);
            end = end < 0 ? all.length() : end;
            if (end > start && all.charAt(start) != ' ' && !one.isEmpty()) {
                readRule(one.toString());
                one.setLength(0);
            }
            if (end > start) {
                one.append(all, start, end).append('\n');
            }
            start = end + 1;
        }
        readRule(one.toString());
        for (Item r : references) {
            r.rule = rules.get(r.word);
            if (r.rule == null) {
                throw new IllegalStateException("no rule " + r.word);
            }
        }
        ruleCount = rules.size();
    }

    private void readRule(String source) {
        text = source;
        at = 0;
        String name = word();
        boolean memo = false;
        boolean left = false;
        boolean quiet = false;
        skip();
        while (text.charAt(at) != '=') {
            switch (word()) {
                case "memo" -> memo = true;
                case "left" -> left = true;
                default -> quiet = true;
            }
            skip();
        }
        at++;
        Rule rule = new Rule(name, rules.size(), memo, left, quiet);
        rules.put(name, rule);
        rule.alts = alternatives();
    }

    private void skip() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\n')) {
            at++;
        }
    }

    private static boolean isWordChar(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= '0' && c <= '9';
    }

    private String word() {
        skip();
        int start = at;
        while (at < text.length() && isWordChar(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private boolean take(char c) {
        skip();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private Alt[] alternatives() {
        List<Alt> out = new ArrayList<>();
        do {
            out.add(alternative());
        } while (take('|'));
        return out.toArray(new Alt[0]);
    }

    private Alt alternative() {
        List<Item> items = new ArrayList<>();
        for (;;) {
            skip();
            if (at >= text.length()) {
                return new Alt(items.toArray(new Item[0]), null, "", null);
            }
            char c = text.charAt(at);
            if (c == '|' || c == ')') {
                return new Alt(items.toArray(new Item[0]), null, "", null);
            }
            if (c == '-') {
                at += 2;
                return action(items.toArray(new Item[0]));
            }
            items.add(labelled());
        }
    }

    private Alt action(Item[] items) {
        skip();
        char c = text.charAt(at);
        if (c == '$') {
            at += 2;
            return new Alt(items, "$", text.substring(at - 1, at), null);
        }
        if (c >= 'A' && c <= 'Z') {
            return new Alt(items, word(), "", null);
        }
        int lineEnd = text.indexOf('\n', at);
        if (c == '@') {
            at++;
            String name = "@".concat(word());
            String args = "";
            if (at < lineEnd && isWordChar(text.charAt(at + 1))) {
                args = word();
            }
            return new Alt(items, name, args, null);
        }
        int colon = text.indexOf(':', at);
        String head = text.substring(at, colon);
        int space = head.indexOf(' ');
        String message = text.substring(colon + 2, lineEnd);
        at = lineEnd;
        return new Alt(items, space < 0 ? head : head.substring(0, space), space < 0 ? "" : head.substring(space + 1)
                .replace(" ", ""), message);
    }

    private Item labelled() {
        char label = 0;
        if (at + 1 < text.length() && isWordChar(text.charAt(at)) && text.charAt(at + 1) == ':') {
            label = text.charAt(at);
            at += 2;
        }
        Item item = suffixed();
        item.label = label;
        return item;
    }

    private Item suffixed() {
        Item item = prefixed();
        for (;;) {
            char c = at < text.length() ? text.charAt(at) : ' ';
            if (c == '?') {
                item = new Item(Form.OPTIONAL, 0, null, item, null);
            } else if (c == '*') {
                item = new Item(Form.STAR, 0, null, item, null);
            } else if (c == '+') {
                item = new Item(Form.PLUS, 0, null, item, null);
            } else if (c == '%') {
                at++;
                String separator = quoted();
                item = new Item(Form.GATHER, tokenKind(separator), null, item, null);
                continue;
            } else {
                return item;
            }
            at++;
        }
    }

    private Item prefixed() {
        char c = text.charAt(at);
        switch (c) {
            case '&' -> {
                at++;
                return new Item(Form.LOOK, 0, null, prefixed(), null);
            }
            case '!' -> {
                at++;
                return new Item(Form.NOT, 0, null, prefixed(), null);
            }
            case '#' -> {
                at++;
                String word = quoted();
                return new Item(Form.FORCED, tokenKind(word), word, null, null);
            }
            case '~' -> {
                at++;
                return new Item(Form.CUT, 0, null, null, null);
            }
            case '(' -> {
                at++;
                Alt[] alts = alternatives();
                take(')');
                return new Item(Form.GROUP, 0, null, null, alts);
            }
            case '\'' -> {
                String word = quoted();
                return new Item(Form.TOKEN, tokenKind(word), word, null, null);
            }
            case '"' -> {
                return new Item(Form.SOFT, 0, quoted().intern(), null, null);
            }
            default -> {
                return named(word());
            }
        }
    }

    private Item named(String word) {
        if (word.isEmpty()) {
            throw new IllegalStateException("bad grammar: " + text.substring(at));
        }
        if (word.charAt(0) < 'A' || word.charAt(0) > 'Z') {
            Item r = new Item(Form.RULE, 0, word, null, null);
            references.add(r);
            return r;
        }
        int kind = switch (word) {
            case "NAME" -> Tok.NAME;
            case "NUMBER" -> Tok.NUMBER;
            case "STRING" -> Tok.STRING;
            case "NEWLINE" -> Tok.NEWLINE;
            case "INDENT" -> Tok.INDENT;
            case "DEDENT" -> Tok.DEDENT;
            case "ENDMARKER" -> Tok.ENDMARKER;
            case "TYPE_COMMENT" -> Tok.TYPE_COMMENT;
            case "FSTRING_START" -> Tok.FSTRING_START;
            case "FSTRING_MIDDLE" -> Tok.FSTRING_MIDDLE;
            case "FSTRING_END" -> Tok.FSTRING_END;
            case "TSTRING_START" -> Tok.TSTRING_START;
            case "TSTRING_MIDDLE" -> Tok.TSTRING_MIDDLE;
            case "TSTRING_END" -> Tok.TSTRING_END;
            case "SOFT_KEYWORD" -> -1;
            default -> throw new IllegalStateException("no token " + word);
        };
        return new Item(kind < 0 ? Form.ANY_SOFT : Form.TOKEN, kind, word, null, null);
    }

    private String quoted() {
        char quote = text.charAt(at);
        int end = text.indexOf(quote, at + 1);
        String s = text.substring(at + 1, end);
        at = end + 1;
        return s;
    }

    private static int tokenKind(String word) {
        for (int i = 0; i < Tok.KEYWORDS.length; i++) {
            if (Tok.KEYWORDS[i].equals(word)) {
                return Tok.FIRST_KEYWORD + i;
            }
        }
        return switch (word.length()) {
            case 1 -> Operators.one(word.charAt(0));
            case 2 -> Operators.two(word.charAt(0), word.charAt(1));
            default -> word.equals("...") ? Tok.ELLIPSIS
                    : Operators.three(word.charAt(0), word.charAt(1), word.charAt(2));
        };
    }
}
