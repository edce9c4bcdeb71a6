package dev.adder.runtime.text;

import dev.adder.language.text.FloatText;
import dev.adder.language.text.IntText;
import dev.adder.language.text.Quote;
import dev.adder.language.text.Str;
import dev.adder.language.text.TextException;
import dev.adder.runtime.ops.HugeInts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Formatting against CPython. */
final class FormatsOracleTest {

    private static final int MAX_DIGITS = 640;

    @Test
    void formats() throws Exception {
        Oracle.compare("formats.py", FormatsOracleTest::apply);
    }

    private static String apply(String[] f) {
        return switch (f[0]) {
            case "int" -> Oracle.encode(Formatting.formatInt(IntText.normalize(new BigInteger(f[1], 16)), Oracle.decode(f[2]),
                    "int", NumericLocale.C, MAX_DIGITS));
            case "float" -> Oracle.encode(Formatting.formatFloat(real(f[1]), Oracle.decode(f[2]), "float", NumericLocale.C));
            case "complex" -> Oracle.encode(Formatting.formatComplex(real(f[1]), real(f[2]), Oracle.decode(f[3]), "complex",
                    NumericLocale.C));
            case "str" -> Oracle.encode(Formatting.formatStr(Oracle.decode(f[1]), Oracle.decode(f[2]), "str"));
            case "percent" -> Oracle.encode(PercentFormat.format(Oracle.decode(f[1]), new Arguments(f[2]), MAX_DIGITS));
            case "fields" -> fields(Oracle.decode(f[1]));
            case "split" -> split(Oracle.decode(f[1]));
            case "format" -> Oracle.encode(FormatFields.format(Oracle.decode(f[1]), new Things(true)));
            case "format_map" -> Oracle.encode(FormatFields.format(Oracle.decode(f[1]), new Things(false)));
            default -> throw new IllegalArgumentException(f[0]);
        };
    }

    private static double real(String field) {
        return Double.longBitsToDouble(Long.parseUnsignedLong(field, 16));
    }

    private static String fields(Object text) {
        StringBuilder out = new StringBuilder();
        FormatFields.Pieces pieces = new FormatFields.Pieces(text);
        for (FormatFields.Piece p = pieces.next(); p != null; p = pieces.next()) {
            out.append(out.isEmpty() ? "" : ";").append(Oracle.encode(p.literal())).append(':');
            if (p.name() == null) {
                out.append("-:-:-");
            } else {
                out.append(Oracle.encode(p.name())).append(':').append(Oracle.encode(p.spec())).append(':')
                        .append(p.conversion() == 0 ? "-" : Integer.toHexString(p.conversion()));
            }
        }
        return out.toString();
    }

    private static String split(Object text) {
        FormatFields.NameParts parts = new FormatFields.NameParts(text);
        StringBuilder out = new StringBuilder(key(parts.first()));
        for (FormatFields.Access a = parts.next(); a != null; a = parts.next()) {
            out.append('/').append(a.attribute() ? 'a' : 'g').append(key(a.key()));
        }
        return out.toString();
    }

    private static String key(Object key) {
        return key instanceof Long n ? "i" + n : Oracle.encode(key);
    }

    /** A stand-in for None and True. */
    private enum Special {
        None, True
    }

    /** Arguments of the percent operator, as the script encodes them. */
    private static final class Arguments implements PercentFormat.Arguments {
        private Object[] items = {};
        private Map<Object, Object> mapping;

        Arguments(String field) {
            String body = field.substring(1);
            String[] parts = body.isEmpty() ? new String[0] : body.split(";", -1);
            switch (field.charAt(0)) {
                case 'd' -> {
                    mapping = new LinkedHashMap<>();
                    for (String part : parts) {
                        int mark = part.indexOf('=');
                        mapping.put(Oracle.decode(part.substring(0, mark)), value(part.substring(mark + 1)));
                    }
                    items = new Object[] {mapping};
                }
                case 't' -> {
                    items = new Object[parts.length];
                    for (int i = 0; i < parts.length; i++) {
                        items[i] = value(parts[i]);
                    }
                }
                default -> items = new Object[] {value(body)};
            }
        }

        private static Object value(String part) {
            return switch (part.charAt(0)) {
                case 'N' -> Special.None;
                case 'T' -> Special.True;
                case 'i' -> IntText.normalize(new BigInteger(part.substring(1), 16));
                case 'f' -> real(part.substring(1));
                default -> Oracle.decode(part.substring(1));
            };
        }

        @Override
        public int count() {
            return items.length;
        }

        @Override
        public Object get(int index) {
            return items[index];
        }

        @Override
        public boolean isMapping() {
            return mapping != null;
        }

        @Override
        public Object lookUp(Object key) {
            Object value = mapping.get(key);
            if (value == null) {
                throw new TextException("KeyError", Str.toJava(Quote.repr(key)));
            }
            return value;
        }

        @Override
        public Object str(Object value) {
            return Str.isText(value) ? value : repr(value);
        }

        @Override
        public Object repr(Object value) {
            if (value instanceof Map<?, ?> map) {
                StringBuilder out = new StringBuilder("{");
                map.forEach((k, v) -> out.append(out.length() > 1 ? ", " : "").append(repr(k)).append(": ").append(repr(v)));
                return Str.ofUtf16(out.append("}").toString());
            }
            return Str.isText(value) ? Quote.repr(value) : value instanceof Double x ? FloatText.repr(x)
                    : value instanceof BigInteger n ? IntText.print(n, MAX_DIGITS, HugeInts.ARITHMETIC) : value.toString();
        }

        @Override
        public Object ascii(Object value) {
            return Quote.escapeNonAscii(repr(value));
        }

        @Override
        public Object toInteger(Object value, boolean exact) {
            if (value instanceof Double x && !exact) {
                if (x.isNaN()) {
                    throw TextException.valueError("cannot convert float NaN to integer");
                }
                if (x.isInfinite()) {
                    throw TextException.overflowError("cannot convert float infinity to integer");
                }
                return IntText.normalize(new BigDecimal(x).toBigInteger());
            }
            return plainInteger(value);
        }

        @Override
        public double toDouble(Object value) {
            if (value instanceof Double x) {
                return x;
            }
            if (plainInteger(value) == null) {
                throw TextException.typeError("must be real number, not " + typeName(value));
            }
            return Formatting.toDouble(plainInteger(value));
        }

        @Override
        public Object plainInteger(Object value) {
            return value == Special.True ? (Object) 1L : value instanceof Long || value instanceof BigInteger ? value : null;
        }

        @Override
        public Object plainText(Object value) {
            return Str.isText(value) ? value : null;
        }

        @Override
        public String typeName(Object value) {
            return value == Special.None ? "NoneType" : value == Special.True ? "bool" : value instanceof Double ? "float"
                    : value instanceof Map ? "dict" : Str.isText(value) ? "str" : "int";
        }

        @Override
        public String fullTypeName(Object value) {
            return typeName(value);
        }
    }

    /** The script's class Thing: an object is the path that led to it, or a text after a conversion. */
    private record Thing(String path) {
    }

    private record Things(boolean positional) implements FormatFields.Values {
        @Override
        public Object positional(long index) {
            if (!positional) {
                throw TextException.valueError("Format string contains positional fields");
            }
            if (index > 2) {
                throw new TextException("IndexError", "Replacement index " + index
                        + " out of range for positional args tuple");
            }
            return new Thing(Long.toString(index));
        }

        @Override
        public Object keyword(Object name) {
            if (name.equals("a") || name.equals("b c") || name.equals("-1") || name.equals(" ")) {
                return new Thing((String) name);
            }
            throw new TextException("KeyError", Str.toJava(Quote.repr(name)));
        }

        @Override
        public Object attribute(Object object, Object name) {
            return new Thing(((Thing) object).path + "." + name);
        }

        @Override
        public Object item(Object object, Object key) {
            return new Thing(((Thing) object).path + "[" + (key instanceof Long n ? "#" + n : key) + "]");
        }

        @Override
        public Object convert(Object object, char conversion) {
            String path = ((Thing) object).path;
            return conversion == 's' ? "s(" + path + ")" : conversion == 'r' ? "r(" + path + "\u20ac)"
                    : "r(" + path + "\\u20ac)";
        }

        @Override
        public Object format(Object object, Object spec) {
            return object instanceof Thing thing ? "<" + thing.path + "|" + spec + ">"
                    : Formatting.formatStr(object, spec, "str");
        }
    }
}
