package dev.adder.runtime.ops;

import dev.adder.runtime.Errors;
import dev.adder.runtime.PyType;
import dev.adder.runtime.Special;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.objects.PyFloatSub;

/** Arithmetic on floats where Python differs from Java. */
public final class FloatMath {
    private FloatMath() {
    }

    public static double divide(final double x, final double y) {
        if (y == 0.0) {
            throw Errors.zeroDivision("division by zero");
        }
        return x / y;
    }

    /** {@code x % y}: the result has the sign of y (CPython's float_rem). */
    public static double modulo(final double x, final double y) {
        if (y == 0.0) {
            throw Errors.zeroDivision("division by zero");
        }
        final double r = x % y;
        if (r == 0.0) {
            return Math.copySign(0.0, y);
        }
        return y < 0 != r < 0 ? r + y : r;
    }

    /** {@code x // y}, by CPython's _float_div_mod. */
    public static double floorDivide(final double x, final double y) {
        if (y == 0.0) {
            throw Errors.zeroDivision("division by zero");
        }
        double mod = x % y;
        double div = (x - mod) / y;
        if (mod != 0.0) {
            if (y < 0 != mod < 0) {
                div -= 1.0;
            }
        }
        if (div == 0.0) {
            return Math.copySign(0.0, x / y);
        }
        double floor = Math.floor(div);
        if (div - floor > 0.5) {
            floor += 1.0;
        }
        return floor;
    }

    static double asDoubleSlow(final ThreadState ts, final Object o) {
        if (o instanceof PyFloatSub f) {
            return f.value;
        }
        final Object m = PyType.of(o).lookup("__float__");
        if (m == null) {
            if (PyType.of(o).lookup("__index__") != null) {
                return IntMath.toDouble(PyNumber.index(ts, o));
            }
            throw Errors.typeError("must be real number, not " + PyType.of(o).name());
        }
        final Object r = Special.invoke0(ts, m, o, PyType.of(o));
        if (r instanceof Double d) {
            return d;
        }
        if (r instanceof PyFloatSub f) {
            return f.value;
        }
        throw Errors.typeError(PyType.of(o).name() + ".__float__() must return a float, not " + PyType.of(r).name());
    }
}
