package dev.adder.stdlib.math;

import dev.adder.runtime.ops.LibM;

/**
 * The gamma function and its logarithm by Lanczos's approximation with g = 6.0246..., N = 13 (the coefficients of Boost's
 * lanczos13m53, which CPython's Modules/mathmodule.c uses, so that the bits agree). NaN stands for a domain error.
 */
final class Gamma {
    private static final double G = 6.024680040776729583740234375;
    private static final double G_MINUS_HALF = 5.524680040776729583740234375;
    private static final double LOG_PI = 1.144729885849400174143427351353058711647;
    private static final double[] NUMERATOR = {
        23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
        35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
        6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
        248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
        2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
        8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
        2.5066282746310002701649081771338373386264310793408,
    };
    private static final double[] DENOMINATOR = {
        0.0, 39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0, 2637558.0, 357423.0, 32670.0,
        1925.0, 66.0, 1.0,
    };
    private static final int EXACT = 23;

    private Gamma() {
    }

    private static double sinPi(final double x) {
        final double y = Math.abs(x) % 2.0;
        final double r = switch ((int) Math.round(2.0 * y)) {
            case 0 -> LibM.sin(Math.PI * y);
            case 1 -> LibM.cos(Math.PI * (y - 0.5));
            case 2 -> LibM.sin(Math.PI * (1.0 - y));
            case 3 -> -LibM.cos(Math.PI * (y - 1.5));
            default -> LibM.sin(Math.PI * (y - 2.0));
        };
        return Math.copySign(1.0, x) * r;
    }

    private static double lanczosSum(final double x) {
        double num = 0;
        double den = 0;
        if (x < 5.0) {
            for (int i = NUMERATOR.length - 1; i >= 0; i--) {
                num = num * x + NUMERATOR[i];
                den = den * x + DENOMINATOR[i];
            }
        } else {
            for (int i = 0; i < NUMERATOR.length; i++) {
                num = num / x + NUMERATOR[i];
                den = den / x + DENOMINATOR[i];
            }
        }
        return num / den;
    }

    static double gamma(final double x) {
        if (Double.isNaN(x) || x == Double.POSITIVE_INFINITY) {
            return x;
        }
        if (x == Double.NEGATIVE_INFINITY || x == 0 || x == Math.floor(x) && x < 0) {
            return Double.NaN;
        }
        if (x == Math.floor(x) && x <= EXACT) {
            double product = 1;
            for (int i = 2; i < x; i++) {
                product *= i;
            }
            return product;
        }
        final double size = Math.abs(x);
        if (size < 1e-20) {
            return 1.0 / x;
        }
        if (size > 200.0) {
            return x < 0 ? 0.0 / sinPi(x) : Double.POSITIVE_INFINITY;
        }
        final double y = size + G_MINUS_HALF;
        final double lost = size > G_MINUS_HALF ? y - size - G_MINUS_HALF : y - G_MINUS_HALF - size;
        final double z = lost * G / y;
        double r;
        if (x < 0) {
            r = -Math.PI / sinPi(size) / size * LibM.exp(y) / lanczosSum(size);
            r -= z * r;
            if (size < 140.0) {
                r /= LibM.pow(y, size - 0.5);
            } else {
                final double root = LibM.pow(y, size / 2.0 - 0.25);
                r /= root;
                r /= root;
            }
        } else {
            r = lanczosSum(size) / LibM.exp(y);
            r += z * r;
            if (size < 140.0) {
                r *= LibM.pow(y, size - 0.5);
            } else {
                final double root = LibM.pow(y, size / 2.0 - 0.25);
                r *= root;
                r *= root;
            }
        }
        return r;
    }

    static double logGamma(final double x) {
        if (Double.isNaN(x) || Double.isInfinite(x)) {
            return Double.isNaN(x) ? x : Double.POSITIVE_INFINITY;
        }
        if (x == Math.floor(x) && x <= 2.0) {
            return x <= 0 ? Double.NaN : 0.0;
        }
        final double size = Math.abs(x);
        if (size < 1e-20) {
            return -LibM.log(size);
        }
        double r = LibM.log(lanczosSum(size)) - G;
        r += (size - 0.5) * (LibM.log(size + G - 0.5) - 1);
        if (x < 0) {
            r = LOG_PI - LibM.log(Math.abs(sinPi(size))) - LibM.log(size) - r;
        }
        return r;
    }
}
