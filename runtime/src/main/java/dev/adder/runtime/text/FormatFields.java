package dev.adder.runtime.text;

import dev.adder.language.text.Chars;
import dev.adder.language.text.Str;
import dev.adder.language.text.StrBuilder;
import dev.adder.language.text.TextException;

/**
 * {@code str.format}: the replacement fields of a format string, its field names and the engine that fills them in (PEP 3101;
 * CPython: Objects/stringlib/unicode_format.h). What needs objects is asked of {@link Values}.
 */
public final class FormatFields {

    private static final int MAX_DEPTH = 2;

    private FormatFields() {
    }

    /**
     * A piece of a format string: literal text, then a field if {@code name} is not null.
     *
     * @param conversion the code point behind {@code !}, or 0
     * @param nested whether the specification contains fields itself
     */
    public record Piece(Object literal, Object name, Object spec, int conversion, boolean nested) {
    }

    /** One access in a field name: an attribute, or an item by text or number ({@code key} is a text or Long). */
    public record Access(boolean attribute, Object key) {
    }

    /** Objects and the operations on them; each method may raise. */
    public interface Values {
        Object positional(long index);

        Object keyword(Object name);

        Object attribute(Object object, Object name);

        /** The item under a text or a Long. */
        Object item(Object object, Object key);

        /** The text of {@code str}, {@code repr} or {@code ascii}, by {@code s}, {@code r} or {@code a}. */
        Object convert(Object object, char conversion);

        /** {@code format(object, spec)}, a text. */
        Object format(Object object, Object spec);
    }

    /** {@code format.format(...)} or {@code format_map}. */
    public static Object format(Object format, Values values) {
        return new Engine(values).fill(format, MAX_DEPTH);
    }

    /** Reads the pieces of a format string one after the other ({@code _string.formatter_parser}). */
    public static final class Pieces {
        private final Object text;
        private final int end;
        private int at;

        public Pieces(Object text) {
            this.text = text;
            this.end = Str.length(text);
        }

        /** The next piece, or null at the end. */
        public Piece next() {
            if (at >= end) {
                return null;
            }
            int start = at;
            int c = 0;
            while (at < end) {
                c = Str.codePointAt(text, at++);
                if (c == '{' || c == '}') {
                    break;
                }
            }
            if (c != '{' && c != '}') {
                return new Piece(Str.slice(text, start, at), null, null, 0, false);
            }
            boolean doubled = at < end && Str.codePointAt(text, at) == c;
            if (!doubled && (c == '}' || at >= end)) {
                throw TextException.valueError("Single '" + (char) c + "' encountered in format string");
            }
            if (doubled) {
                return new Piece(Str.slice(text, start, at++), null, null, 0, false);
            }
            return field(Str.slice(text, start, at - 1));
        }

        private Piece field(Object literal) {
            int start = at;
            int c = skipName();
            Object name = Str.slice(text, start, c == 0 ? at : at - 1);
            if (c == '}') {
                return new Piece(literal, name, "", 0, false);
            }
            if (c == 0) {
                throw TextException.valueError("expected '}' before end of string");
            }
            int conversion = 0;
            if (c == '!') {
                if (at >= end) {
                    throw TextException.valueError("end of string while looking for conversion specifier");
                }
                conversion = Str.codePointAt(text, at++);
                if (at < end) {
                    c = Str.codePointAt(text, at++);
                    if (c == '}') {
                        return new Piece(literal, name, "", conversion, false);
                    }
                    if (c != ':') {
                        throw TextException.valueError("expected ':' after conversion specifier");
                    }
                }
            }
            return spec(literal, name, conversion);
        }

        /** Goes behind the character that ends the name and returns it; 0 at the end of the text. */
        private int skipName() {
            while (at < end) {
                int c = Str.codePointAt(text, at++);
                switch (c) {
                    case '{' -> throw TextException.valueError("unexpected '{' in field name");
                    case '[' -> {
                        while (at < end && Str.codePointAt(text, at) != ']') {
                            at++;
                        }
                    }
                    case '}', ':', '!' -> {
                        return c;
                    }
                    default -> {
                    }
                }
            }
            return 0;
        }

        private Piece spec(Object literal, Object name, int conversion) {
            int start = at;
            int depth = 1;
            boolean nested = false;
            while (at < end) {
                int c = Str.codePointAt(text, at++);
                if (c == '{') {
                    nested = true;
                    depth++;
                } else if (c == '}' && --depth == 0) {
                    return new Piece(literal, name, Str.slice(text, start, at - 1), conversion, nested);
                }
            }
            throw TextException.valueError("unmatched '{' in format spec");
        }
    }

    /** Reads a field name: what comes first, then the accesses ({@code _string.formatter_field_name_split}). */
    public static final class NameParts {
        private final Object text;
        private final int end;
        private final Object first;
        private int at;

        public NameParts(Object text) {
            this.text = text;
            this.end = Str.length(text);
            while (at < end && Str.codePointAt(text, at) != '.' && Str.codePointAt(text, at) != '[') {
                at++;
            }
            first = keyOf(Str.slice(text, 0, at));
        }

        /** A Long if it is a number, else a text. */
        public Object first() {
            return first;
        }

        /** The next access, or null at the end. */
        public Access next() {
            if (at >= end) {
                return null;
            }
            int c = Str.codePointAt(text, at++);
            int start = at;
            Access access;
            if (c == '.') {
                while (at < end && Str.codePointAt(text, at) != '.' && Str.codePointAt(text, at) != '[') {
                    at++;
                }
                access = new Access(true, Str.slice(text, start, at));
            } else if (c == '[') {
                at = Str.findCodePoint(text, ']', start, end);
                if (at < 0) {
                    at = end;
                    throw TextException.valueError("Missing ']' in format string");
                }
                access = new Access(false, keyOf(Str.slice(text, start, at++)));
            } else {
                throw TextException.valueError("Only '.' or '[' may follow ']' in format field specifier");
            }
            if (access.key instanceof String s && s.isEmpty()) {
                throw TextException.valueError("Empty attribute in format string");
            }
            return access;
        }

        private static Object keyOf(Object name) {
            int n = Str.length(name);
            long value = 0;
            for (int i = 0; i < n; i++) {
                int digit = Chars.decimalValue(Str.codePointAt(name, i));
                if (digit < 0) {
                    return name;
                }
                if (value > (Long.MAX_VALUE - digit) / 10) {
                    throw TextException.valueError("Too many decimal digits in format string");
                }
                value = value * 10 + digit;
            }
            return n == 0 ? name : (Object) value;
        }
    }

    /** Fills in the fields; knows whether they are numbered by hand. */
    private static final class Engine {
        private final Values values;
        private long nextIndex;
        private boolean automatic;
        private boolean manual;

        Engine(Values values) {
            this.values = values;
        }

        Object fill(Object format, int depth) {
            if (depth <= 0) {
                throw TextException.valueError("Max string recursion exceeded");
            }
            StrBuilder out = new StrBuilder(Str.length(format) + 32);
            Pieces pieces = new Pieces(format);
            for (Piece piece = pieces.next(); piece != null; piece = pieces.next()) {
                out.append(piece.literal);
                if (piece.name != null) {
                    out.append(field(piece, depth));
                }
            }
            return out.build();
        }

        private Object field(Piece piece, int depth) {
            Object object = find(piece.name);
            if (piece.conversion != 0) {
                object = values.convert(object, conversion(piece.conversion));
            }
            return values.format(object, piece.nested ? fill(piece.spec, depth - 1) : piece.spec);
        }

        private static char conversion(int c) {
            if (c == 's' || c == 'r' || c == 'a') {
                return (char) c;
            }
            throw TextException.valueError("Unknown conversion specifier "
                    + (c > 32 && c < 127 ? String.valueOf((char) c) : "\\x" + Integer.toHexString(c)));
        }

        private Object find(Object name) {
            NameParts parts = new NameParts(name);
            Object first = parts.first();
            boolean empty = first instanceof String s && s.isEmpty();
            if (empty || first instanceof Long) {
                number(empty);
            }
            Object object = empty ? values.positional(nextIndex++)
                    : first instanceof Long index ? values.positional(index) : values.keyword(first);
            for (Access access = parts.next(); access != null; access = parts.next()) {
                object = access.attribute ? values.attribute(object, access.key) : values.item(object, access.key);
            }
            return object;
        }

        private void number(boolean empty) {
            if (empty ? manual : automatic) {
                throw TextException.valueError(empty
                        ? "cannot switch from manual field specification to automatic field numbering"
                        : "cannot switch from automatic field numbering to manual field specification");
            }
            automatic |= empty;
            manual |= !empty;
        }
    }
}
