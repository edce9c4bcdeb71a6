package dev.adder.stdlib;

import dev.adder.runtime.Errors;
import dev.adder.runtime.ThreadState;
import dev.adder.runtime.Warnings;
import dev.adder.runtime.exceptions.ExceptionTypes;
import dev.adder.runtime.ops.IntMath;
import dev.adder.runtime.ops.PyNumber;
import dev.adder.runtime.ops.PyObjects;

/** File descriptors as arguments ({@code PyObject_AsFileDescriptor}). */
public final class Descriptors {
    private Descriptors() {
    }

    /** The descriptor of an int or of an object with {@code fileno()}; not negative. */
    public static int of(final ThreadState ts, final Object o) {
        final int fd;
        if (IntMath.intValueOrNull(o) != null) {
            if (o instanceof Boolean) {
                Warnings.warn(ts, ExceptionTypes.RUNTIME_WARNING, "bool is used as a file descriptor");
            }
            fd = PyNumber.asInt(ts, o);
        } else {
            final Object m = PyObjects.lookupAttr(ts, o, "fileno");
            if (m == null) {
                throw Errors.typeError("argument must be an int, or have a fileno() method.");
            }
            final Object n = PyObjects.call(ts, m);
            if (IntMath.intValueOrNull(n) == null) {
                throw Errors.typeError("fileno() returned a non-integer");
            }
            fd = PyNumber.asInt(ts, n);
        }
        if (fd < 0) {
            throw Errors.valueError("file descriptor cannot be a negative integer (" + fd + ")");
        }
        return fd;
    }
}
