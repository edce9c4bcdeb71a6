package dev.adder.runtime.ops;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The platform's libm: its bits are CPython's, the JDK's differ from glibc's in up to 47% of inputs (DESIGN section 3).
 * Each function is linked when it is first used.
 */
public final class LibM {
    private static final Linker LINKER = Linker.nativeLinker();

    private LibM() {
    }

    /**
     * Not as a critical call (without a change of the thread's state), although that would be 1 ns less: behind those the
     * JVM does not clear the upper halves of vector registers, so that once they are in use every call goes from AVX to SSE
     * code and back, 40 ns each way ({@code pow} in {@code numeric_nbody}: a fifth of its time).
     */
    static MethodHandle link(final String name, final FunctionDescriptor type) {
        return LINKER.downcallHandle(symbols().find(name).orElseThrow(() -> new UnsatisfiedLinkError(name)), type);
    }

    private static SymbolLookup symbols() {
        return LINKER.defaultLookup();
    }

    private static MethodHandle unary(final String name) {
        return link(name, FunctionDescriptor.of(ValueLayout.JAVA_DOUBLE, ValueLayout.JAVA_DOUBLE));
    }

    private static MethodHandle binary(final String name) {
        return link(name, FunctionDescriptor.of(ValueLayout.JAVA_DOUBLE, ValueLayout.JAVA_DOUBLE,
                ValueLayout.JAVA_DOUBLE));
    }

    private static RuntimeException unexpected(final Throwable t) {
        return new IllegalStateException(t);
    }

    private static final class Acos {
        static final MethodHandle H = unary("acos");
    }

    public static double acos(final double x) {
        try {
            return (double) Acos.H.invokeExact(x);
        } catch (final Throwable t) {
            throw unexpected(t);
        }
    }

    private static final class Acosh {
        static final MethodHandle H = unary("acosh");
    }

    public static double acosh(final double x) {
        try {
            return (double) Acosh.H.invokeExact(x);
        } catch (final Throwable t) {
            throw unexpected(t);
        }
    }

    private static final class Asin {
        static final MethodHandle H = unary("asin");
    }

    public static double asin(final double x) {
        try {
            return (double) Asin.H.invokeExact(x);
        } catch (final Throwable t) {
            throw unexpected(t);
        }
    }

    private static final class Asinh {
        static final MethodHandle H = unary("asinh");
    }

    public static double asinh(final double x) {
        try {
            return (double) Asinh.H.invokeExact(x);
        } catch (final Throwable t) {
            throw unexpected(t);
        }
    }

    private static final class Atan {
        static final MethodHandle H = unary("atan");
    }

    public static double atan(final double x) {
        try {
            return (double) Atan.H.invokeExact(x);
        } catch (final Throwable t) {
            throw unexpected(t);
        }
    }

    private static final class Atanh {
        static final MethodHandle H = unary("atanh");
    }

    public static double atanh(final double x) {
        try {
            return (double) Atanh.H.invokeExact(x);
        } catch (final Throwable t) {
            throw unexpected(t);
        }
    }

    private static final class Cbrt {
        static final MethodHandle H = unary("cbrt");
    }

    public static double cbrt(final double x) {
        try {
            return (double) Cbrt.H.invokeExact(x);
        } catch (final Throwable t) {
            throw unexpected(t);
        }
    }

    private static final class Cos {
        static final MethodHandle H = unary("cos");
    }

    public static double cos(final double x) {
        try {
            return (double) Cos.H.invokeExact(x);
        } catch (final Throwable t) {
            throw unexpected(t);
        }
    }

    private static final class Cosh {
        static final MethodHandle H = unary("cosh");
    }

    public static double cosh(final double x) {
        try {
            return (double) Cosh.H.invokeExact(x);
        } catch (final Throwable t) {
            throw unexpected(t);
        }
    }

    private static final class Erf {
        static final MethodHandle H = unary("erf");
    }

    public static double erf(final double x) {
        try {
            return (double) Erf.H.invokeExact(x);
        } catch (final Throwable t) {
            throw unexpected(t);
        }
    }

    private static final class Erfc {
        static final MethodHandle H = unary("erfc");
    }

    public static double erfc(final double x) {
        try {
            return (double) Erfc.H.invokeExact(x);
        } catch (final Throwable t) {
            throw unexpected(t);
        }
    }

    private static final class Exp {
        static final MethodHandle H = unary("exp");
    }

    public static double exp(final double x) {
        try {
            return (double) Exp.H.invokeExact(x);
        } catch (final Throwable t) {
            throw unexpected(t);
        }
    }

    private static final class Exp2 {
        static final MethodHandle H = unary("exp2");
    }

    public static double exp2(final double x) {
        try {
            return (double) Exp2.H.invokeExact(x);
        } catch (final Throwable t) {
            throw unexpected(t);
        }
    }

    private static final class Expm1 {
        static final MethodHandle H = unary("expm1");
    }

    public static double expm1(final double x) {
        try {
            return (double) Expm1.H.invokeExact(x);
        } catch (final Throwable t) {
            throw unexpected(t);
        }
    }

    private static final class Lgamma {
        static final MethodHandle H = unary("lgamma");
    }

    public static double lgamma(final double x) {
        try {
            return (double) Lgamma.H.invokeExact(x);
        } catch (final Throwable t) {
            throw unexpected(t);
        }
    }

    private static final class Log {
        static final MethodHandle H = unary("log");
    }

    public static double log(final double x) {
        try {
            return (double) Log.H.invokeExact(x);
        } catch (final Throwable t) {
            throw unexpected(t);
        }
    }

    private static final class Log10 {
        static final MethodHandle H = unary("log10");
    }

    public static double log10(final double x) {
        try {
            return (double) Log10.H.invokeExact(x);
        } catch (final Throwable t) {
            throw unexpected(t);
        }
    }

    private static final class Log1p {
        static final MethodHandle H = unary("log1p");
    }

    public static double log1p(final double x) {
        try {
            return (double) Log1p.H.invokeExact(x);
        } catch (final Throwable t) {
            throw unexpected(t);
        }
    }

    private static final class Log2 {
        static final MethodHandle H = unary("log2");
    }

    public static double log2(final double x) {
        try {
            return (double) Log2.H.invokeExact(x);
        } catch (final Throwable t) {
            throw unexpected(t);
        }
    }

    private static final class Sin {
        static final MethodHandle H = unary("sin");
    }

    public static double sin(final double x) {
        try {
            return (double) Sin.H.invokeExact(x);
        } catch (final Throwable t) {
            throw unexpected(t);
        }
    }

    private static final class Sinh {
        static final MethodHandle H = unary("sinh");
    }

    public static double sinh(final double x) {
        try {
            return (double) Sinh.H.invokeExact(x);
        } catch (final Throwable t) {
            throw unexpected(t);
        }
    }

    private static final class Tan {
        static final MethodHandle H = unary("tan");
    }

    public static double tan(final double x) {
        try {
            return (double) Tan.H.invokeExact(x);
        } catch (final Throwable t) {
            throw unexpected(t);
        }
    }

    private static final class Tanh {
        static final MethodHandle H = unary("tanh");
    }

    public static double tanh(final double x) {
        try {
            return (double) Tanh.H.invokeExact(x);
        } catch (final Throwable t) {
            throw unexpected(t);
        }
    }

    private static final class Tgamma {
        static final MethodHandle H = unary("tgamma");
    }

    public static double tgamma(final double x) {
        try {
            return (double) Tgamma.H.invokeExact(x);
        } catch (final Throwable t) {
            throw unexpected(t);
        }
    }

    private static final class Atan2 {
        static final MethodHandle H = binary("atan2");
    }

    public static double atan2(final double x, final double y) {
        try {
            return (double) Atan2.H.invokeExact(x, y);
        } catch (final Throwable t) {
            throw unexpected(t);
        }
    }

    private static final class Fmod {
        static final MethodHandle H = binary("fmod");
    }

    public static double fmod(final double x, final double y) {
        try {
            return (double) Fmod.H.invokeExact(x, y);
        } catch (final Throwable t) {
            throw unexpected(t);
        }
    }

    private static final class Hypot {
        static final MethodHandle H = binary("hypot");
    }

    public static double hypot(final double x, final double y) {
        try {
            return (double) Hypot.H.invokeExact(x, y);
        } catch (final Throwable t) {
            throw unexpected(t);
        }
    }

    private static final class Pow {
        static final MethodHandle H = binary("pow");
    }

    public static double pow(final double x, final double y) {
        try {
            return (double) Pow.H.invokeExact(x, y);
        } catch (final Throwable t) {
            throw unexpected(t);
        }
    }

    private static final class Remainder {
        static final MethodHandle H = binary("remainder");
    }

    public static double remainder(final double x, final double y) {
        try {
            return (double) Remainder.H.invokeExact(x, y);
        } catch (final Throwable t) {
            throw unexpected(t);
        }
    }

    private static final class Nextafter {
        static final MethodHandle H = binary("nextafter");
    }

    public static double nextafter(final double x, final double y) {
        try {
            return (double) Nextafter.H.invokeExact(x, y);
        } catch (final Throwable t) {
            throw unexpected(t);
        }
    }
}
