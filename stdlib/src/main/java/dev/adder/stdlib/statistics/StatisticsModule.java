package dev.adder.stdlib.statistics;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.BuiltinTable;
import dev.adder.runtime.Errors;
import dev.adder.runtime.modules.NativeModule;
import dev.adder.runtime.ops.LibM;

/** The module {@code _statistics}: the normal distribution's quantiles. */
@PyModuleSpec("_statistics")
public final class StatisticsModule extends NativeModule {
    // Wichura's AS 241 (PPND16), coefficients from the constant term up.
    private static final double[] A = {3.3871328727963666080e+0, 1.3314166789178437745e+2, 1.9715909503065514427e+3,
        1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4, 3.3430575583588128105e+4,
        2.5090809287301226727e+3};
    private static final double[] B = {1.0, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
        2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4, 5.2264952788528545610e+3};
    private static final double[] C = {1.42343711074968357734e+0, 4.63033784615654529590e+0, 5.76949722146069140550e+0,
        3.64784832476320460504e+0, 1.27045825245236838258e+0, 2.41780725177450611770e-1, 2.27238449892691845833e-2,
        7.74545014278341407640e-4};
    private static final double[] D = {1.0, 2.05319162663775882187e+0, 1.67638483018380384940e+0,
        6.89767334985100004550e-1, 1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
        1.05075007164441684324e-9};
    private static final double[] E = {6.65790464350110377720e+0, 5.46378491116411436990e+0, 1.78482653991729133580e+0,
        2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5,
        2.01033439929228813265e-7};
    private static final double[] F = {1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1,
        1.48753612908506148525e-2, 7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
        2.04426310338993978564e-15};

    @Override
    public BuiltinTable table() {
        return new StatisticsModuleTable();
    }

    private static double polynomial(final double[] coefficients, final double x) {
        double r = coefficients[coefficients.length - 1];
        for (int i = coefficients.length - 2; i >= 0; i--) {
            r = r * x + coefficients[i];
        }
        return r;
    }

    @PyFunction("_normal_dist_inv_cdf($module, p, mu, sigma, /)")
    static double inverse(final double p, final double mu, final double sigma) {
        if (p <= 0.0 || p >= 1.0 || sigma <= 0.0) {
            throw Errors.valueError("math domain error");
        }
        final double q = p - 0.5;
        final double x;
        if (Math.abs(q) <= 0.425) {
            final double r = 0.180625 - q * q;
            x = polynomial(A, r) * q / polynomial(B, r);
        } else {
            final double r = Math.sqrt(-LibM.log(q <= 0.0 ? p : 1.0 - p));
            final double size = r <= 5.0 ? polynomial(C, r - 1.6) / polynomial(D, r - 1.6)
                    : polynomial(E, r - 5.0) / polynomial(F, r - 5.0);
            x = q < 0.0 ? -size : size;
        }
        return mu + x * sigma;
    }
}
