package dev.adder.stdlib.math;

import dev.adder.runtime.objects.PyComplex;
import dev.adder.runtime.ops.LibM;

/**
 * Functions of complex numbers with C99's special values (Annex G) and CPython's care for large and small arguments
 * (Modules/cmathmodule.c). A domain error is null.
 */
final class ComplexFunctions {
    private static final double LARGE = Double.MAX_VALUE / 4;
    private static final double SQRT_LARGE = Math.sqrt(LARGE);
    private static final double LOG_LARGE = 709.0895657128241;
    private static final double SQRT_MIN = Math.sqrt(Double.MIN_NORMAL);
    private static final double LN_2 = 0.6931471805599453;
    private static final double LN_10 = 2.302585092994046;
    private static final double INF = Double.POSITIVE_INFINITY;

    // Results for arguments of which a part is not finite: seven by seven, each a pair, in the order -inf, negative, -0, 0,
    // positive, inf, NaN of the real and then of the imaginary part. a 0, b -0, i inf, j -inf, n NaN, 1 and 2 +-1, p and q
    // +-pi, h and g +-pi/2, f and e +-pi/4, t and s +-3/4 pi, ! a domain error.
    private static final String ACOS = "tipipipjpjtjnihi........hjnnhi........hjhnhi........hjhnhi........hjnn"
            + "fiaiaiajajfjnininnnnnnnnnjnn";
    private static final String ACOSH = "isiqiqipipitinig........ihnnig........ihnhig........ihnhig........ihnn"
            + "ieibibiaiaifininnnnnnnnninnn";
    private static final String ASINH = "jejbjbjajajfjnjg........jhnnjg........jhnnig........ihnnig........ihnn"
            + "ieibibiaiaifininnnnbnanninnn";
    private static final String ATANH = "bgbgbgbhbhbhbnbg........bhnnbg........bhbnag........ahanag........ahnn"
            + "agagagahahahanagnnnnnnnnahnn";
    private static final String COSH = "!!jiiaibjj!!in!!........!!nn!!........!!na!!........!!na!!........!!nn"
            + "!!jjibiaji!!innnnnnanannnnnn";
    private static final String EXP = "aabbabaabaaaaa!!........!!nn!!........!!nn!!........!!nn!!........!!nn"
            + "!!jjibiaji!!innnnnnbnannnnnn";
    private static final String LOG = "isiqiqipipitinig........ihnnig........ihnnig........ihnnig........ihnn"
            + "ieibibiaiaifininnnnnnnnninnn";
    private static final String SINH = "!!ijjbjaii!!in!!........!!nn!!........!!an!!........!!an!!........!!nn"
            + "!!jjibiaji!!innnnnnbnannnnnn";
    private static final String SQRT = "ijajajaiaiiiniij........iinnij........iinnij........iinnij........iinn"
            + "ijibibiaiaiiinijnnnnnnnniinn";
    private static final String TANH = "2a2a2b2a2b2a2a!!........!!nn!!........!!bn!!........!!an!!........!!nn"
            + "1a1a1b1a1b1a1annnnnbnannnnnn";
    private static final String RECT = "!!iijajbij!!in!!........!!nnaa........aaaaaa........aaaa!!........!!nn"
            + "!!jjibiaji!!innnnnnanannnnnn";

    private ComplexFunctions() {
    }

    private static boolean finite(final double x) {
        return Math.abs(x) <= Double.MAX_VALUE;
    }

    private static int kind(final double x) {
        if (Double.isNaN(x)) {
            return 6;
        }
        if (x == 0) {
            return Double.doubleToRawLongBits(x) < 0 ? 2 : 3;
        }
        return x < 0 ? finite(x) ? 1 : 0 : finite(x) ? 4 : 5;
    }

    private static PyComplex special(final String table, final double x, final double y) {
        final int at = 2 * (7 * kind(x) + kind(y));
        return table.charAt(at) == '!' ? null : new PyComplex(value(table.charAt(at)), value(table.charAt(at + 1)));
    }

    private static double value(final char code) {
        return switch (code) {
            case 'a' -> 0.0;
            case 'b' -> -0.0;
            case 'i' -> INF;
            case 'j' -> -INF;
            case '1' -> 1.0;
            case '2' -> -1.0;
            case 'p' -> Math.PI;
            case 'q' -> -Math.PI;
            case 'h' -> Math.PI / 2;
            case 'g' -> -Math.PI / 2;
            case 'f' -> Math.PI / 4;
            case 'e' -> -Math.PI / 4;
            case 't' -> 0.75 * Math.PI;
            case 's' -> -0.75 * Math.PI;
            default -> Double.NaN;
        };
    }

    private static double sign(final double size, final double like) {
        return Double.doubleToRawLongBits(like) < 0 ? -Math.abs(size) : Math.abs(size);
    }

    /** An infinite (or zero) result that takes its signs from the angle. */
    private static PyComplex towards(final double size, final double angle, final boolean flipRe,
            final boolean flipIm) {
        final double x = sign(size, LibM.cos(angle));
        final double y = sign(size, LibM.sin(angle));
        return new PyComplex(flipRe ? -x : x, flipIm ? -y : y);
    }

    private static boolean isLarge(final double x, final double y) {
        return Math.abs(x) > LARGE || Math.abs(y) > LARGE;
    }

    private static double logOfLarge(final double x, final double y) {
        return LibM.log(LibM.hypot(x / 2, y / 2)) + LN_2 * 2;
    }

    static PyComplex sqrt(final double x, final double y) {
        if (!finite(x) || !finite(y)) {
            return special(SQRT, x, y);
        }
        if (x == 0 && y == 0) {
            return new PyComplex(0.0, y);
        }
        double ax = Math.abs(x);
        final double ay = Math.abs(y);
        final double s;
        if (ax < Double.MIN_NORMAL && ay < Double.MIN_NORMAL) {
            ax = Math.scalb(ax, 53);
            s = Math.scalb(Math.sqrt(ax + LibM.hypot(ax, Math.scalb(ay, 53))), -27);
        } else {
            ax /= 8;
            s = 2 * Math.sqrt(ax + LibM.hypot(ax, ay / 8));
        }
        final double d = ay / (2 * s);
        return x >= 0 ? new PyComplex(s, sign(d, y)) : new PyComplex(d, sign(s, y));
    }

    static PyComplex acos(final double x, final double y) {
        if (!finite(x) || !finite(y)) {
            return special(ACOS, x, y);
        }
        if (isLarge(x, y)) {
            final double size = logOfLarge(x, y);
            return new PyComplex(LibM.atan2(Math.abs(y), x), x < 0 ? -sign(size, y) : sign(size, -y));
        }
        final PyComplex a = sqrt(1 - x, -y);
        final PyComplex b = sqrt(1 + x, y);
        return new PyComplex(2 * LibM.atan2(a.re, b.re), LibM.asinh(b.re * a.im - b.im * a.re));
    }

    static PyComplex acosh(final double x, final double y) {
        if (!finite(x) || !finite(y)) {
            return special(ACOSH, x, y);
        }
        if (isLarge(x, y)) {
            return new PyComplex(logOfLarge(x, y), LibM.atan2(y, x));
        }
        final PyComplex a = sqrt(x - 1, y);
        final PyComplex b = sqrt(x + 1, y);
        return new PyComplex(LibM.asinh(a.re * b.re + a.im * b.im), 2 * LibM.atan2(a.im, b.re));
    }

    static PyComplex asinh(final double x, final double y) {
        if (!finite(x) || !finite(y)) {
            return special(ASINH, x, y);
        }
        if (isLarge(x, y)) {
            final double size = logOfLarge(x, y);
            return new PyComplex(y >= 0 ? sign(size, x) : -sign(size, -x), LibM.atan2(y, Math.abs(x)));
        }
        final PyComplex a = sqrt(1 + y, -x);
        final PyComplex b = sqrt(1 - y, x);
        return new PyComplex(LibM.asinh(a.re * b.im - b.re * a.im), LibM.atan2(y, a.re * b.re - a.im * b.im));
    }

    static PyComplex atanh(final double x, final double y) {
        if (!finite(x) || !finite(y)) {
            return special(ATANH, x, y);
        }
        if (Double.doubleToRawLongBits(x) < 0) {
            final PyComplex r = atanh(-x, -y);
            return r == null ? null : new PyComplex(-r.re, -r.im);
        }
        final double ay = Math.abs(y);
        if (x > SQRT_LARGE || ay > SQRT_LARGE) {
            final double h = LibM.hypot(x / 2, y / 2);
            return new PyComplex(x / 4 / h / h, -sign(Math.PI / 2, -y));
        }
        if (x == 1 && ay < SQRT_MIN) {
            return ay == 0 ? null : new PyComplex(-LibM.log(Math.sqrt(ay) / Math.sqrt(LibM.hypot(ay, 2))),
                    sign(LibM.atan2(2, -ay) / 2, y));
        }
        return new PyComplex(LibM.log1p(4 * x / ((1 - x) * (1 - x) + ay * ay)) / 4,
                -LibM.atan2(-2 * y, (1 - x) * (1 + x) - ay * ay) / 2);
    }

    /** {@code f(i z) / i}, from what the hyperbolic function gave for {@code i z}. */
    private static PyComplex turned(final PyComplex r) {
        return r == null ? null : new PyComplex(r.im, -r.re);
    }

    static PyComplex asin(final double x, final double y) {
        return turned(asinh(-y, x));
    }

    static PyComplex atan(final double x, final double y) {
        return turned(atanh(-y, x));
    }

    static PyComplex sin(final double x, final double y) {
        return turned(sinh(-y, x));
    }

    static PyComplex tan(final double x, final double y) {
        return turned(tanh(-y, x));
    }

    static PyComplex cos(final double x, final double y) {
        return cosh(-y, x);
    }

    static PyComplex cosh(final double x, final double y) {
        if (!finite(x) || !finite(y)) {
            return Double.isInfinite(x) && finite(y) && y != 0 ? towards(INF, y, false, x < 0)
                    : special(COSH, x, y);
        }
        if (Math.abs(x) > LOG_LARGE) {
            final double less = x - sign(1, x);
            return new PyComplex(LibM.cos(y) * LibM.cosh(less) * Math.E, LibM.sin(y) * LibM.sinh(less) * Math.E);
        }
        return new PyComplex(LibM.cos(y) * LibM.cosh(x), LibM.sin(y) * LibM.sinh(x));
    }

    static PyComplex sinh(final double x, final double y) {
        if (!finite(x) || !finite(y)) {
            return Double.isInfinite(x) && finite(y) && y != 0 ? towards(INF, y, x < 0, false)
                    : special(SINH, x, y);
        }
        if (Math.abs(x) > LOG_LARGE) {
            final double less = x - sign(1, x);
            return new PyComplex(LibM.cos(y) * LibM.sinh(less) * Math.E, LibM.sin(y) * LibM.cosh(less) * Math.E);
        }
        return new PyComplex(LibM.cos(y) * LibM.sinh(x), LibM.sin(y) * LibM.cosh(x));
    }

    static PyComplex tanh(final double x, final double y) {
        if (!finite(x) || !finite(y)) {
            return Double.isInfinite(x) && finite(y) && y != 0
                    ? new PyComplex(x > 0 ? 1.0 : -1.0, sign(0, 2 * LibM.sin(y) * LibM.cos(y))) : special(TANH, x, y);
        }
        if (Math.abs(x) > LOG_LARGE) {
            return new PyComplex(sign(1, x), 4 * LibM.sin(y) * LibM.cos(y) * LibM.exp(-2 * Math.abs(x)));
        }
        final double tx = LibM.tanh(x);
        final double ty = LibM.tan(y);
        final double cx = 1 / LibM.cosh(x);
        final double both = tx * ty;
        final double denominator = 1 + both * both;
        return new PyComplex(tx * (1 + ty * ty) / denominator, ty / denominator * cx * cx);
    }

    static PyComplex exp(final double x, final double y) {
        if (!finite(x) || !finite(y)) {
            return Double.isInfinite(x) && finite(y) && y != 0 ? towards(x > 0 ? INF : 0, y, false, false)
                    : special(EXP, x, y);
        }
        if (x > LOG_LARGE) {
            final double l = LibM.exp(x - 1);
            return new PyComplex(l * LibM.cos(y) * Math.E, l * LibM.sin(y) * Math.E);
        }
        final double l = LibM.exp(x);
        return new PyComplex(l * LibM.cos(y), l * LibM.sin(y));
    }

    static PyComplex log(final double x, final double y) {
        if (!finite(x) || !finite(y)) {
            return special(LOG, x, y);
        }
        final double ax = Math.abs(x);
        final double ay = Math.abs(y);
        final double size;
        if (isLarge(x, y)) {
            size = LibM.log(LibM.hypot(ax / 2, ay / 2)) + LN_2;
        } else if (ax < Double.MIN_NORMAL && ay < Double.MIN_NORMAL) {
            if (ax == 0 && ay == 0) {
                return null;
            }
            size = LibM.log(LibM.hypot(Math.scalb(ax, 53), Math.scalb(ay, 53))) - 53 * LN_2;
        } else {
            final double h = LibM.hypot(ax, ay);
            if (h >= 0.71 && h <= 1.73) {
                final double more = Math.max(ax, ay);
                final double less = Math.min(ax, ay);
                size = LibM.log1p((more - 1) * (more + 1) + less * less) / 2;
            } else {
                size = LibM.log(h);
            }
        }
        return new PyComplex(size, LibM.atan2(y, x));
    }

    static PyComplex log10(final double x, final double y) {
        final PyComplex r = log(x, y);
        return r == null ? null : new PyComplex(r.re / LN_10, r.im / LN_10);
    }

    static PyComplex rect(final double r, final double phi) {
        if (!finite(r) || !finite(phi)) {
            return Double.isInfinite(r) && finite(phi) && phi != 0 ? towards(INF, phi, r < 0, r < 0)
                    : special(RECT, r, phi);
        }
        return phi == 0 ? new PyComplex(r, r * phi) : new PyComplex(r * LibM.cos(phi), r * LibM.sin(phi));
    }
}
