package dev.adder.language.lower;

import dev.adder.language.ast.Const;
import dev.adder.language.ast.Operator;
import dev.adder.language.ast.Singleton;
import dev.adder.language.ast.UnaryOperator;
import dev.adder.language.text.Str;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Arithmetic on constants, as far as it needs no runtime: null means "leave it to run time". Limits on the size of
 * results are CPython's ({@code flowgraph.c}: 128 bits, 256 items, 4096 characters).
 */
final class Fold {
    private static final int MAX_INT_BITS = 128;
    private static final int MAX_COLLECTION_SIZE = 256;
    private static final int MAX_STR_SIZE = 4096;
    private static final int MAX_TOTAL_ITEMS = 1024;

    private Fold() {
    }

    static boolean truth(Object value) {
        return switch (value) {
            case Boolean b -> b;
            case Long n -> n != 0;
            case BigInteger n -> n.signum() != 0;
            case Double d -> d != 0;
            case Const.ComplexConst c -> c.re() != 0 || c.im() != 0;
            case Singleton.NONE -> false;
            case Singleton.ELLIPSIS -> true;
            case Const.BytesConst b -> b.bytes().length > 0;
            case Const.TupleConst t -> !t.items().isEmpty();
            case Const.FrozenSetConst s -> !s.items().isEmpty();
            case Const.SliceConst s -> true;
            default -> !Str.isText(value) || !Str.isEmpty(value);
        };
    }

    /** Normalises: a long where it fits. */
    static Object integer(BigInteger n) {
        return n.bitLength() < 64 ? (Object) n.longValue() : n;
    }

    private static BigInteger big(Object n) {
        return switch (n) {
            case Boolean b -> b ? BigInteger.ONE : BigInteger.ZERO;
            case Long v -> BigInteger.valueOf(v);
            default -> (BigInteger) n;
        };
    }

    private static boolean isInt(Object value) {
        return value instanceof Long || value instanceof BigInteger || value instanceof Boolean;
    }

    static Object unary(UnaryOperator op, Object value) {
        if (op == UnaryOperator.NOT) {
            return value instanceof Const.SliceConst ? null : (Object) !truth(value);
        }
        if (isInt(value)) {
            // ~True is left for its DeprecationWarning.
            return switch (op) {
                case U_SUB -> integer(big(value).negate());
                case U_ADD -> integer(big(value));
                default -> value instanceof Boolean ? null : integer(big(value).not());
            };
        }
        if (value instanceof Double d && op != UnaryOperator.INVERT) {
            return op == UnaryOperator.U_SUB ? -d : d;
        }
        if (value instanceof Const.ComplexConst c && op != UnaryOperator.INVERT) {
            return op == UnaryOperator.U_SUB ? new Const.ComplexConst(-c.re(), -c.im()) : c;
        }
        return null;
    }

    static Object binary(Operator op, Object left, Object right) {
        if (isInt(left) && isInt(right)) {
            return integers(op, left, right);
        }
        if ((isInt(left) || left instanceof Double) && (isInt(right) || right instanceof Double)) {
            return floats(op, left, right);
        }
        if (left instanceof Const.ComplexConst || right instanceof Const.ComplexConst) {
            return complex(op, left, right);
        }
        return switch (op) {
            case ADD -> concat(left, right);
            case MULT -> isInt(right) ? repeat(left, right) : isInt(left) ? repeat(right, left) : null;
            default -> null;
        };
    }

    private static Object integers(Operator op, Object left, Object right) {
        BigInteger a = big(left);
        BigInteger b = big(right);
        boolean bools = left instanceof Boolean && right instanceof Boolean;
        return switch (op) {
            case ADD -> integer(a.add(b));
            case SUB -> integer(a.subtract(b));
            case MULT -> a.bitLength() + b.bitLength() > MAX_INT_BITS ? null : integer(a.multiply(b));
            case DIV -> trueDivide(a, b);
            case FLOOR_DIV -> b.signum() == 0 ? null : integer(floorDivide(a, b));
            case MOD -> b.signum() == 0 ? null : integer(a.subtract(floorDivide(a, b).multiply(b)));
            case POW -> power(a, b);
            case L_SHIFT -> b.signum() < 0 || b.bitLength() > 31 || b.intValue() > MAX_INT_BITS
                    || a.bitLength() + b.intValue() > MAX_INT_BITS ? null : integer(a.shiftLeft(b.intValue()));
            case R_SHIFT -> b.signum() < 0 ? null
                    : b.bitLength() > 31 ? (Object) (a.signum() < 0 ? -1L : 0L) : integer(a.shiftRight(b.intValue()));
            case BIT_OR -> bools ? (Object) ((Boolean) left | (Boolean) right) : integer(a.or(b));
            case BIT_XOR -> bools ? (Object) ((Boolean) left ^ (Boolean) right) : integer(a.xor(b));
            case BIT_AND -> bools ? (Object) ((Boolean) left & (Boolean) right) : integer(a.and(b));
            case MAT_MULT -> null;
        };
    }

    private static BigInteger floorDivide(BigInteger a, BigInteger b) {
        BigInteger[] qr = a.divideAndRemainder(b);
        return qr[1].signum() != 0 && qr[1].signum() != b.signum() ? qr[0].subtract(BigInteger.ONE) : qr[0];
    }

    private static Object trueDivide(BigInteger a, BigInteger b) {
        // Both exact as doubles: one rounding, as CPython's.
        if (b.signum() == 0 || a.bitLength() > 53 || b.bitLength() > 53) {
            return null;
        }
        return a.doubleValue() / b.doubleValue();
    }

    private static Object power(BigInteger a, BigInteger b) {
        if (b.signum() < 0) {
            return null;
        }
        if (b.bitLength() > 31 || (long) a.bitLength() * b.intValue() > MAX_INT_BITS) {
            return null;
        }
        return integer(a.pow(b.intValue()));
    }

    private static Object floats(Operator op, Object left, Object right) {
        Double x = toDouble(left);
        Double y = toDouble(right);
        if (x == null || y == null) {
            return null;
        }
        double a = x;
        double b = y;
        return switch (op) {
            case ADD -> a + b;
            case SUB -> a - b;
            case MULT -> a * b;
            case DIV -> b == 0 ? null : (Object) (a / b);
            case MOD -> b == 0 ? null : (Object) floatMod(a, b);
            // The others need the runtime's own functions for equal bits.
            default -> null;
        };
    }

    private static double floatMod(double a, double b) {
        double mod = a % b;
        if (mod != 0) {
            return b < 0 != mod < 0 ? mod + b : mod;
        }
        return Math.copySign(0.0, b);
    }

    private static Double toDouble(Object value) {
        if (value instanceof Double d) {
            return d;
        }
        BigInteger n = big(value);
        double d = n.doubleValue();
        return n.bitLength() <= 53 || !Double.isInfinite(d) && new BigDecimal(d).toBigInteger().equals(n) ? d : null;
    }

    private static Object complex(Operator op, Object left, Object right) {
        // 3.14 treats a real operand as real: 1 - 2j keeps the sign of the zero (PEP draft, Annex G).
        if (op != Operator.ADD && op != Operator.SUB) {
            return null;
        }
        boolean add = op == Operator.ADD;
        if (left instanceof Const.ComplexConst a && right instanceof Const.ComplexConst b) {
            return add ? new Const.ComplexConst(a.re() + b.re(), a.im() + b.im())
                    : new Const.ComplexConst(a.re() - b.re(), a.im() - b.im());
        }
        if (left instanceof Const.ComplexConst a) {
            Double b = isReal(right) ? toDouble(right) : null;
            return b == null ? null : new Const.ComplexConst(add ? a.re() + b : a.re() - b, a.im());
        }
        Double a = isReal(left) ? toDouble(left) : null;
        Const.ComplexConst b = (Const.ComplexConst) right;
        return a == null ? null : new Const.ComplexConst(add ? a + b.re() : a - b.re(), add ? b.im() : -b.im());
    }

    private static boolean isReal(Object value) {
        return isInt(value) || value instanceof Double;
    }

    private static Object concat(Object left, Object right) {
        if (Str.isText(left) && Str.isText(right)) {
            return Str.length(left) + Str.length(right) > MAX_STR_SIZE ? null : Str.concat(left, right);
        }
        if (left instanceof Const.BytesConst a && right instanceof Const.BytesConst b) {
            byte[] joined = java.util.Arrays.copyOf(a.bytes(), a.bytes().length + b.bytes().length);
            System.arraycopy(b.bytes(), 0, joined, a.bytes().length, b.bytes().length);
            return new Const.BytesConst(joined);
        }
        if (left instanceof Const.TupleConst a && right instanceof Const.TupleConst b) {
            List<Object> joined = new ArrayList<>(a.items());
            joined.addAll(b.items());
            return new Const.TupleConst(List.copyOf(joined));
        }
        return null;
    }

    private static Object repeat(Object value, Object count) {
        BigInteger big = big(count);
        if (big.bitLength() > 20) {
            return null;
        }
        int n = Math.max(0, big.intValue());
        if (Str.isText(value)) {
            return (long) Str.length(value) * n > MAX_STR_SIZE ? null : Str.repeat(value, n);
        }
        if (value instanceof Const.BytesConst b) {
            if ((long) b.bytes().length * n > MAX_STR_SIZE) {
                return null;
            }
            byte[] out = new byte[b.bytes().length * n];
            for (int i = 0; i < n; i++) {
                System.arraycopy(b.bytes(), 0, out, i * b.bytes().length, b.bytes().length);
            }
            return new Const.BytesConst(out);
        }
        if (value instanceof Const.TupleConst t) {
            if ((long) t.items().size() * n > MAX_COLLECTION_SIZE || (long) size(t) * n > MAX_TOTAL_ITEMS) {
                return null;
            }
            List<Object> out = new ArrayList<>(t.items().size() * n);
            for (int i = 0; i < n; i++) {
                out.addAll(t.items());
            }
            return new Const.TupleConst(List.copyOf(out));
        }
        return null;
    }

    private static int size(Const.TupleConst tuple) {
        int total = 0;
        for (Object item : tuple.items()) {
            total += item instanceof Const.TupleConst nested ? size(nested) : 1;
        }
        return total;
    }

    static Object subscript(Object value, Object key) {
        if (!isInt(key) || big(key).bitLength() > 30) {
            return null;
        }
        int i = big(key).intValue();
        if (value instanceof Const.TupleConst t) {
            int n = t.items().size();
            i = i < 0 ? i + n : i;
            return i >= 0 && i < n ? t.items().get(i) : null;
        }
        if (Str.isText(value)) {
            int n = Str.length(value);
            i = i < 0 ? i + n : i;
            return i >= 0 && i < n ? Str.charAt(value, i) : null;
        }
        if (value instanceof Const.BytesConst b) {
            int n = b.bytes().length;
            i = i < 0 ? i + n : i;
            return i >= 0 && i < n ? (Object) (long) (b.bytes()[i] & 0xff) : null;
        }
        return null;
    }

    /** Items distinct in Python's sense (1, 1.0 and True are one), the first of each. */
    static List<Object> distinct(List<Object> items) {
        List<Object> kept = new ArrayList<>(items.size());
        java.util.HashSet<Object> seen = new java.util.HashSet<>();
        for (Object item : items) {
            if (seen.add(equalityKey(item))) {
                kept.add(item);
            }
        }
        return List.copyOf(kept);
    }

    /** A value that is equal for constants that are equal in Python. */
    static Object equalityKey(Object item) {
        return switch (item) {
            case Boolean b -> (Object) (b ? 1L : 0L);
            case Double d when !d.isInfinite() && !d.isNaN() && d == Math.rint(d) ->
                integer(new BigDecimal(d).toBigInteger());
            case Const.ComplexConst c when c.im() == 0 -> equalityKey(c.re());
            case Const.TupleConst t -> {
                List<Object> out = new ArrayList<>();
                for (Object nested : t.items()) {
                    out.add(equalityKey(nested));
                }
                yield new Const.TupleConst(out);
            }
            default -> item;
        };
    }
}
