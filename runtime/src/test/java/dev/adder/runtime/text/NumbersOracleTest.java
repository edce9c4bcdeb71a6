package dev.adder.runtime.text;

import dev.adder.language.text.Chars;
import dev.adder.language.text.FloatParse;
import dev.adder.language.text.FloatText;
import dev.adder.language.text.IntText;
import dev.adder.language.text.Quote;
import dev.adder.language.text.UniNames;
import dev.adder.runtime.ops.HugeInts;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** Numbers from and to text, repr and character properties, against CPython. */
final class NumbersOracleTest {

    @Test
    void numbers() throws Exception {
        Oracle.compare("numbers.py", NumbersOracleTest::apply);
    }

    @Test
    void characters() throws Exception {
        Oracle.compare("characters.py", NumbersOracleTest::characterBits);
    }

    @Test
    void names() throws Exception {
        Oracle.compare("names.py", f -> {
            if (f[0].equals("name")) {
                return String.valueOf(UniNames.name(Integer.parseInt(f[1], 16)));
            }
            Object found = UniNames.lookup(f[1], f[0].equals("lookup"));
            return found == null ? "none" : Oracle.encode(found);
        });
    }

    private static String apply(String[] f) {
        return switch (f[0]) {
            case "float" -> bits(FloatParse.parse(Oracle.decode(f[1])));
            case "frepr" -> Oracle.encode(FloatText.repr(real(f[1])));
            case "ffmt" -> Oracle.encode(FloatText.format(real(f[1]), f[2].charAt(0), Integer.parseInt(f[3]),
                    f[4].equals("#") ? FloatText.ALTERNATE : 0));
            case "round" -> bits(FloatText.round(real(f[1]), Integer.parseInt(f[2])));
            case "complex" -> {
                double[] parts = FloatParse.parseComplex(Oracle.decode(f[1]));
                yield bits(parts[0]) + "," + bits(parts[1]);
            }
            case "int" -> hex(IntText.parse(Oracle.decode(f[1]), Integer.parseInt(f[2]), 4300, HugeInts.ARITHMETIC));
            case "str" -> Oracle.encode(IntText.print(new BigInteger(f[1], 16), Integer.parseInt(f[2]), HugeInts.ARITHMETIC));
            case "base" -> Oracle.encode(IntText.printBinary(IntText.normalize(new BigInteger(f[1], 16)),
                    Integer.parseInt(f[2])));
            case "repr" -> Oracle.encode(Quote.repr(Oracle.decode(f[1])));
            case "ascii" -> Oracle.encode(Quote.ascii(Oracle.decode(f[1])));
            case "reprb" -> Oracle.encode(Quote.reprBytes(Oracle.bytes(f[1])));
            default -> throw new IllegalArgumentException(f[0]);
        };
    }

    private static String bits(double x) {
        return Double.isNaN(x) ? "nan" : Long.toHexString(Double.doubleToLongBits(x));
    }

    private static double real(String field) {
        return Double.longBitsToDouble(Long.parseUnsignedLong(field, 16));
    }

    private static String hex(Object value) {
        BigInteger big = value instanceof Long n ? BigInteger.valueOf(n) : (BigInteger) value;
        return value.getClass() == Long.class == (big.bitLength() < 64) ? big.toString(16) : "not normalised";
    }

    private static String characterBits(String[] f) {
        int c = Integer.parseInt(f[1], 16);
        boolean[] bits = {Chars.isAlpha(c), Chars.isDecimal(c), Chars.isDigit(c), Chars.isNumeric(c),
            Chars.isIdentifierStart(c), Chars.isPrintable(c), Chars.isSpace(c), Chars.isLower(c), Chars.isUpper(c),
            Chars.isUpper(c) || Chars.isTitle(c), Chars.isIdentifierPart(c), Chars.isAlnum(c), Chars.isLineBreak(c),
            Chars.isCased(c) || Chars.isCaseIgnorable(c), !Chars.isCased(c) || Chars.isCaseIgnorable(c)};
        int mask = 0;
        for (int i = 0; i < bits.length; i++) {
            mask |= bits[i] ? 1 << i : 0;
        }
        return mask + " " + Chars.decimalValue(c) + " " + Chars.digitValue(c);
    }
}
