package dev.adder.expose.processor;

import java.util.ArrayList;
import java.util.List;

/**
 * A text signature as CPython's Argument Clinic writes it: {@code "sort($self, /, *, key=None, reverse=False)"}.
 *
 * @param name the function's name, empty for {@code __new__}
 * @param receiver {@code $self}, {@code $type}, {@code $module}, or null if the text names none
 * @param parameters the parameters after the receiver
 */
record Signature(String name, String receiver, List<Parameter> parameters) {

    enum Kind { POSITIONAL_ONLY, POSITIONAL, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD }

    /** One parameter; {@code defaultText} is null for a required one. */
    record Parameter(String name, Kind kind, String defaultText) {
        boolean required() {
            return defaultText == null && kind != Kind.VAR_POSITIONAL && kind != Kind.VAR_KEYWORD;
        }
    }

    /** Parses a signature; throws IllegalArgumentException with the reason. */
    static Signature parse(String text) {
        int open = text.indexOf('(');
        if (open < 0 || !text.endsWith(")")) {
            throw new IllegalArgumentException("signature must have the form name(parameters): " + text);
        }
        String name = text.substring(0, open).strip();
        List<String> items = split(text.substring(open + 1, text.length() - 1));
        String receiver = null;
        if (!items.isEmpty() && items.getFirst().startsWith("$")) {
            receiver = items.removeFirst();
        }
        return new Signature(name, receiver, parameters(items, receiver != null));
    }

    private static List<Parameter> parameters(List<String> items, boolean hasReceiver) {
        List<Parameter> result = new ArrayList<>();
        Kind kind = Kind.POSITIONAL;
        boolean optional = false;
        for (int i = 0; i < items.size(); i++) {
            String item = items.get(i);
            if (item.equals("/")) {
                if (kind != Kind.POSITIONAL || i == 0 && !hasReceiver) {
                    throw new IllegalArgumentException("misplaced /");
                }
                result.replaceAll(p -> new Parameter(p.name, Kind.POSITIONAL_ONLY, p.defaultText));
            } else if (item.equals("*")) {
                kind = Kind.KEYWORD_ONLY;
                optional = false;
            } else if (item.startsWith("**")) {
                result.add(new Parameter(item.substring(2), Kind.VAR_KEYWORD, null));
            } else if (item.startsWith("*")) {
                result.add(new Parameter(item.substring(1), Kind.VAR_POSITIONAL, null));
                kind = Kind.KEYWORD_ONLY;
                optional = false;
            } else {
                int equals = item.indexOf('=');
                String defaultText = equals < 0 ? null : item.substring(equals + 1).strip();
                if (defaultText == null && optional) {
                    throw new IllegalArgumentException("required parameter after an optional one: " + item);
                }
                optional |= defaultText != null;
                String name = equals < 0 ? item : item.substring(0, equals).strip();
                if (!isIdentifier(name)) {
                    throw new IllegalArgumentException("bad parameter name: " + item);
                }
                result.add(new Parameter(name, kind, defaultText));
            }
        }
        return List.copyOf(result);
    }

    private static boolean isIdentifier(String name) {
        return !name.isEmpty() && Character.isJavaIdentifierStart(name.charAt(0))
                && name.chars().allMatch(Character::isJavaIdentifierPart);
    }

    private static List<String> split(String text) {
        List<String> items = new ArrayList<>();
        int depth = 0;
        char quote = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            } else if (c == ',' && depth == 0) {
                items.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        String last = text.substring(start).strip();
        if (!last.isEmpty()) {
            items.add(last);
        }
        return items;
    }

    /** What {@code __text_signature__} is to be, with the receiver made explicit. */
    String textSignature(String text, String defaultReceiver) {
        String parenthesised = text.substring(text.indexOf('('));
        if (receiver != null || defaultReceiver == null) {
            return parenthesised;
        }
        if (parameters.isEmpty()) {
            return "(" + defaultReceiver + ")";
        }
        boolean needsSlash = parameters.getFirst().kind != Kind.POSITIONAL_ONLY;
        return "(" + defaultReceiver + (needsSlash ? ", /, " : ", ") + parenthesised.substring(1);
    }

    int count(Kind kind) {
        int n = 0;
        for (Parameter p : parameters) {
            n += p.kind == kind ? 1 : 0;
        }
        return n;
    }

    boolean has(Kind kind) {
        return count(kind) > 0;
    }

    int positionalOnly() {
        return count(Kind.POSITIONAL_ONLY);
    }

    /** How many arguments can be given by position, *args apart. */
    int maxPositional() {
        return positionalOnly() + count(Kind.POSITIONAL);
    }

    int minPositional() {
        int n = 0;
        for (Parameter p : parameters) {
            n += p.required() && (p.kind == Kind.POSITIONAL_ONLY || p.kind == Kind.POSITIONAL) ? 1 : 0;
        }
        return n;
    }

    int requiredKeywords() {
        int n = 0;
        for (Parameter p : parameters) {
            n += p.required() && p.kind == Kind.KEYWORD_ONLY ? 1 : 0;
        }
        return n;
    }

    boolean acceptsKeywords() {
        return has(Kind.POSITIONAL) || has(Kind.KEYWORD_ONLY) || has(Kind.VAR_KEYWORD);
    }
}
