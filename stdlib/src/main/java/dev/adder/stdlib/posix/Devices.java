package dev.adder.stdlib.posix;

import dev.adder.expose.PyFunction;
import dev.adder.expose.PyModuleSpec;
import dev.adder.runtime.Errors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.ops.IntMath;
import dev.adder.runtime.ops.PyNumber;
import java.math.BigInteger;

/** Numbers of devices: {@code os.makedev} and its like, by glibc's layout of a {@code dev_t}. */
@PyModuleSpec("posix")
final class Devices {
    /** {@code NODEV}: what is no device, and -1 for the functions here. */
    private static final long NO_DEVICE = -1;

    private Devices() {
    }

    /** A {@code dev_t} ({@code _Py_Dev_Converter}). */
    static long number(final ThreadState ts, final Object device) {
        final Object n = PyNumber.index(ts, device);
        if (n instanceof Long l) {
            if (l < NO_DEVICE) {
                throw Errors.overflowError("can't convert negative int to unsigned");
            }
            return l;
        }
        final BigInteger big = (BigInteger) n;
        if (big.signum() < 0 || big.bitLength() > Long.SIZE) {
            throw Errors.overflowError(big.signum() < 0 ? "can't convert negative int to unsigned"
                    : "int too big to convert");
        }
        return big.longValue();
    }

    /** As an unsigned number; what is no device is -1. */
    static Object of(final long device) {
        return device >= NO_DEVICE ? (Object) device : IntMath.normalise(new BigInteger(Long.toUnsignedString(device)));
    }

    /** A major or minor number: a C unsigned int. */
    private static long half(final ThreadState ts, final Object n) {
        final long half = number(ts, n);
        if (half != NO_DEVICE && half >>> 32 != 0) {
            throw Errors.overflowError("Python int too large to convert to C unsigned int");
        }
        return half;
    }

    static long combine(final long major, final long minor) {
        return (major & 0xfffL) << 8 | (major & 0xfffff000L) << 32 | minor & 0xffL | (minor & 0xffffff00L) << 12;
    }

    @PyFunction("major($module, device, /)")
    static long major(final ThreadState ts, final Object device) {
        final long d = number(ts, device);
        return d == NO_DEVICE ? NO_DEVICE : d >>> 8 & 0xfffL | d >>> 32 & 0xfffff000L;
    }

    @PyFunction("minor($module, device, /)")
    static long minor(final ThreadState ts, final Object device) {
        final long d = number(ts, device);
        return d == NO_DEVICE ? NO_DEVICE : d & 0xffL | d >>> 12 & 0xffffff00L;
    }

    @PyFunction("makedev($module, major, minor, /)")
    static Object makedev(final ThreadState ts, final Object major, final Object minor) {
        final long a = half(ts, major);
        final long b = half(ts, minor);
        return of(combine(a, b));
    }
}
